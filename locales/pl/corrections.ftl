# Skoroszyty poprawek: lista komórek do poprawienia i wiersze, w których leżą.

correction-file-word = poprawki
sheet-corrections = Poprawki
sheet-correction-rows = Wiersze
correction-title = Poprawki do pliku „{ $file }”
correction-how-fill = W żółtej kolumnie „Poprawna wartość” wpisz, co powinno być w komórce. Jeśli nie ma czego wpisać, wybierz z listy w kolumnie „Decyzja”. Czego nie wypełnisz, pozostanie bez zmian. Kliknięcie adresu komórki pokazuje cały wiersz.
correction-how-return = Potem zapisz ten skoroszyt (xlsx albo ods) i połóż go w folderze z danymi, najlepiej obok pliku „{ $file }”. Samego pliku nie zmieniaj: program przy następnym uruchomieniu sam użyje poprawek i pokaże każdą z nich w uwagach.
correction-left-away = { $count ->
    [one] Jedna dalsza uwaga się tu nie zmieściła: pojawi się w następnym skoroszycie, gdy te poprawki będą użyte.
    [few] { $count } dalsze uwagi się tu nie zmieściły: pojawią się w następnym skoroszycie, gdy te poprawki będą użyte.
   *[many] { $count } dalszych uwag się tu nie zmieściło: pojawią się w następnym skoroszycie, gdy te poprawki będą użyte.
}
correction-remark = Notatki (program ich nie czyta)
correction-beside = Jeśli błąd jest w tej komórce, popraw ją zamiast poprzedniej.
correction-or = albo: { $field }
correction-choose = Wybierz decyzję z listy: { $decisions }.
correction-pick = Wybierz wartość z listy w żółtej komórce obok. Jeśli pole przyjmuje kilka wartości, wpisz je po średniku.
correction-already = Ta komórka ma już poprawkę. Zmień ją tam: { $place }.
correction-decision-right = { $word } – wartość jest dobra, uwaga zniknie
correction-decision-empty = { $word } – komórka liczy się jako pusta
correction-decision-leave-out = { $word } – cały wiersz się nie liczy
correction-rows-title = Wiersze do sprawdzenia – plik „{ $file }”, arkusz „{ $sheet }”
correction-rows-file = Wiersze do sprawdzenia – plik „{ $file }”
correction-rows-about = Wiersze i litery kolumn są takie jak w pliku. Pomarańczowa komórka wymaga poprawki; najedź na nią, a zobaczysz, dlaczego. Wartości wpisuj w arkuszu „Poprawki”. Nie pokazano nazwisk, numerów ani danych szczególnie chronionych.
correction-row = Wiersz
correction-mark-rows = program nie czyta tego arkusza

# Dlaczego poprawka nie została użyta (W041, W045).

correction-problem-list = nie da się znaleźć listy poprawek: brakuje pierwszego wiersza arkusza albo nagłówków jego kolumn. Przepisz poprawki do nowego skoroszytu
correction-problem-cell = program nie czyta wskazanej komórki: nie należy do żadnego wiersza danych. Sprawdź kolumny „Arkusz” i „Komórka”
correction-problem-sheet = na wskazanym arkuszu program nie odczytał tabeli. Sprawdź kolumnę „Arkusz” i uwagi o pliku, do którego są te poprawki
correction-problem-decision = w kolumnie „Decyzja” jest coś, czego nie ma na liście. Wybierz z listy
correction-problem-both = wpisano i wartość, i decyzję. Zostaw jedno z nich
correction-problem-value = tej wartości program nie umie odczytać w polu tego rodzaju. Wpisz ją tak, jak podpowiada komórka
correction-problem-right = „tak ma być” działa tylko przy ostrzeżeniach, a to jest błąd: tej wartości nie da się użyć. Wpisz poprawną albo pomiń wiersz
correction-problem-changed = plik zmienił się od czasu, gdy powstał ten skoroszyt
correction-problem-gone = tego pliku nie ma wśród danych

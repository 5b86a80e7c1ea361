# Skoroszyty, które robi „efekt init”: instrukcje i podpowiedzi w komórkach.

init-sheet-guide = Instrukcja
init-sheet-lists = słowniki
init-guide-mark = instrukcja dla ludzi, program nie czyta tego arkusza jako danych
init-lists-mark = wartości list rozwijanych, program nie czyta tego arkusza jako danych

init-guide-title = Jak wypełnić ten skoroszyt
init-guide-table = Arkusz „{ $sheet }” – { $grain }
init-guide-column = Kolumna
init-guide-need = Czy wypełnić
init-guide-what = Co to jest
init-guide-how = Jak wpisać
init-guide-example = Przykład
init-guide-values = { $how } Lista: { $values }.

init-rule-where = { $count ->
    [one] Dane wpisuj w arkuszu { $sheets } (zakładka na dole okna), wiersz pod wierszem, od pierwszego wolnego wiersza pod przykładami.
   *[other] Dane wpisuj w arkuszach: { $sheets } (zakładki na dole okna), wiersz pod wierszem, od pierwszego wolnego wiersza pod przykładami.
}
init-rule-examples = Szare wiersze ze słowem „{ $mark }” pokazują, jak pisać. Program ich nie liczy: mogą zostać, można je też usunąć.
init-rule-headers = Nie zmieniaj nagłówków w pierwszym wierszu. Kolumna, której nie prowadzicie, może zostać pusta.
init-rule-colours = Ciemny nagłówek: wypełnij w każdym wierszu. Niebieski: wypełnij tę kolumnę albo drugą, którą wskazuje instrukcja poniżej. Szary: wypełnij, jeśli wiadomo.
init-rule-hints = Kliknij komórkę, a obok pojawi się podpowiedź. Gdzie przy komórce jest strzałka, wybierz wartość z listy.
init-rule-either = Wypłata za jeden miesiąc należy do arkusza „Wypłaty”, decyzja na kilka miesięcy do arkusza „Decyzje”. Tych samych pieniędzy nie wpisuj w obu.
init-rule-complete = Dane muszą być kompletne od pierwszego do ostatniego miesiąca, który tu jest: brak wiersza znaczy, że nic nie wypłacono. Jeśli są luki, wpisz kompletne miesiące w efekt.toml (coverage).
init-rule-person = PESEL i numery dokumentów służą tylko do łączenia wierszy tej samej osoby. Nie wychodzą do sprawozdań. Trzymaj ten plik tam, gdzie inne dane osobowe.
init-rule-comparison = Tu należą osoby, które skierowano do centrum, a które nie rozpoczęły zajęć. Ich świadczenia i pracę wpisuj tam, gdzie świadczenia i pracę uczestników. Bez tego skoroszytu wszystko działa, tylko porównania nie ma.
init-rule-name = Nie zmieniaj nazwy arkusza: po niej program poznaje grupę porównawczą.
init-rule-save = Zapisz plik w tym samym folderze (xlsx albo ods) i uruchom: efekt check FOLDER. Program wskaże każdą komórkę, którą trzeba poprawić.

init-need-always = zawsze
init-need-one-of = { $columns }
init-or = albo
init-hint = { $title }. { $how } Wypełnić: { $need }.
init-grain-payment = jeden wiersz to jedna wypłata za jeden miesiąc
init-grain-decision = jeden wiersz to jedna decyzja: świadczenie od dnia do dnia
init-need-when-known = jeśli wiadomo

init-how-pesel = 11 cyfr, bez spacji.
init-how-document = Seria i numer dokumentu, gdy osoba nie ma numeru PESEL.
init-how-day = Dzień.miesiąc.rok: 31.12.2024.
init-how-month = Rok-miesiąc: 2024-03.
init-how-money = Kwota w złotych, najwyżej dwa miejsca po przecinku: 1490,64.
init-how-code = Wybierz z listy.
init-how-codes = Wybierz z listy albo wpisz kilka wartości, oddzielając je średnikiem: a; b.
init-how-list = Kilka wartości rozdziel znakiem |, w tej samej kolejności w obu kolumnach.
init-how-texts = Nazwa; kilka oddziel średnikiem: a; b.
init-how-flag = Wybierz z listy: { $values }. Puste znaczy, że nie wiadomo.
init-how-working-time = Część etatu: 1, 3/4, 1/2 albo 0,75.
init-how-number = Liczba, na przykład 12 albo 0,5.
init-how-offered = Wybierz z listy.
init-how-text = Tekst.

init-error-title = Sprawdź tę komórkę

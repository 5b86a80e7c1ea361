# mayor.pdf i nowe tabele mayor.xlsx

headline-pending = Wynik może się jeszcze zmienić: u części osób potrzebny czas jeszcze nie minął.
headline-benefits-number-before = { $amount } przed
headline-benefits-number-after = { $amount } po
headline-gmina-less-number = { $amount } mniej
headline-gmina-more-number = { $amount } więcej
headline-gmina-same-number = bez zmian

mayor-payers-meaning = Po zakończeniu zajęć
mayor-payers-less = wypłacono mniej
mayor-payers-same = bez zmian
mayor-payers-more = wypłacono więcej
mayor-payers-during = Świadczenia integracyjne i premie w czasie zajęć, zł

sheet-mayor-costs = Koszt i zwrot
mayor-costs-title = Ile to kosztuje i kiedy się zwraca
mayor-costs-about = Koszt na uczestnika, na ukończone uczestnictwo i na usamodzielnienie; podatek, zwrot kosztu, saldo publiczne.
mayor-costs-note = Kosztu CIS nie ponosi sama gmina; obejmuje on też osoby, które zaczęły przed okresem albo skończą po nim. Podatek to szacunek, a nie zaksięgowany wpływ. Nie wiadomo, kto znalazłby pracę bez CIS.
mayor-costs-missing = Kosztów i ich zwrotu nie podajemy, bo w danych nie ma kosztów bieżących CIS za cały ten okres; wystarczy wpisać je w pliku placówki.xlsx, w arkuszu finansów, jako „Koszty bieżące”, wykonanie (pusty plik tworzy polecenie efekt init).
mayor-unverified = niesprawdzone w źródle: { $what }
mayor-figure-cost-per-participant = Koszt na uczestnika
mayor-reading-cost-per-participant = Koszty bieżące CIS podzielone przez osoby, które brały udział w zajęciach.
mayor-figure-cost-per-completer = Koszt na ukończone uczestnictwo
mayor-reading-cost-per-completer = Te same koszty podzielone przez uczestnictwa ukończone w okresie.
mayor-figure-cost-per-independent = Koszt na usamodzielnienie
mayor-reading-cost-per-independent = Te same koszty podzielone przez ukończone uczestnictwa, po których osoba jest usamodzielniona ekonomicznie.
mayor-figure-gmina-tax-gain = Podatek dla gminy (szacunek)
mayor-reading-gmina-tax-gain = Udział gminy w podatku dochodowym od prac po zakończeniu zajęć. Od 2025 r. trafia do jej budżetu dwa lata później.
mayor-figure-payback-months = Zwrot kosztu w miesiącach (szacunek)
mayor-reading-payback-months = Po ilu miesiącach koszt zrówna się z tym, co gmina oszczędza na zasiłkach i zyskuje z podatku. Bez liczby, gdy nic nie zyskuje.
mayor-figure-net-public-balance = Saldo publiczne
mayor-reading-net-public-balance = O ile mniej wypłacono zasiłków, minus świadczenia integracyjne i premie. Wszyscy płatnicy, bez kosztów CIS i bez podatków. Minus: wydano więcej.

sheet-mayor-groups = Wyniki według grup
mayor-groups-title = Wyniki według grup
mayor-groups-about = Kobiety i mężczyźni, wiek, grupy z ustawy: uczestnicy, ukończenie zajęć, praca w ciągu 90 dni.
mayor-groups-note = Jedna osoba może należeć do kilku grup. To nie jest ranking: przy małych liczbach różnice bywają przypadkowe.
mayor-groups-indicative = Wynik z mniej niż 30 przypadków jest orientacyjny.
mayor-groups-none = Wyników według grup nie pokazujemy: w każdej grupie jest za mało osób, żeby nikogo nie dało się rozpoznać, albo nie ma danych.
mayor-groups-others = { $count ->
    [one] Jednej grupy
   *[other] { $count } grup
} nie pokazano, bo osób jest w nich za mało albo nie ma danych.
mayor-group-by = Podział
mayor-group-by-sex = płeć
mayor-group-by-age-band = wiek
mayor-group-by-group = grupa
mayor-group = Kto
mayor-group-participants = Uczestnicy
mayor-group-completed = Ukończyli zajęcia
mayor-group-completed-n = z ilu zakończeń
mayor-group-work = Praca w ciągu 90 dni
mayor-group-work-n = z ilu ukończeń

sheet-mayor-changes = Zmiana przez rok
mayor-changes-title = Co zmieniło się przez rok
mayor-changes-about = Najważniejsze liczby tego okresu i tego samego okresu rok wcześniej.
mayor-changes-note = Okres { $period } policzono z tych samych plików; jeśli nie ma w nich wszystkich osób z tamtego czasu, porównanie wprowadza w błąd. Sama różnica nie mówi, skąd się wzięła.
mayor-changes-none = Zmian nie podajemy: według danych w okresie { $period } nikt nie zakończył zajęć, więc pliki go zapewne nie obejmują.
mayor-changes-value = { $period }
mayor-changes-n = n ({ $period })
mayor-changes-difference = Różnica
mayor-changes-points = { $points } pkt proc.
mayor-changes-chance = różnica może być przypadkowa
mayor-changes-pending = wynik może się jeszcze zmienić

mayor-pages-no-chart = Wykresu nie ma, bo w danych nie ma świadczeń ani zakończonych uczestnictw.
mayor-pages-centres = { $names } i jeszcze { $others ->
    [one] jedno centrum
    [few] { $others } centra
   *[other] { $others } centrów
}
mayor-pages-signs = [c] – ukryte albo niepodane, bo dotyczy małej liczby osób. [p] – jeszcze nie wiadomo. [x] – niedostępne; to nie jest zero. n – liczba osób albo uczestnictw, z których policzono wynik. Odsetków i średnich z mniej niż 10 przypadków nie podajemy. Wszystkie tabele, definicje i źródła są w pliku mayor.xlsx.

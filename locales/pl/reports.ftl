# Skoroszyty: okładka, spis treści, uwagi, definicje, tabele

reports-all = Razem
reports-page = Strona
reports-page-of = z
reports-as-of-short = Stan na { $day }
reports-no-rows = Brak wierszy
reports-verified = tak
reports-unverified = niezweryfikowane
reports-dates-unverified = wartość tak, daty niezweryfikowane
reports-chart-left-out = Wykres pominięto, bo części liczb nie ma lub są ukryte.

sheet-cover = Okładka
sheet-contents = Spis treści
sheet-notes = Uwagi
sheet-notes-about = Znaczenie skrótów, sposób liczenia, zaokrąglenia, ustawienia.
sheet-notes-title = Uwagi
sheet-definitions = Definicje
sheet-definitions-about = Definicja, jednostka i podstawa każdego wskaźnika użytego w tym pliku.
sheet-definitions-title = Definicje wskaźników
sheet-pictures = Wykresy
sheet-pictures-about = Wykresy do wydruku i do prezentacji.

cover-project = Projekt
cover-no-project = bez nazwy
cover-period = Okres
cover-as-of = Stan na dzień
cover-centres = Centra
cover-no-centres = brak danych
cover-purpose = Do czego służy
cover-readers = Dla kogo
cover-basis = Podstawa

contents-sheet = Arkusz lub część
contents-holds = Co zawiera
contents-state = Gdzie
contents-here = w tym pliku
contents-absent = nie w tej wersji

notes-subject = Temat
notes-text = Wyjaśnienie
notes-setting = Ustawienie
notes-program = Program

definitions-indicator = Wskaźnik
definitions-unit = Co liczymy
definitions-definition = Definicja
definitions-basis = Podstawa
definitions-caveat = Zastrzeżenie
definitions-since = Definicja obowiązuje od { $since }.
definitions-until = Definicja obowiązywała do { $until }.
definitions-since-until = Definicja obowiązywała od { $since } do { $until }.
definitions-values = Wartości z przepisów w okresie sprawozdawczym:
definitions-value-since = { $value } od { $since }
definitions-none = Brak definicji: wskaźnika nie policzono w tej wersji.


note-suppressed-subject = [c]
note-suppressed = Liczba ukryta, aby nie można było rozpoznać pojedynczych osób, albo odsetek niepodany, bo dotyczy zbyt małej liczby osób.
note-pending-subject = [p]
note-pending = Jeszcze nie wiadomo: termin, w którym wynik może nastąpić, nie minął do dnia, na który sporządzono zestawienie, albo dane tak daleko jeszcze nie sięgają. Słowo obok mówi, czy oczekują wszyscy, czy o części nie wiadomo z innych powodów.
note-not-available-subject = [x]
note-not-available = Niedostępne; to nie jest zero. Słowo obok mówi dlaczego: „brak danych” – pliki nie znają nikogo takiego; „nikt w okresie” – w okresie nie ma nikogo, kogo wskaźnik dotyczy; „nie wiadomo” – dane tego nie mówią o nikim; „wyłączeni” – wszyscy są poza licznikiem i mianownikiem; „brak podstawy” – nie ma przez co dzielić. Bez słowa: wskaźnika nie policzono.
note-unit-subject = Osoby i uczestnictwa
note-unit = Tam, gdzie liczymy osoby, każda osoba liczy się w komórce raz. Tam, gdzie liczymy uczestnictwa, osoba liczy się tyle razy, ile razy uczestniczyła. Zakończenie to każdy koniec uczestnictwa: ukończenie, przerwanie albo inna przyczyna.
note-interval-subject = Przedział ufności
note-interval = Przedział Wilsona 95%. Im mniej osób, tym szerszy. Jeżeli przedziały dwóch centrów zachodzą na siebie, różnica między nimi może być przypadkowa.
note-bounds-subject = Najmniej i najwięcej możliwe
note-bounds = Ile wyniósłby odsetek, gdyby nikomu z oczekujących się nie powiodło, i ile, gdyby powiodło się wszystkim. Puste, gdy nikt nie oczekuje.
note-rounding-subject = Zaokrąglenia
note-rounding = Komórki zawierają dokładne wartości; zaokrągla się tylko to, co widać: odsetki do jednego miejsca po przecinku, kwoty do grosza.
note-categories-subject = Kategorie
note-categories = Osoba, która należy do kilku grup, liczy się w każdej z nich, dlatego wierszy według grup nie wolno sumować.

column-centre = Centrum
column-indicator = Wskaźnik
column-code = Kod
column-group = Grupa (art. 1 ust. 2 ustawy)
column-age = Wiek w chwili rozpoczęcia
column-sex = Płeć
column-payer = Płatnik
column-value = Wartość
column-base = Podstawa (n)
column-share = Odsetek
column-interval-low = Przedział 95% od
column-interval-high = Przedział 95% do
column-bound-low = Najmniej możliwe
column-bound-high = Najwięcej możliwe
column-excluded = Wyłączeni
column-pending = Oczekujący
column-unknown = Brak danych
column-remark = Uwagi
column-from = Od
column-to = Do
column-source = Źródło
column-checked = Sprawdzono w źródle

axis-persons = liczba osób
axis-participations = liczba uczestnictw
axis-share = odsetek osób
axis-zloty = zł
axis-zloty-person = zł na osobę

short-participants = Uczestnicy
short-starters = Rozpoczęli
short-active-at-end = Uczestniczą na koniec okresu
short-leavers = Zakończyli
short-completers = Ukończyli
short-dropouts = Przerwali
short-other-exits = Inne zakończenia
short-completion-rate = Odsetek ukończeń
short-participation-days = Mediana dni uczestnictwa
short-referral-days = Mediana dni od skierowania
short-employment-rate-at-exit = Praca po zakończeniu
short-employment-rate-3m = Kryterium krajowe
short-employment-rate-6m = Praca po 6 mies.

# Ministerstwo

ministry-title = Sprawozdanie roczne CIS – dane do formularza
ministry-subtitle = Uczestnicy, ukończenia i usamodzielnienie ekonomiczne
ministry-purpose = Liczby do rocznego sprawozdania centrum integracji społecznej (termin: 31 marca) oraz do tabeli rezultatów w ofercie składanej w programie ministerstwa.
ministry-readers = Kierownik i pracownicy CIS, wojewoda, ministerstwo, organy przyznające dotacje.
ministry-basis = Art. 5 ust. 4–6 ustawy o zatrudnieniu socjalnym; rozporządzenie z 30 grudnia 2016 r. (Dz.U. 2017 poz. 97). Układ załącznika do rozporządzenia: niezweryfikowany.
ministry-layout-subject = Układ formularza
ministry-layout = Z urzędowego załącznika widziano tylko część I (dane ogólne). Tabele w tym pliku idą za treścią art. 5 ust. 6 ustawy; przed przepisaniem trzeba porównać je z obowiązującym wzorem (niezweryfikowane).
ministry-absent-reintegration = Reintegracja zawodowa i społeczna
ministry-absent-reintegration-why = Art. 5 ust. 6: liczba uczestników objętych reintegracją zawodową i społeczną. Uzupełnij z własnych danych.
ministry-absent-services = Usługi
ministry-absent-services-why = Art. 5 ust. 6: rodzaje udzielonych usług reintegracyjnych. Uzupełnij z własnych danych.
sheet-ministry-centres = Centra
ministry-centres-title = Uczestnicy i zakończenia według centrów
ministry-centres-about = Uczestnicy, rozpoczynający, kończący, ukończenia, przerwania i inne zakończenia w każdym centrum i razem.
ministry-centres-note = Odsetek ukończeń = ukończyli ÷ (ukończyli + przerwali); innych zakończeń nie wlicza się do żadnej z tych liczb. Zakończenia liczy się w uczestnictwach: zakończyli = ukończyli + przerwali + inne zakończenia + sposób zakończenia nieznany.
ministry-no-exit-kind = Sposób zakończenia nieznany
ministry-rate-n = Ukończyli i przerwali (n)
ministry-exits-chart = Jak kończyło się uczestnictwo, według centrów (liczba uczestnictw)
ministry-exits-chart-alt = Wykres słupkowy skumulowany: dla każdego centrum liczba uczestnictw ukończonych, przerwanych i zakończonych z innych przyczyn. Te same liczby są w tabeli powyżej.
sheet-ministry-groups = Grupy uczestników
ministry-groups-title = Uczestnicy według grup z art. 1 ust. 2 ustawy i płci
ministry-groups-about = Uczestnicy, rozpoczynający i ci, którzy ukończyli zajęcia, w każdej grupie, kobiety i mężczyźni (art. 5 ust. 6).
ministry-groups-note = Osoba należąca do kilku grup liczy się w każdej z nich: wierszy nie wolno sumować. Ostatni wiersz liczy każdą osobę raz.
ministry-groups-everybody = Ogółem (każda osoba raz)
ministry-groups-chart = Uczestnicy według grup (liczba osób)
ministry-groups-chart-alt = Wykres słupkowy: liczba uczestników w każdej grupie z art. 1 ust. 2 ustawy. Te same liczby są w tabeli powyżej.
sheet-ministry-independence = Usamodzielnienie
ministry-independence-title = Usamodzielnienie ekonomiczne osób, które ukończyły zajęcia
ministry-independence-about = Ile osób po ukończeniu zajęć usamodzielniło się ekonomicznie lub weszło na rynek pracy (art. 5 ust. 6).
ministry-independence-note = Ustawa nie definiuje usamodzielnienia ekonomicznego; lista sytuacji, które się liczą, jest ustawieniem (arkusz Uwagi). Podziału na sposoby usamodzielnienia nie ma w tej wersji.
ministry-independent = Z wynikiem
sheet-ministry-results = Rezultaty do oferty
ministry-results-title = Rezultaty do oferty i do sprawozdania z zadania
ministry-results-about = Nazwa rezultatu, wartość planowana, osiągnięta i różnica, liczba osób i sposób monitorowania – do przeniesienia do oferty i do sprawozdania.
ministry-results-note = Wartości osiągnięte w okresie sprawozdawczym; w wierszach z numerem projektu liczą się tylko jego uczestnicy. Wartości planowane pochodzą z arkusza „Wskaźniki docelowe” albo z efekt.toml; puste wpisuje oferent. Różnica = osiągnięta − planowana, dla odsetków w punktach procentowych. Układ tabeli wzoru oferty (Dz.U. 2018 poz. 2057): niezweryfikowany.
ministry-result = Nazwa rezultatu (n = z ilu liczono)
ministry-planned = Wartość planowana
ministry-achieved = Wartość osiągnięta
ministry-difference = Różnica
ministry-monitoring = Sposób monitorowania
monitoring-participants = Lista uczestników: daty rozpoczęcia i zakończenia
monitoring-starters = Lista uczestników: data rozpoczęcia
monitoring-completers = Lista uczestników: data i sposób zakończenia
monitoring-completion-rate = Lista uczestników: data i sposób zakończenia
monitoring-economic-independence-rate = Lista uczestników: sytuacja po ukończeniu zajęć
monitoring-labour-market-entry-rate = Historia zatrudnienia: praca do 90 dni po ukończeniu
monitoring-employment-rate-6m = Historia zatrudnienia i ankieta: praca sześć miesięcy po zakończeniu

# Fundusze europejskie

eu-title = Wskaźniki zatrudnienia – Fundusze Europejskie
eu-subtitle = Wyniki kobiet, mężczyzn i ogółem, z podstawą i niepewnością
eu-purpose = Wartości wskaźników rezultatu do wniosku o dofinansowanie i do wniosku o płatność oraz krajowe kryterium efektywności zatrudnieniowej.
eu-readers = Koordynator projektu, instytucja pośrednicząca lub zarządzająca.
eu-basis = Rozporządzenie (UE) 2021/1057, załącznik I (kody EECR: z systemów krajowych; EECR05 niezweryfikowany); wytyczne o efektywności zatrudnieniowej.
eu-note-codes-subject = Kody i nazwy
eu-note-codes = W tekście załącznika I nie ma kodów; EECR04 widziano w źródle, EECR05 podano z pamięci (niezweryfikowane). Polskie nazwy wskaźników: niezweryfikowane w wykazie urzędowym.
eu-note-window-subject = Kiedy wynik jest znany
eu-note-window = Po zakończeniu: 28 dni. Kryterium krajowe: 90 dni. Sześć miesięcy: ten sam dzień miesiąca pół roku później. Osoba oczekuje, dopóki termin nie minie, także wtedy, gdy już pracuje.
eu-note-2021-subject = Lata 2021–2027
eu-note-2021 = W perspektywie 2021–2027 nie znaleziono krajowego progu efektywności zatrudnieniowej; zastępują go wskaźniki programu (niezweryfikowane).
eu-successes = Osoby
eu-persons = Osoby
sheet-eu-outputs = Wskaźniki produktu
eu-outputs-title = Wspólne wskaźniki produktu EFS+ (EECO01–EECO17)
eu-outputs-about = Osoby, które rozpoczęły udział w okresie, według cech z dnia rozpoczęcia: kobiety, mężczyźni, ogółem.
eu-outputs-note = Pobyty z tym samym numerem projektu są jednym uczestnictwem. Osoba bez płci, wieku, wykształcenia lub statusu liczy się tylko w EECO01; w pozostałych jest w kolumnie „Brak danych”.
sheet-eu-results = Wskaźniki rezultatu
eu-results-title = Wspólne wskaźniki rezultatu EFS+ (EECR01–EECR06)
eu-results-about = Osoby, które zakończyły udział w okresie i osiągnęły wynik, obok osób, które się liczą: kobiety, mężczyźni, ogółem.
eu-results-note = Wynik liczy się po ostatnim zakończeniu udziału w projekcie. Osoba oczekuje, dopóki nie minie 28 dni albo sześć miesięcy.
eu-not-in-force = Wskaźniki EFS+ obowiązują od { $since }. Dla wcześniejszych okresów nie są liczone, bo obowiązywały wtedy inne.
sheet-eu-checks = Kontrole A1–A12
eu-checks-title = Kontrole spójności A1–A12
eu-checks-about = Zależności między wskaźnikami, które sprawdza system funduszu, z obiema liczbami.
eu-checks-note = Liczby dotyczą wszystkich centrów i osób; każdą kontrolę sprawdzono też dla każdego centrum i dla każdej płci. Raport powstaje tylko wtedy, gdy wszystkie są spełnione.
eu-check = Kontrola
eu-check-left = Lewa strona
eu-check-left-number = Liczba z lewej
eu-check-relation = Zależność
eu-check-right = Prawa strona
eu-check-right-number = Liczba z prawej
eu-check-result = Wynik kontroli
eu-check-holds = spełniona
eu-check-explained = korekta zapisana w uwagach
eu-check-fails = niespełniona
sheet-eu-incomplete = Niepełne zapisy
eu-incomplete-title = Niepełne zapisy: osoby, które liczą się tylko w EECO01
eu-incomplete-about = Miejsca zapisów bez płci, wieku, wykształcenia lub statusu na rynku pracy.
eu-incomplete-note = Uzupełnij brakujące pola w pliku i uruchom program ponownie. Osoba ma tu ten sam pseudonim co w uwagach.
eu-incomplete-none = Brak niepełnych zapisów.
eu-missing = Czego brakuje
aggregate-sum = { $codes }
aggregate-union = osoby w { $codes }, każda raz
aggregate-complete = { $codes } bez niepełnych zapisów
aggregate-one-status = osoby z dokładnie jednym statusem
aggregate-sexes = { $codes }: kobiety + mężczyźni + płeć nieustalona
aggregate-base = osoby, które liczą się w { $codes }
aggregate-left = osoby, które zakończyły udział
aggregate-left-inactive = bierni, którzy zakończyli udział
aggregate-left-out-of-work = bezrobotni i bierni, którzy zakończyli udział
aggregate-cumulative = { $codes } narastająco
aggregate-cumulative-before = { $codes } narastająco przed okresem
aggregate-cumulative-union = osoby w { $codes } narastająco, każda raz
sheet-eu-sex = Wskaźniki K-M-O
eu-sex-title = Wskaźniki zatrudnienia: kobiety, mężczyźni, ogółem
eu-sex-about = Trzy wskaźniki zatrudnienia do przepisania: osoby z wynikiem, podstawa i odsetek; K (kobiety), M (mężczyźni) i O (ogółem) obok siebie.
eu-sex-note = K = kobiety, M = mężczyźni, O = ogółem. Osoby = ilu osobom się powiodło. Podstawa (n) = osoby, które zakończyły uczestnictwo i się liczą. Odsetek = osoby ÷ podstawa.
eu-sex-chart = Odsetek osób pracujących: kobiety, mężczyźni, ogółem
eu-sex-chart-alt = Wykres kolumnowy: odsetek osób pracujących po zakończeniu, według kryterium krajowego i po sześciu miesiącach, dla kobiet, mężczyzn i ogółem. Te same liczby są w tabeli powyżej.
sheet-eu-certainty = Niepewność
eu-certainty-title = Jak pewne są odsetki
eu-certainty-about = Przedziały ufności, granice z oczekującymi, osoby wyłączone, oczekujące i te, o których brak danych.
eu-certainty-note = Osób wyłączonych, oczekujących i tych, o których brak danych, nie ma ani w liczniku, ani w podstawie; powody są w definicji wskaźnika.
sheet-eu-thresholds = Progi kryterium
eu-thresholds-title = Krajowe kryterium efektywności zatrudnieniowej: wynik i progi
eu-thresholds-about = Wynik obok progów z wytycznych, ze źródłem i informacją, czy je sprawdzono.
eu-thresholds-note = Progi podano dla informacji; nie wpływają na wynik. O tym, który próg obowiązuje projekt, mówi umowa o dofinansowanie.
eu-achieved = Wynik w tym okresie: { $rate } (n = { $counted }).
eu-threshold = Próg
eu-threshold-value = Wartość progu
sheet-eu-age = Według wieku
eu-age-title = Wskaźniki zatrudnienia według wieku w chwili rozpoczęcia
eu-age-about = Trzy wskaźniki zatrudnienia w przedziałach wieku.
eu-age-note = Wiek w pełnych latach w dniu rozpoczęcia zajęć.
sheet-eu-group = Według grup
eu-group-title = Wskaźniki zatrudnienia według grup z art. 1 ust. 2
eu-group-about = Trzy wskaźniki zatrudnienia w grupach uczestników.
eu-group-note = Osoba należąca do kilku grup liczy się w każdej z nich: wierszy nie wolno sumować.
sheet-eu-centre = Według centrów
eu-centre-title = Wskaźniki zatrudnienia według centrów
eu-centre-about = Trzy wskaźniki zatrudnienia w każdym centrum i razem.
eu-centre-note = To nie jest ranking: gdy przedziały zachodzą na siebie, różnica może być przypadkowa.

# Obok wskaźników: wartości docelowe, pieniądze i kadra, grupa porównawcza

sheet-targets = Wartości docelowe
targets-title = Wartości docelowe i stopień realizacji
targets-about = Wartość bazowa, docelowa, osiągnięta w okresie i narastająco, stopień realizacji: kobiety, mężczyźni, ogółem.
targets-note = K = kobiety, M = mężczyźni, O = ogółem. Narastająco: od pierwszego rozpoczęcia zajęć do końca okresu. Stopień realizacji = wartość narastająco ÷ wartość docelowa. Wiersz z numerem projektu liczy tylko jego uczestników.
targets-none = W danych nie ma wartości docelowych. Wpisz je w arkuszu „Wskaźniki docelowe” (robi go polecenie efekt init) albo w efekt.toml, w działach [[targets]].
targets-only-centre = Osiągnięte wartości są tu tylko z placówki { $centre }; wartości docelowe dotyczą całych projektów.
targets-project = Projekt
targets-all-projects = wszyscy uczestnicy
targets-due = Termin
targets-baseline = Wartość bazowa
targets-target = Cel
targets-in-period = W okresie
targets-cumulative = Narastająco
targets-degree = Realizacja

sheet-finance = Finanse
finance-title = Wykonanie planu finansowego
finance-about = Plan, wykonanie i procent wykonania według kategorii, w każdym centrum i razem (art. 5 ust. 6).
finance-note = Kwota jest tu tylko wtedy, gdy znamy ją za cały okres sprawozdawczy. „Razem” dodaje centra, które tę kwotę podały. Procent podajemy tylko wtedy, gdy plan i wykonanie mają te same centra.
finance-none = W danych nie ma kwot za cały okres sprawozdawczy. Wpisz je w arkuszu „Finanse” (robi go polecenie efekt init).
finance-category = Kategoria
finance-plan = Plan
finance-execution = Wykonanie
finance-degree = Wykonanie planu
accounts-year = Rok
sheet-plans = Preliminarz
plans-title = Preliminarz na rok po okresie sprawozdawczym
plans-about = Plan na następny rok według kategorii, w każdym centrum i razem (art. 5 ust. 6).
plans-note = „Razem” dodaje centra, które podały plan tej kategorii na cały rok.
plans-none = W danych nie ma planu na rok po okresie sprawozdawczym. Wpisz go w arkuszu „Finanse” (robi go polecenie efekt init), w kolumnie „Plan / wykonanie” wybierz „plan”.
sheet-staff = Kadra
staff-title = Zatrudnienie w centrach
staff-about = Osoby i etaty według rodzaju zatrudnienia, w każdym centrum i razem (art. 5 ust. 6).
staff-note = Rok, w którym kończy się okres sprawozdawczy. Liczby etatów nie ma tam, gdzie któryś wiersz jej nie podaje.
staff-none = W danych nie ma kadry w tym roku. Wpisz ją w arkuszu „Kadra” (robi go polecenie efekt init).
staff-kind = Rodzaj zatrudnienia
staff-all-kinds = wszyscy pracownicy
staff-persons = Osoby
staff-full-time = Etaty

sheet-comparison = Grupa porównawcza
comparison-title = Uczestnicy i osoby skierowane, które nie rozpoczęły zajęć
comparison-about = Te same wskaźniki dla obu grup, różnica i jej przedział.
comparison-days = { $days ->
    [one] Osoby z grupy porównawczej nie mają dnia zakończenia: zastępuje go dzień późniejszy o { $days } dzień od skierowania. Obie grupy obserwujemy więc tak samo długo.
    [few] Osoby z grupy porównawczej nie mają dnia zakończenia: zastępuje go dzień późniejszy o { $days } dni od skierowania. Obie grupy obserwujemy więc tak samo długo.
   *[other] Osoby z grupy porównawczej nie mają dnia zakończenia: zastępuje go dzień późniejszy o { $days } dni od skierowania. Obie grupy obserwujemy więc tak samo długo.
}
comparison-interval = Różnica w punktach procentowych. Przedział 95%: metodą Newcombe’a, a dla zasiłków przybliżony i tylko wtedy, gdy w obu grupach jest dość osób. Gdy przedział obejmuje zero, różnica może być przypadkowa.
comparison-no-days = Nie da się porównać: w okresie nikt nie zakończył zajęć, więc nie wiadomo, jak długo obserwować osoby, które ich nie rozpoczęły. Liczbę dni można podać w efekt.toml: [comparison] days_to_exit.
comparison-note = Różnica nie dowodzi działania CIS: kto przychodzi, a kto nie, różni się też innymi rzeczami, a o pracy osób, które nie przyszły, wiadomo mniej.
comparison-hidden = Wierszy, z których można by rozpoznać pojedyncze osoby, tu nie ma.
comparison-participants = Uczestnicy
comparison-participants-n = n (uczestnicy)
comparison-group = Grupa porównawcza
comparison-group-n = n (grupa)
comparison-difference = Różnica

# Burmistrz, wójt, rada

mayor-title = CIS w gminie – podsumowanie dla samorządu
mayor-subtitle = Praca, zasiłki i budżet w pięciu liczbach
mayor-purpose = Krótki obraz działania centrów integracji społecznej: do raportu o stanie gminy (termin: 31 maja) i na sesję rady.
mayor-readers = Wójt, burmistrz, prezydent, radni, mieszkańcy.
mayor-basis = Dane centrów integracji społecznej i ośrodków pomocy społecznej; definicje w arkuszu Definicje. Nie jest to sprawozdanie urzędowe.
mayor-highlights = Pięć liczb
mayor-indicative = orientacyjnie (n < 30)
mayor-too-few = nie podajemy (n < 10)
mayor-note-few-subject = Małe liczby
mayor-note-few = Odsetków i średnich z mniej niż 10 przypadków nie podajemy; z 10–29 przypadków podajemy je orientacyjnie.
mayor-note-change-subject = Przed i po
mayor-note-change = Porównanie przed i po nie dowodzi przyczyny: ludzie przychodzą do CIS wtedy, gdy ich zasiłki są wysokie, i część z nich pobierałaby mniej także bez CIS.

headline-participants = W zajęciach CIS { $count ->
    [one] uczestniczyła { $shown } osoba
    [few] uczestniczyły { $shown } osoby
   *[other] uczestniczyło { $shown } osób
}.
headline-participants-none = Liczba uczestników zajęć CIS: { $sign }.
headline-completion-rate = Zajęcia ukończono w { $part } z { $whole } przypadków ({ $rate }), w pozostałych je przerwano.
headline-completion-rate-few = Odsetka ukończeń nie podajemy, bo dotyczy mniej niż 10 zakończeń.
headline-completion-rate-none = Odsetek ukończonych zajęć: { $sign }.
headline-labour-market-entry-rate = W { $part } z { $whole } przypadków ukończenia zajęć ({ $rate }) osoba podjęła pracę w ciągu 90 dni albo już pracowała.
headline-labour-market-entry-rate-few = Odsetka osób pracujących w ciągu 90 dni od ukończenia zajęć nie podajemy, bo dotyczy mniej niż 10 ukończeń.
headline-labour-market-entry-rate-none = Odsetek osób pracujących w ciągu 90 dni od ukończenia zajęć: { $sign }.
headline-benefits = Pomoc społeczna wypłacała średnio { $before } miesięcznie na osobę przed rozpoczęciem zajęć i { $after } po ich zakończeniu ({ $count ->
    [one] { $counted } osoba
    [few] { $counted } osoby
   *[other] { $counted } osób
}).
headline-benefits-few = Średnich zasiłków przed rozpoczęciem i po zakończeniu zajęć nie podajemy, bo dotyczą mniej niż 10 osób.
headline-benefits-none = Średnie zasiłki z pomocy społecznej przed rozpoczęciem i po zakończeniu zajęć: { $sign }.
headline-gmina-less = Z budżetu gminy wypłacono tym osobom po zakończeniu zajęć łącznie o { $amount } mniej niż w równie długim czasie przed ich rozpoczęciem ({ $count ->
    [one] { $counted } osoba
    [few] { $counted } osoby
   *[other] { $counted } osób
}).
headline-gmina-more = Z budżetu gminy wypłacono tym osobom po zakończeniu zajęć łącznie o { $amount } więcej niż w równie długim czasie przed ich rozpoczęciem ({ $count ->
    [one] { $counted } osoba
    [few] { $counted } osoby
   *[other] { $counted } osób
}). Oszczędności w tym okresie nie było; kwoty według płatników są w arkuszu „Różnica według płatnika”.
headline-gmina-same = Z budżetu gminy wypłacono tym osobom po zakończeniu zajęć łącznie tyle samo co w równie długim czasie przed ich rozpoczęciem ({ $count ->
    [one] { $counted } osoba
    [few] { $counted } osoby
   *[other] { $counted } osób
}).
headline-gmina-none = Zmiana wypłat z budżetu gminy: { $sign }.
headline-indicative = Wynik orientacyjny: mniej niż 30 przypadków.

sheet-mayor-headlines = Najważniejsze liczby
mayor-headlines-title = Najważniejsze liczby
mayor-headlines-about = Uczestnicy, praca, zasiłki i budżet gminy: liczby z okładki i zasiłki na osobę w miesiącu.
mayor-headlines-note = Zmiana po zakończeniu zajęć to różnica, a nie dowód działania CIS: zobacz arkusz „Czego nie twierdzimy”. Zasiłki: okresowe, celowe, specjalne celowe i stałe osób, dla których znamy wszystkie potrzebne miesiące.
mayor-figure = Co mierzymy
mayor-how-to-read = Jak czytać
mayor-figure-participants = Uczestnicy zajęć
mayor-reading-participants = Osoby, które uczestniczyły w zajęciach CIS co najmniej jeden dzień okresu.
mayor-figure-completion-rate = Ukończyli zajęcia
mayor-reading-completion-rate = Ile uczestnictw ukończono spośród ukończonych i przerwanych.
mayor-figure-labour-market-entry-rate = Praca w ciągu 90 dni
mayor-reading-labour-market-entry-rate = Po ilu ukończeniach osoba pracowała zarobkowo najpóźniej po 90 dniach.
mayor-figure-benefit-reduction-rate = Spadek zasiłków po zakończeniu zajęć
mayor-reading-benefit-reduction-rate = O ile niższa była suma zasiłków okresowych i celowych po zakończeniu niż przed rozpoczęciem. Minus: wyższa.
mayor-figure-benefit-savings = Budżet gminy: przed minus po
mayor-reading-benefit-savings = Wypłaty z budżetu gminy przed rozpoczęciem minus po zakończeniu. Plus: po zakończeniu wypłacono mniej. Minus: więcej.
mayor-figure-benefit-monthly-before = Zasiłki miesięcznie: przed rozpoczęciem
mayor-reading-benefit-monthly-before = Średnio na osobę w miesiącu przed rozpoczęciem zajęć w CIS.
mayor-figure-benefit-monthly-during = Zasiłki miesięcznie: w czasie zajęć
mayor-reading-benefit-monthly-during = Średnio na osobę w miesiącu w czasie zajęć; bez świadczenia integracyjnego.
mayor-figure-benefit-monthly-after = Zasiłki miesięcznie: po zakończeniu
mayor-reading-benefit-monthly-after = Średnio na osobę w miesiącu po zakończeniu zajęć.

sheet-mayor-path = Zasiłki co miesiąc
mayor-path-title = Zasiłki z pomocy społecznej miesiąc po miesiącu
mayor-path-about = Średnia kwota na osobę w każdym miesiącu przed rozpoczęciem i po zakończeniu, z wykresem.
mayor-path-note = Miesiąc −1 to ostatni przed rozpoczęciem zajęć, miesiąc 1 to pierwszy po ich zakończeniu. Czasu zajęć tu nie ma. Liczba osób (n) zmienia się, bo nie u wszystkich znamy już każdy miesiąc.
mayor-month = Miesiąc
mayor-path-before = Przed rozpoczęciem, zł na osobę
mayor-path-after = Po zakończeniu, zł na osobę
mayor-path-axis = miesiące przed rozpoczęciem (ujemne) i po zakończeniu (dodatnie)
mayor-path-chart = Zasiłki z pomocy społecznej na osobę, miesiąc po miesiącu (zł)
mayor-path-chart-alt = Wykres liniowy: średnia kwota zasiłków na osobę w kolejnych miesiącach przed rozpoczęciem zajęć w CIS i po ich zakończeniu. Te same liczby są w tabeli obok.
sheet-mayor-payers = Różnica według płatnika
mayor-payers-title = Różnica w wypłatach świadczeń według płatnika
mayor-payers-about = Wypłaty przed rozpoczęciem minus wypłaty po zakończeniu zajęć: gmina, państwo, Fundusz Pracy.
mayor-payers-note = Plus: po zakończeniu wypłacono mniej. Minus: więcej, na przykład zasiłki dla bezrobotnych po ukończeniu zajęć. Bez świadczeń integracyjnych i premii.
mayor-difference = Przed rozpoczęciem minus po zakończeniu, zł
mayor-payers-chart = Różnica w wypłatach według płatnika (zł, przed minus po)
mayor-payers-chart-alt = Wykres słupkowy: dla każdego płatnika różnica między wypłatami przed rozpoczęciem zajęć w CIS a wypłatami po ich zakończeniu. Te same liczby są w tabeli powyżej.
sheet-mayor-employment = Praca według centrów
mayor-employment-title = Praca według centrów
mayor-employment-about = Praca w ciągu 90 dni od ukończenia zajęć i pół roku po zakończeniu, w każdym centrum.
mayor-employment-note = Centra stoją w kolejności nazw, to nie jest ranking: gdy przedziały zachodzą na siebie, różnica może być przypadkowa.
mayor-90 = Praca w ciągu 90 dni
mayor-90-n = n (90 dni)
mayor-90-low = Przedział od (90 dni)
mayor-90-high = Przedział do (90 dni)
mayor-6m = Praca po 6 miesiącach
mayor-6m-n = n (6 mies.)
mayor-6m-low = Przedział od (6 mies.)
mayor-6m-high = Przedział do (6 mies.)
mayor-when-90 = 90 dni
mayor-when-6m = 6 mies.
sheet-mayor-claims = Czego nie twierdzimy
mayor-claims-title = Czego nie twierdzimy
mayor-claims-about = Jak tych liczb nie należy czytać.
mayor-claims-note = Te zdania warto powtórzyć, gdy cytuje się liczby z tego pliku.
mayor-claim = Nie twierdzimy, że…
mayor-claim-why = Dlaczego
mayor-claim-cause = …to CIS sprawił, że zasiłki spadły
mayor-claim-cause-why = Porównujemy te same osoby przed i po. Do CIS przychodzi się w najtrudniejszym momencie, więc część zmiany nastąpiłaby i tak. Bez grupy porównawczej przyczyny nie da się ustalić.
mayor-claim-everybody = …liczby dotyczą wszystkich uczestników
mayor-claim-everybody-why = Świadczenia porównujemy tylko u osób, dla których znamy wszystkie miesiące przed rozpoczęciem i po zakończeniu. Liczbę tych osób (n) podajemy przy każdej kwocie.
mayor-claim-budget = …budżet gminy zyskał dokładnie tę kwotę
mayor-claim-budget-why = Różnica nie obejmuje kosztu prowadzenia CIS, świadczeń integracyjnych ani podatków. Kwot „gmina albo państwo” nie zaliczono gminie.
mayor-claim-ranking = …jedno centrum jest lepsze od drugiego
mayor-claim-ranking-why = Centra pracują z różnymi ludźmi, a przy małych liczbach różnice bywają przypadkowe.
mayor-claim-state = …to ostateczny obraz roku
mayor-claim-state-why = Osoby oczekujące mogą jeszcze zmienić wynik; stan na dzień podano na okładce.

# Klaster

cluster-title = Centra klastra obok siebie
cluster-subtitle = Te same definicje, z przedziałami, bez rankingu
cluster-purpose = Porównanie centrów jednego obszaru na tych samych definicjach: do rozmowy o tym, co działa, a nie o tym, kto jest lepszy.
cluster-readers = Kierownicy centrów, starosta, wójtowie i burmistrzowie obszaru.
cluster-basis = Dane centrów integracji społecznej i ośrodków pomocy społecznej; definicje w arkuszu Definicje. Nie jest to sprawozdanie urzędowe.
cluster-note-once-subject = Osoby w dwóch centrach
cluster-note-once = Osoba, która uczestniczyła w dwóch centrach, liczy się w każdym z nich, a w wierszu „Razem” raz. Dlatego „Razem” bywa mniejsze niż suma centrów.
cluster-note-chance-subject = Przypadek
cluster-note-chance = W małym centrum jedna osoba zmienia odsetek o wiele punktów. Wykres lejkowy pokazuje, jakie odsetki mogły wyjść w centrum tej wielkości przez sam przypadek, gdyby wszystkie pracowały tak samo. Centrum w lejku nie różni się od całości bardziej, niż tłumaczy to przypadek.
column-powiat = Powiat
column-pathway = Ścieżka
column-workshop = Warsztat
column-referring = Kto skierował
column-service = Forma wsparcia
sheet-cluster-counts = Uczestnicy
cluster-counts-title = Uczestnicy i zakończenia w centrach
cluster-counts-about = Uczestnicy, rozpoczynający, kończący, ukończenia i przerwania w każdym centrum i razem.
cluster-counts-note = Centra stoją w kolejności nazw. Osoba z dwóch centrów liczy się w wierszu „Razem” raz; zakończenia liczy się w uczestnictwach.
sheet-cluster-centre = Odsetki w centrach
cluster-centre-title = Odsetki w centrach i razem
cluster-centre-about = Ukończenia, usamodzielnienie, praca i zasiłki w każdym centrum, z przedziałami i liczbą osób.
cluster-centre-note = To nie jest ranking: gdy przedziały dwóch centrów zachodzą na siebie, różnica może być przypadkowa. Odsetków z mniej niż 10 przypadków nie podajemy.
sheet-cluster-powiat = Według powiatów
cluster-powiat-title = Odsetki według powiatów
cluster-powiat-about = Te same odsetki według powiatu zamieszkania uczestników.
cluster-powiat-note = Powiat, który uczestnik podał przy rozpoczęciu. Gdy przedziały zachodzą na siebie, różnica może być przypadkowa.
sheet-cluster-pathway = Według ścieżek
cluster-pathway-title = Odsetki według ścieżki uczestnictwa
cluster-pathway-about = Te same odsetki według ścieżki uczestnictwa.
cluster-pathway-note = Ścieżka mówi o zdrowiu i uzależnieniu, dlatego liczby poniżej 10 są ukryte.
sheet-cluster-workshop = Według warsztatów
cluster-workshop-title = Odsetki według warsztatów
cluster-workshop-about = Te same odsetki według warsztatu, w którym osoba uczestniczyła.
cluster-workshop-note = Osoba z kilku warsztatów liczy się w każdym z nich: wierszy nie wolno sumować.
sheet-cluster-referring = Według kierujących
cluster-referring-title = Odsetki według tego, kto skierował
cluster-referring-about = Te same odsetki według instytucji, która skierowała do centrum.
cluster-referring-note = Instytucje kierują różne osoby; różnica nie mówi, że jedna kieruje lepiej.
sheet-cluster-service = Według form wsparcia
cluster-service-title = Odsetki według form wsparcia
cluster-service-about = Te same odsetki osób, które otrzymały daną formę wsparcia.
cluster-service-note = Osoba z kilkoma formami wsparcia liczy się w każdej z nich: wierszy nie wolno sumować. Różnica nie dowodzi, że forma działa: dostają ją różni ludzie.
sheet-cluster-funnel = Lejek
cluster-funnel-title = Praca w ciągu 90 dni od ukończenia: centra na tle przypadku
cluster-funnel-about = Odsetek każdego centrum obok granic, w których mógłby leżeć przez przypadek, i wykres lejkowy.
cluster-funnel-note = Granice: gdyby każde centrum miało odsetek całego klastra, w 95% (99,8%) przypadków wynik centrum tej wielkości leżałby między nimi (rozkład dwumianowy).
cluster-funnel-overall = Odsetek klastra
cluster-funnel-low-95 = Granica 95% od
cluster-funnel-high-95 = Granica 95% do
cluster-funnel-low-998 = Granica 99,8% od
cluster-funnel-high-998 = Granica 99,8% do
cluster-funnel-place = Położenie
cluster-funnel-within = w granicach przypadku
cluster-funnel-between = poza granicą 95%, w granicy 99,8%
cluster-funnel-outside = poza granicą 99,8%

# Uwagi do danych (findings)

findings-title = Uwagi do danych
findings-subtitle = Co w plikach wymaga sprawdzenia lub poprawy
findings-purpose = Lista miejsc w arkuszach, które trzeba sprawdzić, z wyjaśnieniem i sposobem poprawy. Na początku te, które mogą najbardziej zmienić główne liczby, dalej najpoważniejsze.
findings-together = Razem
findings-none = Nie znaleziono żadnych uwag.
findings-first = Od czego zacząć
findings-first-file = { $file }: { $counts }{ $more ->
    [none] {"."}
   *[other] . Komórki: { $more }.
}
findings-first-nothing = Nie ma błędów; ostrzeżenia przejrzyj w arkuszu „Uwagi”.
findings-first-rest = { $count ->
    [one] I jeszcze { $count } plik z błędami – arkusz „Według plików”.
    [few] I jeszcze { $count } pliki z błędami – arkusz „Według plików”.
   *[other] I jeszcze { $count } plików z błędami – arkusz „Według plików”.
}
findings-send = Jak przekazać
findings-send-how = W arkuszu „Uwagi” wybierz filtrem w kolumnie „Plik” jeden plik, zaznacz widoczne wiersze i wyślij je osobie, która ten plik prowadzi. Nie ma w nich nazwisk ani numerów PESEL, są jednak wartości z komórek: wysyłaj tylko uprawnionym.
findings-correct = Jak poprawić
findings-correct-how = Dla każdego pliku z uwagami w folderze „corrections” jest skoroszyt poprawek (odnośniki w arkuszu „Według plików”). Wpisz w nim poprawne wartości, zapisz go w folderze z danymi i uruchom program jeszcze raz z opcją --force, żeby zastąpić ten wynik. Plików źródłowych nie trzeba zmieniać.
findings-again = Potem
findings-again-how = Można też poprawić komórki w samych plikach źródłowych; tylko nie w tym skoroszycie, bo program go nie czyta. Po każdej zmianie uruchom program jeszcze raz.
findings-links = Kliknięcie adresu w kolumnie „Komórka” otwiera plik w tym miejscu.
findings-no-links = Adresy komórek nie są odnośnikami: folder wyników nie leży obok folderu z danymi.
findings-correction = Skoroszyt poprawek
findings-correction-open = otwórz
findings-shortened = Pokazano pierwsze { $shown } z { $count } uwag; wszystkie są w pliku findings.jsonl.
findings-count = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
   *[other] { $count } uwag
}
severity-blocking-means = pliku lub tabeli nie da się użyć albo raport nie powstał.
severity-error-means = wiersz lub wartość pominięto tam, gdzie były potrzebne.
severity-warning-means = wartości użyto, ale warto ją sprawdzić.
severity-note-means = poprawiono lub przyjęto automatycznie; widać, co i na co.
sheet-findings-all = Uwagi
findings-all-title = Wszystkie uwagi
sheet-findings-by-file = Według plików
findings-by-file-title = Liczba uwag według plików
sheet-findings-by-check = Według kontroli
findings-by-check-title = Liczba uwag według kontroli
findings-severity = Waga
findings-file = Plik
findings-sheet = Arkusz
findings-cell = Komórka
findings-field = Pole
findings-read = Odczytano
findings-what = Co jest nie tak
findings-why = Dlaczego to ważne
findings-fix = Jak poprawić
findings-code = Kod
findings-person = Osoba (pseudonim)
findings-check = Kontrola

# Nazwy kodów, które widać w sprawozdaniach i uwagach: <wymiar>-<kod>.

## Wymiary

dimension-total = ogółem
dimension-centre = centrum
dimension-gmina = gmina
dimension-powiat = powiat
dimension-sex = płeć
dimension-age_band = wiek w chwili rozpoczęcia
dimension-education = wykształcenie
dimension-labour_status = status na rynku pracy w chwili rozpoczęcia
dimension-group = grupa (art. 1 ust. 2)
dimension-disability = stopień niepełnosprawności
dimension-pathway = ścieżka reintegracji
dimension-workshop = warsztat
dimension-referred_by = kto skierował
dimension-support_kind = forma wsparcia
dimension-entry_year = rok rozpoczęcia
dimension-exit_quarter = kwartał zakończenia
dimension-benefit_kind = rodzaj świadczenia
dimension-payer = płatnik
dimension-month_offset = miesiąc przed rozpoczęciem lub po zakończeniu
dimension-exit_kind = sposób zakończenia
dimension-outcome = sytuacja po zakończeniu

## Brak wartości

category-missing = brak danych
category-all = razem

## Płeć

sex-K = kobiety
sex-M = mężczyźni
sex-all = ogółem
sex-unknown = płeć nieustalona

## Wiek

age_band-0-17 = do 17 lat
age_band-18-29 = 18–29 lat
age_band-30-54 = 30–54 lata
age_band-55plus = 55 lat i więcej

## Wykształcenie

education-0-2 = gimnazjalne lub niższe (ISCED 0–2)
education-3-4 = ponadgimnazjalne lub policealne (ISCED 3–4)
education-5-8 = wyższe (ISCED 5–8)

## Status na rynku pracy

labour_status-unemployed_registered = bezrobotni zarejestrowani
labour_status-unemployed_unregistered = bezrobotni niezarejestrowani
labour_status-unemployed = bezrobotni, rejestracja nieznana
labour_status-inactive = bierni zawodowo
labour_status-employed = pracujący

## Grupy

group-homeless = bezdomni
group-alcohol = uzależnieni od alkoholu
group-drugs = uzależnieni od narkotyków
group-mental = z zaburzeniami psychicznymi
group-long_term_unemployed = długotrwale bezrobotni
group-ex_prisoner = zwalniani z zakładów karnych
group-refugee = uchodźcy
group-disabled = z niepełnosprawnością
group-other = inne

## Niepełnosprawność

disability-none = bez orzeczenia
disability-light = stopień lekki
disability-moderate = stopień umiarkowany
disability-severe = stopień znaczny
disability-refused = odmowa podania informacji
disability-yes = z niepełnosprawnością, stopień nieznany

## Ścieżki

pathway-healthy = zdrowi
pathway-ill_or_disabled = długotrwale chorzy lub z niepełnosprawnością
pathway-addicted = uzależnieni

## Kto skierował

referred_by-ops = ośrodek pomocy społecznej
referred_by-pup = powiatowy urząd pracy
referred_by-pcpr = powiatowe centrum pomocy rodzinie
referred_by-ngo = organizacja pozarządowa
referred_by-kis = klub integracji społecznej
referred_by-treatment = zakład leczniczy
referred_by-own = własny wniosek

## Formy wsparcia

support_kind-vocational_workshop = warsztat zawodowy
support_kind-vocational_training = szkolenie zawodowe
support_kind-course = kurs
support_kind-employer_practice = praktyka u pracodawcy
support_kind-job_placement = pośrednictwo pracy
support_kind-vocational_counselling = doradztwo zawodowe
support_kind-psychological = wsparcie psychologiczne
support_kind-addiction_therapy = terapia uzależnień
support_kind-interpersonal_training = trening interpersonalny
support_kind-intrapersonal_training = trening intrapersonalny
support_kind-legal_advice = poradnictwo prawne
support_kind-educational = zajęcia edukacyjne
support_kind-volunteering = wolontariat
support_kind-flat_renovation = remont mieszkania
support_kind-job_fair = targi pracy
support_kind-exclusion_meetings = spotkania o wykluczeniu
support_kind-other = inne

## Obszar wsparcia

support_area-vocational = reintegracja zawodowa
support_area-social = reintegracja społeczna

## Sposób zakończenia

exit_kind-completed = zgodnie z IPZS
exit_kind-completed_early_job = wcześniej – podjęcie pracy
exit_kind-breach = naruszenie regulaminu
exit_kind-left = trwałe opuszczenie
exit_kind-withdrew = rezygnacja
exit_kind-died = zgon
exit_kind-health = stan zdrowia
exit_kind-moved = zmiana miejsca zamieszkania
exit_kind-other = inne

## Sytuacja po zakończeniu

outcome-job = praca
outcome-self_employment = działalność gospodarcza
outcome-social_coop = spółdzielnia socjalna
outcome-supported = zatrudnienie wspierane
outcome-education = nauka lub szkolenie
outcome-job_seeking = poszukiwanie pracy
outcome-unemployed = bezrobocie
outcome-inactive = bierność zawodowa
outcome-retired = emerytura lub renta
outcome-improved = poprawa sytuacji zawodowej

## Forma zatrudnienia

job_form-contract = umowa o pracę
job_form-civil = umowa cywilnoprawna
job_form-self_employment = działalność gospodarcza
job_form-social_coop = spółdzielnia socjalna
job_form-supported = zatrudnienie wspierane
job_form-other_paid = inna praca zarobkowa

## Świadczenia

benefit_kind-periodic = zasiłek okresowy
benefit_kind-purpose = zasiłek celowy
benefit_kind-special_purpose = specjalny zasiłek celowy
benefit_kind-permanent = zasiłek stały
benefit_kind-housing = dodatek mieszkaniowy
benefit_kind-unemployment = zasiłek dla bezrobotnych
benefit_kind-integration = świadczenie integracyjne
benefit_kind-bonus = premia motywacyjna
benefit_kind-other = inne
benefit_kind-all = wszystkie świadczenia

## Płatnicy

payer-gmina = gmina
payer-state = budżet państwa
payer-labour_fund = Fundusz Pracy
payer-centre = CIS
payer-gmina_or_state = gmina lub budżet państwa
payer-unknown = płatnik nieznany
payer-all = wszyscy płatnicy

## Centra i inne jednostki

centre_kind-cis = centrum integracji społecznej
centre_kind-kis = klub integracji społecznej
centre_kind-zaz = zakład aktywności zawodowej
centre_kind-wtz = warsztat terapii zajęciowej

## Kategorie finansowe

finance_category-grant_gmina = dotacja z budżetu gminy
finance_category-grant_voivodeship = dotacja z budżetu województwa
finance_category-grant_eu = środki UE
finance_category-labour_fund_refund = refundacja z Funduszu Pracy
finance_category-own_revenue = przychody własne
finance_category-running_cost = koszty bieżące
finance_category-integration_benefits = świadczenia integracyjne
finance_category-bonuses = premie motywacyjne
finance_category-investment = inwestycje

## Plan i wykonanie

plan_or_execution-plan = plan
plan_or_execution-execution = wykonanie

## Statusy

status-counted = policzone
status-excluded = wyłączone
status-pending = oczekujące
status-unknown = brak danych

## Jednostki

unit-person = osoby
unit-participation = uczestnictwa
unit-percent = %
unit-pln = zł
unit-pln_month = zł miesięcznie
unit-days = dni
unit-months = miesiące

## Skutki uwag

implausible-birth = wiek w dniu rozpoczęcia byłby niemożliwy
implausible-entry = rozpoczęcie leży w dalekiej przyszłości
implausible-entry-later = rozpoczęcie leży po dniu, na który liczymy, więc uczestnictwo nie jest jeszcze liczone
implausible-referral = skierowanie byłoby o wiele lat wcześniejsze niż rozpoczęcie
effect-row-left-out = wiersz jest pominięty
effect-table-left-out = żadna kwota z tej tabeli nie jest liczona
effect-value-left-out = wartość jest pominięta, reszta wiersza jest użyta
effect-still-taking-part = osoba nadal liczy się jako uczestnik
effect-row-counted = na razie jest liczony
effect-centre-of-file = liczy się centrum, do którego należy cały plik
effect-job-left-out = praca jest pominięta, uczestnictwo jest liczone

## Podpowiedzi

suggestion-none = brak podobnej

## Waga uwag

severity-blocking = Blokada
severity-error = Błąd
severity-warning = Ostrzeżenie
severity-note = Informacja

# Dlaczego pliku nie da się odczytać (W001)
read-problem-empty = plik jest pusty; skopiuj go jeszcze raz albo usuń go z folderu
read-problem-not-a-spreadsheet = to nie jest arkusz kalkulacyjny ani plik CSV; jeśli są w nim dane, zapisz je jako .xlsx, a jeśli nie, przenieś plik do innego folderu
read-problem-markup = to strona internetowa lub XML, choć nazwa mówi o arkuszu; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
read-problem-password = plik jest chroniony hasłem; otwórz go hasłem, usuń hasło i zapisz
read-problem-broken = plik jest uszkodzony albo zapisany w sposób, którego program nie rozumie; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx, a jeśli się nie otwiera, poproś o niego jeszcze raz
read-problem-too-large = plik ma więcej danych niż jakikolwiek prawdziwy wykaz; usuń puste wiersze i kolumny poniżej i obok danych albo podziel plik
read-problem-no-sheet = w pliku nie ma żadnego arkusza; otwórz go i zapisz dane w zwykłym arkuszu
read-problem-outside-grid = komórka leży poza ostatnim wierszem lub kolumną, jakie arkusz może mieć; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
read-problem-doctype = zawiera XML z DOCTYPE, którego nie zapisuje żaden program biurowy; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
read-problem-duplicate-parts = dwie części pliku mają tę samą nazwę, więc programy pokazałyby różne dane; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
read-problem-inflation = po rozpakowaniu jest wielokrotnie większy, jak tylko pliki zrobione, żeby szkodzić; nie otwieraj go, dopóki nie wiesz, od kogo jest, i poproś o niego jeszcze raz
read-problem-shared-strings = zapowiada więcej tekstów, niż może pomieścić; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
read-problem-memory = odczyt wymaga więcej pamięci, niż plik może zająć ([limits] w efekt.toml); podziel plik albo podnieś ten limit
read-problem-time = odczyt trwa dłużej, niż może ([limits] w efekt.toml); podziel plik albo podnieś ten limit
read-problem-crashed = jest uszkodzony tak, że zatrzymał proces, który czyta pliki; otwórz go w Excelu lub LibreOffice, wybierz Plik › Zapisz jako i zapisz jako .xlsx
active-content-macros = makra
active-content-links = łącza do innych skoroszytów
active-content-connections = połączenia z bazami lub innymi źródłami danych
active-content-dde = łącza do innych programów (DDE)
active-content-objects = osadzone pliki lub kontrolki

# Dlaczego wskaźnik nie ma wartości: zdanie i słowo do komórki
empty-no-data = brak danych – w plikach nie ma nikogo takiego
empty-nothing-in-period = w tym okresie nie ma nikogo, kogo ten wskaźnik dotyczy
empty-all-pending = wszyscy jeszcze oczekują
empty-all-unknown = o nikim nie wiadomo, bo dane tego nie mówią
empty-all-excluded = wszyscy są wyłączeni z licznika i mianownika
empty-pending-and-unknown = część oczekuje, a o pozostałych nie wiadomo
empty-zero-denominator = nie ma przez co dzielić, bo podstawa nie jest większa od zera
empty-word-no-data = brak danych
empty-word-nothing-in-period = nikt w okresie
empty-word-all-pending = oczekujący
empty-word-all-unknown = nie wiadomo
empty-word-all-excluded = wyłączeni
empty-word-pending-and-unknown = oczekujący lub nie wiadomo
empty-word-zero-denominator = brak podstawy

# Ustawienia, od których zależą liczby
setting-independence-outcomes = Sytuacje uznane za usamodzielnienie ekonomiczne
setting-benefit-window-months = Okno świadczeń przed i po (miesiące)

# Dlaczego dwie osoby mogą być jedną (X007)
same-person-birth-date = to samo imię i nazwisko i ta sama data urodzenia
same-person-pesel = to samo imię i nazwisko i prawie ten sam PESEL
same-person-centre = to samo imię i nazwisko w tym samym centrum, a daty urodzenia brak
setting-centre = Tylko centrum

# Jednostki parametrów: identyfikator to słowa z pola unit
parameter-unit-of-criterion-income = % różnicy między kryterium a dochodem
parameter-unit-of-pit-due-from-residents-statutory-ceiling-39-34-less-art-89-correction = % podatku PIT należnego od mieszkańców (ustawowo 39,34 mniej korekta z art. 89)
parameter-unit-of-pit-due = % należnego podatku PIT
parameter-unit-of-criterion-minus-income = % różnicy między kryterium a dochodem
parameter-unit-of-monthly-benefit-per-day-1-40 = % miesięcznego świadczenia za dzień (1/40)
parameter-unit-of-residents-taxable-income-not-of-tax-base-year-budget-year-2 = % dochodów podatników (nie podatku) z roku o dwa lata wcześniejszego niż budżet
parameter-unit-of-swiadczenie-integracyjne = % świadczenia integracyjnego
parameter-unit-of-the-base = % podstawy
parameter-unit-of-unemployment-benefit-first-90-days = % zasiłku dla bezrobotnych z pierwszych 90 dni
parameter-unit-of-zasi-ek-dla-bezrobotnych = % zasiłku dla bezrobotnych
parameter-unit-1-yes-0-no = 1 = tak, 0 = nie
parameter-unit-pln-month-income-criterion-family-member = zł miesięcznie (tyle, co kryterium dochodowe na osobę w rodzinie)
parameter-unit-pln-month-gross = zł miesięcznie brutto
parameter-unit-pln-month-net-income-per-person = zł miesięcznie, dochód netto na osobę
parameter-unit-pln-month-net-income = zł miesięcznie, dochód netto
parameter-unit-pln-month = zł miesięcznie
parameter-unit-completed-years = ukończone lata
parameter-unit-days = dni
parameter-unit-fraction-of-monthly-benefit-per-day-1-20-more-than-3-days-in-a-month-0-for-the-month = część miesięcznego świadczenia za dzień (1/20); więcej niż 3 dni w miesiącu = 0 za miesiąc
parameter-unit-full-months = pełne miesiące
parameter-unit-minimum-wages = wielokrotność minimalnego wynagrodzenia
parameter-unit-month = miesiąc
parameter-unit-months = miesiące
parameter-unit-persons = osoby
parameter-unit-thousandths-of-full-time = tysięczne części pełnego etatu
parameter-unit-years = lata

# Wiersz poleceń: pomoc, komunikaty, podsumowania.

## Pomoc

cli-about-efekt = efekt czyta arkusze centrów integracji społecznej, sprawdza je, oblicza wskaźniki i zapisuje sprawozdania.
cli-about-report = Czyta, sprawdza, oblicza i zapisuje wszystkie sprawozdania.
cli-about-check = Tylko czyta i sprawdza: zapisuje skoroszyt z uwagami i mówi, co rozpoznano w każdym arkuszu.
cli-about-init = Zakłada nowy projekt: efekt.toml i skoroszyty do wypełnienia, z instrukcją i listami rozwijanymi.
cli-about-list = Wypisuje wskaźniki, kontrole, sprawozdania, parametry albo rodzaje tabel.
cli-about-explain = Wyjaśnia wskaźnik, kontrolę, parametr albo rodzaj tabeli: definicja, źródło, przepis, zapytanie. Z danymi: kto i dlaczego jest w wyniku wskaźnika, aż do komórki w pliku.

cli-usage-efekt = efekt POLECENIE [OPCJE]
cli-usage-report = efekt report [WEJŚCIE]... [OPCJE]
cli-usage-check = efekt check [WEJŚCIE]... [OPCJE]
cli-usage-init = efekt init FOLDER [OPCJE]
cli-usage-list = efekt list CO [OPCJE]
cli-usage-explain = efekt explain CO [WEJŚCIE]... [OPCJE]

cli-heading-usage = Użycie:
cli-heading-commands = Polecenia
cli-heading-arguments = Argumenty
cli-heading-options = Opcje

cli-value-command = POLECENIE
cli-value-input = WEJŚCIE
cli-value-dir = FOLDER
cli-value-list = CO
cli-value-topic = CO
cli-value-config = PLIK
cli-value-out = FOLDER
cli-value-report = ID
cli-value-period = OKRES
cli-value-as-of = DZIEŃ
cli-value-centre = NAZWA
cli-value-lang = JĘZYK
cli-value-format = FORMAT
cli-value-fail-on = WAGA
cli-value-jobs = N
cli-value-queries = FOLDER

cli-help-input = Foldery albo pliki do wczytania; domyślnie bieżący folder
cli-help-dir = Folder nowego projektu; powstanie, jeśli go nie ma
cli-help-list = indicators (wskaźniki), checks (kontrole), reports (sprawozdania), parameters (parametry) albo sources (rodzaje tabel)
cli-help-topic = Identyfikator z polecenia „efekt list”, na przykład completion_rate albo P001
cli-help-config = Plik projektu; domyślnie efekt.toml w pierwszym folderze wejściowym, jeśli tam jest
cli-help-out = Folder wyników; domyślnie ./out
cli-help-report = Tylko te sprawozdania, po przecinku: ministry, eu, mayor, cluster, quarterly; domyślnie wszystkie, do których są dane
cli-help-period = 2025, 2025-Q3, 2025-01..2025-06, last-quarter (ostatni kwartał) albo last-year (ostatni rok); domyślnie last-year
cli-help-as-of = Dzień, po którym nic nie jest wiadome, RRRR-MM-DD; domyślnie z pliku projektu, a jeśli go tam nie ma, dzisiejszy (UTC)
cli-help-centre = Tylko to centrum
cli-help-lang = Język: pl (polski) albo en (angielski). Komunikaty bez tej opcji: według LC_ALL albo LANG; sprawozdania: według pliku projektu, inaczej po polsku
cli-help-format = Wynik na ekranie: text (dla ludzi, domyślnie) albo json (jeden dokument)
cli-help-fail-on = Od jakiej wagi uwag kod wyjścia jest 1: error (błąd), warning (ostrzeżenie) albo never (nigdy); domyślnie never dla report, error dla check
cli-help-jobs = Najwyżej tyle wątków; obecnie bez znaczenia, a wynik nigdy od tego nie zależy
cli-help-queries = Folder definicji zamiast wbudowanych
cli-help-force-init = Zastąp pliki, które już tam są – razem z tym, co w nich wpisano
cli-help-lang-init = Język instrukcji i podpowiedzi: pl (polski, domyślnie) albo en (angielski); nagłówki tabel są zawsze polskie
cli-help-force = Zastąp wcześniejszy przebieg także wtedy, gdy powstał z innych plików
cli-help-quiet = Pisz tylko błędy i folder wyników
cli-help-verbose = Pisz też każdy krok i każdy plik
cli-help-help = Pokaż tę pomoc
cli-help-version = Pokaż wersję

## Błędy w poleceniu

cli-error = Błąd:
cli-did-you-mean = Czy chodziło o „{ $nearest }”?
cli-usage-hint = Pomoc: efekt --help
cli-usage-unknown-argument = Nie ma opcji „{ $argument }”.
cli-usage-unknown-command = Nie ma polecenia „{ $command }”.
cli-usage-missing-value = Opcja „{ $argument }” wymaga wartości.
cli-usage-wrong-value = „{ $value }” nie pasuje do „{ $argument }”. Przyjmowane: { $accepted }.
cli-usage-wrong-value-bare = „{ $value }” nie pasuje do „{ $argument }”.
cli-usage-missing-argument = Brakuje: { $argument }.
cli-usage-missing-command = Brakuje polecenia.
cli-usage-twice = „{ $argument }” można podać tylko raz.
cli-usage-conflict = „{ $argument }” i „{ $other }” wykluczają się.
cli-usage-not-unicode = Wartość opcji „{ $argument }” nie jest tekstem Unicode.
cli-usage-too-many-values = Za dużo wartości dla „{ $argument }”.
cli-usage-other = Polecenie jest niezrozumiałe.

## Błędy ustawień

cli-no-project-file = Nie ma pliku projektu „{ $path }”.
cli-wrong-period = „{ $given }” nie jest okresem. Przyjmowane: 2025, 2025-Q3, 2025-01..2025-06, last-quarter, last-year.
cli-wrong-as-of = „{ $given }” nie jest datą. Przykład: 2026-06-30.
cli-unknown-report = Nie ma sprawozdania „{ $given }”. Listę podaje: efekt list reports.
cli-unknown-topic = Nie ma wskaźnika, kontroli, parametru ani rodzaju tabeli „{ $given }”.
cli-unknown-centre = Centrum „{ $given }” nie ma w żadnej tabeli ani w pliku projektu. Znane: { $known }.
cli-definition = Nie można użyć definicji: { $error }
cli-project-syntax = to nie jest poprawny zapis TOML: { $words }
cli-project-unknown-key = nieznany klucz „{ $key }”. Znane tutaj: { $known }.
cli-project-missing = brakuje klucza „{ $key }”.
cli-project-wrong-type = „{ $key }” ma być taki: { $wanted }.
cli-project-unknown-value = „{ $given }” nie pasuje do klucza „{ $key }”. Przyjmowane: { $accepted }.
cli-project-wrong-form = „{ $given }” nie pasuje do klucza „{ $key }”. Przykład: { $example }.
cli-project-repeated = nazwa centrum „{ $name }” występuje dwa razy.
cli-type-text = tekst w cudzysłowie
cli-type-texts = lista tekstów, ["…", "…"]
cli-type-number = liczba całkowita
cli-type-table = tabela, [nazwa]
cli-type-tables = lista tabel, [[nazwa]]

## Błędy plików i przebiegu

cli-cannot-read = Nie można odczytać „{ $path }”: { $cause }.
cli-cannot-write = Nie można zapisać „{ $path }”: { $cause }. Nic nie opublikowano.
cli-cannot-start = Nie można uruchomić procesu, który czyta pliki („{ $path }”): { $cause }. Bez jego ochrony program nie czyta żadnego pliku. Sprawdź, czy program może uruchamiać procesy (pamięć, liczba procesów, piaskownica), i uruchom go jeszcze raz.
cli-cannot-replace = Nie można zastąpić „{ $path }”: { $cause }. Został wcześniejszy przebieg.
cli-cause-not-found = nie ma takiego pliku ani folderu
cli-cause-permission-denied = brak uprawnień
cli-cause-in-use = używa go inny program; zamknij plik w Excelu i spróbuj ponownie
cli-cause-disk-full = brak miejsca na dysku
cli-cause-read-only-disk = dysk jest tylko do odczytu
cli-cause-wrong-kind = to nie jest zwykły plik albo folder, jakiego tu trzeba
cli-cause-not-text = to nie jest tekst w UTF-8
cli-cause-too-large = plik jest za duży
cli-claim-busy = W folderze „{ $folder }” pracuje już inny przebieg programu (proces { $process }). Poczekaj, aż skończy.
cli-claim-busy-unnamed = W folderze „{ $folder }” pracuje już inny przebieg programu. Poczekaj, aż skończy.
cli-claim-other-inputs = Przebieg w „{ $folder }” powstał z innych plików. Żeby go zastąpić, dodaj --force; żeby go zachować, podaj inny --out.
cli-claim-not-a-run = W „{ $folder }” leży coś, czego ten program nie zapisał. Podaj inny --out.
cli-claim-foreign-file = W „{ $folder }” leży plik „{ $file }”, którego nie zapisał ten program; zostałby usunięty. Przenieś go albo dodaj --force.
cli-no-usable-input = Wśród plików wejściowych nie ma ani jednej tabeli, której można użyć. Nic nie opublikowano.
cli-disclosure = Kontrola ujawniania nie pozwala opublikować wyników: { $reason }. Nic nie opublikowano.
cli-internal = Wewnętrzny błąd programu ({ $stage }: { $reason }). Nic nie opublikowano.

## Kroki

cli-stage-ingest = Czytam pliki…
cli-stage-validate = Sprawdzam wartości…
cli-stage-link = Łączę osoby i uczestnictwa…
cli-stage-facts = Układam tabele…
cli-stage-indicators = Obliczam wskaźniki…
cli-stage-disclosure = Sprawdzam, co można opublikować…
cli-stage-reports = Zapisuję sprawozdania…

## Podsumowanie

cli-run-heading = Okres { $period } ({ $start } – { $end }), stan wiedzy na dzień { $asof }.
cli-rows-heading = Wiersze pod nagłówkami tabel
cli-rows-file = plik
cli-rows-read = wczytane
cli-rows-used = użyte
cli-rows-duplicates = powt.
cli-rows-left-out = pomin.
cli-rows-totals = sumy
cli-rows-all = razem
cli-rows-balance = Rachunek się zgadza: wczytane = użyte + powtórzone + pominięte + sumy i dopiski.
cli-rows-imbalance = RACHUNEK SIĘ NIE ZGADZA: to błąd programu, nie używaj tych wyników.
cli-tables-empty = Tabele są jeszcze puste: nie ma w nich żadnego wiersza z danymi.
cli-skipped = Nie wczytano „{ $path }”: { $reason }.
cli-skipped-lock-file = ślad otwartego pliku – mogą w nim być niezapisane zmiany
cli-skipped-hidden = plik ukryty
cli-skipped-not-a-table = to nie jest arkusz ani plik CSV
cli-skipped-not-a-file = to nie jest zwykły plik
cli-skipped-link = dowiązanie; podaj plik, do którego prowadzi
cli-skipped-unreadable-name = nazwa nie jest tekstem Unicode
cli-skipped-too-large = plik jest za duży
cli-skipped-unreadable = system nie pozwala go otworzyć
cli-companion = Pominięto „{ $path }” (leży obok tabel).
cli-findings-heading = Uwagi do danych
cli-findings-none = Brak uwag.
cli-findings-blocking = { $count ->
    [one] { $count } blokada
    [few] { $count } blokady
   *[many] { $count } blokad
}
cli-findings-error = { $count ->
    [one] { $count } błąd
    [few] { $count } błędy
   *[many] { $count } błędów
}
cli-findings-warning = { $count ->
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
   *[many] { $count } ostrzeżeń
}
cli-findings-note = { $count ->
    [one] { $count } informacja
    [few] { $count } informacje
   *[many] { $count } informacji
}
cli-findings-check = { $code } ({ $severity }) { $title }: { $count ->
    [one] { $count } raz
   *[other] { $count } razy
}
cli-findings-first = najpierw: { $place }
cli-held-back = Raport { $report } nie powstał: nie są spełnione kontrole { $checks }. Uwagi wskazują osoby i miejsca; po poprawce uruchom program ponownie.
cli-findings-where = Wszystkie uwagi, z miejscem, powodem i radą: { $path }
cli-severity-blocking = blokada
cli-severity-error = błąd
cli-severity-warning = ostrzeżenie
cli-severity-note = informacja
cli-headline = Najważniejsze liczby
cli-figure-share = { $numerator } z { $denominator }
cli-figure-interval = przedział 95 %: { $low }–{ $high } %
cli-figure-pending = { $count ->
    [one] { $count } oczekuje
    [few] { $count } oczekują
   *[many] { $count } oczekuje
}
cli-figure-unknown = { $count } bez danych
cli-figure-days = { $days } dnia
cli-figure-months = { $months } miesiąca
cli-figure-rise = minus: po zakończeniu wypłacono więcej niż przed rozpoczęciem
cli-figure-excluded = { $count ->
    [one] { $count } wyłączona
    [few] { $count } wyłączone
   *[many] { $count } wyłączonych
}
cli-figure-undefined = brak wyniku: { $why }
cli-figure-hidden = [c] ukryte, bo mogłoby mówić o pojedynczych osobach
cli-files = { $count ->
    [one] { $count } plik
    [few] { $count } pliki
   *[many] { $count } plików
} w folderze { $folder }
cli-recognised = Co rozpoznano w arkuszach
cli-recognised-sheet = { $place }: { $kind }, nagłówek w wierszu { $row }, rozpoznano { $confidence } % kolumn
cli-recognised-unusable = { $place }: { $kind }, nagłówek w wierszu { $row }, ale tabeli nie można użyć: brakuje wymaganej kolumny albo dwie kolumny są tym samym polem
cli-recognised-guessed = (odgadnięto, pewność { $confidence } %)
cli-recognised-nothing = { $place }: nie rozpoznano tabeli
cli-recognised-guide = { $place }: instrukcja albo listy wartości, nie dane
cli-recognised-not-used = (nieużywana)

## Listy i wyjaśnienia

cli-report-ministry = Sprawozdanie dla wojewody i ministerstwa (art. 5 ustawy o zatrudnieniu socjalnym)
cli-report-eu = Wskaźniki zatrudnienia EFS+ dla koordynatora projektu
cli-report-mayor = Podsumowanie roku dla wójta, burmistrza, prezydenta i rady
cli-report-cluster = Centra obok siebie, według tych samych definicji
cli-report-quarterly = Osiem ostatnich kwartałów
cli-unit-person = osoba
cli-unit-participation = uczestnictwo
cli-explain-unit = Jednostka:
cli-explain-esf = Kod EFS+:
cli-explain-since = Obowiązuje od:
cli-explain-until = Obowiązywał do:
cli-explain-parameters = Parametry, wartości z dnia { $day }:
cli-explain-caveat = Zastrzeżenie:
cli-explain-basis = Podstawa:
cli-explain-reasons = Powody zaliczenia i wyłączenia:
cli-explain-query = Zapytanie:
cli-explain-unverified = {" "}[niezweryfikowane w źródle]
cli-explain-dates-unverified = {" "}[daty niezweryfikowane]
cli-explain-derived = {" "}[obliczone z innych wartości]
cli-explain-severity = Waga:
cli-explain-what = Co:
cli-explain-why = Dlaczego to ważne:
cli-explain-fix = Jak poprawić:
cli-explain-number-unit = Jednostka miary:
cli-explain-field = { $field }: nagłówek „{ $header }” – { $title }

## Nowy projekt

cli-init-exists = Już istnieje: { $files }. Niczego nie zapisano. Podaj inny folder albo dodaj --force; wtedy to, co jest w tych plikach, zginie.
cli-init-written = Zapisano
cli-init-project = ustawienia projektu; każde objaśnione i z wartością domyślną
cli-init-participants = uczestnicy: jeden wiersz to jedno uczestnictwo
cli-init-jobs = zatrudnienie, gdy osoba miała kilka prac
cli-init-benefits = świadczenia: wypłaty za miesiąc albo decyzje
cli-init-support = formy wsparcia
cli-init-centres = placówki, finanse, kadra, wskaźniki docelowe
cli-init-next = Co dalej
cli-init-next-fill = 1. Wypełnij skoroszyty w Excelu albo LibreOffice; zacznij od uczestnicy.xlsx. Pierwszy arkusz każdego objaśnia, co wpisać.
cli-init-next-check = 2. Sprawdź, czy wszystko da się odczytać: efekt check { $folder }
cli-init-next-report = 3. Zrób sprawozdania: efekt report { $folder }

# efekt explain z danymi: wynik, osoby, miejsca w plikach.

cli-help-input-explain = Foldery albo pliki z danymi; bez nich tylko definicja
cli-help-centre-explain = Tylko wynik tego centrum
cli-help-sex = Tylko wynik dla kobiet (K), mężczyzn (M) albo osób o nieustalonej płci (?)
cli-help-dimension = Tylko wynik dla kategorii, na przykład group=homeless albo payer=gmina; można podać kilka razy
cli-help-status = Tylko osoby, które są: counted (policzone), excluded (wyłączone), pending (oczekujące) albo unknown (brak danych)
cli-help-person = Tylko osoba o tym pseudonimie, na przykład os-0012
cli-help-limit = Najwyżej tyle osób; domyślnie 10
cli-value-sex = PŁEĆ
cli-value-dimension = WYMIAR=KATEGORIA
cli-value-status = STATUS
cli-value-person = PSEUDONIM
cli-value-limit = N

## Błędy

cli-question-without-input = Opcja „--{ $option }” dotyczy osób, więc potrzebne są dane. Podaj folder, na przykład: efekt explain completion_rate dane
cli-input-without-indicator = „{ $given }” nie jest wskaźnikiem. Dane podaje się tylko przy wskaźniku; bez nich polecenie pokaże stronę „{ $given }”.
cli-wrong-dimension = „{ $given }” to nie jest WYMIAR=KATEGORIA. Przykład: group=homeless.
cli-unknown-dimension = Nie ma wymiaru „{ $given }”. Znane: { $known }.
cli-unknown-category = W wymiarze „{ $dimension }” nie ma w tych danych kategorii „{ $given }”. Są: { $known }.
cli-everybody-only = Koszt centrum nie należy do pojedynczych osób, dlatego ten wskaźnik jest tylko dla wszystkich razem: w jednym centrum albo we wszystkich.
cli-two-dimensions = Wynik dotyczy jednego wymiaru naraz. Podaj jeden wymiar; do niego można dodać rodzaj świadczenia, płatnika albo miesiąc, jeśli wskaźnik się na nie dzieli.
cli-unknown-person = W tym wyniku nie ma osoby „{ $given }” (albo ma inny status niż podany).
cli-explain-not-in-force = Ta definicja nie obowiązuje w tym okresie; od kiedy do kiedy obowiązuje, pokaże polecenie bez danych.

## Wynik

cli-explain-cell = Kto: { $cell }; jednostka: { $unit }.
cli-explain-all-centres = wszystkie centra
cli-explain-everybody = wszyscy
cli-explain-month = miesiąc { $month }
cli-explain-success = policzone, w liczniku
cli-explain-no-success = policzone, poza licznikiem
cli-explain-set-aside = { $count ->
    [one] Jeszcze { $count } uczestnictwo należy do osoby, którą reprezentuje inne jej uczestnictwo: każda osoba liczy się raz.
    [few] Jeszcze { $count } uczestnictwa należą do osób, które reprezentuje inne ich uczestnictwo: każda osoba liczy się raz.
   *[many] Jeszcze { $count } uczestnictw należy do osób, które reprezentuje inne ich uczestnictwo: każda osoba liczy się raz.
}
cli-explain-left-out = { $count ->
    [one] { $count } wiersz pominięto z powodu błędów; nie ma go w tym wyniku. Który i dlaczego, powie: efekt check
    [few] { $count } wiersze pominięto z powodu błędów; nie ma ich w tym wyniku. Które i dlaczego, powie: efekt check
   *[many] { $count } wierszy pominięto z powodu błędów; nie ma ich w tym wyniku. Które i dlaczego, powie: efekt check
}

## Centra

cli-explain-centres = Centra
cli-explain-centre = { $centre }: { $amount } – { $reason }
cli-explain-centre-amount = { $cell } { $category }, { $side }, { $period }: { $amount }

## Osoby

cli-explain-people = Osoby ({ $shown } z { $found })
cli-explain-internal = Tylko dla opiekuna danych: to są pojedyncze osoby pod pseudonimami, a małych liczb nic tu nie ukrywa. Nie publikuj tego.
cli-explain-more = { $count ->
    [one] Jeszcze { $count } osoba. Wszystkie pokaże --limit { $found }, a tylko część: --status, --person.
    [few] Jeszcze { $count } osoby. Wszystkie pokaże --limit { $found }, a tylko część: --status, --person.
   *[many] Jeszcze { $count } osób. Wszystkie pokaże --limit { $found }, a tylko część: --status, --person.
}
cli-explain-goes-on = trwa
cli-explain-parts = { $status } w częściach: { $count } – { $reason }
cli-explain-numbers = licznik { $above }, mianownik { $below }
cli-explain-number = { $above }
cli-explain-row = { $place }, wiersz { $row }
cli-explain-rows = { $place }, wiersze { $row }
cli-explain-no-cell = z efekt.toml albo z nazwy pliku lub arkusza: { $fields }
cli-explain-no-column = takiej kolumny nie ma w plikach: { $fields }
cli-explain-days = { $days ->
    [one] { $days } dzień
   *[other] { $days } dni
}
cli-explain-windows = miesiące wokół uczestnictwa:
cli-explain-window = { $side }: { $first }–{ $last }, znane { $known } z { $months }
cli-explain-declared = { $file }: kompletne { $first }–{ $last }, tak zadeklarowano
cli-explain-assumed = { $file }: kompletne { $first }–{ $last }, tak przyjęto z pierwszego i ostatniego miesiąca
cli-explain-no-coverage = żaden plik nie mówi, za które miesiące zasiłki są kompletne
cli-explain-paid = { $side }: { $kind } ({ $payer }), { $span }, { $months ->
    [one] { $months } miesiąc
    [few] { $months } miesiące
   *[many] { $months } miesięcy
}, razem { $sum }
cli-explain-without-effect = wczytane, bez wpływu na wynik tej osoby:
cli-explain-in-force = obowiązywało –
cli-explain-rules = Wartości z przepisów i ustaleń, które obowiązywały
cli-explain-rule = { $id }: { $title }: { $amount } ({ $unit }), od { $from }; { $source }
cli-explain-no-rule = { $id }: w tym dniu żadna wartość nie obowiązywała
rule-day-exit = w dniu zakończenia { $day }: { $numbers }
rule-day-entry = w dniu rozpoczęcia { $day }: { $numbers }
rule-day-job-start = w dniu rozpoczęcia pracy { $day }: { $numbers }
rule-day-as-of = na dzień { $day }, do którego sięga wiedza: { $numbers }
rule-day-period-end = w ostatnim dniu okresu { $day }: { $numbers }

## Słowa

side-before = przed rozpoczęciem
side-during = w czasie zajęć
side-after = po zakończeniu
fact-kind-job = praca
fact-kind-support = wsparcie
answer-yes = tak
answer-no = nie
answer-refused = odmowa
fact-centre = centrum
fact-sex = płeć
fact-entry_day = pierwszy dzień uczestnictwa
fact-exit_day = ostatni dzień uczestnictwa
fact-entry_month = miesiąc rozpoczęcia
fact-exit_month = miesiąc zakończenia
fact-age_at_entry = ukończone lata w chwili rozpoczęcia
fact-follow_up_day = dzień sześć miesięcy po zakończeniu
fact-labour_status = status na rynku pracy w chwili rozpoczęcia
fact-education = wykształcenie
fact-exit_kind = sposób zakończenia
fact-outcome = sytuacja po zakończeniu
fact-outcome_day = data sytuacji po zakończeniu
fact-status_6m = sytuacja sześć miesięcy po zakończeniu
fact-status_6m_day = data ustalenia tej sytuacji
fact-referral_day = data skierowania
fact-qualification = uzyskane kwalifikacje
fact-education_after = podjęta nauka w szkole
fact-startup_grant = działalność za dotację z EFS
fact-social_progress = postęp w aktywizacji społecznej
fact-start_day = od
fact-end_day = do
fact-form = forma
fact-working_time_thousandths = część etatu
fact-value_grosze = wartość umowy
fact-wage_grosze = wynagrodzenie miesięczne
fact-support_kind = forma wsparcia
fact-area = obszar
education-isced_0 = niższe niż podstawowe (ISCED 0)
education-isced_1 = podstawowe (ISCED 1)
education-isced_2 = gimnazjalne (ISCED 2)
education-isced_3_vocational = zasadnicze zawodowe (ISCED 3)
education-isced_3 = średnie (ISCED 3)
education-isced_4 = policealne (ISCED 4)
education-isced_5_8 = wyższe (ISCED 5–8)

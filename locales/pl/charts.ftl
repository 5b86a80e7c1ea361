# Wykresy: tytuły, opisy, objaśnienia.

charts-together = Wszystkie centra razem
charts-indicative = orientacyjnie
charts-too-few = za mało danych (n < 10)
charts-hidden = ukryte dla ochrony osób
charts-absent = brak danych
charts-nobody = W tym okresie nikogo nie policzono.
charts-all-hidden = Liczby są ukryte dla ochrony osób.
charts-all-too-few = Za mało danych: wszędzie mniej niż 10 policzonych.
charts-indicative-note = Puste znaczniki i „orientacyjnie”: od 10 do 29 policzonych. Przy mniej niż 10 wskaźnika się nie podaje.
charts-few-note = „Orientacyjnie”: od 10 do 29 zakończeń. Przy mniej niż 10 słupka się nie rysuje.
charts-note-hidden = { $what }: liczby dla wszystkich centrów razem są ukryte lub ich brak.

charts-period-year = { $year } r.
charts-within-year = w { $year } r.
charts-within-days = od { $first } do { $last }
charts-footer = Okres: { $period }, stan na { $day }.

# Zasiłki przed i po
charts-benefits-title = Zasiłki z pomocy społecznej przed CIS i po nim
charts-benefits-finding = Zasiłki z pomocy społecznej: średnio { $before } miesięcznie przed CIS, { $after } po nim
charts-benefits-subtitle = Zasiłki okresowe, celowe i stałe, średnio na osobę w miesiącu. Osoby, które { $within } zakończyły uczestnictwo w CIS.
charts-benefits-caveat = Różnica przed i po to zmiana, a nie dowód przyczyny: ludzie trafiają do CIS wtedy, gdy ich zasiłki są wysokie.
charts-benefits-means-note =
    { $n ->
        [one] Średnie (linie przerywane): { $count } osoba, dla której
        [few] Średnie (linie przerywane): { $count } osoby, dla których
       *[many] Średnie (linie przerywane): { $count } osób, dla których
    } znane są wszystkie miesiące ({ $months } przed i { $months } po). Okres po zakończeniu jeszcze trwa: { $pending }; brak danych: { $unknown }.
charts-benefits-indicative-note = Średnie są orientacyjne: mniej niż 30 osób.
charts-benefits-no-means-note = Średnich sprzed i po nie podano: są ukryte albo wszystkie miesiące znane są dla mniej niż 10 osób.
charts-benefits-line-note = Linia ciągła: wszystkie osoby, dla których znany jest dany miesiąc; ich liczbę podano pod osią, więc linia może odbiegać od średnich.
charts-benefits-hollow-note = Puste znaczniki: mniej niż 10 osób.
charts-benefits-hidden-note = Przerwy w linii: wartości ukryte dla ochrony osób.
charts-benefits-axis = zł na osobę w miesiącu
charts-benefits-months = miesiąc
charts-benefits-people = osób
charts-benefits-before = miesiące przed rozpoczęciem zajęć
charts-benefits-stay = zajęcia w CIS
charts-benefits-after = miesiące po zakończeniu zajęć
charts-benefits-mean-before = średnio przed
charts-benefits-mean-after = średnio po
charts-benefits-point =
    miesiąc { $month }: { $value } ({ $count } { $n ->
        [one] osoba
        [few] osoby
       *[many] osób
    })

# Praca według centrów
charts-employment-title = Praca po zakończeniu uczestnictwa w CIS
charts-employment-finding = Praca w ciągu 90 dni po ukończeniu zajęć: { $percent } ({ $successes }{"\u00A0"}z{"\u00A0"}{ $count }), przedział 95%: { $range }
charts-employment-subtitle = Osoby, które { $within } zakończyły uczestnictwo w CIS. Znacznik to wskaźnik, kreska to jego przedział ufności 95% (Wilsona).
charts-employment-no-ranking = Centra stoją alfabetycznie: gdy przedziały się nakładają, różnice między centrami nie tworzą rankingu.
charts-employment-entry = praca w ciągu 90 dni po ukończeniu zajęć
charts-employment-6m = praca pół roku po zakończeniu (wcześniej bezrobotni lub bierni)
charts-employment-entry-note = Praca podjęta w ciągu 90 dni lub trwająca w dniu zakończenia; n to ukończone uczestnictwa. Policzono { $counted }; termin jeszcze nie minął: { $pending }; brak danych: { $unknown }.
charts-employment-6m-note = Praca w dniu pół roku po zakończeniu; n to osoby bezrobotne lub bierne w chwili rozpoczęcia. Policzono { $counted }; wyłączono: { $excluded }; termin jeszcze nie minął: { $pending }; brak danych: { $unknown }.
charts-employment-value = { $percent } ({ $successes } z { $count }), przedział { $range }

# Sytuacja po odejściu
charts-outcomes-title = Sytuacja po zakończeniu uczestnictwa w CIS
charts-outcomes-finding = Po zakończeniu zajęć w CIS: praca w { $working } z { $count } { $n ->
        [one] przypadku
       *[other] przypadków
    } ({ $percent })
charts-outcomes-subtitle = Sytuacja osób, które { $within } zakończyły uczestnictwo w CIS. Każde zakończenie jest policzone dokładnie raz.
charts-outcomes-working = praca
charts-outcomes-education = nauka lub szkolenie
charts-outcomes-seeking = szuka pracy
charts-outcomes-inactive = bierność, emerytura lub renta
charts-outcomes-unknown = brak danych
charts-outcomes-note = Słupek to 100% zakończeń, n to ich liczba; w słupku podano liczbę zakończeń i jej część w procentach.
charts-outcomes-unknown-note = Brak danych o sytuacji po zakończeniu: { $count } ({ $percent }), wszystkie centra razem.
charts-outcomes-outside-note = Poza wykresem: { $count } (termin jeszcze nie minął albo wyłączone).

# Lejek

charts-together-short = razem
charts-funnel-finding = Praca w ciągu 90 dni po ukończeniu zajęć: w granicach przypadku { $inside } z { $count } centrów
charts-funnel-subtitle = Osoby, które { $within } zakończyły uczestnictwo w CIS. Punkt to centrum; linie to granice, między którymi leżałoby centrum tej wielkości przez sam przypadek, gdyby każde miało odsetek klastra: { $percent } ({ $successes }{"\u00A0"}z{"\u00A0"}{ $counted }).
charts-funnel-note = Granice dwumianowe 95% i 99,8%. Centrum wewnątrz lejka nie różni się od całości bardziej, niż tłumaczy to przypadek; poza nim warto zapytać dlaczego, bo centra pracują z różnymi ludźmi.
charts-funnel-missing = Centra bez punktu, bo ich liczby są ukryte albo zbyt małe: { $count }.
charts-funnel-unnamed = Punkty bez nazwy: nie było na nią miejsca; wszystkie centra są w tabeli arkusza „Lejek”.
charts-funnel-people = liczba ukończonych uczestnictw (n)
charts-funnel-95 = 95%
charts-funnel-998 = 99,8%
charts-funnel-within = w granicach przypadku
charts-funnel-between = poza granicą 95%
charts-funnel-outside = poza granicą 99,8%
charts-funnel-centre = { $centre }: { $percent } ({ $successes } z { $count }), { $place }.

# Ile mogą zmienić uwagi (worth)

worth-heading = Jak daleko te uwagi mogą przesunąć główne liczby (górna granica)
worth-column = Może zmienić
worth-nothing = nic
worth-blocking = zatrzymuje tabelę albo sprawozdanie
worth-points = do { $points } pkt proc.: { $figure }
worth-persons = { $count ->
    [one] do { $count } osoby: { $figure }
   *[other] do { $count } osób: { $figure }
}
worth-participations = { $count ->
    [one] do { $count } uczestnictwa: { $figure }
   *[other] do { $count } uczestnictw: { $figure }
}
worth-not-known = nie wiadomo jak bardzo: { $figure }
worth-bounded = { $movers ->
    [one] { $movers } uwaga może zmienić liczbę „{ $figure }” najwyżej { $far }
    [few] { $movers } uwagi mogą razem zmienić liczbę „{ $figure }” najwyżej { $far }
   *[many] { $movers } uwag może razem zmienić liczbę „{ $figure }” najwyżej { $far }
} (teraz { $now }, po poprawkach od { $low } do { $high }); { $others ->
    [0] innych uwag do poprawienia nie ma.
    [one] pozostała { $others } nie może jej zmienić.
    [few] pozostałe { $others } nie mogą jej zmienić.
   *[many] pozostałych { $others } nie może jej zmienić.
}
worth-unbounded = { $count ->
    [one] Nie wiadomo, jak bardzo liczbę „{ $figure }” (teraz { $now }) może zmienić { $count } uwaga.
    [few] Nie wiadomo, jak bardzo liczbę „{ $figure }” (teraz { $now }) mogą zmienić { $count } uwagi.
   *[many] Nie wiadomo, jak bardzo liczbę „{ $figure }” (teraz { $now }) może zmienić { $count } uwag.
}
worth-together-unbounded = { $count ->
    [one] Liczbę „{ $figure }” (teraz { $now }) może zmienić { $count } uwaga; nie wiadomo, jak bardzo.
    [few] Liczbę „{ $figure }” (teraz { $now }) mogą zmienić { $count } uwagi; nie wiadomo, jak bardzo razem.
   *[many] Liczbę „{ $figure }” (teraz { $now }) może zmienić { $count } uwag; nie wiadomo, jak bardzo razem.
}
worth-line = { $figure }: { $now }, po poprawkach od { $low } do { $high } ({ $movers ->
    [one] { $movers } uwaga
    [few] { $movers } uwagi
   *[many] { $movers } uwag
})
worth-line-unbounded = { $figure }: { $now }, po poprawkach nie wiadomo ile ({ $movers ->
    [one] { $movers } uwaga
    [few] { $movers } uwagi
   *[many] { $movers } uwag
})
worth-line-still = { $figure }: { $now }, żadna uwaga tego nie zmieni
worth-total = { $moving ->
    [one] { $moving } uwaga może zmienić te liczby
    [few] { $moving } uwagi mogą zmienić te liczby
   *[many] { $moving } uwag może zmienić te liczby
}; { $harmless ->
    [0] innych do poprawienia nie ma.
    [one] pozostała { $harmless } nie może.
    [few] pozostałe { $harmless } nie mogą.
   *[many] pozostałych { $harmless } nie może.
}
worth-untouched = Liczby „{ $figure }” nie może zmienić żadna uwaga.
worth-first = Najpierw popraw: { $place } – { $movement }.
worth-first-list = Najpierw popraw:
worth-first-item = { $place } – { $movement }
worth-by-points = o { $points } pkt proc.
worth-by-persons = { $count ->
    [one] o { $count } osobę
    [few] o { $count } osoby
   *[many] o { $count } osób
}
worth-by-participations = { $count ->
    [one] o { $count } uczestnictwo
    [few] o { $count } uczestnictwa
   *[many] o { $count } uczestnictw
}
worth-no-value = nie ma wartości
worth-too-many-findings = Uwag jest zbyt wiele, by liczyć po kolei, ile która może zmienić. Najpierw popraw błędy, które powtarzają się najczęściej.
worth-too-many-participations = W tych plikach jest zbyt wiele uczestnictw, by liczyć, ile zmieniają pojedyncze uwagi.
worth-how = Jak to policzono
worth-how-text = „Może zmienić” to górna granica: najdalej o tyle może się przesunąć główna liczba dla wszystkich centrów, gdy poprawisz to jedno miejsce, na cokolwiek. Pominięty wiersz może się okazać sukcesem, niepowodzeniem albo niczym; niepewna osoba – każdą osobą; nieczytelna kwota – każdą do najwyższej przyjmowanej. Liczba z różnych uwag nie sumuje się: granica dla wszystkich razem jest policzona osobno. „Nic” jest pewne. Liczbę osób porównuje się z innymi jako część jej obecnej wartości. Nie wliczono: informacji (to, co program poprawił lub przyjął, uznano za dobre), numeru PESEL, którego cyfra kontrolna się zgadza, błędów, których program nie zgłosił, oraz kilku błędów, które znoszą się w jednej sumie.

# Dlaczego zapytanie z queries/ zostało odrzucone. Jeden komunikat na regułę z src/facts/sql/rule.rs.

query-syntax = Zapytania nie da się odczytać jako SQL: { $detail }.
query-too-long = Zapytanie ma więcej niż 32 KiB. Podziel je albo przenieś krok do tabeli faktów.
query-too-deep = Wyrażenie jest zagnieżdżone głębiej niż na 200 poziomów. Przenieś jego część do tabeli WITH.
query-one-select = Plik musi zawierać dokładnie jedno SELECT i nic więcej.
query-recursive = WITH RECURSIVE nie jest obsługiwane.
query-cte-name = Nazwa „{ $name }” należy już do tabeli faktów albo innej tabeli WITH i silnik odczytałby niewłaściwą. Wybierz inną nazwę.
query-unknown-table = Nie ma tabeli „{ $name }”.{ $nearest ->
    [none] {""}
   *[other] {" "}Czy chodzi o „{ $nearest }”?
}
query-unknown-column = Nie ma tu kolumny „{ $name }”.{ $nearest ->
    [none] {""}
   *[other] {" "}Czy chodzi o „{ $nearest }”?
}
query-qualify = Gdy tabel jest więcej niż jedna, wskaż, z której pochodzi „{ $name }”: tabela.{ $name }.
query-identifier = Nazwa „{ $name }” może mieć tylko małe litery, cyfry i znak „_”.
query-duplicate-name = Nazwa „{ $name }” występuje dwa razy. Nadaj każdej kolumnie i każdej tabeli własną nazwę.
query-construct = „{ $what }” nie należy do tej części SQL, której wyniki są sprawdzone.
query-comma-join = Tabele łączy się przez JOIN, a nie przecinkiem.
query-join-kind = Dozwolone są tylko INNER JOIN, LEFT JOIN i CROSS JOIN.
query-join-condition = W ON mogą stać tylko pary a.x = b.y połączone przez AND; przy czymkolwiek więcej silnik po cichu gubi wiersze. Najpierw odfiltruj tabelę w WITH.
query-join-sides = Każda para w ON musi łączyć kolumnę dołączanej tabeli z kolumną tabeli wcześniejszej, a obie tabele muszą być nazwane.
query-table-function = Funkcja nie może stać w miejscu tabeli.
query-function = Funkcji „{ $name }” nie ma na liście tych, których wyniki są sprawdzone.{ $nearest ->
    [none] {""}
   *[other] {" "}Czy chodzi o „{ $nearest }”?
}
query-arguments = „{ $name }” ma niewłaściwe argumenty.
query-aggregate-in-where = Agregat „{ $name }” nie może stać w WHERE: silnik zwróciłby wszystkie wiersze. Użyj HAVING.
query-nested-aggregate = Agregat „{ $name }” stoi wewnątrz innego agregatu albo wewnątrz OVER. Najpierw oblicz ten wewnętrzny w WITH.
query-constant-aggregate = „{ $name }” z wartości, która nie czyta żadnej kolumny, liczy jeden wiersz zamiast wszystkich. Użyj COUNT(*) albo podaj kolumnę.
query-window-place = Funkcja okna „{ $name }” może stać tylko w wynikach SELECT bez GROUP BY. Najpierw oblicz ją w WITH.
query-window-order = „{ $name }” w oknie wymaga OVER z ORDER BY po liczbach lub tekstach, a po tekstach tylko rosnąco.
query-window-frame = „{ $name }” OVER z ORDER BY wymaga dokładnie ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW; bez ORDER BY nie przyjmuje ramki.
query-truth-test = IS TRUE, IS FALSE i IS UNKNOWN gubią wiersze z NULL. Napisz COALESCE(x, FALSE) = FALSE albo IS NULL.
query-null-comparison = Z NULL się nie porównuje ani nie liczy: wynik zawsze jest nieznany. Napisz IS NULL albo IS NOT NULL.
query-untyped-null = „{ $name }” to NULL bez typu. Napisz CAST(NULL AS BIGINT) albo CAST(NULL AS VARCHAR).
query-cast = CAST jest dozwolony tylko na BIGINT z liczb całkowitych i warunków oraz na VARCHAR z liczb i tekstów; tu jest „{ $to }”.
query-division = Zapytania nie dzielą: zwracają liczby całkowite, a iloraz jest liczony i zaokrąglany później. Zwróć licznik i mianownik.
query-fraction = „{ $name }” nie jest liczbą całkowitą. Użyj dni, miesięcy i groszy.
query-integer-range = Liczba { $name } jest za duża. Największa to 1 000 000 000 000 000 000.
query-date = Zapytania nie znają dat: dzień to liczba dni od 1970-01-01, a miesiąc to rok × 12 + miesiąc − 1. Porównuj i odejmuj te liczby.
query-placeholder = Zapytania nie mają symboli zastępczych. Dołącz tabelę parametrów.
query-subquery = Podzapytanie nie może stać wewnątrz wyrażenia. Przenieś je do WITH i dołącz przez JOIN.
query-kinds = Wartość typu { $left } spotyka wartość typu { $right }. Jeśli tak ma być, zmień typ jednej z nich przez CAST.
query-alias = Nadaj temu wynikowi albo temu podzapytaniu nazwę: AS nazwa.
query-star = Ostatnie SELECT wymienia swoje kolumny; „*” jest dozwolone tylko w WITH.
query-constant = To SELECT nie czyta żadnej kolumny tabeli.
query-not-grouped = „{ $name }” musi być w GROUP BY albo wewnątrz agregatu.
query-group-by-column = GROUP BY przyjmuje kolumny tabel. Najpierw oblicz wyrażenie w WITH.
query-group-alias = Wynik o nazwie „{ $name }” zasłania kolumnę, po której wiersze są grupowane. Nadaj wynikowi inną nazwę.
query-union-columns = Obie części UNION muszą mieć te same nazwy i typy kolumn. Tu są to ({ $left }) i ({ $right }).
query-order-by = Zapytanie musi kończyć się ORDER BY, inaczej kolejność wierszy jest przypadkowa.
query-order-by-column = ORDER BY przyjmuje tylko nazwy kolumn wynikowych.{ $nearest ->
    [none] {""}
   *[other] {" "}Czy chodzi o „{ $nearest }”?
}
query-nulls-order = Przy DESC dla „{ $name }” napisz NULLS FIRST albo NULLS LAST.
query-inner-order = ORDER BY stoi tylko na końcu całego zapytania.
query-limit = LIMIT, OFFSET, FETCH i TOP nie są dozwolone: zapytanie zwraca wszystkie swoje wiersze.
query-outputs = Wynikami muszą być ({ $declared }); zapytanie daje ({ $given }).
query-output-kind = Wynik „{ $name }” musi mieć typ { $declared }; zapytanie daje { $given }.
query-engine = Silnik nie mógł wykonać zapytania: { $detail }

/*
id = "starters"
order = 120
unit = "person"
aggregate = "count"

[title]
pl = "Osoby, które rozpoczęły zajęcia"
en = "Starters"

[definition]
pl = """
Osoby z datą rozpoczęcia w okresie sprawozdawczym. Każda osoba liczy się raz."""
en = """
Persons whose entry date lies in the period. Each person once."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 2"
says = { pl = "sprawozdanie podaje liczbę uczestników", en = "the annual statement gives the number of participants" }
verified = true

[reasons]
started = { pl = "rozpoczęcie w okresie", en = "started in the period" }
*/
select
    p.participation_id,
    'counted' as status,
    1 as numerator,
    1 as denominator,
    'started' as reason
from participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
order by participation_id

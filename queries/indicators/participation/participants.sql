/*
id = "participants"
order = 110
unit = "person"
aggregate = "count"
population = "present"

[title]
pl = "Uczestnicy"
en = "Participants"

[definition]
pl = """
Osoby, które w okresie sprawozdawczym uczestniczyły w zajęciach co najmniej jeden dzień. Każda osoba liczy się raz."""
en = """
Persons whose participation overlaps the period by at least one day. Each person once."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 2"
says = { pl = "sprawozdanie podaje liczbę uczestników", en = "the annual statement gives the number of participants" }
verified = true

[reasons]
took_part = { pl = "uczestnictwo w okresie", en = "took part in the period" }
*/
select
    p.participation_id,
    'counted' as status,
    1 as numerator,
    1 as denominator,
    'took_part' as reason
from participation as p
cross join run as r
where p.entry_day <= r.period_end_day
    and (p.exit_day is null or p.exit_day >= r.period_start_day)
order by participation_id

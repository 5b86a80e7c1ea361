/*
id = "active_at_end"
order = 180
unit = "person"
aggregate = "count"

[title]
pl = "Uczestnicy na koniec okresu"
en = "Taking part at the end"

[definition]
pl = """
Osoby, które rozpoczęły zajęcia najpóźniej ostatniego dnia okresu i do tego dnia nie zakończyły uczestnictwa. Gdy okres jeszcze trwa: na dzień, na który sporządzono zestawienie."""
en = """
Persons who had entered by the last day of the period and had not left by it. While the period still runs: on the as-of day."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 2"
says = { pl = "sprawozdanie podaje liczbę uczestników", en = "the annual statement gives the number of participants" }
verified = true

[reasons]
taking_part = { pl = "uczestnictwo trwa", en = "still taking part" }
*/
with
last_day as (
    select least(r.period_end_day, r.as_of_day) as day
    from run as r
)

select
    p.participation_id,
    'counted' as status,
    1 as numerator,
    1 as denominator,
    'taking_part' as reason
from participation as p
cross join last_day as l
where p.entry_day <= l.day
    and (p.exit_day is null or p.exit_day > l.day)
order by participation_id

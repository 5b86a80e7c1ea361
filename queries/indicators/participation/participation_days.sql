/*
id = "participation_days"
order = 190
unit = "participation"
aggregate = "median_days"

[title]
pl = "Długość uczestnictwa (mediana dni)"
en = "Length of participation (median days)"

[definition]
pl = """
Mediana liczby dni od rozpoczęcia do zakończenia, dla uczestnictw zakończonych w okresie sprawozdawczym."""
en = """
Median number of days from entry to exit, for participations that ended in the period."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 15 ust. 1 i 3"
says = { pl = "okres próbny 1 miesiąc, uczestnictwo do 11 miesięcy, przedłużenie", en = "one month of trial, up to 11 months, extension" }
verified = true

[reasons]
left_in_period = { pl = "zakończenie w okresie", en = "left in the period" }
*/
select
    p.participation_id,
    'counted' as status,
    p.exit_day - p.entry_day as numerator,
    1 as denominator,
    'left_in_period' as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "leavers"
order = 130
unit = "participation"
aggregate = "count"

[title]
pl = "Zakończone uczestnictwa"
en = "Leavers"

[definition]
pl = """
Uczestnictwa z datą zakończenia w okresie sprawozdawczym, bez względu na sposób zakończenia."""
en = """
Participations whose exit date lies in the period, whatever the way of leaving."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 2"
says = { pl = "sprawozdanie podaje liczbę uczestników", en = "the annual statement gives the number of participants" }
verified = true

[reasons]
completed = { pl = "zakończenie zgodnie z IPZS", en = "completed in accordance with the IPZS" }
completed_early_job = { pl = "zakończenie wcześniej – podjęcie pracy", en = "completed early, for a job" }
breach = { pl = "naruszenie regulaminu", en = "breach of the rules" }
left = { pl = "trwałe opuszczenie", en = "left for good" }
withdrew = { pl = "rezygnacja", en = "withdrew" }
died = { pl = "zgon", en = "died" }
health = { pl = "stan zdrowia", en = "health" }
moved = { pl = "zmiana miejsca zamieszkania", en = "moved away" }
other = { pl = "inna przyczyna", en = "other reason" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
select
    p.participation_id,
    'counted' as status,
    1 as numerator,
    1 as denominator,
    coalesce(p.exit_kind, 'no_exit_kind') as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "completion_rate"
order = 170
unit = "participation"
aggregate = "share"
population = "leavers"

[title]
pl = "Odsetek ukończeń"
en = "Completion rate"

[definition]
pl = """
Ukończone uczestnictwa podzielone przez ukończone i przerwane razem. Inne zakończenia nie wchodzą ani do licznika, ani do mianownika."""
en = """
Completers divided by completers and drop-outs together. Other exits are in neither numerator nor denominator."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 13 ust. 5"
says = { pl = "zakończenie: upływ okresu albo podjęcie pracy", en = "completion: end of the period, or a job" }
verified = true

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 13 ust. 4"
says = { pl = "zaprzestanie: naruszenie regulaminu, trwałe opuszczenie, rezygnacja", en = "stopping: breach, permanent leaving, withdrawal" }
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
    case
        when p.exit_kind is null then 'unknown'
        when p.exit_kind in ('died', 'health', 'moved', 'other') then 'excluded'
        else 'counted'
    end as status,
    case when p.exit_kind in ('completed', 'completed_early_job') then 1 else 0 end as numerator,
    1 as denominator,
    coalesce(p.exit_kind, 'no_exit_kind') as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "dropouts"
order = 150
unit = "participation"
aggregate = "count"

[title]
pl = "Przerwane uczestnictwa"
en = "Drop-outs"

[definition]
pl = """
Uczestnictwa zakończone w okresie sprawozdawczym z powodu naruszenia regulaminu, trwałego opuszczenia zajęć albo rezygnacji. Ustawa nazywa to zaprzestaniem uczestnictwa."""
en = """
Participations that ended in the period by breach, permanent leaving or withdrawal."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 13 ust. 4"
says = { pl = "zaprzestanie: naruszenie regulaminu, trwałe opuszczenie, rezygnacja", en = "stopping: breach, permanent leaving, withdrawal" }
verified = true

[reasons]
breach = { pl = "naruszenie regulaminu", en = "breach of the rules" }
left = { pl = "trwałe opuszczenie", en = "left for good" }
withdrew = { pl = "rezygnacja", en = "withdrew" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
select
    p.participation_id,
    case when p.exit_kind is null then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    coalesce(p.exit_kind, 'no_exit_kind') as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
    and (p.exit_kind is null or p.exit_kind in ('breach', 'left', 'withdrew'))
order by participation_id

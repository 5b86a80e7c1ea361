/*
id = "other_exits"
order = 160
unit = "participation"
aggregate = "count"

[title]
pl = "Inne zakończenia"
en = "Other exits"

[definition]
pl = """
Uczestnictwa zakończone w okresie sprawozdawczym z powodu zgonu, stanu zdrowia, zmiany miejsca zamieszkania lub z innej przyczyny: ani ukończone, ani przerwane."""
en = """
Participations that ended in the period by death, for health, by moving away or for another reason: neither completion nor dropping out."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 13 ust. 4"
says = { pl = "zaprzestanie: naruszenie regulaminu, trwałe opuszczenie, rezygnacja", en = "stopping: breach, permanent leaving, withdrawal" }
verified = true

[reasons]
died = { pl = "zgon", en = "died" }
health = { pl = "stan zdrowia", en = "health" }
moved = { pl = "zmiana miejsca zamieszkania", en = "moved away" }
other = { pl = "inna przyczyna", en = "other reason" }
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
    and (p.exit_kind is null or p.exit_kind in ('died', 'health', 'moved', 'other'))
order by participation_id

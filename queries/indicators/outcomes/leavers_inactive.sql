/*
id = "leavers_inactive"
order = 440
unit = "participation"
aggregate = "count"

[title]
pl = "Po zakończeniu: bierność, emerytura lub renta"
en = "After leaving: inactive or retired"

[definition]
pl = """
Zakończone uczestnictwa, po których sytuacja uczestnika to bierność zawodowa, emerytura lub renta."""
en = """
Leavers whose situation after leaving is inactivity or retirement."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 4 pkt 2"
says = { pl = "sprawozdanie opisuje efekty reintegracji", en = "the statement describes the effects of reintegration" }
verified = true

[reasons]
inactive = { pl = "bierność zawodowa", en = "inactive" }
retired = { pl = "emerytura lub renta", en = "retired" }
no_outcome = { pl = "brak sytuacji po zakończeniu", en = "situation after leaving not given" }
*/
with
leaver as (
    select
        p.participation_id,
        case
            when p.outcome is not null then p.outcome
            when p.exit_kind = 'completed_early_job' then 'completed_early_job'
            else 'no_outcome'
        end as situation
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
)

select
    l.participation_id,
    case when l.situation = 'no_outcome' then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    l.situation as reason
from leaver as l
where l.situation in ('inactive', 'retired', 'no_outcome')
order by participation_id

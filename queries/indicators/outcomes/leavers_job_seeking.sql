/*
id = "leavers_job_seeking"
order = 430
unit = "participation"
aggregate = "count"

[title]
pl = "Po zakończeniu: poszukiwanie pracy"
en = "After leaving: seeking work"

[definition]
pl = """
Zakończone uczestnictwa, po których sytuacja uczestnika to poszukiwanie pracy lub bezrobocie."""
en = """
Leavers whose situation after leaving is job-seeking or unemployment."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 4 pkt 2"
says = { pl = "sprawozdanie opisuje efekty reintegracji", en = "the statement describes the effects of reintegration" }
verified = true

[reasons]
job_seeking = { pl = "poszukiwanie pracy", en = "seeking work" }
unemployed = { pl = "bezrobocie", en = "unemployed" }
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
where l.situation in ('job_seeking', 'unemployed', 'no_outcome')
order by participation_id

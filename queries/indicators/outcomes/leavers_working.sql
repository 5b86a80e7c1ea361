/*
id = "leavers_working"
order = 410
unit = "participation"
aggregate = "count"

[title]
pl = "Po zakończeniu: praca"
en = "After leaving: working"

[definition]
pl = """
Zakończone uczestnictwa, po których sytuacja uczestnika to praca, działalność gospodarcza, spółdzielnia socjalna lub zatrudnienie wspierane."""
en = """
Leavers whose situation after leaving is a job, self-employment, a social co-operative or supported employment."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 4 pkt 2"
says = { pl = "sprawozdanie opisuje efekty reintegracji", en = "the statement describes the effects of reintegration" }
verified = true

[reasons]
job = { pl = "praca", en = "job" }
self_employment = { pl = "działalność gospodarcza", en = "self-employment" }
social_coop = { pl = "spółdzielnia socjalna", en = "social co-operative" }
supported = { pl = "zatrudnienie wspierane", en = "supported employment" }
completed_early_job = { pl = "zakończenie wcześniej – podjęcie pracy", en = "completed early, for a job" }
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
where l.situation in ('job', 'self_employment', 'social_coop', 'supported', 'completed_early_job', 'no_outcome')
order by participation_id

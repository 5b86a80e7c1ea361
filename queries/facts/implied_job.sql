/*
id = "implied_job"

[grain]
pl = "jeden wiersz na uczestnictwo, po którym praca jest znana tylko z sytuacji po zakończeniu"
en = "one row a participation after which work is known only from the outcome"

[[columns]]
name = "participation_id"
type = "integer"
about = "the participation"

[[columns]]
name = "day"
type = "integer"
about = "a day on which the job is known to run; NULL when no day is known"
*/
-- The outcome is work, or the way of leaving is an early job, and no job row runs on the exit day or
-- begins after it. An outcome dated before the exit speaks of the exit day.
with
at_work as (
    select
        p.participation_id,
        p.person_id,
        p.exit_day,
        p.exit_kind,
        p.outcome,
        p.outcome_day
    from participation as p
    where p.exit_day is not null
        and (
            p.outcome in ('job', 'self_employment', 'social_coop', 'supported')
            or p.exit_kind = 'completed_early_job'
        )
),

with_job_row as (
    select distinct a.participation_id
    from at_work as a
    inner join job as j on j.person_id = a.person_id
    where j.end_day is null or j.end_day >= a.exit_day
)

select
    a.participation_id,
    case
        when a.outcome in ('job', 'self_employment', 'social_coop', 'supported')
            and a.outcome_day is not null
            then greatest(a.outcome_day, a.exit_day)
        when a.exit_kind = 'completed_early_job' then a.exit_day
    end as day
from at_work as a
left join with_job_row as w on w.participation_id = a.participation_id
where w.participation_id is null
order by participation_id

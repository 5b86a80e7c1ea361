/*
id = "labour_market_event"

[grain]
pl = "jeden wiersz na zdarzenie w oknie po zakończeniu uczestnictwa"
en = "one row an event in the weeks after a participation ended"

[[columns]]
name = "participation_id"
type = "integer"
about = "the participation"

[[columns]]
name = "day"
type = "integer"
about = "the day of the event"

[[columns]]
name = "rank"
type = "integer"
about = "what outranks what on one day: 4 job, 3 job-seeking, 2 any other outcome, 1 end of a job"
*/
-- Events of the exit day and the days after it (rulings.md 23): the start of a job (on the exit day if
-- it already runs), the day after the last day of a job when no other job runs then, the outcome on its
-- date (on the exit day when undated or dated before it).
with
leaver as (
    select p.participation_id, p.person_id, p.exit_day, p.outcome, p.outcome_day
    from participation as p
    where p.exit_day is not null
),

job_start as (
    select
        l.participation_id,
        greatest(j.start_day, l.exit_day) as day,
        4 as rank
    from leaver as l
    inner join job as j on j.person_id = l.person_id
    where j.end_day is null or j.end_day >= l.exit_day
),

job_end as (
    select l.participation_id, l.person_id, j.job_id, j.end_day + 1 as day
    from leaver as l
    inner join job as j on j.person_id = l.person_id
    where j.end_day + 1 >= l.exit_day
),

still_at_work as (
    select distinct e.participation_id, e.job_id
    from job_end as e
    inner join job as other on other.person_id = e.person_id
    where other.start_day <= e.day
        and (other.end_day is null or other.end_day >= e.day)
),

out_of_work as (
    select e.participation_id, e.day, 1 as rank
    from job_end as e
    left join still_at_work as s
        on s.participation_id = e.participation_id and s.job_id = e.job_id
    where s.job_id is null
),

outcome as (
    select
        l.participation_id,
        greatest(coalesce(l.outcome_day, l.exit_day), l.exit_day) as day,
        case when l.outcome in ('job_seeking', 'unemployed') then 3 else 2 end as rank
    from leaver as l
    where l.outcome is not null
        and l.outcome not in ('job', 'self_employment', 'social_coop', 'supported')
),

known_only_from_outcome as (
    select i.participation_id, i.day, 4 as rank
    from implied_job as i
    where i.day is not null
),

event as (
    select participation_id, day, rank from job_start
    union all
    select participation_id, day, rank from out_of_work
    union all
    select participation_id, day, rank from outcome
    union all
    select participation_id, day, rank from known_only_from_outcome
)

select distinct e.participation_id, e.day, e.rank
from event as e
order by participation_id, day, rank

/*
id = "leaving_result"

[grain]
pl = "jeden wiersz na zakończone uczestnictwo"
en = "one row a participation that has ended"

[[columns]]
name = "participation_id"
type = "integer"
about = "the participation"

[[columns]]
name = "last_event"
type = "text"
about = "the last labour-market event upon leaving: job, seeking, other, out_of_work, no_event; job_without_date when a job without a day may be it"

[[columns]]
name = "education"
type = "text"
about = "took_up_education, no_education or no_outcome (not known) upon leaving"

[[columns]]
name = "six_months"
type = "text"
about = "job_on_the_day, no_job_on_the_day or job_not_described (not known) on the day of the follow-up"
*/
-- What became of people upon leaving and six months later, once for all indicators that ask for it
-- (rulings.md 22, 23, 35, 38). Whether the window has closed is asked by the indicator.
with
leaver as (
    select
        p.participation_id,
        p.person_id,
        p.immediate_result_day,
        p.follow_up_day,
        p.outcome,
        p.outcome_day,
        p.education_after,
        p.status_6m
    from participation as p
    where p.exit_day is not null
),

event as (
    select
        l.participation_id,
        e.rank,
        row_number() over (
            partition by l.participation_id
            order by e.day desc nulls last, e.rank desc nulls last
        ) as place
    from leaver as l
    inner join labour_market_event as e on e.participation_id = l.participation_id
    where e.day <= l.immediate_result_day
),

last_event as (
    select participation_id, rank
    from event
    where place = 1
),

at_work as (
    select distinct l.participation_id
    from leaver as l
    inner join job as j on j.person_id = l.person_id
    where j.start_day <= l.follow_up_day
        and (j.end_day is null or j.end_day >= l.follow_up_day)
)

select
    l.participation_id,
    case
        when i.participation_id is not null and i.day is null then 'job_without_date'
        when e.rank = 4 then 'job'
        when e.rank = 3 then 'seeking'
        when e.rank = 2 then 'other'
        when e.rank = 1 then 'out_of_work'
        else 'no_event'
    end as last_event,
    case
        when l.education_after = 'yes' then 'took_up_education'
        when l.outcome = 'education'
            and (l.outcome_day is null or l.outcome_day <= l.immediate_result_day)
            then 'took_up_education'
        when l.education_after is null and l.outcome is null then 'no_outcome'
        else 'no_education'
    end as education,
    case
        when l.status_6m in ('job', 'self_employment', 'social_coop', 'supported')
            then 'job_on_the_day'
        when l.status_6m is not null then 'no_job_on_the_day'
        when i.participation_id is not null then 'job_not_described'
        when w.participation_id is not null then 'job_on_the_day'
        else 'no_job_on_the_day'
    end as six_months
from leaver as l
left join last_event as e on e.participation_id = l.participation_id
left join implied_job as i on i.participation_id = l.participation_id
left join at_work as w on w.participation_id = l.participation_id
order by participation_id

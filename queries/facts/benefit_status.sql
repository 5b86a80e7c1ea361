/*
id = "benefit_status"

[grain]
pl = "jeden wiersz na zakończone uczestnictwo"
en = "one row a participation that has ended"

[[columns]]
name = "participation_id"
type = "integer"
about = "the participation"

[[columns]]
name = "status"
type = "text"
about = "counted, pending or unknown: from the months before entry and after exit together"

[[columns]]
name = "reason"
type = "text"
about = "covered, coverage_not_reached or outside_coverage"

[[columns]]
name = "stay_status"
type = "text"
about = "the same when the months of the stay are needed too"

[[columns]]
name = "stay_reason"
type = "text"
about = "the reason of stay_status"

[[columns]]
name = "before_covered"
type = "integer"
about = "1 when every month before entry is covered"
*/
-- One status for all of the benefit indicators, so that before, during and after speak of the same
-- people. A missing month that lies after the last covered month may still arrive: pending. Any other
-- missing month is unknown.
with
missing as (
    select
        w.participation_id,
        sum(case when w.part = 'during' then 0 else 1 - w.covered end) as window_months,
        sum(case when w.part = 'during' then 0 else (1 - w.covered) * (1 - w.after_coverage) end)
            as window_months_lost,
        sum(1 - w.covered) as all_months,
        sum((1 - w.covered) * (1 - w.after_coverage)) as all_months_lost,
        sum(case when w.part = 'before' then 1 - w.covered else 0 end) as before_months
    from window_month as w
    group by w.participation_id
)

select
    m.participation_id,
    case
        when m.window_months = 0 then 'counted'
        when m.window_months_lost = 0 then 'pending'
        else 'unknown'
    end as status,
    case
        when m.window_months = 0 then 'covered'
        when m.window_months_lost = 0 then 'coverage_not_reached'
        else 'outside_coverage'
    end as reason,
    case
        when m.all_months = 0 then 'counted'
        when m.all_months_lost = 0 then 'pending'
        else 'unknown'
    end as stay_status,
    case
        when m.all_months = 0 then 'covered'
        when m.all_months_lost = 0 then 'coverage_not_reached'
        else 'outside_coverage'
    end as stay_reason,
    case when m.before_months = 0 then 1 else 0 end as before_covered
from missing as m
order by participation_id

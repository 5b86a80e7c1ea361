/*
id = "labour_market_entry_rate"
order = 320
unit = "participation"
aggregate = "share"
population = "leavers"
parameters = ["labour_market_entry_days"]

[title]
pl = "Odsetek wejść na rynek pracy w ciągu 90 dni"
en = "Labour-market entry rate within 90 days"

[definition]
pl = """
Ukończone uczestnictwa, po których jakakolwiek praca zarobkowa zaczęła się w ciągu 90 dni po zakończeniu albo trwała w dniu zakończenia, podzielone przez wszystkie ukończone. Dopóki nie minie 90 dni, wynik jest oczekujący."""
en = """
Completers with any paid job that starts within 90 days after the exit, or runs on the exit day, divided by completers. Pending until the window of 90 days has closed."""

[[basis]]
source = "definicja programu efekt, za tezą o ok. 70 %"
says = { pl = "szeroka miara: każda praca zarobkowa", en = "a broad measure: any paid job" }
verified = false

[reasons]
job_in_90_days = { pl = "praca w ciągu 90 dni", en = "job within 90 days" }
no_job_in_90_days = { pl = "brak pracy w ciągu 90 dni", en = "no job within 90 days" }
job_without_date = { pl = "praca bez daty", en = "job without a date" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
with
day_limit as (
    select q.whole as days, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'labour_market_entry_days'
),

completer as (
    select
        p.participation_id,
        p.person_id,
        p.exit_day,
        p.exit_kind,
        p.exit_day + d.days as last_day,
        r.as_of_day
    from participation as p
    cross join run as r
    cross join day_limit as d
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.exit_day between d.valid_from_day and d.valid_to_day
        and (p.exit_kind is null or p.exit_kind in ('completed', 'completed_early_job'))
),

with_job as (
    select distinct c.participation_id
    from completer as c
    inner join job as j on j.person_id = c.person_id
    where j.start_day <= c.last_day
        and (j.end_day is null or j.end_day >= c.exit_day)
)

select
    c.participation_id,
    case
        when c.exit_kind is null then 'unknown'
        when c.as_of_day < c.last_day then 'pending'
        when i.participation_id is not null and i.day is null then 'unknown'
        else 'counted'
    end as status,
    case
        when w.participation_id is not null then 1
        when i.day is not null and i.day <= c.last_day then 1
        else 0
    end as numerator,
    1 as denominator,
    case
        when c.exit_kind is null then 'no_exit_kind'
        when c.as_of_day < c.last_day then 'window_open'
        when i.participation_id is not null and i.day is null then 'job_without_date'
        when w.participation_id is not null then 'job_in_90_days'
        when i.day is not null and i.day <= c.last_day then 'job_in_90_days'
        else 'no_job_in_90_days'
    end as reason
from completer as c
left join with_job as w on w.participation_id = c.participation_id
left join implied_job as i on i.participation_id = c.participation_id
order by participation_id

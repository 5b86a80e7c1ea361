/*
id = "retention_6m"
order = 355
unit = "person"
aggregate = "share"
parameters = ["immediate_result_days", "follow_up_months", "adult_age"]

[title]
pl = "Odsetek tych, którzy po sześciu miesiącach nadal pracują"
en = "Share still in work after six months"

[definition]
pl = """
Osoby, które pracowały po opuszczeniu programu (28 dni) i pracują także w dniu przypadającym sześć miesięcy po zakończeniu, podzielone przez wszystkie osoby, które pracowały po opuszczeniu programu i zakończyły uczestnictwo w okresie sprawozdawczym. Rozstrzyga badanie po sześciu miesiącach, a gdy go nie ma – daty zatrudnienia."""
en = """
Persons who worked upon leaving (28 days) and also on the day six calendar months after the exit, divided by all persons who worked upon leaving and left in the period. The follow-up after six months decides, and without it the job dates."""

[[basis]]
source = "definicja programu efekt"
says = { pl = "łączy EECR04 z EECR05 dla tych samych osób", en = "joins EECR04 and EECR05 for the same persons" }
verified = false

[reasons]
job_on_the_day = { pl = "praca w tym dniu", en = "job on the day" }
no_job_on_the_day = { pl = "brak pracy w tym dniu", en = "no job on the day" }
job_not_described = { pl = "praca znana tylko z sytuacji po zakończeniu", en = "work known only from the outcome" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
with
rule as (
    select q.whole as adult_age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'adult_age'
),

-- The successes of employment_rate_at_exit.
worked_upon_leaving as (
    select p.participation_id, p.follow_up_day, x.six_months, r.as_of_day
    from participation as p
    inner join leaving_result as x on x.participation_id = p.participation_id
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.labour_status in (
            'unemployed', 'unemployed_registered', 'unemployed_unregistered', 'inactive'
        )
        and p.entry_day between u.valid_from_day and u.valid_to_day
        and p.age_at_entry >= u.adult_age
        and (p.exit_kind is null or p.exit_kind <> 'died')
        and r.as_of_day >= p.immediate_result_day
        and x.last_event = 'job'
)

select
    w.participation_id,
    case
        when w.as_of_day < w.follow_up_day then 'pending'
        when w.six_months = 'job_not_described' then 'unknown'
        else 'counted'
    end as status,
    case when w.six_months = 'job_on_the_day' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when w.as_of_day < w.follow_up_day then 'window_open'
        else w.six_months
    end as reason
from worked_upon_leaving as w
order by participation_id

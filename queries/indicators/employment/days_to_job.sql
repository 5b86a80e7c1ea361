/*
id = "days_to_job"
order = 370
unit = "participation"
aggregate = "median_days"

[title]
pl = "Czas do podjęcia pracy (mediana dni)"
en = "Time to a job (median days)"

[definition]
pl = """
Mediana liczby dni od zakończenia do początku pierwszej pracy, dla uczestnictw ukończonych w okresie sprawozdawczym, po których praca zaczęła się w dniu zakończenia lub później, bez względu na to, kiedy. Kto pracy nie podjął albo pracował już wcześniej bez przerwy, nie wchodzi do wyniku."""
en = """
Median number of days from the exit to the start of the first job, for completers with a job that starts on the exit day or later, however late. Whoever took up no job, or worked on from before, is not in the figure."""

[caveat]
pl = "Wynik rośnie z czasem: kto znajdzie pracę później, dochodzi do obliczenia."
en = "The figure grows with time: whoever finds a job later enters it."

[[basis]]
source = "definicja programu efekt"
says = { pl = "pierwszy początek pracy w dniu zakończenia lub po nim", en = "the first start of a job on or after the exit" }
verified = false

[reasons]
job_start = { pl = "początek pracy", en = "start of a job" }
job_not_described = { pl = "praca znana tylko z sytuacji po zakończeniu", en = "work known only from the outcome" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
with
completer as (
    select p.participation_id, p.person_id, p.exit_day, p.exit_kind
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
        and (p.exit_kind is null or p.exit_kind in ('completed', 'completed_early_job'))
),

first_start as (
    select c.participation_id, min(j.start_day) as start_day
    from completer as c
    inner join job as j on j.person_id = c.person_id
    where j.start_day >= c.exit_day
    group by c.participation_id
)

select
    c.participation_id,
    case
        when c.exit_kind is null then 'unknown'
        when i.participation_id is not null then 'unknown'
        else 'counted'
    end as status,
    f.start_day - c.exit_day as numerator,
    1 as denominator,
    case
        when c.exit_kind is null then 'no_exit_kind'
        when i.participation_id is not null then 'job_not_described'
        else 'job_start'
    end as reason
from completer as c
left join first_start as f on f.participation_id = c.participation_id
left join implied_job as i on i.participation_id = c.participation_id
where c.exit_kind is null or f.participation_id is not null or i.participation_id is not null
order by participation_id

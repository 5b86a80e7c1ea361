/*
id = "job_search_rate_at_exit"
order = 332
unit = "person"
aggregate = "share"
parameters = ["immediate_result_days", "adult_age"]

[title]
pl = "Odsetek biernych, którzy po zakończeniu szukają pracy"
en = "Share of inactive persons who seek work upon leaving"

[definition]
pl = """
Osoby bierne zawodowo w chwili rozpoczęcia, których ostatnim zdarzeniem na rynku pracy w ciągu 28 dni po zakończeniu jest poszukiwanie pracy (także rejestracja jako bezrobotny), podzielone przez wszystkie takie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Kto po poszukiwaniu podjął pracę, liczy się tylko jako pracujący. Poza licznikiem i mianownikiem: osoby poniżej 18 lat. Każda osoba liczy się raz."""
en = """
Persons inactive at entry whose last labour-market event within 28 days after the exit is job-seeking (registered unemployment too), divided by all such persons who left in the period. Whoever took up a job after seeking counts as working only. In neither numerator nor denominator: under 18. Each person once."""

[[basis]]
source = "SFC FAQ 13.04.2023"
says = { pl = "28 dni po zakończeniu; liczy się ostatnie zdarzenie; nigdy razem z EECR04", en = "28 days after leaving; the last event counts; never together with EECR04" }
verified = true

[[basis]]
source = "grupa odniesienia EECR01 w EFS+"
says = { pl = "bierni zawodowo w chwili rozpoczęcia", en = "inactive at entry" }
verified = false

[[basis]]
source = "WUP w Łodzi, pytania do konkursu IX.1.3 (2014–2020)"
says = { pl = "osoby poniżej 18 lat nie wchodzą do poszukujących pracy", en = "persons under 18 do not enter job-seeking" }
verified = true

[reasons]
seeking = { pl = "ostatnie zdarzenie: poszukiwanie pracy", en = "last event: job-seeking" }
job = { pl = "ostatnie zdarzenie: praca", en = "last event: a job" }
other = { pl = "ostatnie zdarzenie: inne", en = "last event: something else" }
out_of_work = { pl = "ostatnie zdarzenie: koniec pracy", en = "last event: end of a job" }
no_event = { pl = "brak zdarzeń", en = "no event" }
under_18 = { pl = "poniżej 18 lat w chwili rozpoczęcia", en = "under 18 at entry" }
no_labour_status = { pl = "brak statusu na rynku pracy", en = "labour status not given" }
no_birth_date = { pl = "brak daty urodzenia", en = "birth date not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
job_without_date = { pl = "praca bez daty", en = "job without a date" }
*/
with
rule as (
    select q.whole as adult_age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'adult_age'
),

leaver as (
    select
        p.participation_id,
        p.labour_status,
        p.age_at_entry,
        p.immediate_result_day,
        u.adult_age,
        r.as_of_day
    from participation as p
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and (p.labour_status is null or p.labour_status = 'inactive')
        and p.entry_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.age_at_entry < l.adult_age then 'excluded'
        when l.labour_status is null or l.age_at_entry is null then 'unknown'
        when l.as_of_day < l.immediate_result_day then 'pending'
        when x.last_event = 'job_without_date' then 'unknown'
        else 'counted'
    end as status,
    case when x.last_event = 'seeking' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.age_at_entry < l.adult_age then 'under_18'
        when l.labour_status is null then 'no_labour_status'
        when l.age_at_entry is null then 'no_birth_date'
        when l.as_of_day < l.immediate_result_day then 'window_open'
        else x.last_event
    end as reason
from leaver as l
inner join leaving_result as x on x.participation_id = l.participation_id
order by participation_id

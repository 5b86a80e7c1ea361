/*
id = "employment_rate_at_exit"
order = 330
unit = "person"
aggregate = "share"
compared = true
esf = "EECR04"
parameters = ["immediate_result_days", "adult_age"]

[title]
pl = "Pracujący po opuszczeniu programu (EECR04)"
en = "In employment upon leaving (EECR04)"

[definition]
pl = """
Osoby bezrobotne lub bierne zawodowo w chwili rozpoczęcia, których ostatnim zdarzeniem na rynku pracy w ciągu 28 dni po zakończeniu jest praca, podzielone przez wszystkie takie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Poza licznikiem i mianownikiem: pracujący w chwili rozpoczęcia, osoby poniżej 18 lat, zmarli. Każda osoba liczy się raz."""
en = """
Persons unemployed or inactive at entry whose last labour-market event within 28 days after the exit is a job, divided by all such persons who left in the period. In neither numerator nor denominator: employed at entry, under 18, died. Each person once."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I; SFC FAQ 13.04.2023"
says = { pl = "28 dni po zakończeniu; liczy się ostatnie zdarzenie", en = "28 days after leaving; the last event counts" }
verified = true

[[basis]]
source = "grupa odniesienia EECR04 w EFS+"
says = { pl = "bezrobotni i bierni w chwili rozpoczęcia", en = "unemployed and inactive at entry" }
verified = false

[reasons]
job = { pl = "ostatnie zdarzenie: praca", en = "last event: a job" }
seeking = { pl = "ostatnie zdarzenie: poszukiwanie pracy", en = "last event: job-seeking" }
other = { pl = "ostatnie zdarzenie: inne", en = "last event: something else" }
out_of_work = { pl = "ostatnie zdarzenie: koniec pracy", en = "last event: end of a job" }
no_event = { pl = "brak zdarzeń", en = "no event" }
employed_at_entry = { pl = "pracujący w chwili rozpoczęcia", en = "employed at entry" }
under_18 = { pl = "poniżej 18 lat w chwili rozpoczęcia", en = "under 18 at entry" }
died = { pl = "zgon", en = "died" }
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
        p.exit_kind,
        p.immediate_result_day,
        u.adult_age,
        r.as_of_day
    from participation as p
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.entry_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.exit_kind = 'died' then 'excluded'
        when l.labour_status = 'employed' then 'excluded'
        when l.age_at_entry < l.adult_age then 'excluded'
        when l.labour_status is null or l.age_at_entry is null then 'unknown'
        when l.as_of_day < l.immediate_result_day then 'pending'
        when x.last_event = 'job_without_date' then 'unknown'
        else 'counted'
    end as status,
    case when x.last_event = 'job' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.exit_kind = 'died' then 'died'
        when l.labour_status = 'employed' then 'employed_at_entry'
        when l.age_at_entry < l.adult_age then 'under_18'
        when l.labour_status is null then 'no_labour_status'
        when l.age_at_entry is null then 'no_birth_date'
        when l.as_of_day < l.immediate_result_day then 'window_open'
        else x.last_event
    end as reason
from leaver as l
inner join leaving_result as x on x.participation_id = l.participation_id
order by participation_id

/*
id = "EECO07"
order = 770
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO07"
since = "2021-01-01"
parameters = ["age_band_young_from", "age_band_middle_from"]

[title]
pl = "Liczba osób młodych w wieku 18–29 lat objętych wsparciem w programie"
en = "Young people aged 18–29"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i miały wtedy ukończone 18, a nieukończone 30 lat. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and were 18 to 29 then. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "osoby młode 18–29 lat", en = "young people aged 18–29" }
verified = true

[[basis]]
source = "kod EECO07 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "18–29 lat", en = "aged 18–29" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
with
young as (
    select q.whole as age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'age_band_young_from'
),

middle as (
    select q.whole as age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'age_band_middle_from'
),

entrant as (
    select
        p.participation_id,
        p.age_at_entry,
        p.is_complete,
        young.age as young_age,
        middle.age as middle_age
    from project_participation as p
    cross join run as r
    cross join young
    cross join middle
    where p.entry_day between r.period_start_day and r.period_end_day
        and p.entry_day between young.valid_from_day and young.valid_to_day
        and p.entry_day between middle.valid_from_day and middle.valid_to_day
)

select
    e.participation_id,
    case when e.is_complete = 0 then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    case when e.is_complete = 0 then 'incomplete_record' else 'yes' end as reason
from entrant as e
where e.is_complete = 0 or (e.age_at_entry >= e.young_age and e.age_at_entry < e.middle_age)
order by participation_id

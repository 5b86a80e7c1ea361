/*
id = "EECO06"
order = 760
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO06"
since = "2021-01-01"
parameters = ["age_band_young_from"]

[title]
pl = "Liczba dzieci w wieku poniżej 18 lat objętych wsparciem w programie"
en = "Children below 18"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i nie miały wtedy ukończonych 18 lat. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and were below 18 then. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "dzieci poniżej 18 lat", en = "children below 18" }
verified = true

[[basis]]
source = "kod EECO06 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "poniżej 18 lat", en = "below 18" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
with
young as (
    select q.whole as age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'age_band_young_from'
),

entrant as (
    select
        p.participation_id,
        p.age_at_entry,
        p.is_complete,
        young.age as young_age
    from project_participation as p
    cross join run as r
    cross join young
    where p.entry_day between r.period_start_day and r.period_end_day
        and p.entry_day between young.valid_from_day and young.valid_to_day
)

select
    e.participation_id,
    case when e.is_complete = 0 then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    case when e.is_complete = 0 then 'incomplete_record' else 'yes' end as reason
from entrant as e
where e.is_complete = 0 or e.age_at_entry < e.young_age
order by participation_id

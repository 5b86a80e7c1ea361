/*
id = "EECO10"
order = 800
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO10"
since = "2021-01-01"

[title]
pl = "Liczba osób z wykształceniem na poziomie szkoły średniej II stopnia lub policealnym (ISCED 3–4) objętych wsparciem w programie"
en = "Participants with upper secondary or post-secondary education (ISCED 3–4)"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i miały wtedy wykształcenie średnie, zasadnicze zawodowe lub policealne (ISCED 3–4); liczy się najwyższe ukończone. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and had upper secondary or post-secondary education (ISCED 3–4); the highest completed level counts. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "wykształcenie ISCED 3–4", en = "education ISCED 3–4" }
verified = true

[[basis]]
source = "kod EECO10 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "wykształcenie ISCED 3–4", en = "education ISCED 3–4" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case when p.is_complete = 0 then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    case when p.is_complete = 0 then 'incomplete_record' else 'yes' end as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
    and (p.is_complete = 0 or p.education_band = '3-4')
order by participation_id

/*
id = "EECO17"
order = 870
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO17"
since = "2021-01-01"

[title]
pl = "Liczba osób z obszarów wiejskich objętych wsparciem w programie"
en = "Participants from rural areas"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i mieszkały wtedy na obszarze wiejskim (DEGURBA 3). Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez stopnia urbanizacji: nie wiadomo. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and lived in a rural area then (DEGURBA 3). Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without a degree of urbanisation: unknown. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "EIGE, wskaźniki EFS+ (wersja projektu z 2018 r.)"
says = { pl = "osoby z obszarów wiejskich", en = "participants from rural areas" }
verified = true

[[basis]]
source = "formularze SL2014 i SM EFS"
says = { pl = "DEGURBA 3: obszar wiejski", en = "DEGURBA 3: rural area" }
verified = true

[[basis]]
source = "kod EECO17 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "obszar wiejski", en = "rural area" }
no_answer = { pl = "brak stopnia urbanizacji", en = "degree of urbanisation not given" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when p.area is null then 'unknown'
        else 'counted'
    end as status,
    1 as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when p.area is null then 'no_answer'
        else 'yes'
    end as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
    and (p.is_complete = 0 or p.area is null or p.area = '3')
order by participation_id

/*
id = "EECO13"
order = 830
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO13"
since = "2021-01-01"

[title]
pl = "Liczba osób z krajów trzecich objętych wsparciem w programie"
en = "Third-country nationals"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i nie są obywatelami Unii Europejskiej (także bezpaństwowcy). Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez odpowiedzi lub po odmowie: nie wiadomo. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and are no citizens of the European Union (stateless persons too). Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without an answer, or when it was refused: unknown. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "obywatele państw trzecich", en = "third-country nationals" }
verified = true

[[basis]]
source = "SFC FAQ, węzeł 154"
says = { pl = "obce pochodzenie nie oznacza państwa trzeciego ani odwrotnie; bezpaństwowcy wliczeni", en = "a foreign background does not imply a third country, nor the reverse; stateless persons included" }
verified = true

[[basis]]
source = "kod EECO13 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "obywatel państwa trzeciego", en = "third-country national" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
refused = { pl = "odmowa odpowiedzi", en = "answer refused" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when p.third_country = 'yes' then 'counted'
        else 'unknown'
    end as status,
    1 as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when p.third_country is null then 'no_answer'
        when p.third_country = 'refused' then 'refused'
        else 'yes'
    end as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
    and (p.is_complete = 0 or p.third_country is distinct from 'no')
order by participation_id

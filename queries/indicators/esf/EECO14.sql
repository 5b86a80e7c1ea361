/*
id = "EECO14"
order = 840
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO14"
since = "2021-01-01"

[title]
pl = "Liczba osób obcego pochodzenia objętych wsparciem w programie"
en = "Participants with a foreign background"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i są obcego pochodzenia. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez odpowiedzi lub po odmowie: nie wiadomo. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and have a foreign background. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without an answer, or when it was refused: unknown. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[caveat]
pl = "Liczy się odpowiedź z pliku. Polski formularz pyta o co najmniej jednego rodzica urodzonego za granicą, Komisja o rodziców; program tego nie rozstrzyga."
en = "The answer of the file counts. The Polish form asks for at least one parent born abroad, the Commission for parents; the program does not decide it."

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "osoby obcego pochodzenia", en = "participants with a foreign background" }
verified = true

[[basis]]
source = "SFC FAQ, węzeł 154"
says = { pl = "domyślnie: rodzice urodzeni za granicą; definicja krajowa może być inna", en = "by default: parents born abroad; a national definition may differ" }
verified = true

[[basis]]
source = "kod EECO14 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "obce pochodzenie", en = "foreign background" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
refused = { pl = "odmowa odpowiedzi", en = "answer refused" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when p.foreign_background = 'yes' then 'counted'
        else 'unknown'
    end as status,
    1 as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when p.foreign_background is null then 'no_answer'
        when p.foreign_background = 'refused' then 'refused'
        else 'yes'
    end as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
    and (p.is_complete = 0 or p.foreign_background is distinct from 'no')
order by participation_id

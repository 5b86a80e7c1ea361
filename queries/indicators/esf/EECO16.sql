/*
id = "EECO16"
order = 860
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO16"
since = "2021-01-01"

[title]
pl = "Liczba osób w kryzysie bezdomności lub dotkniętych wykluczeniem z dostępu do mieszkań, objętych wsparciem w programie"
en = "Homeless or affected by housing exclusion"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i były wtedy w kryzysie bezdomności lub bez dostępu do mieszkania (ETHOS). Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez odpowiedzi lub po odmowie: nie wiadomo. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and were homeless or excluded from housing then (ETHOS). Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without an answer, or when it was refused: unknown. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[caveat]
pl = "Liczy się kolumna „Bezdomność” (albo jej odpowiednik z systemu projektu), nie grupa „bezdomni” z art. 1 ust. 2."
en = "The column “Bezdomność” (or its like in the project system) counts, not the group of homeless persons of art. 1 sec. 2."

[[basis]]
source = "EIGE, wskaźniki EFS+ (wersja projektu z 2018 r.)"
says = { pl = "bezdomni lub wykluczeni z dostępu do mieszkań", en = "homeless or affected by housing exclusion" }
verified = true

[[basis]]
source = "kod EECO16 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "bezdomność lub wykluczenie mieszkaniowe", en = "homeless or excluded from housing" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
refused = { pl = "odmowa odpowiedzi", en = "answer refused" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when p.homeless = 'yes' then 'counted'
        else 'unknown'
    end as status,
    1 as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when p.homeless is null then 'no_answer'
        when p.homeless = 'refused' then 'refused'
        else 'yes'
    end as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
    and (p.is_complete = 0 or p.homeless is distinct from 'no')
order by participation_id

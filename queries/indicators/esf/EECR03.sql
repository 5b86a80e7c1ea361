/*
id = "EECR03"
order = 930
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECR03"
since = "2021-01-01"
parameters = ["immediate_result_days"]

[title]
pl = "Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu"
en = "Participants gaining a qualification upon leaving"

[definition]
pl = """
Osoby, które zakończyły udział w okresie sprawozdawczym i uzyskały kwalifikacje najpóźniej 28 dni po zakończeniu. Bez odpowiedzi: nie wiadomo. Pobyty z tym samym numerem projektu są jednym uczestnictwem: cechy pochodzą z pierwszego, wynik z tego, który zakończył się ostatni. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo. Obok stoi liczba osób, które się liczą."""
en = """
Persons who left in the period and gained a qualification by 28 days after the exit. Without an answer: unknown. Stays with the same project number are one participation: its characteristics come from the first, its result from the one that ended last. Each person once. Without sex, age, education or labour status: unknown. Beside it stands the number of persons who count."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "uzyskali kwalifikacje po opuszczeniu programu", en = "gaining a qualification upon leaving" }
verified = false

[[basis]]
source = "grupa odniesienia EECR03 w EFS+"
says = { pl = "wszyscy uczestnicy", en = "all participants" }
verified = false

[[basis]]
source = "SFC, zasady EFS 2014–2020"
says = { pl = "powrót do tego samego projektu: ten sam zapis, wynik po ostatnim zakończeniu", en = "re-entry to the same project: the same record, results after the final exit" }
verified = true

[[basis]]
source = "kod EECR03 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "uzyskano kwalifikacje", en = "a qualification was gained" }
no = { pl = "bez kwalifikacji", en = "no qualification" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when r.as_of_day < p.immediate_result_day then 'pending'
        when p.qualification in ('yes', 'no') then 'counted'
        else 'unknown'
    end as status,
    case when p.qualification = 'yes' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when r.as_of_day < p.immediate_result_day then 'window_open'
        when p.qualification = 'yes' then 'yes'
        when p.qualification = 'no' then 'no'
        else 'no_answer'
    end as reason
from project_participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

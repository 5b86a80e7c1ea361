/*
id = "EECR02"
order = 920
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECR02"
since = "2021-01-01"
parameters = ["immediate_result_days"]

[title]
pl = "Liczba osób uczestniczących w kształceniu lub szkoleniu po opuszczeniu programu"
en = "Participants in education or training upon leaving"

[definition]
pl = """
Osoby, które zakończyły udział w okresie sprawozdawczym i w ciągu 28 dni podjęły naukę lub szkolenie (kolumna „Podjęto naukę” albo sytuacja po zakończeniu: nauka lub szkolenie). Gdy obie kolumny są puste: nie wiadomo. Pobyty z tym samym numerem projektu są jednym uczestnictwem: cechy pochodzą z pierwszego, wynik z tego, który zakończył się ostatni. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo. Obok stoi liczba osób, które się liczą."""
en = """
Persons who left in the period and took up education or training within 28 days (the column “Podjęto naukę”, or the situation after leaving: education or training). With both columns empty: unknown. Stays with the same project number are one participation: its characteristics come from the first, its result from the one that ended last. Each person once. Without sex, age, education or labour status: unknown. Beside it stands the number of persons who count."""

[caveat]
pl = "Pliki nie mówią, kto uczył się już w chwili rozpoczęcia; dlatego podstawą są wszyscy, którzy zakończyli udział."
en = "The files do not say who was in education at entry; so the base is all leavers."

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "uczestniczący w kształceniu lub szkoleniu po opuszczeniu programu", en = "in education or training upon leaving" }
verified = false

[[basis]]
source = "grupa odniesienia EECR02 w EFS+"
says = { pl = "osoby, które w chwili rozpoczęcia nie uczestniczyły w kształceniu ani szkoleniu", en = "persons not in education or training at entry" }
verified = false

[[basis]]
source = "SFC, zasady EFS 2014–2020"
says = { pl = "powrót do tego samego projektu: ten sam zapis, wynik po ostatnim zakończeniu", en = "re-entry to the same project: the same record, results after the final exit" }
verified = true

[[basis]]
source = "kod EECR02 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
took_up_education = { pl = "nauka lub szkolenie", en = "education or training" }
no_education = { pl = "bez nauki i szkolenia", en = "neither education nor training" }
no_outcome = { pl = "brak sytuacji po zakończeniu", en = "situation after leaving not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when r.as_of_day < p.immediate_result_day then 'pending'
        when x.education = 'no_outcome' then 'unknown'
        else 'counted'
    end as status,
    case when x.education = 'took_up_education' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when r.as_of_day < p.immediate_result_day then 'window_open'
        else x.education
    end as reason
from project_participation as p
inner join leaving_result as x on x.participation_id = p.exit_participation_id
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "EECR04"
order = 940
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECR04"
since = "2021-01-01"
parameters = ["immediate_result_days", "adult_age"]

[title]
pl = "Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu"
en = "Participants in employment, including self-employment, upon leaving"

[definition]
pl = """
Osoby bezrobotne lub bierne zawodowo w chwili rozpoczęcia, które zakończyły udział w okresie sprawozdawczym i których ostatnim zdarzeniem na rynku pracy w ciągu 28 dni po zakończeniu jest praca. Nie liczą się: pracujący w chwili rozpoczęcia, osoby poniżej 18 lat, zmarli. Pobyty z tym samym numerem projektu są jednym uczestnictwem: cechy pochodzą z pierwszego, wynik z tego, który zakończył się ostatni. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo. Obok stoi liczba osób, które się liczą."""
en = """
Persons unemployed or inactive at entry who left in the period and whose last labour-market event within 28 days after the exit is a job. Employed at entry, under 18 and died do not count. Stays with the same project number are one participation: its characteristics come from the first, its result from the one that ended last. Each person once. Without sex, age, education or labour status: unknown. Beside it stands the number of persons who count."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "pracujący, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu", en = "in employment, including self-employment, upon leaving" }
verified = false

[[basis]]
source = "SFC FAQ 13.04.2023"
says = { pl = "28 dni po zakończeniu; liczy się ostatnie zdarzenie; EECR01 i EECR04 nigdy razem", en = "28 days after leaving; the last event counts; EECR01 and EECR04 never together" }
verified = true

[[basis]]
source = "SFC FAQ 2014–2020, podstawa wskaźników EECR04 i EECR05"
says = { pl = "bezrobotni i bierni w chwili rozpoczęcia; dla EFS+ przyjęte bez zmian", en = "unemployed and inactive at entry; for ESF+ taken over as it stands" }
verified = true

[[basis]]
source = "WUP w Łodzi, pytania do konkursu IX.1.3 (2014–2020)"
says = { pl = "osoby poniżej 18 lat nie wchodzą do poszukujących pracy ani do pracujących", en = "persons under 18 enter neither job-seeking nor employment" }
verified = true

[[basis]]
source = "SFC, zasady EFS 2014–2020"
says = { pl = "powrót do tego samego projektu: ten sam zapis, wynik po ostatnim zakończeniu", en = "re-entry to the same project: the same record, results after the final exit" }
verified = true

[[basis]]
source = "kod EECR04 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
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
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
job_without_date = { pl = "praca bez daty", en = "job without a date" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
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
        p.exit_participation_id,
        p.labour_status,
        p.age_at_entry,
        p.is_complete,
        p.exit_kind,
        p.immediate_result_day,
        u.adult_age,
        r.as_of_day
    from project_participation as p
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.entry_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.is_complete = 0 then 'unknown'
        when l.exit_kind = 'died' then 'excluded'
        when l.labour_status = 'employed' then 'excluded'
        when l.age_at_entry < l.adult_age then 'excluded'
        when l.as_of_day < l.immediate_result_day then 'pending'
        when x.last_event = 'job_without_date' then 'unknown'
        else 'counted'
    end as status,
    case when x.last_event = 'job' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.is_complete = 0 then 'incomplete_record'
        when l.exit_kind = 'died' then 'died'
        when l.labour_status = 'employed' then 'employed_at_entry'
        when l.age_at_entry < l.adult_age then 'under_18'
        when l.as_of_day < l.immediate_result_day then 'window_open'
        else x.last_event
    end as reason
from leaver as l
inner join leaving_result as x on x.participation_id = l.exit_participation_id
order by participation_id

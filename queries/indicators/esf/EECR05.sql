/*
id = "EECR05"
order = 950
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECR05"
since = "2021-01-01"
parameters = ["follow_up_months", "adult_age"]

[title]
pl = "Liczba osób pracujących, łącznie z prowadzącymi działalność na własny rachunek, sześć miesięcy po opuszczeniu programu"
en = "Participants in employment, including self-employment, six months after leaving"

[definition]
pl = """
Osoby bezrobotne lub bierne zawodowo w chwili rozpoczęcia, które zakończyły udział w okresie sprawozdawczym i pracują w dniu przypadającym sześć miesięcy kalendarzowych po zakończeniu. Rozstrzyga badanie po sześciu miesiącach, a gdy go nie ma – daty zatrudnienia. Nie liczą się osoby poniżej 18 lat i zmarli. Pobyty z tym samym numerem projektu są jednym uczestnictwem: cechy pochodzą z pierwszego, wynik z tego, który zakończył się ostatni. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo. Obok stoi liczba osób, które się liczą."""
en = """
Persons unemployed or inactive at entry who left in the period and work on the day six calendar months after the exit. The follow-up after six months decides, and without it the job dates. Under 18 and died do not count. Stays with the same project number are one participation: its characteristics come from the first, its result from the one that ended last. Each person once. Without sex, age, education or labour status: unknown. Beside it stands the number of persons who count."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "pracujący, łącznie z prowadzącymi działalność na własny rachunek, sześć miesięcy po opuszczeniu programu", en = "in employment, including self-employment, six months after leaving" }
verified = false

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
source = "kod EECR05 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
job_on_the_day = { pl = "praca w tym dniu", en = "job on the day" }
no_job_on_the_day = { pl = "brak pracy w tym dniu", en = "no job on the day" }
job_not_described = { pl = "praca znana tylko z sytuacji po zakończeniu", en = "work known only from the outcome" }
under_18 = { pl = "poniżej 18 lat w chwili rozpoczęcia", en = "under 18 at entry" }
died = { pl = "zgon", en = "died" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
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
        p.age_at_entry,
        p.is_complete,
        p.exit_kind,
        p.follow_up_day,
        u.adult_age,
        r.as_of_day
    from project_participation as p
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and (
            p.labour_status is null
            or p.labour_status in (
                'unemployed', 'unemployed_registered', 'unemployed_unregistered', 'inactive'
            )
        )
        and p.entry_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.is_complete = 0 then 'unknown'
        when l.exit_kind = 'died' then 'excluded'
        when l.age_at_entry < l.adult_age then 'excluded'
        when l.as_of_day < l.follow_up_day then 'pending'
        when x.six_months = 'job_not_described' then 'unknown'
        else 'counted'
    end as status,
    case when x.six_months = 'job_on_the_day' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.is_complete = 0 then 'incomplete_record'
        when l.exit_kind = 'died' then 'died'
        when l.age_at_entry < l.adult_age then 'under_18'
        when l.as_of_day < l.follow_up_day then 'window_open'
        else x.six_months
    end as reason
from leaver as l
inner join leaving_result as x on x.participation_id = l.exit_participation_id
order by participation_id

/*
id = "EECR06"
order = 960
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECR06"
since = "2021-01-01"
parameters = ["follow_up_months"]

[title]
pl = "Liczba osób, których sytuacja na rynku pracy uległa poprawie sześć miesięcy po opuszczeniu programu"
en = "Participants with an improved labour-market situation six months after leaving"

[definition]
pl = """
Osoby pracujące w chwili rozpoczęcia, które zakończyły udział w okresie sprawozdawczym i u których badanie po sześciu miesiącach mówi „poprawa sytuacji zawodowej”. Sama podwyżka płacy nie jest poprawą. Bez badania: nie wiadomo. Pobyty z tym samym numerem projektu są jednym uczestnictwem: cechy pochodzą z pierwszego, wynik z tego, który zakończył się ostatni. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo. Obok stoi liczba osób, które się liczą."""
en = """
Persons employed at entry who left in the period and whose follow-up after six months says “improved labour-market situation”. A pay rise alone is no improvement. Without a follow-up: unknown. Stays with the same project number are one participation: its characteristics come from the first, its result from the one that ended last. Each person once. Without sex, age, education or labour status: unknown. Beside it stands the number of persons who count."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "poprawa sytuacji na rynku pracy sześć miesięcy po opuszczeniu programu", en = "an improved labour-market situation six months after leaving" }
verified = false

[[basis]]
source = "SFC FAQ 2014–2020, wskaźnik poprawy sytuacji na rynku pracy"
says = { pl = "pracujący w chwili rozpoczęcia; praca stabilniejsza, w większym wymiarze albo bardziej odpowiedzialna", en = "employed at entry; steadier work, more hours, or more responsibility" }
verified = true

[[basis]]
source = "SFC, zasady EFS 2014–2020"
says = { pl = "powrót do tego samego projektu: ten sam zapis, wynik po ostatnim zakończeniu", en = "re-entry to the same project: the same record, results after the final exit" }
verified = true

[[basis]]
source = "kod EECR06 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
improved = { pl = "poprawa sytuacji zawodowej", en = "the situation had improved" }
not_improved = { pl = "bez poprawy", en = "no improvement" }
no_follow_up = { pl = "brak badania po sześciu miesiącach", en = "no follow-up after six months" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
select
    p.participation_id,
    case
        when p.is_complete = 0 then 'unknown'
        when r.as_of_day < p.follow_up_day then 'pending'
        when p.status_6m is null then 'unknown'
        else 'counted'
    end as status,
    case when p.status_6m = 'improved' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when p.is_complete = 0 then 'incomplete_record'
        when r.as_of_day < p.follow_up_day then 'window_open'
        when p.status_6m is null then 'no_follow_up'
        when p.status_6m = 'improved' then 'improved'
        else 'not_improved'
    end as reason
from project_participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
    and (p.labour_status is null or p.labour_status = 'employed')
order by participation_id

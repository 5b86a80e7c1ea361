/*
id = "improved_situation_6m"
order = 360
unit = "person"
aggregate = "share"
parameters = ["follow_up_months"]

[title]
pl = "Odsetek pracujących, których sytuacja po sześciu miesiącach jest lepsza"
en = "Share of the employed whose situation had improved after six months"

[definition]
pl = """
Osoby pracujące w chwili rozpoczęcia, u których badanie po sześciu miesiącach mówi „poprawa sytuacji zawodowej”, podzielone przez wszystkie takie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Sama podwyżka płacy nie jest poprawą. Bez badania: nie wiadomo. Każda osoba liczy się raz."""
en = """
Persons employed at entry whose follow-up after six months says “improved labour-market situation”, divided by all such persons who left in the period. A pay rise alone is no improvement. Without a follow-up: unknown. Each person once."""

[[basis]]
source = "SFC FAQ 2014–2020, wskaźnik poprawy sytuacji na rynku pracy"
says = { pl = "pracujący w chwili rozpoczęcia; praca stabilniejsza, w większym wymiarze albo bardziej odpowiedzialna", en = "employed at entry; steadier work, more hours, or more responsibility" }
verified = true

[[basis]]
source = "EECR06 w EFS+"
says = { pl = "ta sama zasada", en = "the same rule" }
verified = false

[reasons]
improved = { pl = "poprawa sytuacji zawodowej", en = "the situation had improved" }
not_improved = { pl = "bez poprawy", en = "no improvement" }
no_follow_up = { pl = "brak badania po sześciu miesiącach", en = "no follow-up after six months" }
no_labour_status = { pl = "brak statusu na rynku pracy", en = "labour status not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
select
    p.participation_id,
    case
        when p.labour_status is null then 'unknown'
        when r.as_of_day < p.follow_up_day then 'pending'
        when p.status_6m is null then 'unknown'
        else 'counted'
    end as status,
    case when p.status_6m = 'improved' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when p.labour_status is null then 'no_labour_status'
        when r.as_of_day < p.follow_up_day then 'window_open'
        when p.status_6m is null then 'no_follow_up'
        when p.status_6m = 'improved' then 'improved'
        else 'not_improved'
    end as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
    and (p.labour_status is null or p.labour_status = 'employed')
order by participation_id

/*
id = "education_rate_at_exit"
order = 334
unit = "person"
aggregate = "share"
parameters = ["immediate_result_days"]

[title]
pl = "Odsetek uczestniczących w kształceniu lub szkoleniu po zakończeniu"
en = "Share in education or training upon leaving"

[definition]
pl = """
Osoby, które w ciągu 28 dni po zakończeniu podjęły naukę lub szkolenie (kolumna „Podjęto naukę” albo sytuacja po zakończeniu: nauka lub szkolenie, z datą w tym terminie albo bez daty), podzielone przez wszystkie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Gdy obie kolumny są puste: nie wiadomo. Każda osoba liczy się raz."""
en = """
Persons who took up education or training within 28 days after the exit (the column “Podjęto naukę”, or the situation after leaving: education or training, dated within that time or undated), divided by all persons who left in the period. With both columns empty: unknown. Each person once."""

[caveat]
pl = "Pliki nie mówią, kto uczył się już w chwili rozpoczęcia; dlatego podstawą są wszyscy, którzy zakończyli uczestnictwo."
en = "The files do not say who was in education at entry; so the base is all leavers."

[[basis]]
source = "grupa odniesienia EECR02 w EFS+"
says = { pl = "osoby, które w chwili rozpoczęcia nie uczestniczyły w kształceniu ani szkoleniu", en = "persons not in education or training at entry" }
verified = false

[[basis]]
source = "SFC FAQ 13.04.2023"
says = { pl = "28 dni po zakończeniu", en = "28 days after leaving" }
verified = true

[reasons]
took_up_education = { pl = "nauka lub szkolenie", en = "education or training" }
no_education = { pl = "bez nauki i szkolenia", en = "neither education nor training" }
no_outcome = { pl = "brak sytuacji po zakończeniu", en = "situation after leaving not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
select
    p.participation_id,
    case
        when r.as_of_day < p.immediate_result_day then 'pending'
        when x.education = 'no_outcome' then 'unknown'
        else 'counted'
    end as status,
    case when x.education = 'took_up_education' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when r.as_of_day < p.immediate_result_day then 'window_open'
        else x.education
    end as reason
from participation as p
inner join leaving_result as x on x.participation_id = p.participation_id
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "qualification_rate"
order = 336
unit = "person"
aggregate = "share"
parameters = ["immediate_result_days"]

[title]
pl = "Odsetek osób, które uzyskały kwalifikacje"
en = "Share who gained a qualification"

[definition]
pl = """
Osoby, które uzyskały kwalifikacje najpóźniej 28 dni po zakończeniu, podzielone przez wszystkie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Bez odpowiedzi: nie wiadomo. Każda osoba liczy się raz."""
en = """
Persons who gained a qualification by 28 days after the exit, divided by all persons who left in the period. Without an answer: unknown. Each person once."""

[[basis]]
source = "grupa odniesienia EECR03 w EFS+"
says = { pl = "wszyscy uczestnicy", en = "all participants" }
verified = false

[[basis]]
source = "SFC FAQ 13.04.2023"
says = { pl = "28 dni po zakończeniu", en = "28 days after leaving" }
verified = true

[reasons]
yes = { pl = "uzyskano kwalifikacje", en = "a qualification was gained" }
no = { pl = "bez kwalifikacji", en = "no qualification" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
select
    p.participation_id,
    case
        when r.as_of_day < p.immediate_result_day then 'pending'
        when p.qualification in ('yes', 'no') then 'counted'
        else 'unknown'
    end as status,
    case when p.qualification = 'yes' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when r.as_of_day < p.immediate_result_day then 'window_open'
        when p.qualification = 'yes' then 'yes'
        when p.qualification = 'no' then 'no'
        else 'no_answer'
    end as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

/*
id = "social_effectiveness_rate"
order = 380
unit = "person"
aggregate = "share"
parameters = ["social_progress_days"]

[title]
pl = "Efektywność społeczna"
en = "Social effectiveness rate"

[definition]
pl = """
Osoby, u których nastąpił postęp w aktywizacji społecznej, podzielone przez wszystkie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym i otrzymały w jego trakcie choć jedną formę wsparcia z obszaru reintegracji społecznej. Postęp nie ma daty i jest przyjmowany jako osiągnięty w trzy miesiące. Poza licznikiem i mianownikiem: zmarli. Bez odpowiedzi: nie wiadomo."""
en = """
Persons with social progress, divided by all persons who left in the period and had at least one form of support from the area of social reintegration during their participation. Progress has no date and is taken as reached within three months. In neither numerator nor denominator: died. Without an answer: unknown."""

[[basis]]
source = "kryterium efektywności społecznej 2014–2020; doczz.pl/doc/3948272, rpo.lubelskie.pl 06.07.2018"
says = { pl = "trzy miesiące od zakończenia; katalog form postępu społecznego", en = "three months from ending; a list of kinds of social progress" }
verified = true

[[basis]]
source = "podstawa: wszyscy objęci wsparciem społecznym"
says = { pl = "wynika z przykładu ministerstwa", en = "follows from the ministry's example" }
verified = false

[reasons]
yes = { pl = "postęp społeczny", en = "social progress" }
no = { pl = "bez postępu społecznego", en = "no social progress" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
died = { pl = "zgon", en = "died" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
with
rule as (
    select q.whole as days, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'social_progress_days'
),

with_social_support as (
    select distinct s.participation_id
    from support as s
    where s.area = 'social'
),

leaver as (
    select
        p.participation_id,
        p.exit_kind,
        p.social_progress,
        p.exit_day + u.days as last_day,
        r.as_of_day
    from participation as p
    inner join with_social_support as w on w.participation_id = p.participation_id
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.exit_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.exit_kind = 'died' then 'excluded'
        when l.as_of_day < l.last_day then 'pending'
        when l.social_progress in ('yes', 'no') then 'counted'
        else 'unknown'
    end as status,
    case when l.social_progress = 'yes' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.exit_kind = 'died' then 'died'
        when l.as_of_day < l.last_day then 'window_open'
        when l.social_progress = 'yes' then 'yes'
        when l.social_progress = 'no' then 'no'
        else 'no_answer'
    end as reason
from leaver as l
order by participation_id

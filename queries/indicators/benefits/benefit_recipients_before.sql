/*
id = "benefit_recipients_before"
order = 552
unit = "person"
aggregate = "count"

[title]
pl = "Osoby z zasiłkami w 12 miesiącach przed rozpoczęciem"
en = "Persons with social assistance in the 12 months before entry"

[definition]
pl = """
Osoby, które zakończyły uczestnictwo w okresie sprawozdawczym i w 12 miesiącach kalendarzowych przed miesiącem rozpoczęcia otrzymały choć jedną wypłatę zasiłku stałego, okresowego, celowego lub specjalnego celowego. Liczą się tylko osoby, których świadczenia przed rozpoczęciem i po zakończeniu są znane w całości, żeby liczby przed i po dotyczyły tych samych osób."""
en = """
Persons who left in the period and were paid permanent, periodic, purpose or special purpose benefit at least once in the 12 calendar months before the entry month. Only persons whose benefits before entry and after the exit are known in full count, so that both figures speak of the same persons."""

[caveat]
pl = "Porównanie przed i po nie dowodzi przyczyny: ludzie przychodzą do centrum wtedy, gdy ich zasiłki są wysokie."
en = "Before–after is not cause and effect: people enter when their benefits are high."

[[basis]]
source = "ustawa z 12.03.2004 o pomocy społecznej, art. 37–41"
says = { pl = "zasiłki stały, okresowy, celowy i specjalny celowy", en = "permanent, periodic, purpose and special purpose benefits" }
verified = true

[reasons]
covered = { pl = "wszystkie miesiące znane", en = "every month known" }
coverage_not_reached = { pl = "dane o świadczeniach jeszcze nie sięgają tak daleko", en = "benefit data do not reach there yet" }
outside_coverage = { pl = "miesiące poza zakresem danych", en = "months outside the data" }
*/
with
paid as (
    select distinct w.participation_id
    from window_month as w
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where w.part = 'before'
        and b.is_social_assistance = 1
        and b.grosze > 0
)

select
    p.participation_id,
    s.status,
    case when paid.participation_id is not null then 1 else 0 end as numerator,
    1 as denominator,
    s.reason
from participation as p
inner join benefit_status as s on s.participation_id = p.participation_id
left join paid on paid.participation_id = p.participation_id
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
order by participation_id

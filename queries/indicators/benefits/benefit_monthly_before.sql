/*
id = "benefit_monthly_before"
order = 510
unit = "person"
aggregate = "money_mean"

[title]
pl = "Zasiłki z pomocy społecznej na osobę w miesiącu: przed rozpoczęciem"
en = "Social assistance a person a month: before entry"

[definition]
pl = """
Suma zasiłków z pomocy społecznej w 12 miesiącach przed miesiącem rozpoczęcia, podzielona przez liczbę tych miesięcy; osoby, które zakończyły uczestnictwo w okresie sprawozdawczym i dla których znane są wszystkie miesiące przed i po."""
en = """
Social assistance paid in the 12 months before the month of entry, divided by the number of these months; persons who left in the period and for whom every month before and after is known."""

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
leaver as (
    select p.participation_id, p.person_id
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
),

months as (
    select l.participation_id, count(w.month) as months
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    where w.part = 'before'
    group by l.participation_id
),

paid as (
    select l.participation_id, sum(b.grosze) as grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where w.part = 'before' and b.is_social_assistance = 1
    group by l.participation_id
)

select
    l.participation_id,
    s.status as status,
    coalesce(paid.grosze, 0) as numerator,
    m.months as denominator,
    s.reason as reason
from leaver as l
inner join benefit_status as s on s.participation_id = l.participation_id
inner join months as m on m.participation_id = l.participation_id
left join paid on paid.participation_id = l.participation_id
order by participation_id

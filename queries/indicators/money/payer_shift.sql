/*
id = "payer_shift"
order = 610
unit = "person"
aggregate = "money_sum"
breakdown = ["payer"]

[title]
pl = "Świadczenia integracyjne i premie w czasie uczestnictwa, według płatnika"
en = "Integration benefits and bonuses during participation, by payer"

[definition]
pl = """
Świadczenia integracyjne i premie motywacyjne wypłacone od miesiąca rozpoczęcia do miesiąca zakończenia uczestnictwa osobom, które zakończyły je w okresie sprawozdawczym, według płatnika. Liczą się osoby, dla których znane są wszystkie miesiące przed, w trakcie i po uczestnictwie."""
en = """
Integration benefits and motivation bonuses paid from the month of entry to the month of exit to persons who left in the period, by payer. Counted: persons for whom every month before, during and after the stay is known."""

[caveat]
pl = "Świadczenie integracyjne jest dochodem dla ośrodka pomocy społecznej: część oszczędności na zasiłkach to tylko zmiana płatnika, na Fundusz Pracy."
en = "The integration benefit is income to the social assistance centre: a part of what is saved on benefits is only a change of payer, to the Labour Fund."

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 15"
says = { pl = "świadczenie integracyjne z Funduszu Pracy; premia motywacyjna", en = "integration benefit from the Labour Fund; motivation bonus" }
verified = true

[[basis]]
source = "ustawa z 12.03.2004 o pomocy społecznej, art. 8 ust. 4"
says = { pl = "świadczenia integracyjnego nie ma wśród dochodów pomijanych", en = "the integration benefit is not among the incomes left out" }
verified = true

[reasons]
covered = { pl = "wszystkie miesiące znane", en = "every month known" }
coverage_not_reached = { pl = "dane o świadczeniach jeszcze nie sięgają tak daleko", en = "benefit data do not reach there yet" }
outside_coverage = { pl = "miesiące poza zakresem danych", en = "months outside the data" }
*/
with
leaver as (
    select p.participation_id, p.person_id, s.stay_status as status, s.stay_reason as reason
    from participation as p
    cross join run as r
    inner join benefit_status as s on s.participation_id = p.participation_id
    where p.exit_day between r.period_start_day and r.period_end_day
),

paid as (
    select l.participation_id, l.status, b.payer, b.grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where w.part = 'during' and b.is_saving_kind = 0
),

-- Each payer, and all together.
cube as (
    select participation_id, status, payer, grosze from paid
    union all
    select participation_id, status, '*' as payer, grosze from paid
),

sums as (
    select c.participation_id, c.payer, sum(c.grosze) as grosze
    from cube as c
    group by c.participation_id, c.payer
),

-- A payer of no counted leaver is not shown; all together always is.
shown as (
    select distinct c.payer
    from cube as c
    where c.status = 'counted'
    union all
    select case when r.as_of_day is null then '?' else '*' end as payer
    from run as r
),

cells as (
    select distinct s.payer
    from shown as s
)

select
    l.participation_id,
    l.status,
    coalesce(s.grosze, 0) as numerator,
    1 as denominator,
    l.reason,
    c.payer
from leaver as l
cross join cells as c
left join sums as s on s.participation_id = l.participation_id and s.payer = c.payer
order by participation_id, payer

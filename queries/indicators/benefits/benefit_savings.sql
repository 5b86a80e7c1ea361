/*
id = "benefit_savings"
order = 550
unit = "person"
aggregate = "money_sum"
breakdown = ["benefit_kind", "payer"]

[title]
pl = "Świadczenia: 12 miesięcy przed minus 12 miesięcy po"
en = "Benefits: 12 months before less 12 months after"

[definition]
pl = """
Świadczenia z 12 miesięcy przed rozpoczęciem minus z 12 miesięcy po zakończeniu, według rodzaju świadczenia i płatnika; bez świadczenia integracyjnego i premii motywacyjnej. Wartość ujemna: po zakończeniu wypłacono więcej."""
en = """
Benefits of the 12 months before entry less those of the 12 months after exit, by kind and payer; without the integration benefit and the motivation bonus. Below zero: more was paid after the exit."""

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
    select p.participation_id, p.person_id, s.status, s.reason
    from participation as p
    cross join run as r
    inner join benefit_status as s on s.participation_id = p.participation_id
    where p.exit_day between r.period_start_day and r.period_end_day
),

paid as (
    select
        l.participation_id,
        l.status,
        b.benefit_kind,
        b.payer,
        case when w.part = 'before' then b.grosze else 0 - b.grosze end as grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where w.part in ('before', 'after') and b.is_saving_kind = 1
),

-- Each pair of kind and payer, each kind, each payer, and all together.
cube as (
    select participation_id, status, benefit_kind, payer, grosze from paid
    union all
    select participation_id, status, benefit_kind, '*' as payer, grosze from paid
    union all
    select participation_id, status, '*' as benefit_kind, payer, grosze from paid
    union all
    select participation_id, status, '*' as benefit_kind, '*' as payer, grosze from paid
),

sums as (
    select c.participation_id, c.benefit_kind, c.payer, sum(c.grosze) as grosze
    from cube as c
    group by c.participation_id, c.benefit_kind, c.payer
),

-- What no counted leaver has in either window is not shown; all together always is.
shown as (
    select distinct c.benefit_kind, c.payer
    from cube as c
    where c.status = 'counted'
    union all
    select
        case when r.as_of_day is null then '?' else '*' end as benefit_kind,
        case when r.as_of_day is null then '?' else '*' end as payer
    from run as r
),

cells as (
    select distinct s.benefit_kind, s.payer
    from shown as s
)

select
    l.participation_id,
    l.status,
    coalesce(s.grosze, 0) as numerator,
    1 as denominator,
    l.reason,
    c.benefit_kind,
    c.payer
from leaver as l
cross join cells as c
left join sums as s
    on s.participation_id = l.participation_id
    and s.benefit_kind = c.benefit_kind
    and s.payer = c.payer
order by participation_id, benefit_kind, payer

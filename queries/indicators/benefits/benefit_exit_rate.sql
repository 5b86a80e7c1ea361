/*
id = "benefit_exit_rate"
order = 560
unit = "person"
aggregate = "share"

[title]
pl = "Odsetek osób, które przestały pobierać zasiłki"
en = "Share of persons who left social assistance"

[definition]
pl = """
Osoby bez zasiłków z pomocy społecznej w 12 miesiącach po zakończeniu, podzielone przez osoby, które miały takie zasiłki w 12 miesiącach przed rozpoczęciem."""
en = """
Persons with no social assistance in the 12 months after the exit, divided by persons with any in the 12 months before entry."""

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
no_benefit_before = { pl = "bez zasiłków przed rozpoczęciem", en = "no benefit before entry" }
*/
with
leaver as (
    select p.participation_id, p.person_id
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
),

paid as (
    select
        l.participation_id,
        sum(case when w.part = 'before' then b.grosze else 0 end) as before_grosze,
        sum(case when w.part = 'after' then b.grosze else 0 end) as after_grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where b.is_social_assistance = 1
    group by l.participation_id
)

select
    l.participation_id,
    case
        when s.before_covered = 1 and coalesce(paid.before_grosze, 0) = 0 then 'excluded'
        else s.status
    end as status,
    case when coalesce(paid.after_grosze, 0) = 0 then 1 else 0 end as numerator,
    1 as denominator,
    case
        when s.before_covered = 1 and coalesce(paid.before_grosze, 0) = 0 then 'no_benefit_before'
        else s.reason
    end as reason
from leaver as l
inner join benefit_status as s on s.participation_id = l.participation_id
left join paid on paid.participation_id = l.participation_id
order by participation_id

/*
id = "benefit_reduction_rate"
order = 540
unit = "person"
aggregate = "money_ratio"
population = "leavers"
compared = true

[title]
pl = "Spadek zasiłków okresowych i celowych"
en = "Reduction of periodic and purpose benefits"

[definition]
pl = """
Zasiłki okresowe i celowe z 12 miesięcy przed rozpoczęciem minus z 12 miesięcy po zakończeniu, podzielone przez kwotę sprzed rozpoczęcia. Wartość ujemna: po zakończeniu wypłacono więcej."""
en = """
Periodic and purpose benefits of the 12 months before entry less those of the 12 months after exit, divided by the amount before. Below zero: more was paid after the exit."""

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

paid as (
    select
        l.participation_id,
        sum(case when w.part = 'before' then b.grosze else 0 end) as before_grosze,
        sum(case when w.part = 'after' then b.grosze else 0 end) as after_grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where b.is_reduction_kind = 1
    group by l.participation_id
)

select
    l.participation_id,
    s.status,
    coalesce(paid.before_grosze - paid.after_grosze, 0) as numerator,
    coalesce(paid.before_grosze, 0) as denominator,
    s.reason
from leaver as l
inner join benefit_status as s on s.participation_id = l.participation_id
left join paid on paid.participation_id = l.participation_id
order by participation_id

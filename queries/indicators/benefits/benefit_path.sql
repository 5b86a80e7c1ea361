/*
id = "benefit_path"
order = 570
unit = "person"
aggregate = "money_mean"
breakdown = ["month_offset"]

[title]
pl = "Zasiłki z pomocy społecznej miesiąc po miesiącu"
en = "Social assistance month by month"

[definition]
pl = """
Średnia zasiłków z pomocy społecznej na osobę w każdym z 12 miesięcy przed rozpoczęciem (−12 … −1) i 12 miesięcy po zakończeniu (1 … 12); w każdym miesiącu osoby, dla których ten miesiąc jest znany."""
en = """
Mean social assistance per person in each of the 12 months before entry (−12 … −1) and the 12 months after exit (1 … 12); in each month the persons for whom that month is known."""

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
leaver_month as (
    select
        w.participation_id,
        w.person_id,
        w.month_offset,
        w.month,
        w.covered,
        w.after_coverage
    from participation as p
    cross join run as r
    inner join window_month as w on w.participation_id = p.participation_id
    where p.exit_day between r.period_start_day and r.period_end_day
        and w.part in ('before', 'after')
),

paid as (
    select b.person_id, b.month, sum(b.grosze) as grosze
    from benefit_month as b
    where b.is_social_assistance = 1
    group by b.person_id, b.month
)

select
    w.participation_id,
    case
        when w.covered = 1 then 'counted'
        when w.after_coverage = 1 then 'pending'
        else 'unknown'
    end as status,
    coalesce(paid.grosze, 0) as numerator,
    1 as denominator,
    case
        when w.covered = 1 then 'covered'
        when w.after_coverage = 1 then 'coverage_not_reached'
        else 'outside_coverage'
    end as reason,
    w.month_offset
from leaver_month as w
left join paid on paid.person_id = w.person_id and paid.month = w.month
order by participation_id, month_offset

/*
id = "net_public_balance"
order = 620
unit = "person"
aggregate = "money_fraction"

[title]
pl = "Saldo wydatków publicznych na świadczenia"
en = "Net public balance of benefits"

[definition]
pl = """
Dla każdej osoby, która zakończyła uczestnictwo w okresie sprawozdawczym: świadczenia z 12 miesięcy przed rozpoczęciem minus z 12 miesięcy po zakończeniu; plus średnia miesięczna sprzed rozpoczęcia razy liczba miesięcy uczestnictwa minus świadczenia wypłacone w tych miesiącach; minus świadczenia integracyjne i premie motywacyjne w czasie uczestnictwa. Wszyscy płatnicy razem. Wartość ujemna: wydano więcej, niż ubyło zasiłków. Kosztów prowadzenia centrum ani podatków tu nie ma."""
en = """
For each person who left in the period: benefits of the 12 months before entry less those of the 12 months after exit; plus the monthly mean before entry times the months of the stay less the benefits paid in those months; less integration benefits and motivation bonuses during the stay. All payers together. Below zero: more was spent than benefits fell. The centre's running costs and taxes are not in it."""

[caveat]
pl = "Porównanie przed i po nie dowodzi przyczyny: ludzie przychodzą do centrum wtedy, gdy ich zasiłki są wysokie."
en = "Before–after is not cause and effect: people enter when their benefits are high."

[[basis]]
source = "ustawa z 12.03.2004 o pomocy społecznej, art. 37–41"
says = { pl = "zasiłki stały, okresowy, celowy i specjalny celowy", en = "permanent, periodic, purpose and special purpose benefits" }
verified = true

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 15"
says = { pl = "świadczenie integracyjne z Funduszu Pracy; premia motywacyjna", en = "integration benefit from the Labour Fund; motivation bonus" }
verified = true

[reasons]
covered = { pl = "wszystkie miesiące znane", en = "every month known" }
coverage_not_reached = { pl = "dane o świadczeniach jeszcze nie sięgają tak daleko", en = "benefit data do not reach there yet" }
outside_coverage = { pl = "miesiące poza zakresem danych", en = "months outside the data" }
*/
with
leaver as (
    select
        p.participation_id,
        p.person_id,
        s.stay_status as status,
        s.stay_reason as reason,
        r.benefit_window_months as window_months
    from participation as p
    cross join run as r
    inner join benefit_status as s on s.participation_id = p.participation_id
    where p.exit_day between r.period_start_day and r.period_end_day
),

months as (
    select l.participation_id, count(w.month) as months
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    where w.part = 'during'
    group by l.participation_id
),

paid as (
    select
        l.participation_id,
        sum(case when w.part = 'before' and b.is_saving_kind = 1 then b.grosze else 0 end)
            as before_grosze,
        sum(case when w.part = 'after' and b.is_saving_kind = 1 then b.grosze else 0 end)
            as after_grosze,
        -- Of every kind: benefits, and what the centre's activities cause to be paid.
        sum(case when w.part = 'during' then b.grosze else 0 end) as during_grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    group by l.participation_id
)

-- The monthly mean before entry is a quotient: everything is multiplied by the months of the window,
-- and the denominator says so.
select
    l.participation_id,
    l.status,
    coalesce(
        (p.before_grosze - p.after_grosze - p.during_grosze) * l.window_months
        + p.before_grosze * m.months,
        0
    ) as numerator,
    l.window_months as denominator,
    l.reason
from leaver as l
inner join months as m on m.participation_id = l.participation_id
left join paid as p on p.participation_id = l.participation_id
order by participation_id

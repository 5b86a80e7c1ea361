/*
id = "payback_months"
order = 740
unit = "person"
aggregate = "payback"
parameters = ["employee_cost_month", "minimum_wage", "gmina_share_of_income", "city_with_powiat_rights_share_of_income", "gmina_share_of_pit", "pit_rate_percent", "pit_reduction_month"]

[title]
pl = "Po ilu miesiącach koszt centrum zwraca się gminie (szacunek)"
en = "Months until the gmina gets the centre's cost back (estimate)"

[definition]
pl = """
Szacunek. Koszty bieżące centrum na jedno zakończone w okresie uczestnictwo, podzielone przez to, co gmina miesięcznie oszczędza i zyskuje na jednej takiej osobie: świadczenia płacone przez gminę w 12 miesiącach przed minus w 12 miesiącach po, plus jej szacowane wpływy z podatku dochodowego, podzielone przez 12 miesięcy i osoby, dla których to wiadomo. Zasiłki okresowe bez podanego płatnika nie liczą się jako oszczędność gminy. Gdy gmina nic nie zyskuje, wyniku nie ma. Koszty bieżące to kategoria „Koszty bieżące”, wykonanie, bez inwestycji: dla całych lat kwota roku (a gdy jej nie ma – suma czterech kwartałów), dla reszty okresu kwartały. Gdy brakuje kwartału albo okres nie składa się z pełnych kwartałów, koszt nie jest znany. Razem liczą się tylko centra, których koszt jest znany – po obu stronach."""
en = """
An estimate. A centre's running cost for each participation that ended in the period, divided by what the gmina saves and gains a month on one such person: benefits that the gmina paid in the 12 months before less those in the 12 months after, plus its estimated income tax, divided by 12 months and the persons for whom this is known. Periodic benefits without a payer are no saving of the gmina. When the gmina gains nothing there is no figure. Running cost is the category “Koszty bieżące”, execution, without investment: for whole years the year's amount (or the sum of its four quarters where there is none), for the rest of the period quarters. With a quarter missing, or a period that is no whole quarters, the cost is not known. Together only centres whose cost is known count, on both sides."""

[caveat]
pl = "Porównanie przed i po nie dowodzi przyczyny, a podatek jest szacunkiem: od 2025 r. trafia do budżetu dwa lata później. Kosztów centrum nie ponosi sama gmina."
en = "Before–after is not cause and effect, and the tax is an estimate: from 2025 it reaches the budget two years later. Nor does the gmina alone bear the centre's cost."

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 6"
says = { pl = "sprawozdanie podaje wykonanie planu finansowego", en = "the statement gives the execution of the financial plan" }
verified = true

[[basis]]
source = "NIK P/13/110/KPS"
says = { pl = "wydatki bez inwestycji podzielone przez osoby: CIS w Łobzie w 2012 r. 37,1 tys. zł na osobę, która ukończyła zajęcia, 173,9 tys. zł na usamodzielnioną", en = "spending without investment divided by persons: the centre of Łobez in 2012 37.1 thousand zł a completer, 173.9 thousand zł an independent person" }
verified = true

[reasons]
covered = { pl = "wszystkie miesiące znane", en = "every month known" }
coverage_not_reached = { pl = "dane o świadczeniach jeszcze nie sięgają tak daleko", en = "benefit data do not reach there yet" }
outside_coverage = { pl = "miesiące poza zakresem danych", en = "months outside the data" }
rule_not_known = { pl = "brak stawki lub płacy minimalnej dla któregoś miesiąca pracy", en = "no rate or minimum wage known for a month of work" }
running_cost = { pl = "koszty bieżące centrum i jego zakończone uczestnictwa", en = "the centre's running cost and the participations that ended there" }
*/
with
leaver as (
    select
        p.participation_id,
        p.person_id,
        p.centre,
        r.benefit_window_months
            * u.thousandths_in_one
            * u.hundredths_of_percent_in_one
            * u.hundredths_of_percent_in_one as month_parts,
        u.thousandths_in_one
            * u.hundredths_of_percent_in_one
            * u.hundredths_of_percent_in_one as grosz_parts
    from participation as p
    cross join run as r
    cross join unit as u
    inner join running_cost as c on c.centre = p.centre
    where p.exit_day between r.period_start_day and r.period_end_day
),

saved as (
    select
        l.participation_id,
        sum(case when w.part = 'before' then b.grosze else 0 - b.grosze end) as grosze
    from leaver as l
    inner join window_month as w on w.participation_id = l.participation_id
    inner join benefit_month as b on b.person_id = w.person_id and b.month = w.month
    where w.part in ('before', 'after') and b.is_saving_kind = 1 and b.payer = 'gmina'
    group by l.participation_id
),

gained as (
    select
        t.participation_id,
        sum(t.gain_parts) as gain_parts,
        max(case when t.gain_parts is null then 1 else 0 end) as has_gap
    from gmina_tax_month as t
    group by t.participation_id
),

cost_of_leavers as (
    select l.centre, count(l.participation_id) as leavers
    from leaver as l
    group by l.centre
),

-- What the gmina gains on a person in parts of a grosz, over the months of the window in the same parts;
-- then a row for each centre with its cost and its leavers.
ledger_row as (
    select
        l.participation_id,
        case when s.status = 'counted' and g.has_gap = 1 then 'unknown' else s.status end as status,
        coalesce(d.grosze, 0) * l.grosz_parts + coalesce(g.gain_parts, 0) as numerator,
        l.month_parts as denominator,
        case when s.status = 'counted' and g.has_gap = 1 then 'rule_not_known' else s.reason end
            as reason,
        cast(null as varchar) as centre
    from leaver as l
    inner join benefit_status as s on s.participation_id = l.participation_id
    left join saved as d on d.participation_id = l.participation_id
    left join gained as g on g.participation_id = l.participation_id
    union all
    select
        cast(null as bigint) as participation_id,
        'counted' as status,
        c.grosze as numerator,
        coalesce(n.leavers, 0) as denominator,
        'running_cost' as reason,
        c.centre
    from running_cost as c
    left join cost_of_leavers as n on n.centre = c.centre
)

select
    l.participation_id,
    l.status,
    l.numerator,
    l.denominator,
    l.reason,
    l.centre
from ledger_row as l
order by participation_id, centre

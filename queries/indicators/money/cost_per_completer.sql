/*
id = "cost_per_completer"
order = 720
unit = "participation"
aggregate = "money_per_unit"

[title]
pl = "Koszt na ukończone uczestnictwo"
en = "Cost per completer"

[definition]
pl = """
Koszty bieżące centrum w okresie sprawozdawczym podzielone przez uczestnictwa w nim ukończone (także wcześniej z powodu podjęcia pracy). Koszty bieżące to kategoria „Koszty bieżące”, wykonanie, bez inwestycji: dla całych lat kwota roku (a gdy jej nie ma – suma czterech kwartałów), dla reszty okresu kwartały. Gdy brakuje kwartału albo okres nie składa się z pełnych kwartałów, koszt nie jest znany. Razem liczą się tylko centra, których koszt jest znany – po obu stronach."""
en = """
A centre's running cost in the period divided by the participations completed in it (early completion for a job too). Running cost is the category “Koszty bieżące”, execution, without investment: for whole years the year's amount (or the sum of its four quarters where there is none), for the rest of the period quarters. With a quarter missing, or a period that is no whole quarters, the cost is not known. Together only centres whose cost is known count, on both sides."""

[caveat]
pl = "Koszt centrum obejmuje także osoby, które zaczęły przed okresem albo skończą po nim."
en = "A centre's cost also covers persons who entered before the period or will leave after it."

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 6"
says = { pl = "sprawozdanie podaje wykonanie planu finansowego", en = "the statement gives the execution of the financial plan" }
verified = true

[[basis]]
source = "NIK P/13/110/KPS"
says = { pl = "wydatki bez inwestycji podzielone przez osoby: CIS w Łobzie w 2012 r. 37,1 tys. zł na osobę, która ukończyła zajęcia, 173,9 tys. zł na usamodzielnioną", en = "spending without investment divided by persons: the centre of Łobez in 2012 37.1 thousand zł a completer, 173.9 thousand zł an independent person" }
verified = true

[reasons]
cost_known = { pl = "koszt centrum znany", en = "the centre's cost is known" }
no_cost = { pl = "brak kosztów bieżących centrum w okresie", en = "no running cost of the centre in the period" }
running_cost = { pl = "koszty bieżące centrum", en = "the centre's running cost" }
*/
with
counted_unit as (
    select p.participation_id, p.centre
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
        and p.exit_kind in ('completed', 'completed_early_job')
),

-- The units, then a row for each centre with its cost.
ledger_row as (
    select
        u.participation_id,
        case when c.centre is null then 'unknown' else 'counted' end as status,
        0 as numerator,
        1 as denominator,
        case when c.centre is null then 'no_cost' else 'cost_known' end as reason,
        cast(null as varchar) as centre
    from counted_unit as u
    left join running_cost as c on c.centre = u.centre
    union all
    select
        cast(null as bigint) as participation_id,
        'counted' as status,
        c.grosze as numerator,
        0 as denominator,
        'running_cost' as reason,
        c.centre
    from running_cost as c
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

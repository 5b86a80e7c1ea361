/*
id = "gmina_tax_gain"
order = 630
unit = "person"
aggregate = "money_fraction"
parameters = ["employee_cost_month", "minimum_wage", "gmina_share_of_income", "city_with_powiat_rights_share_of_income", "gmina_share_of_pit", "pit_rate_percent", "pit_reduction_month"]

[title]
pl = "Wpływy gminy z podatku dochodowego (szacunek)"
en = "Income tax gained by the gmina (estimate)"

[definition]
pl = """
Szacunek. Dla każdego z 12 miesięcy po zakończeniu uczestnictwa, w którym przynajmniej jeden dzień trwała praca: najwyższe wynagrodzenie z tych prac (podane, a gdy go brak – płaca minimalna razy wymiar etatu, bez wymiaru cały etat) minus koszty pracownika, a z tego udział gminy. Miesiące do 2024 r.: udział w należnym podatku PIT. Od 2025 r.: udział w samym dochodzie, 7,0 %, a w mieście na prawach powiatu 8,6 %; ten udział trafia do budżetu dwa lata później. Składek ZUS się nie odejmuje. Liczą się osoby, dla których znane są wszystkie miesiące zasiłków przed i po."""
en = """
An estimate. For each of the 12 months after the exit in which a job ran on at least one day: the highest wage of these jobs (as given, else the minimum wage times the working time, full time where none is given) less an employee's costs, and of that the gmina's share. Months to 2024: a share of the income tax due. From 2025: a share of the income itself, 7.0 %, and 8.6 % in a city with powiat rights; this share reaches the budget two years later. Social insurance is not deducted. Counted: persons for whom every month of benefits before and after is known."""

[caveat]
pl = "To szacunek, nie wpływ zaksięgowany: stawka i ulga są uproszczone, a udział od 2025 r. liczy się od dochodu roku o dwa lata wcześniejszego niż rok budżetu. Nie wiadomo też, kto znalazłby pracę bez centrum."
en = "An estimate, no booked revenue: rate and reduction are simplified, and the share from 2025 is taken of the income of the year two years before the budget year. Nor is it known who would have found work without the centre."

[[basis]]
source = "ustawa z 1.10.2024 o dochodach jednostek samorządu terytorialnego (Dz.U. 2024 poz. 1572), art. 2, 8, 11"
says = { pl = "od 2025 r. 7,0 % (miasto na prawach powiatu 8,6 %) dochodów podatników; rok bazowy to rok budżetu minus dwa", en = "from 2025 7.0 % (city with powiat rights 8.6 %) of taxable income; the base year is the budget year less two" }
verified = true

[[basis]]
source = "ustawa z 13.11.2003 o dochodach jednostek samorządu terytorialnego, art. 4 i 89"
says = { pl = "do 2024 r. udział w podatku należnym, co roku inny", en = "to 2024 a share of the tax due, another one each year" }
verified = false

[reasons]
covered = { pl = "wszystkie miesiące znane", en = "every month known" }
coverage_not_reached = { pl = "dane o świadczeniach jeszcze nie sięgają tak daleko", en = "benefit data do not reach there yet" }
outside_coverage = { pl = "miesiące poza zakresem danych", en = "months outside the data" }
rule_not_known = { pl = "brak stawki lub płacy minimalnej dla któregoś miesiąca pracy", en = "no rate or minimum wage known for a month of work" }
*/
with
leaver as (
    select p.participation_id, s.status, s.reason
    from participation as p
    cross join run as r
    inner join benefit_status as s on s.participation_id = p.participation_id
    where p.exit_day between r.period_start_day and r.period_end_day
),

gain as (
    select
        t.participation_id,
        sum(t.gain_parts) as gain_parts,
        max(case when t.gain_parts is null then 1 else 0 end) as has_gap
    from gmina_tax_month as t
    group by t.participation_id
)

select
    l.participation_id,
    case when l.status = 'counted' and g.has_gap = 1 then 'unknown' else l.status end as status,
    coalesce(g.gain_parts, 0) as numerator,
    u.thousandths_in_one * u.hundredths_of_percent_in_one * u.hundredths_of_percent_in_one
        as denominator,
    case when l.status = 'counted' and g.has_gap = 1 then 'rule_not_known' else l.reason end
        as reason
from leaver as l
cross join unit as u
left join gain as g on g.participation_id = l.participation_id
order by participation_id

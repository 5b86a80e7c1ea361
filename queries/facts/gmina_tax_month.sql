/*
id = "gmina_tax_month"

[grain]
pl = "jeden wiersz na zakończone uczestnictwo i miesiąc po zakończeniu, w którym trwała praca"
en = "one row a participation that has ended and month after the exit in which a job ran"

[[columns]]
name = "participation_id"
type = "integer"
about = "the participation"

[[columns]]
name = "month"
type = "integer"
about = "the month"

[[columns]]
name = "gain_parts"
type = "integer"
about = "estimated gain of the gmina in parts of a grosz, thousandths of a hundredth of a percent of a hundredth of a percent; NULL when no rule or no minimum wage is known for the month"
*/
-- An estimate (rulings.md 47): of the jobs that run on at least one day of the month the highest wage,
-- given or else the minimum wage for the working time; less an employee's costs; of that the gmina's share
-- of income, or before there was one its share of the tax due. The parameters of the month's first day
-- apply, so that the month decides the rule.
with
after_month as (
    select w.participation_id, w.person_id, w.month, w.first_day, w.last_day
    from window_month as w
    where w.part = 'after'
),

month_of_year as (
    select distinct a.month, a.first_day
    from after_month as a
),

rule as (
    select
        m.month,
        max(case when q.name = 'minimum_wage' then q.hundredths end) as minimum_wage,
        max(case when q.name = 'employee_cost_month' then q.hundredths end) as cost,
        max(case when q.name = 'gmina_share_of_income' then q.hundredths end) as share_of_income,
        max(case when q.name = 'city_with_powiat_rights_share_of_income' then q.hundredths end)
            as city_share_of_income,
        max(case when q.name = 'gmina_share_of_pit' then q.hundredths end) as share_of_pit,
        max(case when q.name = 'pit_rate_percent' then q.hundredths end) as pit_rate,
        max(case when q.name = 'pit_reduction_month' then q.hundredths end) as pit_reduction
    from month_of_year as m
    cross join parameter as q
    where m.first_day between q.valid_from_day and q.valid_to_day
    group by m.month
),

-- Wages in thousandths of a grosz, because working time is in thousandths.
wage as (
    select
        a.participation_id,
        a.month,
        max(
            case
                when j.wage_grosze is not null then j.wage_grosze * u.thousandths_in_one
                else r.minimum_wage * coalesce(j.working_time_thousandths, u.thousandths_in_one)
            end
        ) as wage,
        max(case when j.wage_grosze is null and r.minimum_wage is null then 1 else 0 end)
            as wage_unknown
    from after_month as a
    inner join job as j on j.person_id = a.person_id
    inner join rule as r on r.month = a.month
    cross join unit as u
    where j.start_day <= a.last_day
        and (j.end_day is null or j.end_day >= a.first_day)
    group by a.participation_id, a.month
),

base as (
    select
        w.participation_id,
        w.month,
        case
            when w.wage_unknown = 0 and r.cost is not null
                then greatest(w.wage - r.cost * u.thousandths_in_one, 0)
        end as base,
        case
            when c.city_with_powiat_rights = 1 then r.city_share_of_income
            else r.share_of_income
        end as share_of_income,
        r.share_of_pit,
        r.pit_rate,
        r.pit_reduction
    from wage as w
    inner join rule as r on r.month = w.month
    inner join participation as p on p.participation_id = w.participation_id
    inner join centre as c on c.centre = p.centre
    cross join unit as u
)

-- Shares and rates are in hundredths of a percent: a share of a rate of thousandths needs both sizes.
select
    b.participation_id,
    b.month,
    case
        when b.share_of_income is not null
            then b.base * b.share_of_income * u.hundredths_of_percent_in_one
        -- greatest() passes over NULL: without a base or a rate there is no gain of 0.
        when b.base is not null and b.pit_rate is not null and b.pit_reduction is not null
            then greatest(
                b.base * b.pit_rate
                - b.pit_reduction * u.thousandths_in_one * u.hundredths_of_percent_in_one,
                0
            ) * b.share_of_pit
    end as gain_parts
from base as b
cross join unit as u
order by participation_id, month

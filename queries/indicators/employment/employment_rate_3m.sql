/*
id = "employment_rate_3m"
order = 340
unit = "person"
aggregate = "share"
compared = true
parameters = ["criterion_days", "minimum_full_months", "minimum_working_time_thousandths", "civil_contract_counts", "civil_contract_minimum_wages", "minimum_wage"]

[title]
pl = "Efektywność zatrudnieniowa (kryterium krajowe, 3 miesiące)"
en = "Employment efficiency (national criterion, 3 months)"

[definition]
pl = """
Osoby bezrobotne lub bierne zawodowo w chwili rozpoczęcia, które od 1. do 90. dnia po zakończeniu podjęły zatrudnienie spełniające kryterium, podzielone przez wszystkie takie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Kryterium spełnia umowa o pracę na co najmniej 3 pełne miesiące bez przerwy i co najmniej pół etatu (kolejne umowy u tego samego pracodawcy sumują się) albo własna działalność przez co najmniej 3 miesiące; umowa cywilnoprawna tylko przy zakończeniu uczestnictwa przed 2020 r. Obowiązuje reguła z dnia zakończenia. Poza licznikiem i mianownikiem: podjęcie nauki w formach szkolnych, środki EFS na działalność, zgon."""
en = """
Persons unemployed or inactive at entry who took up qualifying work on day 1 to 90 after the exit, divided by all such persons who left in the period. Qualifying: an employment contract for at least 3 full months without a gap and at least half time (consecutive contracts with one employer add up), or a business of their own for at least 3 months; a civil-law contract only for exits before 2020. The rule of the exit date applies. In neither numerator nor denominator: school-form education, ESF start-up money, death."""

[[basis]]
source = "kryterium efektywności zatrudnieniowej (FAQ RPO WŁ, poz. 62 i 66; komunikat 2020)"
says = { pl = "90 dni od dnia po zakończeniu; 3 pełne miesiące; pół etatu", en = "90 days from the day after; 3 full months; half time" }
verified = true

[reasons]
qualifying_job = { pl = "praca spełniająca kryterium", en = "qualifying work" }
no_qualifying_job = { pl = "brak pracy spełniającej kryterium", en = "no qualifying work" }
job_still_short = { pl = "praca trwa, ale jeszcze krócej niż 3 miesiące", en = "work goes on, but for less than 3 months yet" }
job_not_described = { pl = "praca bez formy, wymiaru lub daty", en = "work without form, working time or date" }
school = { pl = "nauka w formach szkolnych", en = "school-form education" }
startup_grant = { pl = "środki EFS na działalność", en = "ESF start-up money" }
died = { pl = "zgon", en = "died" }
no_labour_status = { pl = "brak statusu na rynku pracy", en = "labour status not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
with
leaver as (
    select
        p.participation_id,
        p.person_id,
        p.exit_day,
        p.exit_kind,
        p.labour_status,
        p.education_after,
        p.startup_grant,
        r.as_of_day
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
        and (
            p.labour_status is null
            or p.labour_status in (
                'unemployed', 'unemployed_registered', 'unemployed_unregistered', 'inactive'
            )
        )
),

-- The rule of the participation's exit date applies.
rule as (
    select
        l.participation_id,
        sum(case when q.name = 'criterion_days' then q.whole else 0 end) as days,
        sum(case when q.name = 'minimum_full_months' then q.whole else 0 end) as full_months,
        sum(case when q.name = 'minimum_working_time_thousandths' then q.whole else 0 end)
            as minimum_working_time,
        sum(case when q.name = 'civil_contract_counts' then q.whole else 0 end) as civil_counts,
        sum(case when q.name = 'civil_contract_minimum_wages' then q.whole else 0 end)
            as minimum_wages
    from leaver as l
    cross join parameter as q
    where q.name in (
            'criterion_days',
            'minimum_full_months',
            'minimum_working_time_thousandths',
            'civil_contract_counts',
            'civil_contract_minimum_wages'
        )
        and l.exit_day between q.valid_from_day and q.valid_to_day
    group by l.participation_id
),

-- Engagements that begin in the window; after an early exit for a job also the one that runs on the
-- exit day.
engagement as (
    select
        l.participation_id,
        l.as_of_day,
        u.minimum_working_time,
        u.civil_counts,
        u.minimum_wages,
        c.chain_id,
        c.start_day,
        c.end_day,
        c.form,
        c.working_time_thousandths,
        c.value_grosze,
        c.minimum_day
    from leaver as l
    inner join rule as u on u.participation_id = l.participation_id
    inner join job_chain as c on c.person_id = l.person_id
    where c.minimum_full_months = u.full_months
        and c.minimum_working_time_thousandths = u.minimum_working_time
        and (
            c.start_day between l.exit_day + 1 and l.exit_day + u.days
            or (
                l.exit_kind = 'completed_early_job'
                and c.start_day <= l.exit_day
                and (c.end_day is null or c.end_day >= l.exit_day)
            )
        )
),

minimum_wage as (
    select q.hundredths as grosze, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'minimum_wage'
),

wage_at_start as (
    select e.participation_id, e.chain_id, max(m.grosze) as grosze
    from engagement as e
    cross join minimum_wage as m
    where e.start_day between m.valid_from_day and m.valid_to_day
    group by e.participation_id, e.chain_id
),

-- Does the kind of work qualify: 1 yes, 0 no, NULL not said.
judged as (
    select
        e.participation_id,
        case
            when e.form is null then cast(null as bigint)
            when e.form = 'self_employment' then 1
            when e.form = 'contract' and e.working_time_thousandths is null then cast(null as bigint)
            when e.form = 'contract' and e.working_time_thousandths >= e.minimum_working_time then 1
            when e.form = 'civil' and e.civil_counts = 0 then 0
            when e.form = 'civil' and e.value_grosze is null then cast(null as bigint)
            when e.form = 'civil' and e.value_grosze >= e.minimum_wages * w.grosze then 1
            else 0
        end as qualifies,
        case
            when e.end_day is null and e.as_of_day >= e.minimum_day then 'long'
            when e.end_day is null then 'running'
            when e.end_day >= e.minimum_day then 'long'
            else 'short'
        end as length
    from engagement as e
    left join wage_at_start as w
        on w.participation_id = e.participation_id and w.chain_id = e.chain_id
),

answer as (
    select
        j.participation_id,
        max(case when j.qualifies = 1 and j.length = 'long' then 1 else 0 end) as success,
        max(case when j.qualifies = 1 and j.length = 'running' then 1 else 0 end) as still_short,
        max(case when j.qualifies is null and j.length <> 'short' then 1 else 0 end) as not_described
    from judged as j
    group by j.participation_id
),

-- Work that is known from the outcome alone, in the window or without a day.
outcome_only as (
    select l.participation_id
    from leaver as l
    inner join rule as u on u.participation_id = l.participation_id
    inner join implied_job as i on i.participation_id = l.participation_id
    where i.day is null or i.day <= l.exit_day + u.days
)

select
    l.participation_id,
    case
        when l.exit_kind = 'died' then 'excluded'
        when l.education_after = 'yes' then 'excluded'
        when l.startup_grant = 'yes' then 'excluded'
        when l.labour_status is null then 'unknown'
        when l.as_of_day < l.exit_day + u.days then 'pending'
        when a.success = 1 then 'counted'
        when a.still_short = 1 then 'pending'
        when a.not_described = 1 or o.participation_id is not null then 'unknown'
        else 'counted'
    end as status,
    case when a.success = 1 then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.exit_kind = 'died' then 'died'
        when l.education_after = 'yes' then 'school'
        when l.startup_grant = 'yes' then 'startup_grant'
        when l.labour_status is null then 'no_labour_status'
        when l.as_of_day < l.exit_day + u.days then 'window_open'
        when a.success = 1 then 'qualifying_job'
        when a.still_short = 1 then 'job_still_short'
        when a.not_described = 1 or o.participation_id is not null then 'job_not_described'
        else 'no_qualifying_job'
    end as reason
from leaver as l
inner join rule as u on u.participation_id = l.participation_id
left join answer as a on a.participation_id = l.participation_id
left join outcome_only as o on o.participation_id = l.participation_id
order by participation_id

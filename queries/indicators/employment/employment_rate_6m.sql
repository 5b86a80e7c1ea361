/*
id = "employment_rate_6m"
order = 350
unit = "person"
aggregate = "share"
population = "leavers"
compared = true
esf = "EECR05"
parameters = ["follow_up_months", "adult_age"]

[title]
pl = "Pracujący sześć miesięcy po opuszczeniu programu (EECR05)"
en = "In employment six months after leaving (EECR05)"

[definition]
pl = """
Osoby bezrobotne lub bierne zawodowo w chwili rozpoczęcia, które pracują w dniu przypadającym sześć miesięcy kalendarzowych po zakończeniu, podzielone przez wszystkie takie osoby, które zakończyły uczestnictwo w okresie sprawozdawczym. Rozstrzyga badanie po sześciu miesiącach, a gdy go nie ma – daty zatrudnienia. Poza licznikiem i mianownikiem: osoby poniżej 18 lat, zmarli."""
en = """
Persons unemployed or inactive at entry who work on the day six calendar months after the exit, divided by all such persons who left in the period. The follow-up after six months decides, and without it the job dates. In neither numerator nor denominator: under 18, died."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I (EECR05)"
says = { pl = "sytuacja sześć miesięcy po opuszczeniu programu", en = "the situation six months after leaving" }
verified = false

[reasons]
job_on_the_day = { pl = "praca w tym dniu", en = "job on the day" }
no_job_on_the_day = { pl = "brak pracy w tym dniu", en = "no job on the day" }
job_not_described = { pl = "praca znana tylko z sytuacji po zakończeniu", en = "work known only from the outcome" }
under_18 = { pl = "poniżej 18 lat w chwili rozpoczęcia", en = "under 18 at entry" }
died = { pl = "zgon", en = "died" }
no_labour_status = { pl = "brak statusu na rynku pracy", en = "labour status not given" }
no_birth_date = { pl = "brak daty urodzenia", en = "birth date not given" }
window_open = { pl = "termin jeszcze nie minął", en = "window still open" }
*/
with
rule as (
    select q.whole as adult_age, q.valid_from_day, q.valid_to_day
    from parameter as q
    where q.name = 'adult_age'
),

leaver as (
    select
        p.participation_id,
        p.labour_status,
        p.age_at_entry,
        p.exit_kind,
        p.follow_up_day,
        u.adult_age,
        r.as_of_day
    from participation as p
    cross join run as r
    cross join rule as u
    where p.exit_day between r.period_start_day and r.period_end_day
        and (
            p.labour_status is null
            or p.labour_status in (
                'unemployed', 'unemployed_registered', 'unemployed_unregistered', 'inactive'
            )
        )
        and p.entry_day between u.valid_from_day and u.valid_to_day
)

select
    l.participation_id,
    case
        when l.exit_kind = 'died' then 'excluded'
        when l.age_at_entry < l.adult_age then 'excluded'
        when l.labour_status is null or l.age_at_entry is null then 'unknown'
        when l.as_of_day < l.follow_up_day then 'pending'
        when x.six_months = 'job_not_described' then 'unknown'
        else 'counted'
    end as status,
    case when x.six_months = 'job_on_the_day' then 1 else 0 end as numerator,
    1 as denominator,
    case
        when l.exit_kind = 'died' then 'died'
        when l.age_at_entry < l.adult_age then 'under_18'
        when l.labour_status is null then 'no_labour_status'
        when l.age_at_entry is null then 'no_birth_date'
        when l.as_of_day < l.follow_up_day then 'window_open'
        else x.six_months
    end as reason
from leaver as l
inner join leaving_result as x on x.participation_id = l.participation_id
order by participation_id

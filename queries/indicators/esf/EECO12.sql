/*
id = "EECO12"
order = 820
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO12"
since = "2021-01-01"

[title]
pl = "Liczba osób z niepełnosprawnościami objętych wsparciem w programie"
en = "Participants with disabilities"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym i miały wtedy orzeczoną niepełnosprawność dowolnego stopnia; gdy stopnia nie podano, rozstrzyga grupa „niepełnosprawni”. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez odpowiedzi lub po odmowie: nie wiadomo. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Persons who entered in the period and had a certified disability of any degree then; where no degree is given, the group of disabled persons decides. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without an answer, or when it was refused: unknown. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "osoby z niepełnosprawnościami; dane szczególnej kategorii", en = "participants with disabilities; special category data" }
verified = true

[[basis]]
source = "kod EECO12 i polska nazwa: systemy krajowe i SFC"
says = { pl = "nazwa i kod wskaźnika", en = "name and code of the indicator" }
verified = true

[[basis]]
source = "komunikat Funduszy Europejskich dla Mazowsza, 05.04.2024"
says = { pl = "od kwietnia 2024 r. także małoletni z orzeczeniem poradni", en = "from April 2024 also minors with a school-counselling certificate" }
verified = true

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "niepełnosprawność", en = "disability" }
no_answer = { pl = "brak odpowiedzi", en = "no answer" }
refused = { pl = "odmowa odpowiedzi", en = "answer refused" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
with
entrant as (
    select
        p.participation_id,
        p.entry_day,
        p.is_complete,
        case
            when p.disability is null and p.in_group_disabled = 1 then 'yes'
            when p.disability is null then 'no_answer'
            when p.disability in ('none', 'refused') then p.disability
            else 'yes'
        end as answer
    from project_participation as p
)

select
    e.participation_id,
    case
        when e.is_complete = 0 then 'unknown'
        when e.answer = 'yes' then 'counted'
        else 'unknown'
    end as status,
    1 as numerator,
    1 as denominator,
    case when e.is_complete = 0 then 'incomplete_record' else e.answer end as reason
from entrant as e
cross join run as r
where e.entry_day between r.period_start_day and r.period_end_day
    and (e.is_complete = 0 or e.answer <> 'none')
order by participation_id

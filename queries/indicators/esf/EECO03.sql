/*
id = "EECO03"
order = 730
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO03"
since = "2021-01-01"
parameters = ["long_term_unemployed_months", "long_term_unemployed_months_young", "long_term_unemployed_young_below"]

[title]
pl = "Liczba osób długotrwale bezrobotnych objętych wsparciem w programie"
en = "Long-term unemployed participants"

[definition]
pl = """
Osoby bezrobotne, które rozpoczęły udział w okresie sprawozdawczym, a wtedy były bez pracy nieprzerwanie dłużej niż 12 miesięcy (poniżej 25 lat: dłużej niż 6 miesięcy). Rozstrzyga data „Bezrobotny od”, a bez niej grupa „długotrwale bezrobotni”. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Bez płci, wieku, wykształcenia lub statusu na rynku pracy: nie wiadomo (osoba liczy się tylko w EECO01)."""
en = """
Unemployed persons who entered in the period and had then been unemployed without a break for more than 12 months (below the age of 25: more than 6). The date “Bezrobotny od” decides, and without it the group of long-term unemployed. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Without sex, age, education or labour status: unknown (the person counts in EECO01 alone)."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "długotrwale bezrobotni; liczą się także w EECO02", en = "long-term unemployed; they count in EECO02 too" }
verified = true

[[basis]]
source = "definicje EFS: długotrwale bezrobotny (atum.edu.pl)"
says = { pl = "poniżej 25 lat ponad 6 miesięcy, od 25 lat ponad 12; inaczej niż w rejestrze PUP i w BAEL", en = "below 25 more than 6 months, from 25 more than 12; not as in the PUP register or the labour force survey" }
verified = true

[[basis]]
source = "kod EECO03 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
yes = { pl = "długotrwale bezrobotny w chwili rozpoczęcia", en = "long-term unemployed at entry" }
incomplete_record = { pl = "brak płci, wieku, wykształcenia lub statusu na rynku pracy", en = "sex, age, education or labour status not given" }
*/
with
long_term as (
    select
        p.participation_id,
        p.entry_day,
        p.is_complete,
        case
            when p.labour_status not in (
                'unemployed', 'unemployed_registered', 'unemployed_unregistered'
            ) then 0
            when p.long_term_after_day is null then p.in_group_long_term_unemployed
            when p.entry_day > p.long_term_after_day then 1
            else 0
        end as is_long_term
    from project_participation as p
)

select
    l.participation_id,
    case when l.is_complete = 0 then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    case when l.is_complete = 0 then 'incomplete_record' else 'yes' end as reason
from long_term as l
cross join run as r
where l.entry_day between r.period_start_day and r.period_end_day
    and (l.is_complete = 0 or l.is_long_term = 1)
order by participation_id

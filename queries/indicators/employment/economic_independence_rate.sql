/*
id = "economic_independence_rate"
order = 310
unit = "participation"
aggregate = "share"

[title]
pl = "Odsetek usamodzielnionych ekonomicznie"
en = "Economic independence rate"

[definition]
pl = """
Ukończone uczestnictwa, po których sytuacja należy do listy uznanej za usamodzielnienie (ustawienie independence_outcomes; domyślnie praca, działalność gospodarcza, spółdzielnia socjalna, zatrudnienie wspierane), podzielone przez wszystkie ukończone. Ustawa nie definiuje tego pojęcia, dlatego lista stoi obok wyniku. Bez sytuacji po zakończeniu: nie wiadomo, chyba że zakończenie nastąpiło wcześniej z powodu podjęcia pracy."""
en = """
Completers whose situation after leaving is on the list taken as independence (setting independence_outcomes; by default job, self-employment, social co-operative, supported employment), divided by completers. The act has no definition, so the list is printed beside the figure. Without a situation after leaving: unknown, unless completion came early because of a job."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 5 ust. 6 pkt 3"
says = { pl = "sprawozdanie podaje osoby usamodzielnione ekonomicznie; bez definicji", en = "the statement gives economically independent participants; no definition" }
verified = true

[[basis]]
source = "NIK P/13/110/KPS"
says = { pl = "odsetek liczony od osób, które ukończyły zajęcia (13/61 = 21,3 %)", en = "the rate is over completers (13/61 = 21.3 %)" }
verified = true

[reasons]
job = { pl = "praca", en = "job" }
self_employment = { pl = "działalność gospodarcza", en = "self-employment" }
social_coop = { pl = "spółdzielnia socjalna", en = "social co-operative" }
supported = { pl = "zatrudnienie wspierane", en = "supported employment" }
education = { pl = "nauka lub szkolenie", en = "education or training" }
job_seeking = { pl = "poszukiwanie pracy", en = "seeking work" }
unemployed = { pl = "bezrobocie", en = "unemployed" }
inactive = { pl = "bierność zawodowa", en = "inactive" }
retired = { pl = "emerytura lub renta", en = "retired" }
completed_early_job = { pl = "zakończenie wcześniej – podjęcie pracy", en = "completed early, for a job" }
no_outcome = { pl = "brak sytuacji po zakończeniu", en = "situation after leaving not given" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
with
completer as (
    select p.participation_id, p.exit_kind, p.outcome
    from participation as p
    cross join run as r
    where p.exit_day between r.period_start_day and r.period_end_day
        and (p.exit_kind is null or p.exit_kind in ('completed', 'completed_early_job'))
)

select
    c.participation_id,
    case
        when c.exit_kind is null then 'unknown'
        when c.outcome is null and c.exit_kind = 'completed' then 'unknown'
        else 'counted'
    end as status,
    case
        when i.outcome is not null then 1
        when c.outcome is null and c.exit_kind = 'completed_early_job' then 1
        else 0
    end as numerator,
    1 as denominator,
    case
        when c.exit_kind is null then 'no_exit_kind'
        when c.outcome is not null then c.outcome
        when c.exit_kind = 'completed_early_job' then 'completed_early_job'
        else 'no_outcome'
    end as reason
from completer as c
left join independence_outcome as i on i.outcome = c.outcome
order by participation_id

/*
id = "completers"
order = 140
unit = "participation"
aggregate = "count"

[title]
pl = "Ukończenia"
en = "Completers"

[definition]
pl = """
Uczestnictwa zakończone w okresie sprawozdawczym zgodnie z IPZS albo wcześniej z powodu podjęcia pracy."""
en = """
Participations that ended in the period in accordance with the IPZS, or early because of a job."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 13 ust. 5"
says = { pl = "zakończenie: upływ okresu albo podjęcie pracy", en = "completion: end of the period, or a job" }
verified = true

[reasons]
completed = { pl = "zakończenie zgodnie z IPZS", en = "completed in accordance with the IPZS" }
completed_early_job = { pl = "zakończenie wcześniej – podjęcie pracy", en = "completed early, for a job" }
no_exit_kind = { pl = "brak sposobu zakończenia", en = "way of leaving not given" }
*/
select
    p.participation_id,
    case when p.exit_kind is null then 'unknown' else 'counted' end as status,
    1 as numerator,
    1 as denominator,
    coalesce(p.exit_kind, 'no_exit_kind') as reason
from participation as p
cross join run as r
where p.exit_day between r.period_start_day and r.period_end_day
    and (p.exit_kind is null or p.exit_kind in ('completed', 'completed_early_job'))
order by participation_id

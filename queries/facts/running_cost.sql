/*
id = "running_cost"

[grain]
pl = "jeden wiersz na centrum, którego koszty bieżące w okresie są znane"
en = "one row a centre whose running cost in the period is known"

[[columns]]
name = "centre"
type = "text"
about = "the centre"

[[columns]]
name = "grosze"
type = "integer"
about = "running cost in the period, execution, in grosze"
*/
-- Only centres whose participants are known: a cost without the people would make the others dear.
with
with_people as (
    select distinct p.centre
    from participation as p
)

select f.centre, f.grosze
from finance_sum as f
inner join with_people as w on w.centre = f.centre
where f.category = 'running_cost' and f.side = 'execution'
order by centre

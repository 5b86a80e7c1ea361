/*
id = "EECO01"
order = 710
unit = "person"
aggregate = "count"
joined_by_project = true
esf = "EECO01"
since = "2021-01-01"

[title]
pl = "Całkowita liczba osób objętych wsparciem"
en = "Total number of participants"

[definition]
pl = """
Osoby, które rozpoczęły udział w okresie sprawozdawczym. Pobyty z tym samym numerem projektu są jednym uczestnictwem, a cechy pochodzą z pierwszego z nich. Każda osoba liczy się raz. Liczą się także osoby z niepełnymi danymi."""
en = """
Persons who entered in the period. Stays with the same project number are one participation, and its characteristics come from the first of them. Each person once. Persons with incomplete records count too."""

[[basis]]
source = "rozporządzenie (UE) 2021/1057, zał. I"
says = { pl = "liczba uczestników", en = "number of participants" }
verified = true

[[basis]]
source = "SFC FAQ 2014–2020, kompletność danych"
says = { pl = "osoba z niepełnymi danymi liczy się tylko w liczbie ogólnej", en = "a person with incomplete data counts in the grand total alone" }
verified = true

[[basis]]
source = "kod EECO01 i polska nazwa: systemy krajowe"
says = { pl = "załącznik nie drukuje kodów; kod lub nazwa pochodzą z formularzy innych projektów", en = "the annex prints no codes; code or name come from other projects' forms" }
verified = false

[[basis]]
source = "rozporządzenie (UE) 2021/1057, przepisy końcowe"
says = { pl = "EFS+ od 1 stycznia 2021 r.; wcześniejsze okresy mają inne wskaźniki", en = "ESF+ from 1 January 2021; earlier periods have other indicators" }
verified = false

[reasons]
entered = { pl = "rozpoczęcie udziału w okresie", en = "entered in the period" }
*/
select
    p.participation_id,
    'counted' as status,
    1 as numerator,
    1 as denominator,
    'entered' as reason
from project_participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
order by participation_id

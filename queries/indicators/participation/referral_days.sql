/*
id = "referral_days"
order = 200
unit = "person"
aggregate = "median_days"

[title]
pl = "Oczekiwanie na zajęcia od skierowania (mediana dni)"
en = "Days from referral to entry (median)"

[definition]
pl = """
Mediana liczby dni od skierowania do rozpoczęcia, dla osób, które rozpoczęły zajęcia w okresie sprawozdawczym. Bez daty skierowania albo ze skierowaniem po rozpoczęciu: nie wiadomo."""
en = """
Median number of days from referral to entry, for persons who started in the period. Without a referral date, or with one after the entry: unknown."""

[[basis]]
source = "ustawa z 13.06.2003 o zatrudnieniu socjalnym, art. 12"
says = { pl = "droga skierowania do centrum", en = "the way of referral to a centre" }
verified = true

[reasons]
referred = { pl = "skierowanie przed rozpoczęciem", en = "referred before entry" }
no_referral_date = { pl = "brak daty skierowania", en = "no referral date" }
referral_after_entry = { pl = "skierowanie po rozpoczęciu", en = "referral after entry" }
*/
select
    p.participation_id,
    case
        when p.referral_day is null or p.referral_day > p.entry_day then 'unknown'
        else 'counted'
    end as status,
    p.entry_day - p.referral_day as numerator,
    1 as denominator,
    case
        when p.referral_day is null then 'no_referral_date'
        when p.referral_day > p.entry_day then 'referral_after_entry'
        else 'referred'
    end as reason
from participation as p
cross join run as r
where p.entry_day between r.period_start_day and r.period_end_day
order by participation_id

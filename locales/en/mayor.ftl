# mayor.pdf and the new tables of mayor.xlsx

headline-pending = The result may still change: for some persons the time has not passed yet.
headline-benefits-number-before = { $amount } before
headline-benefits-number-after = { $amount } after
headline-gmina-less-number = { $amount } less
headline-gmina-more-number = { $amount } more
headline-gmina-same-number = no change

mayor-payers-meaning = After exit
mayor-payers-less = less was paid
mayor-payers-same = no change
mayor-payers-more = more was paid
mayor-payers-during = Integration benefits and bonuses during participation, zł

sheet-mayor-costs = Cost and payback
mayor-costs-title = What it costs and when it pays back
mayor-costs-about = Cost per participant, per completion and per independence; tax, payback, public balance.
mayor-costs-note = The gmina alone does not bear the cost of a CIS; it covers persons too who began before the period or will leave after it. The tax is an estimate and no booked revenue. Nobody knows who would have found work without the CIS.
mayor-costs-missing = Costs and payback are not given, because the data hold no running costs of the CIS for the whole of this period; enter them in placówki.xlsx, on the sheet of finances, as “Koszty bieżące”, execution (the command efekt init makes an empty file).
mayor-unverified = not checked in the source: { $what }
mayor-figure-cost-per-participant = Cost per participant
mayor-reading-cost-per-participant = Running costs of the CIS divided by the persons who took part.
mayor-figure-cost-per-completer = Cost per completion
mayor-reading-cost-per-completer = The same costs divided by the participations completed in the period.
mayor-figure-cost-per-independent = Cost per independence
mayor-reading-cost-per-independent = The same costs divided by the completions after which the person is economically independent.
mayor-figure-gmina-tax-gain = Tax for the gmina (estimate)
mayor-reading-gmina-tax-gain = The gmina's share of income tax from jobs after exit. From 2025 it reaches the gmina's budget two years later.
mayor-figure-payback-months = Payback in months (estimate)
mayor-reading-payback-months = After how many months the cost equals what the gmina saves on benefits and gains in tax. No number when it gains nothing.
mayor-figure-net-public-balance = Public balance
mayor-reading-net-public-balance = By how much less was paid in benefits, minus integration benefits and bonuses. All payers, without the costs of the CIS and without taxes. Minus: more was spent.

sheet-mayor-groups = Outcomes by group
mayor-groups-title = Outcomes by group
mayor-groups-about = Women and men, age, groups of the act: participants, completion, work within 90 days.
mayor-groups-note = One person may belong to several groups. This is not a ranking: with small numbers differences may be chance.
mayor-groups-indicative = A result of fewer than 30 cases is indicative.
mayor-groups-none = Outcomes by group are not shown: every group has too few persons for nobody to be recognised, or there are no data.
mayor-groups-others = { $count ->
    [one] One group is
   *[other] { $count } groups are
} not shown, because there are too few persons or no data.
mayor-group-by = By
mayor-group-by-sex = sex
mayor-group-by-age-band = age
mayor-group-by-group = group
mayor-group = Who
mayor-group-participants = Participants
mayor-group-completed = Completed
mayor-group-completed-n = of exits
mayor-group-work = Work within 90 days
mayor-group-work-n = of completions

sheet-mayor-changes = Change over a year
mayor-changes-title = What changed over a year
mayor-changes-about = The headline figures of this period and of the same period a year before.
mayor-changes-note = The period { $period } was computed from the same files; if they lack persons of that time, the comparison misleads. The difference itself does not say where it comes from.
mayor-changes-none = Changes are not given: according to the data nobody left in the period { $period }, so the files probably do not cover it.
mayor-changes-value = { $period }
mayor-changes-n = n ({ $period })
mayor-changes-difference = Difference
mayor-changes-points = { $points } pp
mayor-changes-chance = the difference may be chance
mayor-changes-pending = the result may still change

mayor-pages-no-chart = There is no chart, because the data hold neither benefits nor persons who left.
mayor-pages-centres = { $names } and { $others ->
    [one] one more centre
   *[other] { $others } more centres
}
mayor-pages-signs = [c] – hidden or not given, because it concerns a small number of persons. [p] – not known yet. [x] – not available; this is not zero. n – persons or participations behind the result. Rates and means of fewer than 10 cases are not given. All tables, definitions and sources are in mayor.xlsx.

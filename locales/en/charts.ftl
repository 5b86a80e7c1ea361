# Charts: titles, captions, explanations.

charts-together = All centres together
charts-indicative = indicative
charts-too-few = too few data (n < 10)
charts-hidden = hidden to protect people
charts-absent = no data
charts-nobody = Nobody was counted in this period.
charts-all-hidden = The figures are hidden to protect people.
charts-all-too-few = Too few data: fewer than 10 counted everywhere.
charts-indicative-note = Hollow markers and “indicative”: 10 to 29 counted. Under 10 no rate is given.
charts-few-note = “Indicative”: 10 to 29 leavers. Under 10 no bar is drawn.
charts-note-hidden = { $what }: the figures of all centres together are hidden or missing.

charts-period-year = { $year }
charts-within-year = in { $year }
charts-within-days = from { $first } to { $last }
charts-footer = Period: { $period }, as of { $day }.

# Benefits before and after
charts-benefits-title = Social-assistance benefits before and after the centre
charts-benefits-finding = Social assistance: { $before } a month on average before the centre, { $after } after it
charts-benefits-subtitle = Periodic, special-purpose and permanent benefits, mean per person and month. People who left a centre { $within }.
charts-benefits-caveat = Before–after is a change and not cause and effect: people enter when their benefits are high.
charts-benefits-means-note =
    { $n ->
        [one] Means (broken lines): { $count } person
       *[other] Means (broken lines): { $count } people
    } with all months known ({ $months } before and { $months } after). Time after leaving still running: { $pending }; not known: { $unknown }.
charts-benefits-indicative-note = The means are indicative: fewer than 30 people.
charts-benefits-no-means-note = The means before and after are not given: they are hidden, or all months are known for fewer than 10 people.
charts-benefits-line-note = Solid line: everybody whose month is known; their number stands below the axis, so the line may differ from the means.
charts-benefits-hollow-note = Hollow markers: fewer than 10 people.
charts-benefits-hidden-note = Gaps in the line: values hidden to protect people.
charts-benefits-axis = zł per person and month
charts-benefits-months = month
charts-benefits-people = people
charts-benefits-before = months before entering the centre
charts-benefits-stay = in the centre
charts-benefits-after = months after leaving the centre
charts-benefits-mean-before = mean before
charts-benefits-mean-after = mean after
charts-benefits-point =
    month { $month }: { $value } ({ $count } { $n ->
        [one] person
       *[other] people
    })

# Work by centre
charts-employment-title = Work after leaving a centre
charts-employment-finding = Work within 90 days of completion: { $percent } ({ $successes }{"\u00A0"}of{"\u00A0"}{ $count }), 95% interval { $range }
charts-employment-subtitle = People who left a centre { $within }. The marker is the rate, the line is its 95% confidence interval (Wilson).
charts-employment-no-ranking = Centres stand in alphabetical order: where intervals overlap, differences between centres are no ranking.
charts-employment-entry = work within 90 days of completion
charts-employment-6m = in work six months after leaving (unemployed or inactive before)
charts-employment-entry-note = Work started within 90 days or running on the day of leaving; n is completed participations. Counted { $counted }; time still running: { $pending }; not known: { $unknown }.
charts-employment-6m-note = Work on the day six months after leaving; n is people unemployed or inactive at entry. Counted { $counted }; left out: { $excluded }; time still running: { $pending }; not known: { $unknown }.
charts-employment-value = { $percent } ({ $successes } of { $count }), interval { $range }

# Situation after leaving
charts-outcomes-title = Situation after leaving the centre
charts-outcomes-finding = After leaving the centre: work in { $working } of { $count } { $n ->
        [one] case
       *[other] cases
    } ({ $percent })
charts-outcomes-subtitle = What became of people who left a centre { $within }. Each leaving is counted exactly once.
charts-outcomes-working = work
charts-outcomes-education = education or training
charts-outcomes-seeking = looking for work
charts-outcomes-inactive = inactive or retired
charts-outcomes-unknown = not known
charts-outcomes-note = A bar is 100% of leavers, n is their number; in the bar stand the number of leavers and its share in percent.
charts-outcomes-unknown-note = Not known what came after: { $count } ({ $percent }), all centres together.
charts-outcomes-outside-note = Not on the chart: { $count } (time still running, or left out).

# Funnel

charts-together-short = all
charts-funnel-finding = Work within 90 days of completion: { $inside } of { $count } centres within chance
charts-funnel-subtitle = People who left a CIS { $within }. A dot is a centre; the lines are the limits between which a centre of that size would lie by chance alone if every centre had the rate of the cluster: { $percent } ({ $successes }{"\u00A0"}of{"\u00A0"}{ $counted }).
charts-funnel-note = Binomial limits of 95% and 99.8%. A centre inside the funnel differs from the whole by no more than chance explains; outside it, it is worth asking why, because centres work with different people.
charts-funnel-missing = Centres without a dot, because their numbers are hidden or too small: { $count }.
charts-funnel-unnamed = Dots without a name: there was no room for it; all centres are in the table of the sheet “Funnel”.
charts-funnel-people = number of completed participations (n)
charts-funnel-95 = 95%
charts-funnel-998 = 99.8%
charts-funnel-within = within chance
charts-funnel-between = outside the 95% limit
charts-funnel-outside = outside the 99.8% limit
charts-funnel-centre = { $centre }: { $percent } ({ $successes } of { $count }), { $place }.

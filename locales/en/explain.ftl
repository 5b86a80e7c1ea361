# efekt explain with inputs: the figure, the people, the places in the files.

cli-help-input-explain = Folders or files with data; without them only the definition
cli-help-centre-explain = Only the figure of this centre
cli-help-sex = Only the figure of women (K), men (M) or people of unknown sex (?)
cli-help-dimension = Only the figure of a category, such as group=homeless or payer=gmina; may be given several times
cli-help-status = Only people who are counted, excluded, pending or unknown
cli-help-person = Only the person with this pseudonym, such as os-0012
cli-help-limit = At most so many people; 10 by default
cli-value-sex = SEX
cli-value-dimension = DIMENSION=CATEGORY
cli-value-status = STATUS
cli-value-person = PSEUDONYM
cli-value-limit = N

## Mistakes

cli-question-without-input = The option “--{ $option }” is about people, so data are needed. Give a folder, for example: efekt explain completion_rate data
cli-input-without-indicator = “{ $given }” is no indicator. Data are given with an indicator only; without them the command shows the page of “{ $given }”.
cli-wrong-dimension = “{ $given }” is not DIMENSION=CATEGORY. An example: group=homeless.
cli-unknown-dimension = There is no dimension “{ $given }”. Known: { $known }.
cli-unknown-category = In the dimension “{ $dimension }” these data have no category “{ $given }”. There are: { $known }.
cli-everybody-only = What a centre spends belongs to no single person, so this indicator exists for everybody together alone: in one centre or in all.
cli-two-dimensions = A figure has one dimension at a time. Give one dimension; a kind of benefit, a payer or a month may be added where the indicator splits by them.
cli-unknown-person = Nobody “{ $given }” stands in this figure (or with another status than asked for).
cli-explain-not-in-force = This definition does not apply in this period; from when to when it applies, the command shows without data.

## The figure

cli-explain-cell = Who: { $cell }; unit: { $unit }.
cli-explain-all-centres = all centres
cli-explain-everybody = everybody
cli-explain-month = month { $month }
cli-explain-success = counted, in the numerator
cli-explain-no-success = counted, not in the numerator
cli-explain-set-aside = { $count ->
    [one] { $count } more participation belongs to a person for whom another participation stands: each person counts once.
   *[other] { $count } more participations belong to persons for whom another participation stands: each person counts once.
}
cli-explain-left-out = { $count ->
    [one] { $count } row was left out because of mistakes; it is not in this figure. Which and why, says: efekt check
   *[other] { $count } rows were left out because of mistakes; they are not in this figure. Which and why, says: efekt check
}

## Centres

cli-explain-centres = Centres
cli-explain-centre = { $centre }: { $amount } – { $reason }
cli-explain-centre-amount = { $cell } { $category }, { $side }, { $period }: { $amount }

## People

cli-explain-people = People ({ $shown } of { $found })
cli-explain-internal = For the keeper of the data alone: these are single people under pseudonyms, and nothing hides small numbers here. Do not publish this.
cli-explain-more = { $count ->
    [one] { $count } more. --limit { $found } shows all, --status and --person a part.
   *[other] { $count } more. --limit { $found } shows all, --status and --person a part.
}
cli-explain-goes-on = goes on
cli-explain-parts = { $status } in parts: { $count } – { $reason }
cli-explain-numbers = numerator { $above }, denominator { $below }
cli-explain-number = { $above }
cli-explain-row = { $place }, row { $row }
cli-explain-rows = { $place }, rows { $row }
cli-explain-no-cell = from efekt.toml or from the name of a file or sheet: { $fields }
cli-explain-no-column = no such column in the files: { $fields }
cli-explain-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
cli-explain-windows = months around the stay:
cli-explain-window = { $side }: { $first }–{ $last }, known { $known } of { $months }
cli-explain-declared = { $file }: complete { $first }–{ $last }, as declared
cli-explain-assumed = { $file }: complete { $first }–{ $last }, assumed from its first and last month
cli-explain-no-coverage = no file says for which months the benefits are complete
cli-explain-paid = { $side }: { $kind } ({ $payer }), { $span }, { $months ->
    [one] { $months } month
   *[other] { $months } months
}, together { $sum }
cli-explain-without-effect = read, without effect on this person's result:
cli-explain-in-force = in force –
cli-explain-rules = Values of law and settled numbers that were in force
cli-explain-rule = { $id }: { $title }: { $amount } ({ $unit }), since { $from }; { $source }
cli-explain-no-rule = { $id }: no value was in force on this day
rule-day-exit = on the exit day { $day }: { $numbers }
rule-day-entry = on the entry day { $day }: { $numbers }
rule-day-job-start = on the first day of the job { $day }: { $numbers }
rule-day-as-of = on the as-of day { $day }: { $numbers }
rule-day-period-end = on the last day of the period { $day }: { $numbers }

## Words

side-before = before entry
side-during = during the stay
side-after = after the exit
fact-kind-job = job
fact-kind-support = support
answer-yes = yes
answer-no = no
answer-refused = refused
fact-centre = centre
fact-sex = sex
fact-entry_day = first day of the participation
fact-exit_day = last day of the participation
fact-entry_month = month of entry
fact-exit_month = month of exit
fact-age_at_entry = completed years at entry
fact-follow_up_day = day six months after the exit
fact-labour_status = labour market status at entry
fact-education = education
fact-exit_kind = way of leaving
fact-outcome = situation after leaving
fact-outcome_day = date of the situation after leaving
fact-status_6m = situation six months after leaving
fact-status_6m_day = date on which it was established
fact-referral_day = date of referral
fact-qualification = qualification gained
fact-education_after = school education taken up
fact-startup_grant = business started with ESF money
fact-social_progress = social progress
fact-start_day = from
fact-end_day = to
fact-form = form
fact-working_time_thousandths = share of full time
fact-value_grosze = value of the contract
fact-wage_grosze = wage a month
fact-support_kind = form of support
fact-area = area
education-isced_0 = below primary (ISCED 0)
education-isced_1 = primary (ISCED 1)
education-isced_2 = lower secondary (ISCED 2)
education-isced_3_vocational = basic vocational (ISCED 3)
education-isced_3 = upper secondary (ISCED 3)
education-isced_4 = post-secondary (ISCED 4)
education-isced_5_8 = tertiary (ISCED 5–8)

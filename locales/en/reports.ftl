# Workbooks: cover, contents, notes, definitions, tables

reports-all = All
reports-page = Page
reports-page-of = of
reports-as-of-short = As of { $day }
reports-no-rows = No rows
reports-verified = yes
reports-unverified = unverified
reports-dates-unverified = value yes, dates unverified
reports-chart-left-out = The chart was left out because some of its numbers are missing or hidden.

sheet-cover = Cover
sheet-contents = Contents
sheet-notes = Notes
sheet-notes-about = Meaning of the signs, way of counting, rounding, settings.
sheet-notes-title = Notes
sheet-definitions = Definitions
sheet-definitions-about = Definition, unit and basis of every indicator in this file.
sheet-definitions-title = Definitions of the indicators
sheet-pictures = Charts
sheet-pictures-about = Charts to print and to present.

cover-project = Project
cover-no-project = without a name
cover-period = Period
cover-as-of = As of
cover-centres = Centres
cover-no-centres = no data
cover-purpose = What it is for
cover-readers = For whom
cover-basis = Basis

contents-sheet = Sheet or part
contents-holds = What it holds
contents-state = Where
contents-here = in this file
contents-absent = not in this version

notes-subject = Subject
notes-text = Explanation
notes-setting = Setting
notes-program = Program

definitions-indicator = Indicator
definitions-unit = What is counted
definitions-definition = Definition
definitions-basis = Basis
definitions-caveat = Caveat
definitions-since = The definition applies from { $since }.
definitions-until = The definition applied until { $until }.
definitions-since-until = The definition applied from { $since } to { $until }.
definitions-values = Numbers from rules in the period:
definitions-value-since = { $value } from { $since }
definitions-none = No definition: the indicator is not computed in this version.


note-suppressed-subject = [c]
note-suppressed = A number that is hidden so that no single person can be recognised, or a rate that is not given because it concerns too few persons.
note-pending-subject = [p]
note-pending = Not known yet: the time in which the result may come about had not passed on the as-of date, or the data do not reach there yet. The word beside it says whether everybody is pending, or some are not known for other reasons.
note-not-available-subject = [x]
note-not-available = Not available; this is not a zero. The word beside it says why: “no data” – the files know nobody like this; “nobody in period” – in the period there is nobody whom the indicator is about; “not known” – the data say it of nobody; “excluded” – everybody is outside of numerator and denominator; “no base” – there is nothing to divide by. Without a word: the indicator was not computed.
note-unit-subject = Persons and participations
note-unit = Where persons are counted, each person counts once in a cell. Where participations are counted, a person counts as often as she or he took part. An exit is any end of a participation: completed, dropped out or another reason.
note-interval-subject = Interval
note-interval = Wilson 95% interval. The fewer the persons, the wider it is. Where the intervals of two centres overlap, the difference may be chance.
note-bounds-subject = Lowest and highest possible
note-bounds = What the rate would be if all pending persons failed, and if all succeeded. Empty when nobody is pending.
note-rounding-subject = Rounding
note-rounding = Cells hold exact values; only what is shown is rounded: rates to one decimal, amounts to the grosz.
note-categories-subject = Categories
note-categories = A person who belongs to several groups counts in each of them, so the rows of groups must not be added up.

column-centre = Centre
column-indicator = Indicator
column-code = Code
column-group = Group (art. 1 para. 2 of the act)
column-age = Age at entry
column-sex = Sex
column-payer = Payer
column-value = Value
column-base = Base (n)
column-share = Rate
column-interval-low = 95% interval from
column-interval-high = 95% interval to
column-bound-low = Lowest possible
column-bound-high = Highest possible
column-excluded = Excluded
column-pending = Pending
column-unknown = Not known
column-remark = Remarks
column-from = From
column-to = To
column-source = Source
column-checked = Checked in the source

axis-persons = persons
axis-participations = participations
axis-share = share of persons
axis-zloty = zł
axis-zloty-person = zł a person

short-participants = Participants
short-starters = Starters
short-active-at-end = Taking part at the end
short-leavers = Leavers
short-completers = Completed
short-dropouts = Dropped out
short-other-exits = Other exits
short-completion-rate = Completion rate
short-participation-days = Median days of participation
short-referral-days = Median days from referral
short-employment-rate-at-exit = Work after exit
short-employment-rate-3m = National criterion
short-employment-rate-6m = Work at 6 months

# Ministry

ministry-title = Annual statement of a CIS – data for the form
ministry-subtitle = Participants, completions and economic independence
ministry-purpose = Figures for the annual statement of a social integration centre (due 31 March) and for the results table of an offer under a ministry programme.
ministry-readers = Management and staff of the centre, the voivode, the ministry, grant-giving bodies.
ministry-basis = Art. 5 para. 4–6 of the act on social employment; regulation of 30 December 2016 (Dz.U. 2017 poz. 97). Layout of the annex to the regulation: unverified.
ministry-layout-subject = Layout of the form
ministry-layout = Of the official annex only part I (general data) was seen. The tables of this file follow the content of art. 5 para. 6; compare them with the form in force before copying (unverified).
ministry-absent-reintegration = Vocational and social reintegration
ministry-absent-reintegration-why = Art. 5 para. 6: number of participants covered by vocational and by social reintegration. Fill in from your own records.
ministry-absent-services = Services
ministry-absent-services-why = Art. 5 para. 6: kinds of reintegration services given. Fill in from your own records.
sheet-ministry-centres = Centres
ministry-centres-title = Participants and exits by centre
ministry-centres-about = Participants, starters, leavers, completions, drop-outs and other exits in each centre and together.
ministry-centres-note = Completion rate = completed ÷ (completed + dropped out); other exits are in neither. Exits are counted in participations: leavers = completed + dropped out + other exits + way of leaving not known.
ministry-no-exit-kind = Way of leaving not known
ministry-rate-n = Completed and dropped out (n)
ministry-exits-chart = How participations ended, by centre (participations)
ministry-exits-chart-alt = Stacked column chart: for each centre the number of participations that were completed, broken off and ended for other reasons. The same numbers are in the table above.
sheet-ministry-groups = Groups of participants
ministry-groups-title = Participants by group of art. 1 para. 2 and sex
ministry-groups-about = Participants, starters and completers in each group, women and men (art. 5 para. 6).
ministry-groups-note = A person in several groups counts in each of them: the rows must not be added up. The last row counts each person once.
ministry-groups-everybody = All (each person once)
ministry-groups-chart = Participants by group (persons)
ministry-groups-chart-alt = Bar chart: number of participants in each group of art. 1 para. 2 of the act. The same numbers are in the table above.
sheet-ministry-independence = Economic independence
ministry-independence-title = Economic independence of those who completed
ministry-independence-about = How many became economically independent or entered the labour market after completion (art. 5 para. 6).
ministry-independence-note = The act does not define economic independence; the list of outcomes that count is a setting (sheet Notes). Way of independence: not in this version.
ministry-independent = With the result
sheet-ministry-results = Results for an offer
ministry-results-title = Results for an offer and for the final report of a task
ministry-results-about = Name of the result, value planned and achieved, difference, number of persons, way of monitoring: to be taken into the offer and the report on it.
ministry-results-note = Values achieved in the period; a row with a project number counts its participants alone. Planned values come from the sheet “Wskaźniki docelowe” or from efekt.toml; the offeror fills in the empty ones. Difference = achieved − planned, of shares in percentage points. Layout of the table of the offer form (Dz.U. 2018 poz. 2057): unverified.
ministry-result = Name of the result (n = counted from)
ministry-planned = Planned
ministry-achieved = Achieved
ministry-difference = Difference
ministry-monitoring = Way of monitoring
monitoring-participants = List of participants: entry and exit dates
monitoring-starters = List of participants: entry date
monitoring-completers = List of participants: date and way of leaving
monitoring-completion-rate = List of participants: date and way of leaving
monitoring-economic-independence-rate = List of participants: outcome after completion
monitoring-labour-market-entry-rate = Employment history: work within 90 days after completion
monitoring-employment-rate-6m = Employment history and follow-up: work six months after exit

# European funds

eu-title = Employment indicators – European funds
eu-subtitle = Results of women, men and all, with base and uncertainty
eu-purpose = Values of result indicators for an application or a payment claim, and the national criterion of employment efficiency.
eu-readers = Project coordinator, intermediate or managing authority.
eu-basis = Regulation (EU) 2021/1057, annex I (EECR codes: from national systems; EECR05 unverified); guidelines on employment efficiency.
eu-note-codes-subject = Codes and names
eu-note-codes = Annex I prints no codes; EECR04 was seen in a source, EECR05 is from memory (unverified). Polish names of the indicators: unverified in the official list.
eu-note-window-subject = When a result is known
eu-note-window = After exit: 28 days. National criterion: 90 days. Six months: the same day of the month half a year later. A person is pending until that time has passed, even when already at work.
eu-note-2021-subject = Years 2021–2027
eu-note-2021 = For 2021–2027 no national threshold of employment efficiency was found; programme indicators take its place (unverified).
eu-successes = Persons
eu-persons = Persons
sheet-eu-outputs = Output indicators
eu-outputs-title = Common output indicators of ESF+ (EECO01–EECO17)
eu-outputs-about = Persons who entered in the period, by their characteristics on that day: women, men, all.
eu-outputs-note = Stays with the same project number are one participation. A person without sex, age, education or labour status counts in EECO01 alone; elsewhere the person is in the column “Not known”.
sheet-eu-results = Result indicators
eu-results-title = Common result indicators of ESF+ (EECR01–EECR06)
eu-results-about = Persons who left in the period and reached the result, beside those who count: women, men, all.
eu-results-note = The result is that after the final exit from the project. A person is pending until 28 days or six months have passed.
eu-not-in-force = The indicators of ESF+ apply from { $since }. They are not computed for earlier periods, because others applied then.
sheet-eu-checks = Checks A1–A12
eu-checks-title = Consistency checks A1–A12
eu-checks-about = Relations between indicators that the fund's system checks, with both numbers.
eu-checks-note = The numbers are those of all centres and persons; every check was also made for each centre and each sex. The report is written only when all of them hold.
eu-check = Check
eu-check-left = Left side
eu-check-left-number = Left number
eu-check-relation = Relation
eu-check-right = Right side
eu-check-right-number = Right number
eu-check-result = Result of the check
eu-check-holds = holds
eu-check-explained = correction logged in the findings
eu-check-fails = fails
sheet-eu-incomplete = Incomplete records
eu-incomplete-title = Incomplete records: persons who count in EECO01 alone
eu-incomplete-about = Places of records without sex, age, education or labour status.
eu-incomplete-note = Fill in the missing fields in the file and run the program again. The person has the same pseudonym here as in the findings.
eu-incomplete-none = No incomplete record.
eu-missing = What is missing
aggregate-sum = { $codes }
aggregate-union = persons in { $codes }, each once
aggregate-complete = { $codes } without incomplete records
aggregate-one-status = persons with exactly one status
aggregate-sexes = { $codes }: women + men + sex not known
aggregate-base = persons who count in { $codes }
aggregate-left = persons who left
aggregate-left-inactive = inactive persons who left
aggregate-left-out-of-work = unemployed and inactive persons who left
aggregate-cumulative = { $codes } cumulative
aggregate-cumulative-before = { $codes } cumulative before the period
aggregate-cumulative-union = persons in { $codes } cumulative, each once
sheet-eu-sex = Indicators K-M-O
eu-sex-title = Employment indicators: women, men, all
eu-sex-about = Three employment indicators to copy: persons with the result, base and rate; K (women), M (men) and O (all) side by side.
eu-sex-note = K = women, M = men, O = all, as in the Polish forms. Persons = how many succeeded. Base (n) = leavers who count. Rate = persons ÷ base.
eu-sex-chart = Share of persons at work: women, men, all
eu-sex-chart-alt = Column chart: share of persons at work after exit, by the national criterion and after six months, for women, men and all. The same numbers are in the table above.
sheet-eu-certainty = Certainty
eu-certainty-title = How sure the rates are
eu-certainty-about = Intervals, bounds with pending persons, persons excluded, pending and not known.
eu-certainty-note = Persons excluded, pending or without data are in neither numerator nor base; the reasons are in the indicator's definition.
sheet-eu-thresholds = Thresholds
eu-thresholds-title = National criterion of employment efficiency: result and thresholds
eu-thresholds-about = The result beside the thresholds of the guidelines, with source and whether it was checked.
eu-thresholds-note = Thresholds are information; they do not change the result. Which one binds a project is said in its grant agreement.
eu-achieved = Result in this period: { $rate } (n = { $counted }).
eu-threshold = Threshold
eu-threshold-value = Value
sheet-eu-age = By age
eu-age-title = Employment indicators by age at entry
eu-age-about = Three employment indicators by age band.
eu-age-note = Age in completed years on the entry day.
sheet-eu-group = By group
eu-group-title = Employment indicators by group of art. 1 para. 2
eu-group-about = Three employment indicators by group of participants.
eu-group-note = A person in several groups counts in each of them: the rows must not be added up.
sheet-eu-centre = By centre
eu-centre-title = Employment indicators by centre
eu-centre-about = Three employment indicators in each centre and together.
eu-centre-note = This is not a ranking: where intervals overlap, the difference may be chance.

# Beside the indicators: targets, money and staff, the comparison group

sheet-targets = Targets
targets-title = Targets and degree of realisation
targets-about = Baseline, target, achieved in the period and cumulatively, degree of realisation: women, men, total.
targets-note = K = women, M = men, O = total. Cumulatively: from the first entry to the end of the period. Degree of realisation = cumulative value ÷ target. A row with a project number counts its participants alone.
targets-none = The data hold no targets. Put them on the sheet “Wskaźniki docelowe” (the command efekt init makes it) or into efekt.toml, in sections [[targets]].
targets-only-centre = The achieved values are of { $centre } alone; the targets are those of whole projects.
targets-project = Project
targets-all-projects = all participants
targets-due = Due
targets-baseline = Baseline
targets-target = Target
targets-in-period = In the period
targets-cumulative = Cumulative
targets-degree = Degree

sheet-finance = Finance
finance-title = Execution of the financial plan
finance-about = Plan, execution and percentage by category, of each centre and together (art. 5 ust. 6).
finance-note = An amount stands here only when it is known for the whole period. “Together” adds the centres that gave the amount. A percentage is given only when plan and execution are of the same centres.
finance-none = The data hold no amounts for the whole period. Put them on the sheet “Finanse” (the command efekt init makes it).
finance-category = Category
finance-plan = Plan
finance-execution = Execution
finance-degree = Plan executed
accounts-year = Year
sheet-plans = Preliminary plan
plans-title = Preliminary plan for the year after the period
plans-about = Plan for the next year by category, of each centre and together (art. 5 ust. 6).
plans-note = “Together” adds the centres that gave a plan of the category for the whole year.
plans-none = The data hold no plan for the year after the period. Put it on the sheet “Finanse” (the command efekt init makes it) and choose “plan” in the column “Plan / wykonanie”.
sheet-staff = Staff
staff-title = Employment in the centres
staff-about = Persons and full-time equivalents by kind of employment, of each centre and together (art. 5 ust. 6).
staff-note = The year in which the period ends. There are no full-time equivalents where a row does not give them.
staff-none = The data hold no staff of this year. Put it on the sheet “Kadra” (the command efekt init makes it).
staff-kind = Kind of employment
staff-all-kinds = all staff
staff-persons = Persons
staff-full-time = Full-time equivalents

sheet-comparison = Comparison group
comparison-title = Participants and persons who were referred and did not enter
comparison-about = The same indicators for both groups, the difference and its interval.
comparison-days = { $days ->
    [one] Persons of the comparison group have no exit: the day that is { $days } day after the referral stands for it. So both groups are followed over the same time.
   *[other] Persons of the comparison group have no exit: the day that is { $days } days after the referral stands for it. So both groups are followed over the same time.
}
comparison-interval = The difference is in percentage points. 95% interval: Newcombe’s; for benefits approximate, and only with enough persons in both groups. When the interval holds zero, the difference may be chance.
comparison-no-days = There is nothing to compare: nobody left in the period, so it is not known how long to follow those who did not enter. The number of days can be set in efekt.toml: [comparison] days_to_exit.
comparison-note = The difference does not prove that the centre works: who comes and who does not differ in other ways too, and less is known of the work of those who did not come.
comparison-hidden = Rows that could tell about single people are left out.
comparison-participants = Participants
comparison-participants-n = n (participants)
comparison-group = Comparison group
comparison-group-n = n (group)
comparison-difference = Difference

# Mayor and council

mayor-title = CIS in the gmina – summary for local government
mayor-subtitle = Work, benefits and the budget in five figures
mayor-purpose = A short picture of the social integration centres: for the report on the state of the gmina (due 31 May) and for the council.
mayor-readers = Mayor, councillors, residents.
mayor-basis = Data of the centres and of social assistance offices; definitions on the sheet Definitions. This is not an official statement.
mayor-highlights = Five figures
mayor-indicative = indicative (n < 30)
mayor-too-few = not given (n < 10)
mayor-note-few-subject = Small numbers
mayor-note-few = Rates and means of fewer than 10 cases are not given; of 10–29 cases they are indicative.
mayor-note-change-subject = Before and after
mayor-note-change = Comparing before and after does not prove a cause: people come to a CIS when their benefits are high, and some of them would receive less without it too.

headline-participants = { $count ->
    [one] { $shown } person took
   *[other] { $shown } persons took
} part in the classes of the CIS.
headline-participants-none = Number of participants: { $sign }.
headline-completion-rate = Participants completed in { $part } of { $whole } cases ({ $rate }); in the others they dropped out.
headline-completion-rate-few = The completion rate is not given because it concerns fewer than 10 exits.
headline-completion-rate-none = Completion rate: { $sign }.
headline-labour-market-entry-rate = After { $part } of { $whole } completions ({ $rate }) the person was in paid work within 90 days.
headline-labour-market-entry-rate-few = The share at work within 90 days is not given because it concerns fewer than 10 completions.
headline-labour-market-entry-rate-none = Share at work within 90 days after completion: { $sign }.
headline-benefits = Social assistance paid { $before } a person a month on average before entry and { $after } after exit ({ $count ->
    [one] { $counted } person
   *[other] { $counted } persons
}).
headline-benefits-few = Mean benefits before entry and after exit are not given because they concern fewer than 10 persons.
headline-benefits-none = Mean social assistance before entry and after exit: { $sign }.
headline-gmina-less = The gmina's budget paid these persons { $amount } less in all after exit than in the same length of time before entry ({ $count ->
    [one] { $counted } person
   *[other] { $counted } persons
}).
headline-gmina-more = The gmina's budget paid these persons { $amount } more in all after exit than in the same length of time before entry ({ $count ->
    [one] { $counted } person
   *[other] { $counted } persons
}). There was no saving in this time; the amounts by payer are on the sheet “Difference by payer”.
headline-gmina-same = The gmina's budget paid these persons the same in all after exit as in the same length of time before entry ({ $count ->
    [one] { $counted } person
   *[other] { $counted } persons
}).
headline-gmina-none = Change of payments from the gmina's budget: { $sign }.
headline-indicative = Indicative: fewer than 30 cases.

sheet-mayor-headlines = Headline figures
mayor-headlines-title = Headline figures
mayor-headlines-about = Participants, work, benefits and the gmina's budget: the figures of the cover and benefits a person a month.
mayor-headlines-note = A change after exit is a difference, not a proof that the CIS worked: see the sheet “What we do not claim”. Benefits: periodic, purpose, special purpose and permanent benefits of persons of whom all months needed are known.
mayor-figure = What is measured
mayor-how-to-read = How to read it
mayor-figure-participants = Participants
mayor-reading-participants = Persons who were in a CIS on at least one day of the period.
mayor-figure-completion-rate = Completed
mayor-reading-completion-rate = Share of completed participations among those completed and broken off.
mayor-figure-labour-market-entry-rate = At work within 90 days
mayor-reading-labour-market-entry-rate = Share of those who completed and had paid work no later than 90 days after.
mayor-figure-benefit-reduction-rate = Lower benefits after exit
mayor-reading-benefit-reduction-rate = By how much the sum of periodic and purpose benefits was lower after exit than before entry. Minus: higher.
mayor-figure-benefit-savings = Gmina's budget: before minus after
mayor-reading-benefit-savings = Payments from the gmina's budget before entry minus after exit. Plus: less was paid after exit. Minus: more.
mayor-figure-benefit-monthly-before = Benefits a month: before entry
mayor-reading-benefit-monthly-before = Mean a person a month before entry to the CIS.
mayor-figure-benefit-monthly-during = Benefits a month: during
mayor-reading-benefit-monthly-during = Mean a person a month while taking part; without the integration benefit.
mayor-figure-benefit-monthly-after = Benefits a month: after exit
mayor-reading-benefit-monthly-after = Mean a person a month after exit.

sheet-mayor-path = Benefits month by month
mayor-path-title = Benefits month by month
mayor-path-about = Mean amount a person in each month before entry and after exit, with a chart.
mayor-path-note = Month −1 is the last before entry, month 1 the first after exit. The time between is not here. The number of persons (n) changes because not every month is known for everybody yet.
mayor-month = Month
mayor-path-before = Before entry, zł a person
mayor-path-after = After exit, zł a person
mayor-path-axis = months before entry (negative) and after exit (positive)
mayor-path-chart = Social assistance a person, month by month (zł)
mayor-path-chart-alt = Line chart: mean amount of benefits a person in the months before entry to the CIS and after exit. The same numbers are in the table beside it.
sheet-mayor-payers = Difference by payer
mayor-payers-title = Difference in benefit payments by payer
mayor-payers-about = Payments before entry minus payments after exit: gmina, state, Labour Fund.
mayor-payers-note = Plus: less was paid after exit. Minus: more, for example unemployment benefit after completion. Without integration benefits and bonuses.
mayor-difference = Before entry minus after exit, zł
mayor-payers-chart = Difference in payments by payer (zł, before minus after)
mayor-payers-chart-alt = Bar chart: for each payer the difference between payments before entry to the CIS and payments after exit. The same numbers are in the table above.
sheet-mayor-employment = Work by centre
mayor-employment-title = Work by centre
mayor-employment-about = Work within 90 days after completion and half a year after exit, in each centre.
mayor-employment-note = Centres stand in the order of their names, this is not a ranking: where intervals overlap, the difference may be chance.
mayor-90 = Work within 90 days
mayor-90-n = n (90 days)
mayor-90-low = Interval from (90 days)
mayor-90-high = Interval to (90 days)
mayor-6m = Work at 6 months
mayor-6m-n = n (6 months)
mayor-6m-low = Interval from (6 months)
mayor-6m-high = Interval to (6 months)
mayor-when-90 = 90 days
mayor-when-6m = 6 months
sheet-mayor-claims = What we do not claim
mayor-claims-title = What we do not claim
mayor-claims-about = How these figures must not be read.
mayor-claims-note = Repeat these sentences when you quote figures from this file.
mayor-claim = We do not claim that…
mayor-claim-why = Why
mayor-claim-cause = …the CIS made benefits fall
mayor-claim-cause-why = The same persons are compared before and after. People come to a CIS at their hardest time, so part of the change would have come anyway. Without a comparison group no cause can be told.
mayor-claim-everybody = …the figures are about all participants
mayor-claim-everybody-why = Benefits are compared only for persons of whom all months before entry and after exit are known. Their number (n) stands beside every amount.
mayor-claim-budget = …the gmina's budget gained exactly this amount
mayor-claim-budget-why = The difference holds neither the cost of running the CIS, nor integration benefits, nor taxes. Amounts of “gmina or state” are not counted as the gmina's.
mayor-claim-ranking = …one centre is better than another
mayor-claim-ranking-why = Centres work with different people, and with small numbers differences may be chance.
mayor-claim-state = …this is the final picture of the year
mayor-claim-state-why = Pending persons may still change the result; the as-of date is on the cover.

# Cluster

cluster-title = The centres of the cluster side by side
cluster-subtitle = The same definitions, with intervals, no league table
cluster-purpose = The centres of one area on the same definitions: to talk about what works, not about who is better.
cluster-readers = Heads of the centres, the starost, the mayors of the area.
cluster-basis = Data of the social integration centres and the social assistance centres; definitions on the sheet Definitions. Not an official statement.
cluster-note-once-subject = Persons in two centres
cluster-note-once = A person who took part in two centres counts in each of them, and once in the row “All”. So “All” can be less than the sum of the centres.
cluster-note-chance-subject = Chance
cluster-note-chance = In a small centre one person moves a rate by many points. The funnel plot shows which rates a centre of this size could have by chance alone if all worked alike. A centre inside the funnel differs from the whole by no more than chance explains.
column-powiat = Powiat
column-pathway = Pathway
column-workshop = Workshop
column-referring = Referred by
column-service = Form of support
sheet-cluster-counts = Participants
cluster-counts-title = Participants and exits by centre
cluster-counts-about = Participants, starters, leavers, completions and drop-outs in each centre and together.
cluster-counts-note = Centres stand in the order of their names. A person of two centres counts once in the row “All”; exits are counted in participations.
sheet-cluster-centre = Rates by centre
cluster-centre-title = Rates by centre and together
cluster-centre-about = Completion, independence, work and benefits in each centre, with intervals and the number of people.
cluster-centre-note = This is no league table: where the intervals of two centres overlap, the difference may be chance. Rates over fewer than 10 cases are not given.
sheet-cluster-powiat = By powiat
cluster-powiat-title = Rates by powiat
cluster-powiat-about = The same rates by the powiat in which participants live.
cluster-powiat-note = The powiat that the participant gave on entry. Where intervals overlap, the difference may be chance.
sheet-cluster-pathway = By pathway
cluster-pathway-title = Rates by pathway
cluster-pathway-about = The same rates by pathway of participation.
cluster-pathway-note = The pathway tells about health and addiction, so numbers under 10 are hidden.
sheet-cluster-workshop = By workshop
cluster-workshop-title = Rates by workshop
cluster-workshop-about = The same rates by the workshop in which the person took part.
cluster-workshop-note = A person of several workshops counts in each of them: rows must not be added up.
sheet-cluster-referring = By referring body
cluster-referring-title = Rates by referring body
cluster-referring-about = The same rates by the institution that referred the person to the centre.
cluster-referring-note = Institutions refer different people; a difference does not say that one refers better.
sheet-cluster-service = By form of support
cluster-service-title = Rates by form of support
cluster-service-about = The same rates of the people who had the form of support.
cluster-service-note = A person with several forms of support counts in each: rows must not be added up. A difference does not show that a form works: different people get it.
sheet-cluster-funnel = Funnel
cluster-funnel-title = Work within 90 days of completion: centres against chance
cluster-funnel-about = The rate of each centre beside the limits within which it could lie by chance, and a funnel plot.
cluster-funnel-note = Limits: if every centre had the rate of the whole cluster, the result of a centre of this size would lie between them in 95% (99.8%) of cases (binomial distribution).
cluster-funnel-overall = Rate of the cluster
cluster-funnel-low-95 = Limit 95% from
cluster-funnel-high-95 = Limit 95% to
cluster-funnel-low-998 = Limit 99.8% from
cluster-funnel-high-998 = Limit 99.8% to
cluster-funnel-place = Where it lies
cluster-funnel-within = within chance
cluster-funnel-between = outside 95%, within 99.8%
cluster-funnel-outside = outside 99.8%

# Findings

findings-title = Findings in the data
findings-subtitle = What to check or to mend in the files
findings-purpose = The places in the spreadsheets that need a look, each with an explanation and a way to mend it. Those that could move the main figures most come first, then the gravest.
findings-together = Together
findings-none = Nothing was found.
findings-first = Where to begin
findings-first-file = { $file }: { $counts }{ $more ->
    [none] {"."}
   *[other] . Cells: { $more }.
}
findings-first-nothing = There are no errors; look through the warnings on the sheet “Findings”.
findings-first-rest = { $count ->
    [one] And { $count } more file with errors – sheet “By file”.
   *[other] And { $count } more files with errors – sheet “By file”.
}
findings-send = How to pass it on
findings-send-how = On the sheet “Findings” filter the column “File” by one file, select the visible rows and send them to the person who keeps that file. They hold no names and no PESEL numbers, but values of cells: send them to authorised people only.
findings-correct = How to correct
findings-correct-how = For every file with findings the folder “corrections” holds a correction workbook (links on the sheet “By file”). Type the right values into it, save it in the folder with the data, and run the program again with --force, to replace this result. The source files need not be changed.
findings-again = Then
findings-again-how = Cells may also be mended in the source files themselves, only not in this workbook, which the program does not read. After each change run the program again.
findings-links = A click on the address in the column “Cell” opens the file at that place.
findings-no-links = Addresses of cells are no links: the folder of results does not lie beside the folder with the data.
findings-correction = Correction workbook
findings-correction-open = open
findings-shortened = The first { $shown } of { $count } findings are shown; all are in findings.jsonl.
findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
severity-blocking-means = the file or table cannot be used, or a report was not written.
severity-error-means = the row or value was left out where it was needed.
severity-warning-means = used, but look.
severity-note-means = repaired or assumed; you see what and how.
sheet-findings-all = Findings
findings-all-title = All findings
sheet-findings-by-file = By file
findings-by-file-title = Findings by file
sheet-findings-by-check = By check
findings-by-check-title = Findings by check
findings-severity = Severity
findings-file = File
findings-sheet = Sheet
findings-cell = Cell
findings-field = Field
findings-read = Was read
findings-what = What is wrong
findings-why = Why it matters
findings-fix = How to mend it
findings-code = Code
findings-person = Person (pseudonym)
findings-check = Check

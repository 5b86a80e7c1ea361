# Names of the codes that reports and findings show: <dimension>-<code>.

## Dimensions

dimension-total = total
dimension-centre = centre
dimension-gmina = gmina
dimension-powiat = powiat
dimension-sex = sex
dimension-age_band = age at entry
dimension-education = education
dimension-labour_status = labour market status at entry
dimension-group = group (art. 1 sec. 2)
dimension-disability = degree of disability
dimension-pathway = reintegration pathway
dimension-workshop = workshop
dimension-referred_by = referred by
dimension-support_kind = form of support
dimension-entry_year = year of entry
dimension-exit_quarter = quarter of exit
dimension-benefit_kind = kind of benefit
dimension-payer = payer
dimension-month_offset = month before entry or after exit
dimension-exit_kind = way of leaving
dimension-outcome = situation after leaving

## No value

category-missing = not given
category-all = all

## Sex

sex-K = women
sex-M = men
sex-all = total
sex-unknown = sex not known

## Age

age_band-0-17 = up to 17
age_band-18-29 = 18–29
age_band-30-54 = 30–54
age_band-55plus = 55 and over

## Education

education-0-2 = lower secondary or less (ISCED 0–2)
education-3-4 = upper secondary or post-secondary (ISCED 3–4)
education-5-8 = tertiary (ISCED 5–8)

## Labour market status

labour_status-unemployed_registered = registered unemployed
labour_status-unemployed_unregistered = unregistered unemployed
labour_status-unemployed = unemployed, registration not known
labour_status-inactive = inactive
labour_status-employed = employed

## Groups

group-homeless = homeless
group-alcohol = addicted to alcohol
group-drugs = addicted to drugs
group-mental = with mental disorders
group-long_term_unemployed = long-term unemployed
group-ex_prisoner = released from prison
group-refugee = refugees
group-disabled = with a disability
group-other = other

## Disability

disability-none = none
disability-light = light
disability-moderate = moderate
disability-severe = severe
disability-refused = refused
disability-yes = with a disability, degree not known

## Pathways

pathway-healthy = healthy
pathway-ill_or_disabled = long-term ill or disabled
pathway-addicted = addicted

## Referred by

referred_by-ops = social assistance centre
referred_by-pup = powiat employment office
referred_by-pcpr = powiat family support centre
referred_by-ngo = non-governmental organisation
referred_by-kis = social integration club
referred_by-treatment = treatment facility
referred_by-own = own application

## Forms of support

support_kind-vocational_workshop = vocational workshop
support_kind-vocational_training = vocational training
support_kind-course = course
support_kind-employer_practice = practice with an employer
support_kind-job_placement = job placement
support_kind-vocational_counselling = vocational counselling
support_kind-psychological = psychological support
support_kind-addiction_therapy = addiction therapy
support_kind-interpersonal_training = interpersonal training
support_kind-intrapersonal_training = intrapersonal training
support_kind-legal_advice = legal advice
support_kind-educational = educational activities
support_kind-volunteering = volunteering
support_kind-flat_renovation = renovation of a flat
support_kind-job_fair = job fair
support_kind-exclusion_meetings = meetings about exclusion
support_kind-other = other

## Area of support

support_area-vocational = vocational reintegration
support_area-social = social reintegration

## Way of leaving

exit_kind-completed = completed as planned
exit_kind-completed_early_job = completed early for a job
exit_kind-breach = breach of the rules
exit_kind-left = left for good
exit_kind-withdrew = withdrew
exit_kind-died = died
exit_kind-health = health
exit_kind-moved = moved away
exit_kind-other = other

## Situation after leaving

outcome-job = job
outcome-self_employment = self-employment
outcome-social_coop = social co-operative
outcome-supported = supported employment
outcome-education = education or training
outcome-job_seeking = job-seeking
outcome-unemployed = unemployed
outcome-inactive = inactive
outcome-retired = pension
outcome-improved = improved situation

## Form of the job

job_form-contract = employment contract
job_form-civil = civil-law contract
job_form-self_employment = self-employment
job_form-social_coop = social co-operative
job_form-supported = supported employment
job_form-other_paid = other paid work

## Benefits

benefit_kind-periodic = periodic benefit
benefit_kind-purpose = special-need benefit
benefit_kind-special_purpose = extraordinary special-need benefit
benefit_kind-permanent = permanent benefit
benefit_kind-housing = housing allowance
benefit_kind-unemployment = unemployment benefit
benefit_kind-integration = integration benefit
benefit_kind-bonus = motivation bonus
benefit_kind-other = other
benefit_kind-all = all benefits

## Payers

payer-gmina = gmina
payer-state = state budget
payer-labour_fund = Labour Fund
payer-centre = the centre
payer-gmina_or_state = gmina or state budget
payer-unknown = payer not known
payer-all = all payers

## Centres

centre_kind-cis = social integration centre
centre_kind-kis = social integration club
centre_kind-zaz = vocational activity establishment
centre_kind-wtz = occupational therapy workshop

## Finance categories

finance_category-grant_gmina = grant of the gmina
finance_category-grant_voivodeship = grant of the voivodeship
finance_category-grant_eu = EU funds
finance_category-labour_fund_refund = refund of the Labour Fund
finance_category-own_revenue = own revenue
finance_category-running_cost = running cost
finance_category-integration_benefits = integration benefits
finance_category-bonuses = motivation bonuses
finance_category-investment = investment

## Plan and execution

plan_or_execution-plan = plan
plan_or_execution-execution = execution

## Statuses

status-counted = counted
status-excluded = excluded
status-pending = pending
status-unknown = not known

## Units

unit-person = persons
unit-participation = participations
unit-percent = %
unit-pln = PLN
unit-pln_month = PLN a month
unit-days = days
unit-months = months

## Effects of findings

implausible-birth = the age on entry would be impossible
implausible-entry = the entry lies in the far future
implausible-entry-later = the entry lies after the as-of day, so the participation is not counted yet
implausible-referral = the referral would be many years before the entry
effect-row-left-out = the row is left out
effect-table-left-out = no amount of this table is counted
effect-value-left-out = the value is left out, the rest of the row is used
effect-still-taking-part = the person still counts as taking part
effect-row-counted = it is counted for now
effect-centre-of-file = the centre to which the whole file belongs is used
effect-job-left-out = the job is left out, the participation is used

## Suggestions

suggestion-none = none

## Severities of findings

severity-blocking = Blocking
severity-error = Error
severity-warning = Warning
severity-note = Note

# Why a file cannot be read (W001)
read-problem-empty = the file is empty; copy it again, or delete it from the folder
read-problem-not-a-spreadsheet = it is neither a spreadsheet nor a CSV file; if it holds data save them as .xlsx, otherwise move it to another folder
read-problem-markup = it is a web page or XML, though its name says spreadsheet; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
read-problem-password = the file is protected by a password; open it with the password, remove the password and save it
read-problem-broken = the file is damaged, or saved in a way that the program does not understand; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx, and if it does not open, ask for it again
read-problem-too-large = the file holds more data than any real register; delete empty rows and columns below and beside the data, or split the file
read-problem-no-sheet = the file holds no sheet; open it and save the data in an ordinary sheet
read-problem-outside-grid = a cell lies beyond the last row or column that a sheet can have; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
read-problem-doctype = it holds XML with a DOCTYPE, which no office program writes; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
read-problem-duplicate-parts = two parts of the file have the same name, so that programs would show different data; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
read-problem-inflation = it unpacks to many times its size, as only files made to do harm do; do not open it before you know whom it is from, and ask for it again
read-problem-shared-strings = it announces more texts than it can hold; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
read-problem-memory = reading it needs more memory than a file may take ([limits] in efekt.toml); split the file or raise that limit
read-problem-time = reading it takes longer than a file may take ([limits] in efekt.toml); split the file or raise that limit
read-problem-crashed = it is damaged so that it stopped the process that reads files; open it in Excel or LibreOffice, choose File › Save as and save it as .xlsx
active-content-macros = macros
active-content-links = links to other workbooks
active-content-connections = connections to databases or other sources of data
active-content-dde = links to other programs (DDE)
active-content-objects = embedded files or controls

# Why an indicator has no value: the sentence, and the word for a cell
empty-no-data = no data – the files know nobody like this
empty-nothing-in-period = in this period there is nobody whom this indicator is about
empty-all-pending = everybody is still pending
empty-all-unknown = of nobody it is known, the data do not say it
empty-all-excluded = everybody is excluded from numerator and denominator
empty-pending-and-unknown = some are pending, of the others it is not known
empty-zero-denominator = there is nothing to divide by, the base is not above zero
empty-word-no-data = no data
empty-word-nothing-in-period = nobody in period
empty-word-all-pending = pending
empty-word-all-unknown = not known
empty-word-all-excluded = excluded
empty-word-pending-and-unknown = pending or not known
empty-word-zero-denominator = no base

# Settings on which figures depend
setting-independence-outcomes = Situations taken as economic independence
setting-benefit-window-months = Benefit window before and after (months)
setting-centre = Only the centre

# Why two persons may be one (X007)
same-person-birth-date = the same name and the same birth date
same-person-pesel = the same name and nearly the same PESEL
same-person-centre = the same name in the same centre, and no birth date
# Units of parameters: the id is made of the words of the field unit
parameter-unit-of-criterion-income = % of (criterion − income)
parameter-unit-of-pit-due-from-residents-statutory-ceiling-39-34-less-art-89-correction = % of PIT due from residents (statutory ceiling 39.34 less art. 89 correction)
parameter-unit-of-pit-due = % of PIT due
parameter-unit-of-criterion-minus-income = % of criterion minus income
parameter-unit-of-monthly-benefit-per-day-1-40 = % of the monthly benefit per day (1/40)
parameter-unit-of-residents-taxable-income-not-of-tax-base-year-budget-year-2 = % of residents' taxable income (not of tax), base year = budget year − 2
parameter-unit-of-swiadczenie-integracyjne = % of the integration benefit
parameter-unit-of-the-base = % of the base
parameter-unit-of-unemployment-benefit-first-90-days = % of the unemployment benefit of the first 90 days
parameter-unit-of-zasi-ek-dla-bezrobotnych = % of the unemployment benefit
parameter-unit-1-yes-0-no = 1 = yes, 0 = no
parameter-unit-pln-month-income-criterion-family-member = zł a month (= the income criterion of a family member)
parameter-unit-pln-month-gross = zł a month, gross
parameter-unit-pln-month-net-income-per-person = zł a month, net income per person
parameter-unit-pln-month-net-income = zł a month, net income
parameter-unit-pln-month = zł a month
parameter-unit-completed-years = completed years
parameter-unit-days = days
parameter-unit-fraction-of-monthly-benefit-per-day-1-20-more-than-3-days-in-a-month-0-for-the-month = fraction of the monthly benefit per day (1/20); more than 3 days in a month = 0 for the month
parameter-unit-full-months = full months
parameter-unit-minimum-wages = minimum wages
parameter-unit-month = month
parameter-unit-months = months
parameter-unit-persons = persons
parameter-unit-thousandths-of-full-time = thousandths of full time
parameter-unit-years = years

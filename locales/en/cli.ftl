# The command line: help, messages, summaries.

## Help

cli-about-efekt = efekt reads the spreadsheets of Social Integration Centres, checks them, computes indicators and writes reports.
cli-about-report = Reads, checks, computes and writes every report.
cli-about-check = Reads and checks only: writes the findings workbook and says what each sheet was taken for.
cli-about-init = Starts a new project: efekt.toml and workbooks to fill in, with instructions and drop-downs.
cli-about-list = Lists indicators, checks, reports, parameters or kinds of table.
cli-about-explain = Explains an indicator, a check, a parameter or a kind of table: definition, source, law, query. With data: who stands in the figure of an indicator and why, down to the cell of the file.

cli-usage-efekt = efekt COMMAND [OPTIONS]
cli-usage-report = efekt report [INPUT]... [OPTIONS]
cli-usage-check = efekt check [INPUT]... [OPTIONS]
cli-usage-init = efekt init FOLDER [OPTIONS]
cli-usage-list = efekt list WHAT [OPTIONS]
cli-usage-explain = efekt explain WHAT [INPUT]... [OPTIONS]

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-value-command = COMMAND
cli-value-input = INPUT
cli-value-dir = FOLDER
cli-value-list = WHAT
cli-value-topic = WHAT
cli-value-config = FILE
cli-value-out = FOLDER
cli-value-report = ID
cli-value-period = PERIOD
cli-value-as-of = DAY
cli-value-centre = NAME
cli-value-lang = LANGUAGE
cli-value-format = FORMAT
cli-value-fail-on = SEVERITY
cli-value-jobs = N
cli-value-queries = FOLDER

cli-help-input = Folders or files to read; default: the current folder
cli-help-dir = Folder of the new project; it is made when it does not exist
cli-help-list = indicators, checks, reports, parameters or sources (kinds of table)
cli-help-topic = An id that `efekt list` shows, such as completion_rate or P001
cli-help-config = Project file; default: efekt.toml in the first input folder, if there
cli-help-out = Output folder; default: ./out
cli-help-report = Only these reports, with commas: ministry, eu, mayor, cluster, quarterly; default: all that have data
cli-help-period = 2025, 2025-Q3, 2025-01..2025-06, last-quarter or last-year; default: last-year
cli-help-as-of = The day after which nothing is known, YYYY-MM-DD; default: the project file's, else today (UTC)
cli-help-centre = Only this centre
cli-help-lang = Language: pl (Polish) or en (English). Without it messages follow LC_ALL or LANG; reports follow the project file, else are in Polish
cli-help-format = Result on the screen: text (for people, the default) or json (one document)
cli-help-fail-on = From which severity of findings the exit code is 1: error, warning or never; default: never for report, error for check
cli-help-jobs = At most this many threads; accepted without effect so far, results never depend on it
cli-help-queries = Folder of definitions in place of the built-in ones
cli-help-force-init = Replace files that are there already, with everything that was typed into them
cli-help-lang-init = Language of instructions and hints: pl (Polish, the default) or en (English); headers of tables are always Polish
cli-help-force = Replace an earlier run even if it was made of other files
cli-help-quiet = Write errors and the output folder only
cli-help-verbose = Also write every step and every file
cli-help-help = Show this help
cli-help-version = Show the version

## Mistakes in a command

cli-error = Error:
cli-did-you-mean = Did you mean “{ $nearest }”?
cli-usage-hint = Help: efekt --help
cli-usage-unknown-argument = There is no option “{ $argument }”.
cli-usage-unknown-command = There is no command “{ $command }”.
cli-usage-missing-value = The option “{ $argument }” needs a value.
cli-usage-wrong-value = “{ $value }” is not a value of “{ $argument }”. Accepted: { $accepted }.
cli-usage-wrong-value-bare = “{ $value }” is not a value of “{ $argument }”.
cli-usage-missing-argument = Missing: { $argument }.
cli-usage-missing-command = The command is missing.
cli-usage-twice = “{ $argument }” can be given only once.
cli-usage-conflict = “{ $argument }” and “{ $other }” exclude each other.
cli-usage-not-unicode = The value of “{ $argument }” is not Unicode text.
cli-usage-too-many-values = Too many values for “{ $argument }”.
cli-usage-other = The command cannot be understood.

## Mistakes in settings

cli-no-project-file = There is no project file “{ $path }”.
cli-wrong-period = “{ $given }” is not a period. Accepted: 2025, 2025-Q3, 2025-01..2025-06, last-quarter, last-year.
cli-wrong-as-of = “{ $given }” is not a day. Example: 2026-06-30.
cli-unknown-report = There is no report “{ $given }”. To see all: efekt list reports.
cli-unknown-topic = There is no indicator, check, parameter or kind of table “{ $given }”.
cli-unknown-centre = No table and no project file knows the centre “{ $given }”. Known: { $known }.
cli-definition = A definition cannot be used: { $error }
cli-project-syntax = this is not TOML: { $words }
cli-project-unknown-key = unknown key “{ $key }”. Known here: { $known }.
cli-project-missing = the key “{ $key }” is missing.
cli-project-wrong-type = “{ $key }” must be { $wanted }.
cli-project-unknown-value = “{ $given }” is not a value of “{ $key }”. Accepted: { $accepted }.
cli-project-wrong-form = “{ $given }” does not fit “{ $key }”. Example: { $example }.
cli-project-repeated = the name “{ $name }” stands for a centre twice.
cli-type-text = a text in quotes
cli-type-texts = a list of texts, ["…", "…"]
cli-type-number = a whole number
cli-type-table = a table, [name]
cli-type-tables = a list of tables, [[name]]

## Mistakes with files and runs

cli-cannot-read = Cannot read “{ $path }”: { $cause }.
cli-cannot-write = Cannot write “{ $path }”: { $cause }. Nothing was published.
cli-cannot-start = The process that reads the files (“{ $path }”) cannot be started: { $cause }. Without its protection no file is read. Check that the program may start processes (memory, number of processes, sandbox) and run again.
cli-cannot-replace = Cannot replace “{ $path }”: { $cause }. The earlier run still stands.
cli-cause-not-found = there is no such file or folder
cli-cause-permission-denied = you have no permission
cli-cause-in-use = another program uses it; close the file in Excel and try again
cli-cause-disk-full = the disk is full
cli-cause-read-only-disk = the disk is read-only
cli-cause-wrong-kind = it is not the ordinary file or folder that is needed here
cli-cause-not-text = it is not UTF-8 text
cli-cause-too-large = the file is too large
cli-claim-busy = Another run of the program works in “{ $folder }” (process { $process }). Wait until it is done.
cli-claim-busy-unnamed = Another run of the program works in “{ $folder }”. Wait until it is done.
cli-claim-other-inputs = The run in “{ $folder }” was made of other files. To replace it, add --force; to keep it, give another --out.
cli-claim-not-a-run = “{ $folder }” holds something that this program did not write. Give another --out.
cli-claim-foreign-file = “{ $folder }” holds the file “{ $file }”, which no run wrote and which would be lost. Move it or add --force.
cli-no-usable-input = Not one table among the input files can be used. Nothing was published.
cli-disclosure = Disclosure control does not let the results be published: { $reason }. Nothing was published.
cli-internal = Internal error of the program ({ $stage }: { $reason }). Nothing was published.

## Steps

cli-stage-ingest = Reading files…
cli-stage-validate = Checking values…
cli-stage-link = Joining persons and stays…
cli-stage-facts = Laying out tables…
cli-stage-indicators = Computing indicators…
cli-stage-disclosure = Checking what may be published…
cli-stage-reports = Writing reports…

## Summary

cli-run-heading = Period { $period } ({ $start } – { $end }), as known on { $asof }.
cli-rows-heading = Rows below the headers of tables
cli-rows-file = file
cli-rows-read = read
cli-rows-used = used
cli-rows-duplicates = dupl.
cli-rows-left-out = left out
cli-rows-totals = totals
cli-rows-all = all
cli-rows-balance = The account balances: read = used + duplicates + left out + totals and notes.
cli-rows-imbalance = THE ACCOUNT DOES NOT BALANCE: this is a mistake of the program, do not use these results.
cli-tables-empty = The tables are still empty: not one of them has a row of data.
cli-skipped = Not read: “{ $path }”, { $reason }.
cli-skipped-lock-file = the trace of an open file, which may have unsaved changes
cli-skipped-hidden = a hidden file
cli-skipped-not-a-table = neither a workbook nor a CSV file
cli-skipped-not-a-file = not an ordinary file
cli-skipped-link = a link; give the file to which it leads
cli-skipped-unreadable-name = its name is not Unicode text
cli-skipped-too-large = the file is too large
cli-skipped-unreadable = the system does not let it be opened
cli-companion = Left aside: “{ $path }” (lies beside tables).
cli-findings-heading = Findings
cli-findings-none = None.
cli-findings-blocking = { $count } blocking
cli-findings-error = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
cli-findings-warning = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
cli-findings-note = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
cli-findings-check = { $code } ({ $severity }) { $title }: { $count ->
    [one] once
   *[other] { $count } times
}
cli-findings-first = first at { $place }
cli-held-back = The report { $report } was not written: the checks { $checks } do not hold. The findings name persons and places; run the program again when they are mended.
cli-findings-where = Each with its place, reason and advice: { $path }
cli-severity-blocking = blocking
cli-severity-error = error
cli-severity-warning = warning
cli-severity-note = note
cli-headline = Headline figures
cli-figure-share = { $numerator } of { $denominator }
cli-figure-interval = 95 % interval { $low }–{ $high } %
cli-figure-pending = { $count } pending
cli-figure-unknown = { $count } unknown
cli-figure-days = { $days } days
cli-figure-months = { $months } months
cli-figure-rise = minus: more was paid after exit than before entry
cli-figure-excluded = { $count } excluded
cli-figure-undefined = no value: { $why }
cli-figure-hidden = [c] hidden, because it could tell about single people
cli-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
} in { $folder }
cli-recognised = What the sheets were taken for
cli-recognised-sheet = { $place }: { $kind }, header in row { $row }, { $confidence } % of the columns known
cli-recognised-unusable = { $place }: { $kind }, header in row { $row }, but the table cannot be used: a required column is missing or two columns are the same field
cli-recognised-guessed = (guessed, sure to { $confidence } %)
cli-recognised-nothing = { $place }: no table recognised
cli-recognised-guide = { $place }: instructions or lists of values, no data
cli-recognised-not-used = (not used)

## Lists and explanations

cli-report-ministry = Annual statement for the voivode and the ministry (art. 5 of the Act on social employment)
cli-report-eu = ESF+ indicators for a project coordinator
cli-report-mayor = Yearly impact for the mayor and the council
cli-report-cluster = Centres side by side, on the same definitions
cli-report-quarterly = The last eight quarters
cli-unit-person = person
cli-unit-participation = participation
cli-explain-unit = Unit:
cli-explain-esf = ESF+ code:
cli-explain-since = Applies from:
cli-explain-until = Applied until:
cli-explain-parameters = Parameters, values of { $day }:
cli-explain-caveat = Caveat:
cli-explain-basis = Basis:
cli-explain-reasons = Reasons for counting and leaving out:
cli-explain-query = Query:
cli-explain-unverified = {" "}[unverified in the source]
cli-explain-dates-unverified = {" "}[dates unverified]
cli-explain-derived = {" "}[computed from other values]
cli-explain-severity = Severity:
cli-explain-what = What:
cli-explain-why = Why it matters:
cli-explain-fix = How to fix it:
cli-explain-number-unit = Unit of measure:
cli-explain-field = { $field }: header “{ $header }” – { $title }

## A new project

cli-init-exists = Already there: { $files }. Nothing was written. Give another folder or add --force; then what these files hold is lost.
cli-init-written = Written
cli-init-project = settings of the project; each explained, with its default
cli-init-participants = participants: one row is one participation
cli-init-jobs = jobs, for people who had several
cli-init-benefits = benefits: payments for a month, or decisions
cli-init-support = forms of support
cli-init-centres = centres, finance, staff, targets
cli-init-next = What next
cli-init-next-fill = 1. Fill in the workbooks in Excel or LibreOffice; begin with uczestnicy.xlsx. The first sheet of each explains what to type.
cli-init-next-check = 2. See whether everything can be read: efekt check { $folder }
cli-init-next-report = 3. Make the reports: efekt report { $folder }

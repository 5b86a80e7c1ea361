//! One case of an indicator: a few rows in canonical names and codes, and the ledger that must come
//! out. The rows become CSV files in memory and go the whole way through the library, so that no fact
//! table is made up here.

use std::collections::{BTreeMap, BTreeSet};

use efekt::catalogue::{Catalogue, DatedValue, Field};
use efekt::facts::{self, FactRules};
use efekt::indicators::{self, Computed};
use efekt::ingest;
use efekt::link::{self, LinkRules, LinkedTables};
use efekt::model::{
    Day, Figure, InputFile, LedgerStatus, MonthRange, PathPattern, Period, Project, ProjectSource,
};
use efekt::validate::{self, Rules};
use serde::Deserialize;

/// A row of a table: field names and what the file says. Codes of a dictionary are written as the
/// first spelling of that dictionary.
pub(crate) type GivenRow = BTreeMap<String, String>;

/// What every case has unless it says otherwise: `tests/cases/indicators/defaults.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Defaults {
    period: String,
    as_of: String,
    coverage: Vec<String>,
    participants: GivenRow,
    jobs: GivenRow,
    benefits: GivenRow,
    support: GivenRow,
}

/// A file of cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseFile {
    /// The cases, in the order in which they are read.
    pub(crate) case: Vec<Case>,
}

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// A sentence.
    pub(crate) name: String,
    #[serde(default)]
    period: Option<String>,
    #[serde(default)]
    as_of: Option<String>,
    /// Months for which the benefits file is complete; empty when nobody declared any.
    #[serde(default)]
    coverage: Option<Vec<String>>,
    #[serde(default)]
    window_months: Option<u32>,
    #[serde(default)]
    independence_outcomes: Option<Vec<String>>,
    /// Parameters with other values than those of the law: pairs of a first day and an amount.
    #[serde(default)]
    dated: BTreeMap<String, Vec<(String, String)>>,
    #[serde(default)]
    participants: Vec<GivenRow>,
    #[serde(default)]
    jobs: Vec<GivenRow>,
    #[serde(default)]
    benefits: Vec<GivenRow>,
    #[serde(default)]
    support: Vec<GivenRow>,
    #[serde(default)]
    centres: Vec<GivenRow>,
    #[serde(default)]
    finance: Vec<GivenRow>,
    /// The whole ledger; an empty list when nobody gives a row.
    pub(crate) rows: Vec<ExpectedRow>,
    /// Figures over it, where the case is about them.
    #[serde(default)]
    pub(crate) figures: Vec<ExpectedFigure>,
    /// Figures that must not be there.
    #[serde(default)]
    absent: Vec<ExpectedFigure>,
}

/// A ledger row.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedRow {
    /// Whose row it is; a centre's own row has `centre` in its place.
    #[serde(default)]
    person: String,
    #[serde(default)]
    centre: Option<String>,
    /// How many persons it stands for; they are called `A 1`, `A 2` …
    #[serde(default)]
    times: Option<usize>,
    /// Which of a person's participations; only where it matters.
    #[serde(default)]
    entry: Option<String>,
    pub(crate) status: String,
    #[serde(default)]
    numerator: Option<i64>,
    #[serde(default)]
    denominator: Option<i64>,
    pub(crate) reason: String,
    #[serde(default)]
    benefit_kind: String,
    #[serde(default)]
    payer: String,
    /// One month or several, `-12..-1`.
    #[serde(default)]
    month_offset: Option<String>,
}

/// A figure; what is not given is everybody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedFigure {
    #[serde(default = "everybody")]
    centre: String,
    #[serde(default = "total")]
    dimension: String,
    #[serde(default = "everybody")]
    category: String,
    #[serde(default = "everybody")]
    sex: String,
    #[serde(default)]
    benefit_kind: String,
    #[serde(default)]
    payer: String,
    #[serde(default)]
    month_offset: Option<i64>,
    #[serde(default)]
    value: Option<f64>,
    #[serde(default)]
    interval: Option<(f64, f64)>,
    #[serde(default)]
    bounds: Option<(f64, f64)>,
    #[serde(default)]
    counted: u64,
    #[serde(default)]
    excluded: u64,
    #[serde(default)]
    pending: u64,
    #[serde(default)]
    unknown: u64,
}

fn everybody() -> String {
    "*".to_owned()
}

fn total() -> String {
    "total".to_owned()
}

/// Runs a case against the one indicator that `catalogue` holds; says what differs, line by line.
pub(crate) fn differences(catalogue: &Catalogue, defaults: &Defaults, case: &Case) -> Vec<String> {
    let as_of = Day::parse_iso(case.as_of.as_ref().unwrap_or(&defaults.as_of)).unwrap();
    let period = Period::parse(case.period.as_ref().unwrap_or(&defaults.period), as_of).unwrap();
    let project = project(case, defaults);
    let catalogue = &with_dated(catalogue, &case.dated);
    let (files, people) = files(catalogue, defaults, case);
    let linked = linked(catalogue, &project, &files, as_of);
    let rules = FactRules { catalogue, project: &project, period, as_of };
    let store = facts::build(&linked, rules).unwrap();
    let computed = indicators::compute(&store, catalogue, period, as_of).unwrap();
    let mut differences = ledger_differences(&computed, &linked, &people, case);
    for expected in &case.figures {
        let found = computed.indicators.figures.iter().find(|figure| expected.is_about(figure));
        match found {
            None => differences.push(format!("no such figure: {expected:?}")),
            Some(figure) => differences.extend(expected.differs_from(figure)),
        }
    }
    for unexpected in &case.absent {
        if computed.indicators.figures.iter().any(|figure| unexpected.is_about(figure)) {
            differences.push(format!("there is such a figure: {unexpected:?}"));
        }
    }
    differences
}

/// The catalogue with values of the case's own, each until the day before the next one.
fn with_dated(catalogue: &Catalogue, dated: &BTreeMap<String, Vec<(String, String)>>) -> Catalogue {
    let mut catalogue = catalogue.clone();
    for (id, values) in dated {
        let parameter = catalogue.parameters.iter_mut().find(|parameter| parameter.id == *id);
        let parameter = parameter.unwrap_or_else(|| panic!("no parameter {id}"));
        let model = parameter.values[0].clone();
        let days: Vec<Day> = values.iter().map(|(from, _)| Day::parse_iso(from).unwrap()).collect();
        let each = values.iter().enumerate().map(|(place, (_, amount))| DatedValue {
            from: days[place],
            to: days.get(place + 1).map(|next| next.plus_days(-1)),
            amount: amount.clone(),
            ..model.clone()
        });
        parameter.values = each.collect();
    }
    catalogue
}

fn project(case: &Case, defaults: &Defaults) -> Project {
    let coverage = case.coverage.as_ref().unwrap_or(&defaults.coverage);
    let mut project = Project::default();
    project.sources.push(ProjectSource {
        path: PathPattern::new("benefits.csv").unwrap(),
        kind: None,
        sheet: None,
        header_row: None,
        columns: BTreeMap::new(),
        dictionary: BTreeMap::new(),
        centre: None,
        coverage: coverage.iter().map(|range| MonthRange::parse(range).unwrap()).collect(),
        date_order: None,
    });
    if let Some(months) = case.window_months {
        project.settings.benefit_window_months = months;
    }
    if let Some(outcomes) = &case.independence_outcomes {
        project.settings.independence_outcomes.clone_from(outcomes);
    }
    project
}

/// The stages in the order of the pipeline, up to the linked tables.
pub(crate) fn linked(
    catalogue: &Catalogue,
    project: &Project,
    files: &[InputFile],
    as_of: Day,
) -> LinkedTables {
    let ingested = ingest::read_tables_here(files, catalogue, project);
    let mut findings = ingested.findings;
    let rules = Rules { catalogue, as_of, project };
    let mut tables = Vec::new();
    for raw in ingested.tables {
        let (table, found) = validate::validate(&raw, rules);
        findings.extend(found);
        tables.push(table);
    }
    assert_eq!(tables.len(), files.len(), "a table of the case was not recognised: {findings:?}");
    link::link(&mut tables, LinkRules { catalogue, project, as_of }, &mut findings).0
}

/// The CSV files of a case, and who stands in which row of the participants file.
fn files(catalogue: &Catalogue, defaults: &Defaults, case: &Case) -> (Vec<InputFile>, Vec<String>) {
    let nothing = GivenRow::new();
    let tables = [
        ("benefits", &defaults.benefits, &case.benefits),
        ("centres", &nothing, &case.centres),
        ("finance", &nothing, &case.finance),
        ("jobs", &defaults.jobs, &case.jobs),
        ("participants", &defaults.participants, &case.participants),
        ("support", &defaults.support, &case.support),
    ];
    let mut files = Vec::new();
    for (kind, default, rows) in tables {
        if rows.is_empty() {
            continue;
        }
        let rows: Vec<GivenRow> = repeated(rows)
            .into_iter()
            .map(|row| {
                let mut whole = default.clone();
                whole.extend(row);
                whole
            })
            .collect();
        files.push(InputFile {
            path: format!("{kind}.csv"),
            bytes: csv(catalogue, kind, &rows).into_bytes(),
        });
    }
    let people = repeated(&case.participants).iter().map(|row| row["person"].clone()).collect();
    (files, people)
}

/// A row with `times` stands for so many persons, `A 1`, `A 2` …
fn repeated(rows: &[GivenRow]) -> Vec<GivenRow> {
    let mut all = Vec::new();
    for row in rows {
        let mut row = row.clone();
        match row.remove("times") {
            None => all.push(row),
            Some(times) => {
                for person in numbered(&row["person"], times.parse().unwrap()) {
                    row.insert("person".to_owned(), person);
                    all.push(row.clone());
                }
            }
        }
    }
    all
}

fn numbered(person: &str, times: usize) -> Vec<String> {
    (1..=times).map(|number| format!("{person} {number}")).collect()
}

fn csv(catalogue: &Catalogue, kind: &str, rows: &[GivenRow]) -> String {
    let source = catalogue.source(kind).unwrap();
    let names: BTreeSet<&String> = rows.iter().flat_map(BTreeMap::keys).collect();
    // A person is known by a document number, so that no case needs a PESEL that fits.
    let fields: Vec<(&String, &Field)> = names
        .into_iter()
        .map(|name| {
            let field = if name == "person" { "document" } else { name };
            let (_, field) = source.field(field).unwrap_or_else(|| panic!("no field {name}"));
            (name, field)
        })
        .collect();
    let line = |cells: Vec<String>| format!("\"{}\"\n", cells.join("\";\""));
    let mut text = line(fields.iter().map(|(_, field)| field.header.clone()).collect());
    for row in rows {
        let cells = fields.iter().map(|(name, field)| {
            let given = row.get(*name).map_or("", String::as_str);
            let entry = field.dictionary.entries.iter().find(|entry| entry.code == given);
            entry.map_or(given.to_owned(), |entry| entry.spellings[0].clone())
        });
        text.push_str(&line(cells.collect()));
    }
    text
}

fn ledger_differences(
    computed: &Computed,
    linked: &LinkedTables,
    people: &[String],
    case: &Case,
) -> Vec<String> {
    let [ledger] = computed.ledgers.as_slice() else { panic!("one indicator is computed") };
    let with_entry = case.rows.iter().any(|row| row.entry.is_some());
    let mut found: Vec<String> = ledger
        .rows
        .iter()
        .map(|row| {
            // Participations count from 1 in the order of the stays.
            let stay = &linked.stays[usize::try_from(row.participation_id).unwrap() - 1];
            let person = &people[stay.place.cell.unwrap().row as usize - 1];
            let expected = ExpectedRow {
                person: person.clone(),
                centre: None,
                times: None,
                entry: with_entry.then(|| stay.entry.to_string()),
                status: row.status.code().to_owned(),
                numerator: row.numerator,
                denominator: row.denominator,
                reason: row.reason.to_string(),
                benefit_kind: row.benefit_kind.to_string(),
                payer: row.payer.to_string(),
                month_offset: row.month_offset.map(|offset| offset.to_string()),
            };
            expected.lines().remove(0)
        })
        .collect();
    found.extend(ledger.centre_rows.iter().map(|row| {
        let (status, reason) = (LedgerStatus::Counted.code(), &row.reason);
        format!("{} {status} {}/{} {reason}", row.centre, row.numerator, row.denominator)
    }));
    let mut expected: Vec<String> = case.rows.iter().flat_map(ExpectedRow::lines).collect();
    found.sort();
    expected.sort();
    let missing = expected.iter().filter(|row| !found.contains(row));
    let surplus = found.iter().filter(|row| !expected.contains(row));
    let mut differences: Vec<String> = missing
        .map(|row| format!("expected: {row}"))
        .chain(surplus.map(|row| format!("came out: {row}")))
        .collect();
    if differences.is_empty() && found.len() != expected.len() {
        differences.push(format!("{} rows expected, {} came out", expected.len(), found.len()));
    }
    differences
}

impl ExpectedRow {
    /// The row as text, once for each month that it stands for. Numbers of rows that are not counted
    /// say nothing and are left away.
    fn lines(&self) -> Vec<String> {
        let counted = self.status == LedgerStatus::Counted.code();
        let numbers = if counted {
            format!(" {}/{}", self.numerator.unwrap_or(0), self.denominator.unwrap_or(1))
        } else {
            String::new()
        };
        let entry = self.entry.as_ref().map(|entry| format!(" {entry}")).unwrap_or_default();
        let breakdown = [&self.benefit_kind, &self.payer].map(|word| format!(" {word}")).concat();
        let months = match self.month_offset.as_deref().map(|range| range.split_once("..")) {
            None => vec![String::new()],
            Some(None) => vec![self.month_offset.clone().unwrap()],
            Some(Some((first, last))) => {
                let (first, last): (i64, i64) = (first.parse().unwrap(), last.parse().unwrap());
                (first..=last).map(|offset| offset.to_string()).collect()
            }
        };
        let people = match self.times {
            None => vec![self.centre.clone().unwrap_or_else(|| self.person.clone())],
            Some(times) => numbered(&self.person, times),
        };
        let Self { status, reason, .. } = self;
        let mut lines = Vec::new();
        for person in people {
            for month in &months {
                let line = format!("{person}{entry} {status}{numbers} {reason}{breakdown} {month}");
                lines.push(line.trim_end().to_owned());
            }
        }
        lines
    }
}

impl ExpectedFigure {
    fn is_about(&self, figure: &Figure) -> bool {
        let key = &figure.key;
        *key.centre == *self.centre
            && *key.dimension == *self.dimension
            && *key.category == *self.category
            && key.sex.code() == self.sex
            && *key.benefit_kind == *self.benefit_kind
            && *key.payer == *self.payer
            && key.month_offset == self.month_offset
    }

    fn differs_from(&self, figure: &Figure) -> Vec<String> {
        let counts = figure.counts;
        let found = (counts.counted, counts.excluded, counts.pending, counts.unknown);
        let expected = (self.counted, self.excluded, self.pending, self.unknown);
        let mut differences = Vec::new();
        if found != expected {
            differences.push(format!("{self:?}: the counts are {found:?}"));
        }
        let close = |left: Option<f64>, right: Option<f64>| match (left, right) {
            (Some(left), Some(right)) => (left - right).abs() < 0.000_001,
            (left, right) => left.is_none() && right.is_none(),
        };
        let value = figure.numerals.value();
        if !close(value, self.value) {
            differences.push(format!("{self:?}: the value is {value:?}"));
        }
        let limits = [
            (self.interval, figure.numerals.interval(), self.interval.is_some()),
            (self.bounds, figure.numerals.bounds(), true),
        ];
        for (expected, found, asked) in limits {
            let low = close(expected.map(|pair| pair.0), found.map(|pair| pair.0));
            let high = close(expected.map(|pair| pair.1), found.map(|pair| pair.1));
            if asked && !(low && high) {
                differences.push(format!("{self:?}: the limits are {found:?}"));
            }
        }
        differences
    }
}

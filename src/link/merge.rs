//! Rows of one person, one centre and one entry date are one stay (rulings.md 3).

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::origins::{FieldOrigin, Origin, Origins, ROW};
use crate::link::persons::Persons;
use crate::link::stay_values::{FIELDS, StayReader, StayValues};
use crate::link::words::Words;
use crate::model::{Day, Finding, Severity};
use crate::validate::{ValidRow, ValidTable};

/// Fields whose value the row read first decides.
pub(crate) const ENTRY_SIDE: [&str; 19] = [
    "sex",
    "birth_date",
    "education",
    "gmina",
    "powiat",
    "area",
    "labour_status",
    "labour_status_detail",
    "unemployed_since",
    "groups",
    "disability",
    "pathway",
    "third_country",
    "foreign_background",
    "minority",
    "homeless",
    "referred_by",
    "referral_date",
    "project",
];

/// Fields whose value the row read last decides.
pub(crate) const EXIT_SIDE: [&str; 11] = [
    "exit_date",
    "exit_kind",
    "outcome",
    "outcome_date",
    "qualification",
    "education_after",
    "startup_grant",
    "social_progress",
    "status_6m",
    "status_6m_date",
    "ipzs_date",
];

/// Whether a field tells what is known on leaving, so that of several stays the last one decides it.
pub fn is_exit_side(field: &str) -> bool {
    EXIT_SIDE.contains(&field)
}

/// Fields of the job columns: they do not make the stay, but a row that brings a job says something new.
pub(crate) const JOB_SIDE: [&str; 6] =
    ["job_start", "job_end", "job_form", "job_time", "job_value", "wage"];

/// Codes of exports that say less than the centre's own list (rulings.md 60).
const VAGUE: [(&str, &[&str]); 3] = [
    ("labour_status", &["unemployed"]),
    ("disability", &["yes"]),
    ("education", &["isced_0_2", "isced_1_2", "isced_3_4"]),
];

/// One stay as its rows tell it, before stays that touch are joined.
///
/// Most stays stand in one row alone: its values are read when they are needed, and there can be hundreds
/// of thousands.
#[derive(Clone, Debug)]
pub(crate) struct StayRows {
    pub(crate) person: usize,
    pub(crate) centre: usize,
    pub(crate) entry: Day,
    /// The first row: its table and itself.
    pub(crate) first: (usize, ValidRow),
    /// What all rows say together, if more than one says something.
    pub(crate) values: Option<Box<StayValues>>,
    /// Where the values stand, when that is kept; and every row, under [`ROW`].
    pub(crate) origins: Vec<FieldOrigin>,
}

impl StayRows {
    /// Notes the row of every value that is not as it was before the row was read.
    fn come_from(&mut self, origin: Origin, before: Option<&StayValues>) {
        let Some(values) = &self.values else { return };
        self.origins.push((ROW, origin));
        let workshops = before.map_or(0, |before| before.workshops.len());
        if values.workshops.len() > workshops {
            self.origins.push(("workshops", origin));
        }
        let mut fields = FIELDS;
        fields.sort_unstable();
        for field in fields {
            let value = values.get(field);
            if value.is_some() && value != before.and_then(|before| before.get(field)) {
                self.origins.retain(|(known, _)| *known != field);
                self.origins.push((field, origin));
            }
        }
    }
}

/// Reads all participants rows into stays, by person, centre and entry. A row that says nothing new is a
/// duplicate (X001), unless its list of support says something, by table and row `with_support`; a field in
/// which two rows differ is a warning (X002).
pub(crate) fn stay_rows(
    tables: &mut [ValidTable],
    (centres, persons, with_support): (&Centres, &Persons, &BTreeSet<(usize, u32)>),
    rules: LinkRules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
    origins: &Origins,
) -> Vec<StayRows> {
    let mut places: HashMap<(usize, usize, Day), u32> = HashMap::new();
    let mut stays: Vec<StayRows> = Vec::new();
    let readers = StayReader::all(tables, "participants", words);
    let mut copies: Vec<Vec<u32>> = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let mut of_table = Vec::new();
        let participants = if table.kind == "participants" { table.rows() } else { &[] };
        for (row, person) in persons.of_rows(index, participants) {
            let (Some(person), Some(centre), Some(entry)) =
                (person, centres.of(table, row), table.day(row, "entry_date"))
            else {
                continue;
            };
            let known = places.get(&(person, centre, entry)).copied();
            let known = known.and_then(|place| stays.get_mut(usize::try_from(place).ok()?));
            let Some(stay) = known else {
                let place = u32::try_from(stays.len()).unwrap_or(u32::MAX);
                places.insert((person, centre, entry), place);
                let first = (index, row);
                let (values, origins_of) = (None, Vec::new());
                let mut stay =
                    StayRows { person, centre, entry, first, values, origins: origins_of };
                let reader = readers.get(index).and_then(Option::as_ref);
                if let (Some(origin), Some(reader)) = (origins.row(index, row), reader) {
                    stay.values = Some(Box::new(reader.read(row)));
                    stay.origins.push(("entry_date", origin));
                    stay.come_from(origin, None);
                }
                stays.push(stay);
                continue;
            };
            let known = origins.row(index, row).map(|origin| (origin, stay.values.clone()));
            let news = add(stay, (index, row), tables, &readers, rules, words, findings);
            if let (Some((origin, known)), true) = (known, news) {
                stay.come_from(origin, known.as_deref());
            }
            if !news && !with_support.contains(&(index, row.number)) {
                let mut finding = table.finding(row, "", "X001", Severity::Warning);
                finding.arguments = vec![("other", place_of(stay, tables))];
                findings.push(finding);
                of_table.push(row.number);
            }
        }
        copies.push(of_table);
    }
    drop(readers);
    for (table, copies) in tables.iter_mut().zip(copies) {
        table.leave_out(&copies, true);
    }
    stays.sort_by_key(|stay| (stay.person, stay.centre, stay.entry));
    stays
}

/// The place of a stay's first row in words.
fn place_of(stay: &StayRows, tables: &[ValidTable]) -> String {
    let (table, row) = stay.first;
    tables.get(table).map(|table| table.row_place(row).to_string()).unwrap_or_default()
}

/// Adds a further row to a stay; `false` when it says nothing new.
fn add(
    stay: &mut StayRows,
    (index, row): (usize, ValidRow),
    tables: &[ValidTable],
    readers: &[Option<StayReader<'_>>],
    rules: LinkRules<'_>,
    words: &Words,
    findings: &mut Vec<Finding>,
) -> bool {
    let reader = |index: usize| readers.get(index).and_then(Option::as_ref);
    let (Some(first), Some(reader)) = (reader(stay.first.0), reader(index)) else { return true };
    let Some(table) = tables.get(index) else { return true };
    let mut known = match stay.values.take() {
        Some(values) => values,
        None => Box::new(first.read(stay.first.1)),
    };
    let mut news = false;
    for field in ENTRY_SIDE.into_iter().chain(EXIT_SIDE).chain(JOB_SIDE) {
        let Some(value) = reader.value(row, field) else { continue };
        let exit_row = (field == "exit_date").then_some((index, row));
        let Some(old) = known.get(field) else {
            news = true;
            known.set(field, value);
            known.exit_row = exit_row.or(known.exit_row);
            continue;
        };
        if words.same(old, value) || is_vague(table, row, field, rules) {
            continue;
        }
        news = true;
        if JOB_SIDE.contains(&field) || table.is_project_export {
            continue;
        }
        let mut finding = table.finding(row, field, "X002", Severity::Warning);
        finding.arguments = vec![("other", place_of(stay, tables))];
        findings.push(finding);
        if EXIT_SIDE.contains(&field) {
            known.set(field, value);
            known.exit_row = exit_row.or(known.exit_row);
        }
    }
    let more = workshops(table, row);
    if !more.is_subset(&known.workshops) {
        news = true;
        Arc::make_mut(&mut known.workshops).extend(more);
    }
    stay.values = Some(known);
    news
}

fn is_vague(table: &ValidTable, row: ValidRow, field: &str, rules: LinkRules<'_>) -> bool {
    let code = table.code(row, field, rules.catalogue);
    VAGUE
        .iter()
        .any(|(known, codes)| *known == field && code.is_some_and(|code| codes.contains(&code)))
}

/// The workshops of a row, as written.
pub(crate) fn workshops(table: &ValidTable, row: ValidRow) -> BTreeSet<Arc<str>> {
    table
        .texts(row, "workshops")
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(Arc::from)
        .collect()
}

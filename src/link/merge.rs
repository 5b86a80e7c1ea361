//! Rows of one person, one centre and one entry date are one stay (rulings.md 3).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::persons::Persons;
use crate::link::words::Words;
use crate::model::{Day, Finding, Place, Severity};
use crate::validate::{ValidRow, ValidTable, Value};

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

/// Fields of the job columns: they do not make the stay, but a row that brings a job says something new.
const JOB_SIDE: [&str; 6] = ["job_start", "job_end", "job_form", "job_time", "job_value", "wage"];

/// Codes of exports that say less than the centre's own list (rulings.md 60).
const VAGUE: [(&str, &[&str]); 3] = [
    ("labour_status", &["unemployed"]),
    ("disability", &["yes"]),
    ("education", &["isced_0_2", "isced_1_2", "isced_3_4"]),
];

/// One stay as its rows tell it, before stays that touch are joined.
#[derive(Clone, Debug)]
pub(crate) struct StayRows {
    pub(crate) person: usize,
    pub(crate) centre: usize,
    pub(crate) entry: Day,
    pub(crate) place: Place,
    /// Where the exit date stands that counts.
    pub(crate) exit_place: Option<Place>,
    pub(crate) values: BTreeMap<&'static str, Value>,
    pub(crate) workshops: BTreeSet<Arc<str>>,
}

/// Reads all participants rows into stays. A row that says nothing new is a duplicate (X001); a field in
/// which two rows differ is a warning (X002).
pub(crate) fn stay_rows(
    tables: &mut [ValidTable],
    centres: &Centres,
    persons: &Persons,
    rules: LinkRules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
) -> Vec<StayRows> {
    let mut stays: BTreeMap<(usize, usize, Day), StayRows> = BTreeMap::new();
    for (index, table) in tables.iter_mut().enumerate() {
        if table.kind != "participants" {
            continue;
        }
        let mut copies = Vec::new();
        for row in table.rows().to_vec() {
            let (Some(person), Some(centre), Some(entry)) = (
                persons.of(index, row.number),
                centres.of(table, row.number),
                table.day(row, "entry_date"),
            ) else {
                continue;
            };
            let key = (person, centre, entry);
            match stays.get_mut(&key) {
                None => {
                    let stay = first(table, row, key, words);
                    stays.insert(key, stay);
                }
                Some(stay) => {
                    if !add(stay, table, row, rules, words, findings) {
                        let mut finding = table.finding(row, "", "X001", Severity::Warning);
                        finding.arguments = vec![("other", stay.place.to_string())];
                        findings.push(finding);
                        copies.push(row.number);
                    }
                }
            }
        }
        table.leave_out(&copies, true);
    }
    stays.into_values().collect()
}

pub(crate) fn first(
    table: &ValidTable,
    row: ValidRow,
    (person, centre, entry): (usize, usize, Day),
    words: &mut Words,
) -> StayRows {
    let mut values = BTreeMap::new();
    for field in ENTRY_SIDE.into_iter().chain(EXIT_SIDE).chain(JOB_SIDE) {
        let value = words.global(table, table.value(row, field));
        if value.is_given() {
            values.insert(field, value);
        }
    }
    StayRows {
        person,
        centre,
        entry,
        place: table.row_place(row),
        exit_place: table.day(row, "exit_date").map(|_| table.place(row, "exit_date")),
        values,
        workshops: workshops(table, row),
    }
}

/// Adds a further row to a stay; `false` when it says nothing new.
fn add(
    stay: &mut StayRows,
    table: &ValidTable,
    row: ValidRow,
    rules: LinkRules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
) -> bool {
    let mut news = false;
    for field in ENTRY_SIDE.into_iter().chain(EXIT_SIDE).chain(JOB_SIDE) {
        let value = words.global(table, table.value(row, field));
        if !value.is_given() {
            continue;
        }
        let Some(known) = stay.values.get(field).copied() else {
            news = true;
            stay.values.insert(field, value);
            if field == "exit_date" {
                stay.exit_place = Some(table.place(row, field));
            }
            continue;
        };
        if words.same(known, value) {
            continue;
        }
        if is_vague(table, row, field, rules) {
            continue;
        }
        news = true;
        if JOB_SIDE.contains(&field) {
            continue;
        }
        if table.is_project_export {
            continue;
        }
        let mut finding = table.finding(row, field, "X002", Severity::Warning);
        finding.arguments = vec![("other", stay.place.to_string())];
        findings.push(finding);
        if EXIT_SIDE.contains(&field) {
            stay.values.insert(field, value);
            if field == "exit_date" {
                stay.exit_place = Some(table.place(row, field));
            }
        }
    }
    let more = workshops(table, row);
    if !more.is_subset(&stay.workshops) {
        news = true;
        stay.workshops.extend(more);
    }
    news
}

fn is_vague(table: &ValidTable, row: ValidRow, field: &str, rules: LinkRules<'_>) -> bool {
    let code = table.code(row, field, rules.catalogue);
    VAGUE
        .iter()
        .any(|(known, codes)| *known == field && code.is_some_and(|code| codes.contains(&code)))
}

fn workshops(table: &ValidTable, row: ValidRow) -> BTreeSet<Arc<str>> {
    table
        .texts(row, "workshops")
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(Arc::from)
        .collect()
}

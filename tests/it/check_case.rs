//! One case of a check: small files as a person sees them, and what must be said about them, word for
//! word. The whole of `efekt check` runs over them, without its files.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use efekt::catalogue::{Catalogue, Texts};
use efekt::model::{
    Day, Finding, InputFile, Inputs, Language, Period, Project, SkipReason, SkippedFile, sha256,
};
use efekt::pipeline::{self, Outcome, PipelineError, Settings};
use efekt::reports::finding_text;
use rust_xlsxwriter::{Format, Formula, Workbook};
use serde::Deserialize;

/// A file of cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckCases {
    /// Some of them fire, some nearly do.
    pub(crate) case: Vec<CheckCase>,
}

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckCase {
    /// A sentence.
    pub(crate) name: String,
    /// The text of `efekt.toml`.
    #[serde(default)]
    project: String,
    /// CSV files, or anything that calls itself a file.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Encoding of the CSV files, when it is not UTF-8.
    #[serde(default)]
    encoding: Option<String>,
    /// The last line of the CSV files stands in this row, after empty ones.
    #[serde(default)]
    last_row: Option<usize>,
    /// Workbooks, a sheet each.
    #[serde(default)]
    workbooks: BTreeMap<String, Sheet>,
    /// Files that were passed over on the way, and why.
    #[serde(default)]
    skipped: BTreeMap<String, String>,
    /// What the check says; empty when it only nearly fires.
    pub(crate) findings: Vec<ExpectedFinding>,
    /// Other checks that speak too.
    #[serde(default)]
    also: BTreeSet<String>,
    /// How many rows are used after it, in all tables.
    #[serde(default)]
    used: Option<u64>,
}

/// A sheet of a workbook, written as CSV, with what CSV cannot say. Cells and rows are named as in a
/// spreadsheet: `C3`, `3`, `C`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: String,
    csv: String,
    #[serde(default)]
    hidden: bool,
    #[serde(default)]
    hidden_rows: Vec<u32>,
    #[serde(default)]
    hidden_columns: Vec<String>,
    #[serde(default)]
    struck_rows: Vec<u32>,
    #[serde(default)]
    struck_cells: Vec<String>,
    /// First and last cell of areas of one column.
    #[serde(default)]
    merged: Vec<[String; 2]>,
    #[serde(default)]
    formulas_without_value: Vec<String>,
    #[serde(default)]
    errors: BTreeMap<String, String>,
    /// Other sheets of the workbook: name and CSV.
    #[serde(default)]
    beside: BTreeMap<String, String>,
}

/// What a check says about one place.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedFinding {
    #[serde(default)]
    file: String,
    #[serde(default)]
    sheet: String,
    #[serde(default)]
    cell: String,
    severity: String,
    #[serde(default)]
    read: String,
    #[serde(default)]
    suggestion: String,
    /// The Polish sentence.
    says: String,
}

/// Runs a case; says what differs, line by line.
pub(crate) fn differences(
    catalogue: &Catalogue,
    texts: &Texts,
    code: &str,
    case: &CheckCase,
) -> Vec<String> {
    // Checks of figures are made for the report that they hold back.
    let work = if code.starts_with('A') { pipeline::report } else { pipeline::check };
    let outcome = outcome(catalogue, texts, case, work);
    let only_file =
        case.files.keys().chain(case.workbooks.keys()).chain(case.skipped.keys()).next();
    let mut expected = case.findings.clone();
    for finding in expected.iter_mut().filter(|finding| finding.file.is_empty()) {
        finding.file.clone_from(only_file.unwrap());
    }
    let (of_check, others): (Vec<&Finding>, Vec<&Finding>) =
        outcome.findings.iter().partition(|finding| finding.code == code);
    let mut found: Vec<ExpectedFinding> =
        of_check.into_iter().map(|finding| as_expected(catalogue, finding)).collect();
    expected.sort();
    found.sort();
    let mut differences = Vec::new();
    if expected != found {
        differences.push(format!("expected {expected:#?}\n    came out {found:#?}"));
    }
    // Every CSV file has the note that strike-outs are not seen in it.
    let others: BTreeSet<String> = others
        .iter()
        .filter(|finding| finding.code != "W016")
        .map(|finding| finding.code.to_owned())
        .collect();
    if others != case.also {
        differences.push(format!("other checks: expected {:?}, came out {others:?}", case.also));
    }
    let used: u64 = outcome.sheets.iter().map(|sheet| sheet.count.used).sum();
    if case.used.is_some_and(|expected| expected != used) {
        differences.push(format!("rows used: expected {:?}, came out {used}", case.used));
    }
    let is_there = outcome.files.iter().any(|file| file.path == "eu.xlsx");
    let is_held_back = outcome.findings.iter().any(|finding| {
        finding.code.starts_with('A') && finding.severity == efekt::model::Severity::Blocking
    });
    if code.starts_with('A') && is_there == is_held_back {
        differences.push(format!("eu.xlsx is there: {is_there}"));
    }
    if let Some(sheet) = outcome.sheets.iter().find(|sheet| !sheet.count.balances()) {
        differences.push(format!("the account does not balance: {sheet:?}"));
    }
    differences
}

fn as_expected(catalogue: &Catalogue, finding: &Finding) -> ExpectedFinding {
    ExpectedFinding {
        file: finding.place.file.to_string(),
        sheet: finding.place.sheet.to_string(),
        cell: finding.place.address(),
        severity: finding.severity.code().to_owned(),
        read: finding.read.clone(),
        suggestion: finding.suggestion.clone(),
        says: finding_text(catalogue, Language::Polish, finding).what,
    }
}

/// A function of the pipeline.
type Work = fn(
    &Catalogue,
    &Texts,
    Inputs,
    &Settings,
    &mut dyn FnMut(pipeline::Stage),
) -> Result<Outcome, PipelineError>;

fn outcome(catalogue: &Catalogue, texts: &Texts, case: &CheckCase, work: Work) -> Outcome {
    let mut files: Vec<InputFile> = case
        .files
        .iter()
        .map(|(path, text)| InputFile { path: path.clone(), bytes: bytes(text, case) })
        .collect();
    files.extend(
        case.workbooks
            .iter()
            .map(|(path, sheet)| InputFile { path: path.clone(), bytes: sheet.workbook() }),
    );
    name_by_content(&mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let skipped = case
        .skipped
        .iter()
        .map(|(path, reason)| SkippedFile {
            path: path.clone(),
            reason: SkipReason::ALL.into_iter().find(|known| known.code() == reason).unwrap(),
        })
        .collect();
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let settings = Settings {
        reading: efekt::pipeline::Reading::Here,
        way_to_inputs: None,
        period: Period::parse("2024", as_of).unwrap(),
        as_of,
        language: Language::Polish,
        project: Project::parse(&case.project, &catalogue.sources).unwrap(),
        reports: Some(vec!["eu".to_owned()]),
        centre: None,
    };
    let inputs = Inputs::new(files, skipped);
    match work(catalogue, texts, inputs, &settings, &mut |_| ()) {
        Ok(outcome) => outcome,
        Err(PipelineError::NoUsableInput(outcome)) => *outcome,
        Err(error) => panic!("{}: {error}", case.name),
    }
}

/// Puts the SHA-256 of a file of the case where a correction workbook names it: `{sha256 lista.csv}`.
fn name_by_content(files: &mut [InputFile]) {
    let hashes: Vec<(String, String)> = files
        .iter()
        .map(|file| (format!("{{sha256 {}}}", file.path), sha256(&file.bytes)))
        .collect();
    for file in files {
        let Ok(mut text) = String::from_utf8(file.bytes.clone()) else { continue };
        for (gap, hash) in &hashes {
            text = text.replace(gap, hash);
        }
        file.bytes = text.into_bytes();
    }
}

fn bytes(text: &str, case: &CheckCase) -> Vec<u8> {
    let mut text = text.to_owned();
    if let Some(row) = case.last_row {
        let (above, last) = text.trim_end().rsplit_once('\n').unwrap();
        let empty = ";\n".repeat(row - 1 - above.lines().count());
        text = format!("{above}\n{empty}{last}\n");
    }
    match &case.encoding {
        None => text.into_bytes(),
        Some(name) => {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            encoding.encode(&text).0.into_owned()
        }
    }
}

impl Sheet {
    fn workbook(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        for (name, csv) in &self.beside {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            for (row, line) in (0_u32..).zip(csv.lines()) {
                for (column, cell) in (0_u16..).zip(line.split(';')) {
                    sheet.write_string(row, column, cell).unwrap();
                }
            }
        }
        let sheet = workbook.add_worksheet().set_name(&self.name).unwrap();
        for (row, line) in (0_u32..).zip(self.csv.lines()) {
            let struck = self.struck_rows.contains(&(row + 1));
            for (column, cell) in (0_u16..).zip(line.split(';')) {
                let name = format!("{}{}", letter(column), row + 1);
                let struck = struck || self.struck_cells.contains(&name);
                let format =
                    if struck { Format::new().set_font_strikethrough() } else { Format::new() };
                if self.formulas_without_value.contains(&name) {
                    let formula = Formula::new("=TRIM(A1)").set_result(NO_VALUE);
                    sheet.write_formula(row, column, formula).unwrap();
                } else if let Some(error) = self.errors.get(&name) {
                    let formula = Formula::new("=1/0").set_result(error);
                    sheet.write_formula(row, column, formula).unwrap();
                } else if !cell.is_empty() {
                    sheet.write_string_with_format(row, column, cell, &format).unwrap();
                }
            }
        }
        for row in &self.hidden_rows {
            sheet.set_row_hidden(row - 1).unwrap();
        }
        for column in &self.hidden_columns {
            let place = (0_u16..26).find(|place| letter(*place).to_string() == *column).unwrap();
            sheet.set_column_hidden(place).unwrap();
        }
        for [first, last] in &self.merged {
            let cell = |name: &str| {
                let mut cells =
                    (0_u16..26).flat_map(|column| (0_u32..200).map(move |row| (row, column)));
                cells
                    .find(|(row, column)| format!("{}{}", letter(*column), row + 1) == name)
                    .unwrap()
            };
            let ((top, column), (bottom, _)) = (cell(first), cell(last));
            let line = self.csv.lines().nth(usize::try_from(top).unwrap()).unwrap();
            let text = line.split(';').nth(column.into()).unwrap();
            sheet.merge_range(top, column, bottom, column, text, &Format::new()).unwrap();
        }
        if self.hidden {
            sheet.set_hidden(true);
        }
        let bytes = workbook.save_to_buffer().unwrap();
        if self.formulas_without_value.is_empty() { bytes } else { without_values(&bytes) }
    }
}

/// The result of formulas that lose it afterwards.
const NO_VALUE: &str = "no value";

/// A workbook as a program writes it that does not compute: some formulas have no result.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let text = text.replace(&format!("<v>{NO_VALUE}</v>"), "");
        written.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(text.as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}

/// The name of one of the first 26 columns.
fn letter(column: u16) -> char {
    char::from(b'A' + u8::try_from(column).unwrap())
}

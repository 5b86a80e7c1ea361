//! Which corrections hold: those of a workbook that was made for exactly these bytes, that say one
//! thing, and that no other one contradicts. All others are refused with a reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::{CorrectionBook, CorrectionEntry, CorrectionTarget, TypedDecision, TypedValue};
use crate::model::{Cell, Decision, Finding, Place, Severity, fold, tidy};

/// The corrections of a run.
#[derive(Debug, Default)]
pub struct Corrections {
    /// Input path to the hash of its bytes, for files that have corrections.
    hashes: BTreeMap<String, String>,
    /// What is left to do, by hash and sheet.
    pub(super) answers: BTreeMap<(String, String), Vec<Answer>>,
    /// Hash and sheet of tables that were met.
    pub(super) met: BTreeSet<(String, String)>,
    /// Corrected cells, and where each correction stands.
    pub(super) corrected: BTreeMap<Place, Place>,
    /// Answered warnings: place of the row's cell, code of the check, field; where the answer stands.
    pub(super) confirmed: BTreeMap<(Place, String, String), Place>,
    /// What was said already: two copies of a file have the same corrections.
    told: BTreeSet<(Place, &'static str)>,
}

/// One answer to a finding.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) place: Place,
    pub(super) cell: Cell,
    pub(super) code: String,
    pub(super) what: What,
}

/// What is to be done.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum What {
    /// Another value, or none.
    Value(Option<TypedValue>),
    /// Nothing: it is right.
    Right,
    /// The row does not count.
    LeaveOut,
}

impl Corrections {
    /// Takes the correction workbooks of a run; `hashes` has the SHA-256 of every input file by path.
    pub fn new(
        books: Vec<CorrectionBook>,
        hashes: &BTreeMap<String, String>,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut corrections = Self::default();
        for book in books {
            let Some(target) = &book.target else {
                corrections.refuse(&book.place, "correction-problem-list", findings);
                continue;
            };
            if book.entries.is_empty() {
                continue;
            }
            let files: Vec<&String> = hashes
                .iter()
                .filter(|(_, hash)| **hash == target.sha256)
                .map(|(path, _)| path)
                .collect();
            if files.is_empty() {
                findings.push(of_another_file(&book, target, hashes));
                continue;
            }
            for path in files {
                corrections.hashes.insert(path.clone(), target.sha256.clone());
            }
            for entry in &book.entries {
                if let Some((answer, sheet)) = corrections.answer(entry, findings) {
                    let key = (target.sha256.clone(), sheet);
                    corrections.answers.entry(key).or_default().push(answer);
                }
            }
        }
        corrections.refuse_contradictions(findings);
        corrections
    }

    /// Says which corrections point at no table.
    pub fn finish(&mut self, findings: &mut Vec<Finding>) {
        let answers = std::mem::take(&mut self.answers);
        for (key, answers) in answers {
            if !self.met.contains(&key) {
                for answer in answers {
                    self.refuse(&answer.place, "correction-problem-sheet", findings);
                }
            }
        }
    }

    /// Turns answered warnings into notes. An error cannot be answered so: its value cannot be used.
    pub fn answer_warnings(&mut self, findings: &mut Vec<Finding>) {
        if self.confirmed.is_empty() {
            return;
        }
        let confirmed = std::mem::take(&mut self.confirmed);
        let mut useless = Vec::new();
        for finding in findings.iter_mut() {
            let Some(answer) = answer_of(finding, &confirmed) else { continue };
            if finding.severity != Severity::Warning {
                useless.push(answer.clone());
                continue;
            }
            finding.arguments.retain(|(name, _)| *name == "table");
            finding.arguments.push(("check", finding.code.to_owned()));
            finding.arguments.push(("other", answer.to_string()));
            finding.code = "W042";
            finding.severity = Severity::Note;
            finding.suggestion.clear();
        }
        for answer in useless {
            self.refuse(&answer, "correction-problem-right", findings);
        }
    }

    /// Where a cell of the input was corrected.
    pub(super) fn corrected_at(&self, place: &Place) -> Option<&Place> {
        self.corrected.get(place)
    }

    pub(super) fn hash_of(&self, path: &str) -> Option<&String> {
        self.hashes.get(path)
    }

    /// The correction at `place` is not used, and why.
    pub(super) fn refuse(
        &mut self,
        place: &Place,
        reason: &'static str,
        findings: &mut Vec<Finding>,
    ) {
        if self.told.insert((place.clone(), reason)) {
            findings.push(refusal(place, "W041", vec![("reason", reason.to_owned())]));
        }
    }

    /// What a row of the list asks for, and on which sheet.
    fn answer(
        &mut self,
        entry: &CorrectionEntry,
        findings: &mut Vec<Finding>,
    ) -> Option<(Answer, String)> {
        let what = match (&entry.value, entry.decision) {
            (Some(_), Some(_)) => Err("correction-problem-both"),
            (_, Some(TypedDecision::Unknown)) => Err("correction-problem-decision"),
            (Some(value), None) => Ok(What::Value(Some(value.clone()))),
            (None, Some(TypedDecision::Known(decision))) => Ok(match decision {
                Decision::Right => What::Right,
                Decision::Empty => What::Value(None),
                Decision::LeaveOut => What::LeaveOut,
            }),
            (None, None) => return None,
        };
        let what = what.and_then(|what| {
            let cell = entry.cell.ok_or("correction-problem-cell")?;
            Ok(Answer { place: entry.place.clone(), cell, code: entry.code.clone(), what })
        });
        match what {
            Ok(answer) => Some((answer, tidy(&entry.sheet))),
            Err(reason) => {
                self.refuse(&entry.place, reason, findings);
                None
            }
        }
    }

    /// Two values for one cell, or a value for a row that is to be left out: neither is used.
    fn refuse_contradictions(&mut self, findings: &mut Vec<Finding>) {
        for answers in self.answers.values_mut() {
            let refused = contradictions(answers);
            for (index, other) in &refused {
                if let Some(answer) = answers.get(*index) {
                    let arguments = vec![("other", other.to_string())];
                    findings.push(refusal(&answer.place, "W044", arguments));
                }
            }
            let mut index = 0;
            answers.retain(|_| {
                index += 1;
                !refused.contains_key(&(index - 1))
            });
        }
    }
}

/// The answers that contradict another one, by their positions, with the place of the other.
fn contradictions(answers: &[Answer]) -> BTreeMap<usize, Place> {
    let mut values: BTreeMap<Cell, usize> = BTreeMap::new();
    let mut rights: BTreeMap<Cell, usize> = BTreeMap::new();
    let mut changed_rows: BTreeMap<u32, usize> = BTreeMap::new();
    let mut left_out: BTreeMap<u32, usize> = BTreeMap::new();
    for (index, answer) in answers.iter().enumerate() {
        match answer.what {
            What::Value(_) => {
                values.entry(answer.cell).or_insert(index);
                changed_rows.entry(answer.cell.row).or_insert(index);
            }
            What::Right => {
                rights.entry(answer.cell).or_insert(index);
            }
            What::LeaveOut => {
                left_out.entry(answer.cell.row).or_insert(index);
            }
        }
    }
    let mut refused = BTreeMap::new();
    for (index, answer) in answers.iter().enumerate() {
        let other = match &answer.what {
            What::Value(value) => {
                let first = values.get(&answer.cell).and_then(|first| answers.get(*first));
                let first = first.filter(|first| !says_same(first, value.as_ref()));
                if let (Some(first), Some(at)) = (first, values.get(&answer.cell)) {
                    refused.entry(*at).or_insert_with(|| answer.place.clone());
                    Some(first)
                } else {
                    let other = left_out.get(&answer.cell.row).or_else(|| rights.get(&answer.cell));
                    other.and_then(|other| answers.get(*other))
                }
            }
            What::Right => values.get(&answer.cell).and_then(|other| answers.get(*other)),
            What::LeaveOut => {
                changed_rows.get(&answer.cell.row).and_then(|other| answers.get(*other))
            }
        };
        if let Some(other) = other {
            refused.entry(index).or_insert_with(|| other.place.clone());
        }
    }
    refused
}

/// Whether two corrections of one cell say the same.
fn says_same(answer: &Answer, value: Option<&TypedValue>) -> bool {
    let What::Value(known) = &answer.what else { return false };
    match (known, value) {
        (Some(TypedValue::Text(known)), Some(TypedValue::Text(value))) => {
            fold(known) == fold(value)
        }
        (known, value) => known.as_ref() == value,
    }
}

/// The answer to a finding: of its own check, in its row, at its field.
fn answer_of<'a>(
    finding: &Finding,
    confirmed: &'a BTreeMap<(Place, String, String), Place>,
) -> Option<&'a Place> {
    let cell = finding.place.cell?;
    let row = Place { cell: Some(Cell { column: 0, ..cell }), ..finding.place.clone() };
    let code = finding.code.to_owned();
    if !finding.field.is_empty() {
        return confirmed.get(&(row, code, finding.field.clone()));
    }
    // A finding on a whole row has no field: its answer stands at whichever cell names the row.
    let after = (row.clone(), code.clone(), String::new());
    let (key, answer) = confirmed.range(after..).next()?;
    (key.0 == row && key.1 == code).then_some(answer)
}

fn of_another_file(
    book: &CorrectionBook,
    target: &CorrectionTarget,
    hashes: &BTreeMap<String, String>,
) -> Finding {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let known = hashes.keys().any(|path| name(path) == name(&target.file));
    let reason = if known { "correction-problem-changed" } else { "correction-problem-gone" };
    let arguments = vec![
        ("reason", reason.to_owned()),
        ("other", target.file.clone()),
        ("rows", book.entries.len().to_string()),
    ];
    refusal(&book.place, "W045", arguments)
}

pub(super) fn refusal(
    place: &Place,
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
) -> Finding {
    Finding {
        place: place.clone(),
        code,
        severity: Severity::Error,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments,
        person: None,
    }
}

//! Checks that do not hold, and incomplete records, as findings that name the persons.

use std::collections::BTreeSet;

use crate::indicators::Plausibility;
use crate::model::{Finding, IncompleteRecord, Place, Quantity, Severity, Verdict};

/// The checks' codes, A1 first.
const CODES: [&str; 12] = [
    "A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A009", "A010", "A011", "A012",
];

/// Where a participation stands in the input, and the person's pseudonym.
pub type Witness = (Place, String);

impl Plausibility {
    /// A finding for each check that does not hold and each person behind it. `witness` knows where a
    /// participation stands, `words` says a side of a check in words.
    pub fn findings(
        &self,
        witness: impl Fn(i64) -> Option<Witness>,
        words: impl Fn(&Quantity) -> String,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut named = BTreeSet::new();
        // Everybody stands before the centres, so a person is named with the widest figure.
        for check in self.checks.iter().filter(|check| check.verdict != Verdict::Holds) {
            let code = CODES.get(usize::from(check.rule).saturating_sub(1)).copied();
            let mut add = |place: Place, person: Option<String>| {
                findings.push(Finding {
                    place,
                    code: code.unwrap_or_default(),
                    severity: match check.verdict {
                        Verdict::Fails => Severity::Blocking,
                        Verdict::Explained | Verdict::Holds => Severity::Warning,
                    },
                    field: String::new(),
                    read: String::new(),
                    suggestion: String::new(),
                    arguments: vec![
                        ("left", words(&check.left)),
                        ("left_number", check.left.value.to_string()),
                        ("right", words(&check.right)),
                        ("right_number", check.right.value.to_string()),
                    ],
                    person,
                });
            };
            let known: Vec<(i64, Witness)> = check
                .participations
                .iter()
                .filter_map(|participation| Some((*participation, witness(*participation)?)))
                .collect();
            for (participation, (place, person)) in &known {
                if named.insert((check.rule, *participation)) {
                    add(place.clone(), Some(person.clone()));
                }
            }
            // Nobody to name, as a query of somebody's own may leave it: the figure is still wrong.
            if known.is_empty() {
                add(Place::file("eu.xlsx"), None);
            }
        }
        findings
    }

    /// Incomplete records with their places, sorted by place.
    pub fn incomplete_records(
        &self,
        witness: impl Fn(i64) -> Option<Witness>,
    ) -> Vec<IncompleteRecord> {
        let mut records: Vec<IncompleteRecord> = self
            .incomplete
            .iter()
            .filter_map(|(participation, missing)| {
                let (place, person) = witness(*participation)?;
                Some(IncompleteRecord { place, person, missing: missing.clone() })
            })
            .collect();
        records.sort();
        records
    }
}

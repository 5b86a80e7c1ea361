//! Writes down what a run was made of.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::catalogue::Catalogue;
use crate::model::{Inputs, Manifest, sha256};
use crate::pipeline::{Outcome, Settings};

/// The manifest of a run; `command` is `report` or `check`.
pub fn manifest(
    command: &str,
    catalogue: &Catalogue,
    inputs: &Inputs,
    settings: &Settings,
    outcome: &Outcome,
) -> Manifest {
    let mut findings = BTreeMap::new();
    for finding in &outcome.findings {
        *findings.entry(finding.severity.code().to_owned()).or_insert(0) += 1;
    }
    let sheets = outcome.sheets.iter().map(|sheet| json!(sheet)).collect();
    let skipped = inputs.skipped.iter().map(|file| (file.path.clone(), file.reason.code().into()));
    Manifest {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        period: settings.period.to_string(),
        as_of: settings.as_of.to_string(),
        command: command.to_owned(),
        settings: described(settings),
        inputs: inputs.hashes.clone(),
        skipped: skipped.collect(),
        definitions: catalogue
            .files()
            .map(|(path, text)| (path.to_owned(), sha256(text.replace("\r\n", "\n").as_bytes())))
            .collect(),
        indicators: applied(command, catalogue, settings),
        outputs: outcome
            .files
            .iter()
            .map(|file| (file.path.clone(), sha256(&file.bytes)))
            .collect(),
        stages: outcome
            .stages
            .iter()
            .map(|count| (count.stage.code().to_owned(), count.rows))
            .collect(),
        sheets,
        findings,
    }
}

/// Which of several dated definitions made the figures.
fn applied(command: &str, catalogue: &Catalogue, settings: &Settings) -> BTreeMap<String, String> {
    let all = catalogue.indicators.iter().filter(|_| command == "report");
    all.filter(|indicator| indicator.is_for(settings.period))
        .map(|indicator| (indicator.id.clone(), indicator.path.clone()))
        .collect()
}

fn described(settings: &Settings) -> Value {
    json!({
        "language": settings.language,
        "centre": settings.centre,
        "reports": settings.reports,
        "way_to_inputs": settings.way_to_inputs,
        "project": settings.project,
    })
}

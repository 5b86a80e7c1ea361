//! The stages, called in order. What each decides stands in its own room.

use crate::catalogue::{Catalogue, Texts};
use crate::disclosure::{self, Publishable};
use crate::facts::{self, FactRules};
use crate::indicators::{self, Computed, SupplementFacts};
use crate::link::{self, LinkRules, LinkedTables};
use crate::model::{FileStatus, Finding, Inputs, Severity};
use crate::pipeline::{Outcome, PipelineError, Settings, Stage, StageCount, outputs, reading};
use crate::reports::{self, ReportContext};
use crate::validate::{self, Names, Rules, ValidTable};

/// What is known after reading and checking.
pub(super) struct Read {
    pub(super) linked: LinkedTables,
    pub(super) outcome: Outcome,
}

/// Reads, checks and links all files; the outcome holds findings and accounts, no files yet.
pub(super) fn read(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: &Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Read, PipelineError> {
    let project = &settings.project;
    progress(Stage::Ingest);
    let ingested = reading::read_tables(&settings.reading, &inputs.files, catalogue, project)?;
    let mut outcome = Outcome { inputs: ingested.files, ..Outcome::default() };
    outcome.recognised = ingested.sheets.iter().map(outputs::recognised).collect();
    outcome
        .inputs
        .extend(inputs.skipped.iter().map(|file| (file.path.clone(), FileStatus::Skipped)));
    outcome.inputs.sort();
    let mut findings = ingested.findings;
    findings.extend(inputs.skipped.iter().map(outputs::skipped));
    count(&mut outcome, Stage::Ingest, ingested.tables.iter().map(|table| table.rows.len()).sum());

    progress(Stage::Validate);
    let rules = Rules { catalogue, as_of: settings.as_of, project };
    let mut names = Names::default();
    let mut tables: Vec<ValidTable> = Vec::new();
    for raw in ingested.tables {
        let (table, found) = validate::validate(&raw, rules);
        names.add(&table, catalogue);
        findings.extend(found);
        tables.push(table);
    }
    count(&mut outcome, Stage::Validate, tables.iter().map(|table| table.rows().len()).sum());

    progress(Stage::Link);
    let rules = LinkRules { catalogue, project, as_of: settings.as_of };
    let (linked, sheets) = link::link(tables, rules, &mut findings);
    count(&mut outcome, Stage::Link, linked.stays.len());
    validate::conceal(&mut findings, &names);
    reports::word_arguments(catalogue, texts, &mut findings);
    findings.sort();
    outcome.findings = findings;
    outcome.sheets = sheets;
    if outcome.sheets.is_empty() {
        return Err(PipelineError::NoUsableInput(Box::new(outcome)));
    }
    Ok(Read { linked, outcome })
}

/// Computes the figures and writes the files of a run.
pub(super) fn compute_and_write(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    mut read: Read,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    if let Some(given) = &settings.centre {
        keep_centre(&mut read.linked, given)?;
    }
    progress(Stage::Facts);
    let rules = FactRules {
        catalogue,
        project: &settings.project,
        period: settings.period,
        as_of: settings.as_of,
    };
    let store = facts::build(&read.linked, rules).map_err(|error| refused(error.message(texts)))?;
    let cumulative = facts::cumulative(&read.linked, rules);
    let cumulative = cumulative.map_err(|error| refused(error.message(texts)))?;
    let comparison = facts::comparison(&read.linked, rules);
    let comparison = comparison.map_err(|error| refused(error.message(texts)))?;
    let mut outcome = read.outcome;
    count(&mut outcome, Stage::Facts, store.tables.iter().map(facts::FactTable::height).sum());

    progress(Stage::Indicators);
    let computed = indicators::compute(&store, catalogue, settings.period, settings.as_of)
        .map_err(|error| refused(error.message(texts)))?;
    count(&mut outcome, Stage::Indicators, ledger_rows(&computed));
    let facts = SupplementFacts {
        store: &store,
        cumulative: cumulative.as_ref(),
        comparison: comparison.as_ref(),
    };
    let supplement =
        indicators::supplement(facts, catalogue, &computed, settings.period, settings.as_of)
            .map_err(|error| refused(error.message(texts)))?;

    progress(Stage::Disclosure);
    let exact = Publishable::exact(&computed.indicators).beside(supplement.clone());
    let public = Publishable::public(&computed.indicators, catalogue)
        .beside(disclosure::public_supplement(supplement, catalogue, settings.as_of));
    count(&mut outcome, Stage::Disclosure, exact.figures().len());

    progress(Stage::Reports);
    let shown = outputs::settings_shown(texts, settings);
    let context = ReportContext {
        catalogue,
        texts,
        title: &settings.project.title,
        settings: &shown,
        program_version: env!("CARGO_PKG_VERSION"),
        charts: &[],
    };
    outputs::write(&mut outcome, &context, &exact, &public, settings)?;
    outcome.headline = outputs::headline(&exact);
    Ok(outcome)
}

/// Writes the findings alone.
pub(super) fn write_check(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    read: Read,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    progress(Stage::Reports);
    let mut outcome = read.outcome;
    let context = ReportContext {
        catalogue,
        texts,
        title: &settings.project.title,
        settings: &[],
        program_version: env!("CARGO_PKG_VERSION"),
        charts: &[],
    };
    outputs::write_findings(&mut outcome, &context, settings)?;
    Ok(outcome)
}

/// Leaves only one centre's participations.
fn keep_centre(linked: &mut LinkedTables, given: &str) -> Result<(), PipelineError> {
    let wanted = crate::model::fold(given);
    let place = linked.centres.iter().position(|centre| crate::model::fold(&centre.name) == wanted);
    let Some(place) = place else {
        let known = linked.centres.iter().map(|centre| centre.name.to_string()).collect();
        return Err(PipelineError::UnknownCentre { given: given.to_owned(), known });
    };
    linked.stays.retain(|stay| stay.centre == place);
    linked.accounts.retain(|amount| amount.centre == place);
    linked.staff.retain(|staff| staff.centre == place);
    linked.comparison.retain(|referred| referred.centre == place);
    Ok(())
}

fn refused(message: String) -> PipelineError {
    PipelineError::Query(message)
}

fn ledger_rows(computed: &Computed) -> usize {
    computed.ledgers.iter().map(|ledger| ledger.rows.len()).sum()
}

fn count(outcome: &mut Outcome, stage: Stage, rows: usize) {
    outcome.stages.push(StageCount { stage, rows: u64::try_from(rows).unwrap_or(u64::MAX) });
}

/// A finding on a file.
pub(super) fn file_note(
    path: &str,
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
) -> Finding {
    Finding {
        place: crate::model::Place::file(path),
        code,
        severity: Severity::Note,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments,
        person: None,
    }
}

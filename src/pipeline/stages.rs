//! The stages, called in order. What each decides stands in its own room.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Texts};
use crate::disclosure::{self, ExactChecks, Publishable};
use crate::explanation;
use crate::facts::{self, FactRules};
use crate::indicators::{self, Computed, Plausibility, SupplementFacts};
use crate::link::{self, LinkRules, LinkedTables, Origins};
use crate::model::{CorrectionPlan, FileStatus, Finding, Inputs, Quantity, Severity, SheetCount};
use crate::pipeline::{
    Explained, Outcome, PipelineError, Question, Settings, Stage, StageCount, outputs, reading,
};
use crate::reports::{self, ReportContext};
use crate::validate::{self, Corrections, Names, Offered, Rules, ValidTable};

/// What is known after reading and checking.
pub(super) struct Read {
    pub(super) linked: LinkedTables,
    /// Empty unless they were asked for.
    pub(super) origins: Origins,
    pub(super) outcome: Outcome,
    /// Cells that a person can correct, a plan a file.
    pub(super) corrections: Vec<CorrectionPlan>,
}

/// How tables are linked: with the origin of every fact, or without.
type Link = fn(
    &mut [ValidTable],
    LinkRules<'_>,
    &mut Vec<Finding>,
) -> (LinkedTables, Vec<SheetCount>, Origins);

/// Reads, checks and links all files; the outcome holds findings and accounts, no files yet.
pub(super) fn read(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Read, PipelineError> {
    let link: Link = |tables, rules, findings| {
        let (linked, sheets) = link::link(tables, rules, findings);
        (linked, sheets, Origins::default())
    };
    read_and_link(catalogue, texts, inputs, settings, progress, link)
}

/// The same, and where every fact came from.
pub(super) fn read_with_origins(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Read, PipelineError> {
    read_and_link(catalogue, texts, inputs, settings, progress, link::link_with_origins)
}

fn read_and_link(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
    link: Link,
) -> Result<Read, PipelineError> {
    let project = &settings.project;
    progress(Stage::Ingest);
    let Inputs { files, skipped, hashes } = inputs;
    let ingested = reading::read_tables(&settings.reading, &files, catalogue, project)?;
    // Large files are large twice: as bytes and as tables.
    drop(files);
    let mut outcome = Outcome { inputs: ingested.files, ..Outcome::default() };
    outcome.recognised = ingested.sheets.iter().map(outputs::recognised).collect();
    outcome.inputs.extend(skipped.iter().map(|file| (file.path.clone(), FileStatus::Skipped)));
    outcome.inputs.sort();
    let mut findings = ingested.findings;
    findings.extend(skipped.iter().map(outputs::skipped));
    count(&mut outcome, Stage::Ingest, ingested.tables.iter().map(|table| table.rows.len()).sum());

    progress(Stage::Validate);
    let rules = Rules { catalogue, as_of: settings.as_of, project };
    let mut corrections = Corrections::new(ingested.corrections, &hashes, &mut findings);
    let mut names = Names::default();
    let mut tables: Vec<ValidTable> = Vec::new();
    for mut raw in ingested.tables {
        corrections.apply(&mut raw, rules, &mut findings);
        let (table, found) = validate::validate(&raw, rules);
        names.add(&table, catalogue);
        findings.extend(found);
        tables.push(table);
    }
    corrections.finish(&mut findings);
    count(&mut outcome, Stage::Validate, tables.iter().map(|table| table.rows().len()).sum());

    progress(Stage::Link);
    let rules = LinkRules { catalogue, project, as_of: settings.as_of };
    let (linked, sheets, origins) = link(&mut tables, rules, &mut findings);
    count(&mut outcome, Stage::Link, linked.stays.len());
    corrections.answer_warnings(&mut findings);
    validate::conceal(&mut findings, &names);
    reports::word_arguments(catalogue, texts, &mut findings);
    // Equal findings are the same, and there can be many.
    findings.sort_unstable();
    let corrections = validate::offer(&Offered {
        tables: &tables,
        findings: &reports::findings_in_order(&findings),
        corrections: &corrections,
        hashes: &hashes,
        catalogue,
        language: texts.language(),
    });
    outcome.findings = findings;
    outcome.sheets = sheets;
    if outcome.sheets.is_empty() {
        return Err(PipelineError::NoUsableInput(Box::new(outcome)));
    }
    Ok(Read { linked, origins, outcome, corrections })
}

/// Computes the figures and writes the files of a run.
pub(super) fn compute_and_write(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    mut read: Read,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    let centre = match &settings.centre {
        Some(given) => Some(keep_centre(&mut read.linked, given)?),
        None => None,
    };
    let centre = centre.as_deref();
    progress(Stage::Facts);
    let rules = FactRules {
        catalogue,
        project: &settings.project,
        period: settings.period,
        as_of: settings.as_of,
    };
    let mut store =
        facts::build(&read.linked, rules).map_err(|error| refused(error.message(texts)))?;
    let cumulative = facts::cumulative(&read.linked, rules);
    let cumulative = cumulative.map_err(|error| refused(error.message(texts)))?;
    let comparison = facts::comparison(&read.linked, rules, centre);
    let comparison = comparison.map_err(|error| refused(error.message(texts)))?;
    let mut outcome = read.outcome;
    count(&mut outcome, Stage::Facts, store.tables.iter().map(facts::FactTable::height).sum());

    progress(Stage::Indicators);
    let (period, as_of) = (settings.period, settings.as_of);
    let computed = indicators::compute_for(&store, catalogue, period, as_of, centre)
        .map_err(|error| refused(error.message(texts)))?;
    count(&mut outcome, Stage::Indicators, ledger_rows(&computed));
    let facts = SupplementFacts {
        store: &store,
        cumulative: cumulative.as_ref(),
        comparison: comparison.as_ref(),
    };
    let supplement = indicators::supplement(facts, catalogue, &computed, centre)
        .map_err(|error| refused(error.message(texts)))?;
    let checks = if settings.wants("eu") {
        let plausibility = indicators::plausibility(&mut store, catalogue, &computed, centre)
            .map_err(|error| refused(error.message(texts)))?;
        Some(checked(texts, &read.linked, &plausibility, &mut outcome))
    } else {
        None
    };

    progress(Stage::Disclosure);
    let exact = Publishable::exact(&computed.indicators).beside(supplement.clone());
    let public = Publishable::public(&computed.indicators, catalogue);
    let beside = disclosure::public_supplement(supplement, &public, catalogue);
    let public = public.beside(beside);
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
    outputs::write(&mut outcome, &context, &exact, &public, checks.as_ref(), settings)?;
    outputs::write_findings(&mut outcome, &context, &read.corrections, settings)?;
    outcome.headline = outputs::headline(&exact);
    Ok(outcome)
}

/// Answers a question about a figure.
pub(super) fn explain(
    catalogue: &Catalogue,
    settings: &Settings,
    read: Read,
    question: &Question<'_>,
    progress: &mut dyn FnMut(Stage),
) -> Result<Explained, PipelineError> {
    progress(Stage::Indicators);
    let rules = FactRules {
        catalogue,
        project: &settings.project,
        period: settings.period,
        as_of: settings.as_of,
    };
    let explanation = explanation::explain(&read.linked, &read.origins, rules, question)?;
    Ok(Explained { explanation, outcome: read.outcome })
}

/// What the EU report shows of its checks. Those that do not hold become findings; one that fails holds
/// the report back.
fn checked(
    texts: &Texts,
    linked: &LinkedTables,
    plausibility: &Plausibility,
    outcome: &mut Outcome,
) -> ExactChecks {
    let witness = |participation| linked.project_witness(participation);
    let words = |quantity: &Quantity| reports::quantity(texts, quantity);
    outcome.findings.extend(plausibility.findings(witness, words));
    outcome.findings.sort();
    if plausibility.fails() {
        outcome.held_back.push("eu".to_owned());
    }
    ExactChecks::new(plausibility.checks.clone(), plausibility.incomplete_records(witness))
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
    let Read { linked, outcome, origins: _, corrections } = read;
    // Large tables make large findings: both need not be held.
    drop(linked);
    write_findings(catalogue, texts, settings, outcome, &corrections)
}

/// Writes what was found, also where no table can be used.
pub(super) fn write_findings(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    mut outcome: Outcome,
    corrections: &[CorrectionPlan],
) -> Result<Outcome, PipelineError> {
    let context = ReportContext {
        catalogue,
        texts,
        title: &settings.project.title,
        settings: &[],
        program_version: env!("CARGO_PKG_VERSION"),
        charts: &[],
    };
    outputs::write_findings(&mut outcome, &context, corrections, settings)?;
    Ok(outcome)
}

/// Leaves only one centre's accounts, staff and comparison group, and gives its name as the facts have it. Participations
/// stay: one of another centre may belong to the same participation in a project.
fn keep_centre(linked: &mut LinkedTables, given: &str) -> Result<Arc<str>, PipelineError> {
    let wanted = crate::model::fold(given);
    let place = linked.centres.iter().position(|centre| crate::model::fold(&centre.name) == wanted);
    let Some((place, centre)) = place.and_then(|place| Some((place, linked.centres.get(place)?)))
    else {
        let known = linked.centres.iter().map(|centre| centre.name.to_string()).collect();
        return Err(PipelineError::UnknownCentre { given: given.to_owned(), known });
    };
    let name = Arc::clone(&centre.name);
    linked.accounts.retain(|amount| amount.centre == place);
    linked.staff.retain(|staff| staff.centre == place);
    linked.comparison.retain(|referred| referred.centre == place);
    Ok(name)
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

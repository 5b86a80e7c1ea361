//! The stages, called in order. What each decides stands in its own room.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Texts};
use crate::disclosure::{ExactChecks, Publishable};
use crate::explanation;
use crate::facts::{self, FactRules, FactStore};
use crate::indicators::{self, Computed, IndicatorError, Ledger, Plausibility};
use crate::link::{self, Doubt, DoubtLimits, Doubts, LinkRules, LinkedTables, Origins};
use crate::model::{FileStatus, Finding, Inputs, Quantity, Severity, TooMany, Worths};
use crate::pipeline::{
    Explained, Outcome, PipelineError, Question, Settings, Stage, StageCount, outputs, reading,
};
use crate::reports::{self, ReportContext};
use crate::validate::{self, Names, Rules, ValidTable};
use crate::worth::{self, WorthRules};

/// Findings whose worth is said. With more of them nobody begins at the single one, and each is set
/// against every participation.
const MOST_OPEN_FINDINGS: usize = 10_000;

/// What a report weighs: it makes the figures anyway.
pub(super) const IN_A_REPORT: DoubtLimits =
    DoubtLimits { stays: 100_000, open_findings: MOST_OPEN_FINDINGS };

/// What a check weighs: for more participations the figures would cost more than the check.
pub(super) const IN_A_CHECK: DoubtLimits =
    DoubtLimits { stays: 20_000, open_findings: MOST_OPEN_FINDINGS };

/// What linking is asked to tell beside the tables.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// What mending each finding could change.
    Doubts(DoubtLimits),
    /// Where every fact came from.
    Origins,
}

/// What is known after reading and checking.
pub(super) struct Read {
    pub(super) linked: LinkedTables,
    /// Empty unless they were asked for.
    pub(super) origins: Origins,
    pub(super) outcome: Outcome,
}

/// Reads, checks and links all files; the outcome holds findings and accounts, no files yet.
pub(super) fn read(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: &Inputs,
    settings: &Settings,
    asked: Asked,
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
    let (mut linked, sheets, origins) = match asked {
        Asked::Doubts(most) => {
            let (linked, sheets) = link::link_with_doubts(tables, rules, &mut findings, most);
            (linked, sheets, Origins::default())
        }
        Asked::Origins => link::link_with_origins(tables, rules, &mut findings),
    };
    count(&mut outcome, Stage::Link, linked.stays.len());
    validate::conceal(&mut findings, &names);
    reports::word_arguments(catalogue, texts, &mut findings);
    outcome.findings = findings;
    sort_with_doubts(&mut outcome.findings, known(&mut linked.doubts));
    outcome.sheets = sheets;
    if outcome.sheets.is_empty() {
        return Err(PipelineError::NoUsableInput(Box::new(outcome)));
    }
    Ok(Read { linked, origins, outcome })
}

/// Computes the figures and writes the files of a run.
pub(super) fn compute_and_write(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    mut read: Read,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    let centre = settings.centre.as_ref();
    let centre = centre.map(|given| keep_centre(&mut read.linked, given)).transpose()?;
    let name = centre.as_ref().map(|(_, name)| &**name);
    progress(Stage::Facts);
    let mut store = facts::build(&read.linked, fact_rules(catalogue, settings))
        .map_err(|error| refused(error.message(texts)))?;
    let mut outcome = read.outcome;
    count(&mut outcome, Stage::Facts, store.tables.iter().map(facts::FactTable::height).sum());

    progress(Stage::Indicators);
    let (period, as_of) = (settings.period, settings.as_of);
    let computed = indicators::compute_for(&store, catalogue, period, as_of, name)
        .map_err(|error| refused(error.message(texts)))?;
    count(&mut outcome, Stage::Indicators, ledger_rows(&computed));
    let checks = if settings.wants("eu") {
        let plausibility = indicators::plausibility(&mut store, catalogue, &computed, name)
            .map_err(|error| refused(error.message(texts)))?;
        Some(checked((catalogue, texts), &mut read.linked, &plausibility, &mut outcome))
    } else {
        None
    };
    let rules = worth_rules(catalogue, settings, centre.as_ref());
    let doubts = read.linked.doubts.take();
    if let Some(doubts) = told(doubts, &mut outcome) {
        let figures = (&store, &computed.ledgers[..]);
        outcome.worths = weigh(&outcome.findings, &doubts, &read.linked, figures, rules)
            .map_err(|error| refused(error.message(texts)))?;
    }

    progress(Stage::Disclosure);
    let exact = Publishable::exact(&computed.indicators);
    let public = Publishable::public(&computed.indicators, catalogue);
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
    let rules = fact_rules(catalogue, settings);
    let explanation = explanation::explain(&read.linked, &read.origins, rules, question)?;
    Ok(Explained { explanation, outcome: read.outcome })
}

/// What the EU report shows of its checks. Those that do not hold become findings; one that fails holds
/// the report back.
fn checked(
    (catalogue, texts): (&Catalogue, &Texts),
    linked: &mut LinkedTables,
    plausibility: &Plausibility,
    outcome: &mut Outcome,
) -> ExactChecks {
    let witness = |participation| linked.project_witness(participation);
    let words = |quantity: &Quantity| reports::quantity(texts, quantity);
    let found = plausibility.findings(witness, words);
    let doubts: Vec<Doubt> = match &linked.doubts {
        Some(Ok(_)) => found.iter().map(|found| linked.doubt_of(found, catalogue)).collect(),
        _ => Vec::new(),
    };
    let incomplete = plausibility.incomplete_records(witness);
    outcome.findings.extend(found);
    if let Some(known) = known(&mut linked.doubts) {
        known.of_findings.extend(doubts);
    }
    sort_with_doubts(&mut outcome.findings, known(&mut linked.doubts));
    if plausibility.fails() {
        outcome.held_back.push("eu".to_owned());
    }
    ExactChecks::new(plausibility.checks.clone(), incomplete)
}

/// Writes the findings alone, with what they are worth.
pub(super) fn write_check(
    catalogue: &Catalogue,
    texts: &Texts,
    settings: &Settings,
    mut read: Read,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    let is_open = read.outcome.findings.iter().any(Finding::is_open);
    let doubts = read.linked.doubts.take();
    if let Some(doubts) = told(doubts, &mut read.outcome).filter(|_| is_open) {
        let centre = settings.centre.as_ref();
        let centre = centre.map(|given| keep_centre(&mut read.linked, given)).transpose()?;
        progress(Stage::Facts);
        let store = facts::build(&read.linked, fact_rules(catalogue, settings))
            .map_err(|error| refused(error.message(texts)))?;
        progress(Stage::Indicators);
        let rules = worth_rules(catalogue, settings, centre.as_ref());
        let name = centre.as_ref().map(|(_, name)| &**name);
        let ids = &outputs::HEADLINE;
        let (findings, linked) = (&read.outcome.findings, &read.linked);
        let worths = indicators::ledgers(&store, catalogue, settings.period, name, ids)
            .and_then(|ledgers| weigh(findings, &doubts, linked, (&store, &ledgers), rules))
            .map_err(|error| refused(error.message(texts)))?;
        read.outcome.worths = worths;
    }
    progress(Stage::Reports);
    let Read { linked, mut outcome, origins: _ } = read;
    // Large tables make large findings: both need not be held.
    drop(linked);
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

type Asking = Option<Result<Doubts, TooMany>>;

fn known(doubts: &mut Asking) -> Option<&mut Doubts> {
    doubts.as_mut().and_then(|doubts| doubts.as_mut().ok())
}

/// The doubts; where there are none because there is too much, the outcome says of what.
fn told(doubts: Asking, outcome: &mut Outcome) -> Option<Doubts> {
    match doubts? {
        Ok(doubts) => Some(doubts),
        Err(too_many) => {
            outcome.worths.too_many = Some(too_many);
            None
        }
    }
}

/// Sorts findings, and what they put in doubt with them. Equal findings are the same, and there can be
/// many.
fn sort_with_doubts(findings: &mut Vec<Finding>, doubts: Option<&mut Doubts>) {
    let Some(doubts) = doubts else { return findings.sort_unstable() };
    let of_findings = &mut doubts.of_findings;
    of_findings.resize_with(findings.len(), Doubt::default);
    let mut pairs: Vec<(Finding, Doubt)> =
        std::mem::take(findings).into_iter().zip(std::mem::take(of_findings)).collect();
    pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
    (*findings, *of_findings) = pairs.into_iter().unzip();
}

fn fact_rules<'a>(catalogue: &'a Catalogue, settings: &'a Settings) -> FactRules<'a> {
    let (period, as_of) = (settings.period, settings.as_of);
    FactRules { catalogue, project: &settings.project, period, as_of }
}

fn worth_rules<'a>(
    catalogue: &'a Catalogue,
    settings: &'a Settings,
    centre: Option<&'a (usize, Arc<str>)>,
) -> WorthRules<'a> {
    let (period, as_of) = (settings.period, settings.as_of);
    let centre = centre.map(|(place, name)| (*place, &**name));
    WorthRules { catalogue, project: &settings.project, period, as_of, centre }
}

/// How far the findings could move the figures of the summary.
fn weigh(
    findings: &[Finding],
    doubts: &Doubts,
    linked: &LinkedTables,
    (store, ledgers): (&FactStore, &[Ledger]),
    rules: WorthRules<'_>,
) -> Result<Worths, IndicatorError> {
    let only = rules.centre.map(|(_, name)| name);
    let figures = indicators::everybody(store, rules.catalogue, ledgers, only, &outputs::HEADLINE)?;
    Ok(worth::weigh(findings, doubts, linked, store, &figures, rules))
}

/// Leaves only one centre's accounts and staff, and gives its place and its name as the
/// facts have it. Participations
/// stay: one of another centre may belong to the same participation in a project.
fn keep_centre(linked: &mut LinkedTables, given: &str) -> Result<(usize, Arc<str>), PipelineError> {
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
    Ok((place, name))
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

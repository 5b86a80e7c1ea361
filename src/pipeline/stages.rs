//! The stages, called in order. What each decides stands in its own room.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Texts};
use crate::disclosure::{self, ExactChecks, Publishable};
use crate::explanation;
use crate::facts::{self, FactRules, FactStore};
use crate::indicators::{self, Computed, IndicatorError, Ledger, Plausibility, SupplementFacts};
use crate::link::{self, Doubt, DoubtLimits, Doubts, LinkRules, LinkedTables, Origins};
use crate::model::{
    CorrectionPlan, FileStatus, Finding, Inputs, Quantity, Severity, TooMany, Worths,
};
use crate::pipeline::{
    Explained, Outcome, PipelineError, Question, Settings, Stage, StageCount, outputs, reading,
};
use crate::reports::{self, ReportContext};
use crate::validate::{self, Corrections, Names, Offered, Rules, ValidTable};
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
    /// Cells that a person can correct, a plan a file.
    pub(super) corrections: Vec<CorrectionPlan>,
}

/// Reads, checks and links all files; the outcome holds findings and accounts, no files yet.
pub(super) fn read(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    asked: Asked,
    progress: &mut dyn FnMut(Stage),
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
    let (mut linked, sheets, origins) = match asked {
        Asked::Doubts(most) => {
            let (linked, sheets) = link::link_with_doubts(&mut tables, rules, &mut findings, most);
            (linked, sheets, Origins::default())
        }
        Asked::Origins => link::link_with_origins(&mut tables, rules, &mut findings),
    };
    count(&mut outcome, Stage::Link, linked.stays.len());
    corrections.answer_warnings(&mut findings);
    validate::conceal(&mut findings, &names);
    reports::word_arguments(catalogue, texts, &mut findings);
    sort_with_doubts(&mut findings, known(&mut linked.doubts));
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
    let centre = settings.centre.as_ref();
    let centre = centre.map(|given| keep_centre(&mut read.linked, given)).transpose()?;
    let name = centre.as_ref().map(|(_, name)| &**name);
    progress(Stage::Facts);
    let rules = fact_rules(catalogue, settings);
    let mut store =
        facts::build(&read.linked, rules).map_err(|error| refused(error.message(texts)))?;
    let cumulative = facts::cumulative(&read.linked, rules);
    let cumulative = cumulative.map_err(|error| refused(error.message(texts)))?;
    let comparison = facts::comparison(&read.linked, rules, name);
    let comparison = comparison.map_err(|error| refused(error.message(texts)))?;
    let mut outcome = read.outcome;
    count(&mut outcome, Stage::Facts, store.tables.iter().map(facts::FactTable::height).sum());

    progress(Stage::Indicators);
    let (period, as_of) = (settings.period, settings.as_of);
    let computed = indicators::compute_for(&store, catalogue, period, as_of, name)
        .map_err(|error| refused(error.message(texts)))?;
    count(&mut outcome, Stage::Indicators, ledger_rows(&computed));
    let facts = SupplementFacts {
        store: &store,
        cumulative: cumulative.as_ref(),
        comparison: comparison.as_ref(),
    };
    let supplement = indicators::supplement(facts, catalogue, &computed, name)
        .map_err(|error| refused(error.message(texts)))?;
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

    let earlier = if settings.wants("mayor") {
        let earlier = reports::mayor::OF_YEAR_BEFORE;
        let computed = indicators::year_before(&mut store, catalogue, &computed, name, &earlier)
            .map_err(|error| refused(error.message(texts)))?;
        Some(Publishable::public(&computed, catalogue))
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
    let (earlier, checks) = (earlier.as_ref(), checks.as_ref());
    outputs::write(&mut outcome, &context, &exact, &public, earlier, checks, settings)?;
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

/// Leaves only one centre's accounts, staff and comparison group, and gives its place and its name as
/// the facts have it. Participations stay: one of another centre may belong to the same participation in a project.
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
    linked.comparison.retain(|referred| referred.centre == place);
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

//! The people of a figure: who is shown, in which order, with which facts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::explanation::decisive::{Decisive, decisive};
use crate::explanation::participation::{self, Participation};
use crate::explanation::{
    AppliedRule, BenefitGroup, ExplainedFact, ExplanationError, Filter, Known, KnownMonths,
    Question, Window, benefits, fact, rules, window,
};
use crate::link::Job;
use crate::model::{Day, LedgerRow, LedgerStatus, Sex};

/// One participation of a figure.
#[derive(Clone, PartialEq, Debug)]
pub struct ExplainedPerson {
    /// `os-0001`.
    pub pseudonym: String,
    /// Centre.
    pub centre: Arc<str>,
    /// First day.
    pub entry: Day,
    /// Last day; `None` while taking part.
    pub exit: Option<Day>,
    /// The ledger's rows: one, or one for each part that was not chosen.
    pub rows: Vec<LedgerRow>,
    /// What the query read: the participation's values, then jobs and support, those that decided first.
    pub facts: Vec<ExplainedFact>,
    /// Payments that the query read.
    pub benefits: Vec<BenefitGroup>,
    /// Months that the indicator looks at.
    pub windows: Vec<Window>,
    /// Sources that say which of these months are known; empty without windows.
    pub known_months: Vec<KnownMonths>,
    /// Dated values of law that were in force.
    pub rules: Vec<AppliedRule>,
}

/// Participations that fit the question: by status, successes first, reason, pseudonym, entry.
pub(super) fn chosen(
    known: &Known<'_>,
    rows: &BTreeMap<i64, Vec<LedgerRow>>,
    question: &Question<'_>,
) -> Result<Vec<i64>, ExplanationError> {
    let pseudonym = |person: usize| {
        known.linked.persons.get(person).map_or("", |person| person.pseudonym.as_str())
    };
    let mut chosen: Vec<(LedgerStatus, bool, Arc<str>, usize, Day, i64)> = Vec::new();
    for (participation, rows) in rows {
        let Some(found) = participation::find(known, *participation) else { continue };
        let stay = found.stay;
        let asked = question.person.as_ref();
        if asked.is_some_and(|asked| !pseudonym(stay.person).eq_ignore_ascii_case(asked)) {
            continue;
        }
        let wanted = |row: &&LedgerRow| question.status.is_none_or(|status| row.status == status);
        let first =
            rows.iter().filter(wanted).min_by_key(|row| (row.status, Arc::clone(&row.reason)));
        if let Some(row) = first {
            let reason = Arc::clone(&row.reason);
            let is_success = row.numerator.unwrap_or(0) > 0;
            chosen.push((row.status, !is_success, reason, stay.person, stay.entry, *participation));
        }
    }
    if let (Some(given), true) = (&question.person, chosen.is_empty()) {
        return Err(ExplanationError::Person { given: given.clone() });
    }
    chosen.sort();
    Ok(chosen.into_iter().map(|(.., participation)| participation).collect())
}

/// The people with their facts.
pub(super) fn explain(
    known: &Known<'_>,
    rows: &BTreeMap<i64, Vec<LedgerRow>>,
    shown: &[i64],
    filter: &Filter,
) -> Result<Vec<ExplainedPerson>, ExplanationError> {
    let found: Vec<Participation<'_>> =
        shown.iter().filter_map(|id| participation::find(known, *id)).collect();
    let places: Vec<usize> = found.iter().map(|one| one.place).collect();
    let decisive = decisive(known, &places)?;
    let people = found.iter().zip(decisive).map(|(participation, decisive)| {
        let rows = rows.get(&participation.id).cloned().unwrap_or_default();
        person(known, participation, rows, &decisive, filter)
    });
    Ok(people.collect())
}

fn person(
    known: &Known<'_>,
    participation: &Participation<'_>,
    rows: Vec<LedgerRow>,
    decisive: &Decisive,
    filter: &Filter,
) -> ExplainedPerson {
    let (linked, stay) = (known.linked, participation.stay);
    let reads = |tables: &[&str]| tables.iter().any(|table| known.reads.table(table));
    let own_jobs = linked.jobs.iter().enumerate().filter(|(_, job)| job.person == stay.person);
    let jobs: Vec<(usize, &Job)> = own_jobs.filter(|_| reads(&["job", "job_chain"])).collect();
    let mut facts = vec![participation_fact(known, participation, filter)];
    facts.extend(
        jobs.iter()
            .map(|(place, job)| fact::of_job(known, *place, job, decisive.jobs.contains(place))),
    );
    let support = linked.support.iter().enumerate();
    let own_support = support.filter(|(_, form)| form.person == stay.person && reads(&["support"]));
    facts.extend(
        own_support
            .map(|(place, form)| fact::of_support(known, form, decisive.support.contains(&place))),
    );
    // Stable: what decided first, else as it was.
    facts.sort_by_key(|fact| (fact.kind, !fact.decides));
    let decided: Vec<&Job> = jobs
        .iter()
        .filter(|(place, _)| decisive.jobs.contains(place))
        .map(|(_, job)| *job)
        .collect();
    let windows = window::windows(known, participation.id);
    ExplainedPerson {
        pseudonym: linked
            .persons
            .get(stay.person)
            .map_or_else(String::new, |person| person.pseudonym.clone()),
        centre: linked
            .centres
            .get(stay.centre)
            .map_or_else(|| "?".into(), |centre| Arc::clone(&centre.name)),
        entry: stay.entry,
        exit: stay.exit,
        rows,
        facts,
        benefits: if reads(&["benefit_month"]) {
            benefits::groups(known, stay, &decisive.benefits)
        } else {
            Vec::new()
        },
        known_months: if windows.is_empty() {
            Vec::new()
        } else {
            window::known_months(known, stay)
        },
        windows,
        rules: rules::applied(known, stay, &decided),
    }
}

/// The participation's values that the query reads, and those by which it stands in the cell.
fn participation_fact(
    known: &Known<'_>,
    participation: &Participation<'_>,
    filter: &Filter,
) -> ExplainedFact {
    let mut further = Vec::new();
    if matches!(filter.sex, Some(Sex::K | Sex::M | Sex::Unknown)) {
        further.push("sex");
    }
    let by_centre = filter.categories.iter().any(|(dimension, _)| dimension == "centre");
    if filter.centre.is_some() || by_centre {
        further.push("centre");
    }
    let mut fact = fact::of_participation(known, participation, &further);
    for (dimension, category) in &filter.categories {
        let is_own = known.indicator.breakdown.iter().any(|column| column.column() == dimension);
        let is_there = fact.values.iter().any(|value| value.column == *dimension);
        if !is_own && !is_there && dimension != "centre" {
            fact.values.push(fact::of_dimension(known, participation, dimension, category));
        }
    }
    fact
}

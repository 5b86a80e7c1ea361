//! Why a figure is what it is: who stands in it with which status and reason, and the cells of the
//! input from which every fact that decided was read.
//!
//! For the keeper of the data alone: what comes out passed no disclosure control. Persons go by their
//! pseudonym; nothing here knows a name or a number.

mod benefits;
mod cell;
mod centre;
mod decisive;
mod error;
mod fact;
mod participation;
mod people;
mod rules;
mod window;

pub use benefits::{BenefitGroup, SheetRows, Side};
pub use cell::Filter;
pub use centre::{CentreAmount, ExplainedCentre};
pub use error::ExplanationError;
pub use fact::{ExplainedFact, ExplainedValue, FactKind, FactValue};
pub use people::ExplainedPerson;
pub use rules::{AppliedRule, RuleDay};
pub use window::{KnownMonths, Window};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Aggregate, Indicator};
use crate::facts::{FactRules, FactStore, Reads, build};
use crate::indicators::{self, AskedCell, CellLedger, Ledger};
use crate::link::{LinkedTables, Origins};
use crate::model::{Day, Figure, LedgerRow, LedgerStatus, Period};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Which cell.
    pub filter: Filter,
    /// Only people with this status.
    pub status: Option<LedgerStatus>,
    /// Only the person with this pseudonym.
    pub person: Option<String>,
    /// How many people are shown at most.
    pub limit: usize,
}

/// The answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Explanation {
    /// Indicator id.
    pub indicator: String,
    /// What numerators and denominators are.
    pub aggregate: Aggregate,
    /// The period.
    pub period: Period,
    /// Nothing after this day is known.
    pub as_of: Day,
    /// Which cell is meant.
    pub cell: AskedCell,
    /// Figures of the cell, by key: one, or one for each part of the breakdown that was not chosen.
    pub figures: Vec<Figure>,
    /// How many rows have which status and reason, by status, successes first.
    pub reasons: Vec<ReasonCount>,
    /// What centres bring into the figure.
    pub centres: Vec<ExplainedCentre>,
    /// Participations of persons for whom another participation stands in the cell.
    pub set_aside: usize,
    /// The people that are shown: by status, successes first, reason, pseudonym.
    pub people: Vec<ExplainedPerson>,
    /// How many participations fit the question.
    pub found: usize,
}

/// Ledger rows of one status and reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReasonCount {
    /// The status.
    pub status: LedgerStatus,
    /// The reason's code.
    pub reason: Arc<str>,
    /// How many.
    pub rows: u64,
    /// Σ numerator of those that are counted.
    pub numerator: i64,
}

/// What is known when an explanation begins.
struct Known<'a> {
    linked: &'a LinkedTables,
    origins: &'a Origins,
    store: &'a FactStore,
    reads: &'a Reads,
    rules: FactRules<'a>,
    indicator: &'a Indicator,
    part: &'a cell::Part,
}

/// Explains a figure of an indicator.
///
/// Fails when the indicator's definition does not apply in the period, when a query is refused, and when
/// the question names something that is not there.
pub fn explain(
    linked: &LinkedTables,
    origins: &Origins,
    rules: FactRules<'_>,
    question: &Question<'_>,
) -> Result<Explanation, ExplanationError> {
    let indicator = question.indicator;
    if !indicator.is_for(rules.period) {
        return Err(ExplanationError::NotInForce);
    }
    let store = build(linked, rules)?;
    let (asked, part) = cell::asked(&store, linked, indicator, &question.filter)?;
    let ledger = indicators::ledger(&store, indicator)?;
    let mut opened = indicators::open_cell(&store, indicator, &ledger, &asked)?;
    opened.figures.retain(|figure| part.is_of(figure));
    let rows = rows_of(&ledger, &opened, &part);
    let reads = indicators::reads(&store, rules.catalogue, indicator)?;
    let known =
        Known { linked, origins, store: &store, reads: &reads, rules, indicator, part: &part };
    let chosen = people::chosen(&known, &rows, question)?;
    let found = chosen.len();
    let shown: Vec<i64> = chosen.into_iter().take(question.limit).collect();
    let people = people::explain(&known, &rows, &shown, &question.filter)?;
    Ok(Explanation {
        indicator: indicator.id.clone(),
        aggregate: indicator.aggregate,
        period: rules.period,
        as_of: rules.as_of,
        cell: asked,
        figures: opened.figures,
        reasons: reasons(&rows),
        centres: centre::explain(&known, &opened.centres),
        set_aside: opened.set_aside.len(),
        people,
        found,
    })
}

/// The rows of the cell and part, by participation.
fn rows_of(
    ledger: &Ledger,
    opened: &CellLedger,
    part: &cell::Part,
) -> BTreeMap<i64, Vec<LedgerRow>> {
    let mut rows: BTreeMap<i64, Vec<LedgerRow>> =
        opened.participations.iter().map(|id| (*id, Vec::new())).collect();
    for row in ledger.rows.iter().filter(|row| part.holds(row)) {
        if let Some(rows) = rows.get_mut(&row.participation_id) {
            rows.push(row.clone());
        }
    }
    rows.retain(|_, rows| !rows.is_empty());
    rows
}

fn reasons(rows: &BTreeMap<i64, Vec<LedgerRow>>) -> Vec<ReasonCount> {
    let mut counts: BTreeMap<(LedgerStatus, Arc<str>), (u64, i64)> = BTreeMap::new();
    for row in rows.values().flatten() {
        let (count, numerator) = counts.entry((row.status, Arc::clone(&row.reason))).or_default();
        *count += 1;
        if row.status == LedgerStatus::Counted {
            *numerator = numerator.saturating_add(row.numerator.unwrap_or(0));
        }
    }
    let mut reasons: Vec<ReasonCount> = counts
        .into_iter()
        .map(|((status, reason), (rows, numerator))| ReasonCount {
            status,
            reason,
            rows,
            numerator,
        })
        .collect();
    reasons.sort_by_key(|count| (count.status, count.numerator <= 0));
    reasons
}

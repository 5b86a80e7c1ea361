//! One indicator's query to ledger rows, with everything checked that the header promises.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use thiserror::Error;

use crate::catalogue::{Aggregate, Breakdown, Catalogue, Indicator, Texts};
use crate::facts::{self, ColumnKind, FactStore, FactTable, Query, QueryError, Reads};
use crate::model::{LedgerRow, LedgerStatus};

/// The rows of one indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct Ledger {
    /// Indicator id.
    pub indicator: Arc<str>,
    /// Rows, by participation and breakdown.
    pub rows: Vec<LedgerRow>,
    /// Amounts of centres, by centre; for indicators that divide them by units.
    pub centre_rows: Vec<CentreRow>,
}

/// What a centre brings into an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CentreRow {
    /// Name of the centre.
    pub centre: Arc<str>,
    /// Grosze.
    pub numerator: i64,
    /// Units of the centre by which its amount is divided, where the units' own rows do not say it.
    pub denominator: i64,
    /// A code of the indicator's own list.
    pub reason: Arc<str>,
}

/// Why an indicator could not be computed.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum IndicatorError {
    /// The query was refused or could not run.
    #[error("{0}")]
    Query(#[from] QueryError),
    /// Its rows are no ledger.
    #[error("{file}: {problem}")]
    Ledger {
        /// The query's file.
        file: String,
        /// What is wrong.
        problem: String,
    },
}

impl IndicatorError {
    /// The sentence for a reader.
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::Query(error) => error.message(texts),
            Self::Ledger { .. } => self.to_string(),
        }
    }
}

/// Runs the query of an indicator and checks its rows: statuses and reasons are those of the header,
/// every unit stands once, a share's numerator is 0 or 1.
pub fn run(store: &FactStore, indicator: &Indicator) -> Result<Ledger, IndicatorError> {
    let outputs = outputs(indicator);
    let table = store.run(&query(indicator, &outputs))?;
    let (rows, centre_rows) = rows(&table, indicator)?;
    Ok(Ledger { indicator: indicator.id.as_str().into(), rows, centre_rows })
}

/// What the query of an indicator reads, down to the tables that are made of input rows.
pub fn reads(
    store: &FactStore,
    catalogue: &Catalogue,
    indicator: &Indicator,
) -> Result<Reads, IndicatorError> {
    let outputs = outputs(indicator);
    Ok(facts::reads(store, catalogue, &query(indicator, &outputs))?)
}

/// The columns of a ledger.
fn outputs(indicator: &Indicator) -> Vec<(&'static str, ColumnKind)> {
    let mut outputs = vec![
        ("participation_id", ColumnKind::Integer),
        ("status", ColumnKind::Text),
        ("numerator", ColumnKind::Integer),
        ("denominator", ColumnKind::Integer),
        ("reason", ColumnKind::Text),
    ];
    for breakdown in &indicator.breakdown {
        let kind = match breakdown {
            Breakdown::MonthOffset => ColumnKind::Integer,
            Breakdown::BenefitKind | Breakdown::Payer => ColumnKind::Text,
        };
        outputs.push((breakdown.column(), kind));
    }
    if indicator.aggregate.has_centre_rows() {
        outputs.push(("centre", ColumnKind::Text));
    }
    outputs
}

fn query<'a>(indicator: &'a Indicator, outputs: &'a [(&'a str, ColumnKind)]) -> Query<'a> {
    let Indicator { path, sql, lines_before, .. } = indicator;
    Query { path, sql, lines_before: *lines_before, outputs }
}

fn rows(
    table: &FactTable,
    indicator: &Indicator,
) -> Result<(Vec<LedgerRow>, Vec<CentreRow>), IndicatorError> {
    let problem =
        |problem: String| IndicatorError::Ledger { file: indicator.path.clone(), problem };
    let empty: Arc<str> = "".into();
    let mut rows = Vec::with_capacity(table.height());
    let mut seen = BTreeSet::new();
    let mut parts = None;
    let mut centres: BTreeMap<Arc<str>, CentreRow> = BTreeMap::new();
    for place in 0..table.height() {
        let status = table.text("status", place).unwrap_or_default();
        let status = LedgerStatus::from_code(&status)
            .ok_or_else(|| problem(format!("`{status}` is no status")))?;
        let reason = table.text("reason", place).unwrap_or_default();
        if !indicator.reasons.contains_key(&*reason) {
            return Err(problem(format!("the reason `{reason}` is not in the header")));
        }
        let numerator = table.integer("numerator", place);
        let denominator = table.integer("denominator", place);
        if let Some(centre) = table.text("centre", place) {
            let (LedgerStatus::Counted, Some(numerator), Some(denominator)) =
                (status, numerator, denominator)
            else {
                return Err(problem("a centre's row is not counted or has no numbers".to_owned()));
            };
            let row = CentreRow { centre: Arc::clone(&centre), numerator, denominator, reason };
            if centres.insert(centre, row).is_some() {
                return Err(problem("a centre stands twice".to_owned()));
            }
            continue;
        }
        let participation_id = table
            .integer("participation_id", place)
            .ok_or_else(|| problem("a row has no participation_id".to_owned()))?;
        let row = LedgerRow {
            participation_id,
            status,
            numerator,
            denominator,
            reason,
            benefit_kind: table.text("benefit_kind", place).unwrap_or_else(|| Arc::clone(&empty)),
            payer: table.text("payer", place).unwrap_or_else(|| Arc::clone(&empty)),
            month_offset: table.integer("month_offset", place),
        };
        let counted = status == LedgerStatus::Counted;
        if counted && (row.numerator.is_none() || row.denominator.is_none()) {
            return Err(problem("a counted row has no numerator or denominator".to_owned()));
        }
        let share = matches!(indicator.aggregate, Aggregate::Share);
        if counted && share && !(matches!(row.numerator, Some(0 | 1)) && row.denominator == Some(1))
        {
            return Err(problem("a share's rows are 0 or 1 of 1".to_owned()));
        }
        if counted && matches!(indicator.aggregate, Aggregate::MoneyFraction) {
            let of_one = row.denominator.filter(|parts| *parts > 0);
            if of_one.is_none() || parts.is_some_and(|known| Some(known) != of_one) {
                return Err(problem("parts of a grosz are not the same in every row".to_owned()));
            }
            parts = of_one;
        }
        let unit = (
            participation_id,
            Arc::clone(&row.benefit_kind),
            Arc::clone(&row.payer),
            row.month_offset,
        );
        if !seen.insert(unit) {
            return Err(problem("a participation stands twice".to_owned()));
        }
        rows.push(row);
    }
    Ok((rows, centres.into_values().collect()))
}

//! What centres bring into a figure: their amounts, and the rows of the finance tables behind them.

use std::sync::Arc;

use crate::explanation::Known;
use crate::indicators::CentreRow;
use crate::link::Account;
use crate::model::{Grosze, Place};

/// One centre's part in a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedCentre {
    /// Name.
    pub centre: Arc<str>,
    /// Its amount.
    pub numerator: Grosze,
    /// Units by which its amount is divided, where the people's own rows do not say it.
    pub denominator: i64,
    /// A code of the indicator's own list.
    pub reason: Arc<str>,
    /// Rows of its finance tables that lie in the period and bear a code which the query names.
    pub amounts: Vec<CentreAmount>,
}

/// One row of a finance table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CentreAmount {
    /// Year or quarter: `2025`, `2025-Q1`.
    pub period: String,
    /// Category code.
    pub category: Arc<str>,
    /// `plan` or `execution`.
    pub side: Arc<str>,
    /// Amount.
    pub grosze: Grosze,
    /// Where it stands.
    pub cells: Vec<Place>,
}

/// The centres of a figure.
pub(super) fn explain(known: &Known<'_>, rows: &[CentreRow]) -> Vec<ExplainedCentre> {
    rows.iter()
        .map(|row| ExplainedCentre {
            centre: Arc::clone(&row.centre),
            numerator: Grosze(row.numerator),
            denominator: row.denominator,
            reason: Arc::clone(&row.reason),
            amounts: amounts(known, &row.centre),
        })
        .collect()
}

fn amounts(known: &Known<'_>, centre: &str) -> Vec<CentreAmount> {
    let named = |code: &str| known.reads.texts.contains(code);
    let is_read = |account: &&Account| {
        known.linked.centres.get(account.centre).is_some_and(|known| &*known.name == centre)
            && known.rules.period.contains(account.period.last_day())
            && named(&account.category)
            && named(&account.side)
    };
    let amounts = known.linked.accounts.iter().filter(is_read).map(|account| CentreAmount {
        period: account.period.to_string(),
        category: Arc::clone(&account.category),
        side: Arc::clone(&account.side),
        grosze: Grosze(account.grosze),
        cells: known
            .origins
            .of_account(account)
            .iter()
            .filter_map(|origin| known.origins.cell(*origin, "amount"))
            .collect(),
    });
    amounts.collect()
}

//! Tables of what stands beside the figures: targets, money and staff of centres, the comparison group.

mod accounts;
mod comparison;
#[cfg(test)]
pub(crate) mod fixture;
mod targets;
#[cfg(test)]
mod tests;

pub(crate) use accounts::{finance, next_plans, staff};
pub(crate) use comparison::comparison;
pub(crate) use targets::{lines, others, targets};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Grosze, Magnitude, Quotient};
use crate::reports::ReportContext;
use crate::reports::workbook::CellValue;

/// Centres in code-point order, all of them together last.
fn centres_in_order<'a>(centres: impl Iterator<Item = &'a Arc<str>>) -> Vec<Arc<str>> {
    let found: BTreeSet<(bool, &Arc<str>)> =
        centres.map(|centre| (&**centre == "*", centre)).collect();
    found.into_iter().map(|(_, centre)| Arc::clone(centre)).collect()
}

/// The name of a centre, or of all of them.
fn centre_name(context: &ReportContext<'_>, centre: &str) -> String {
    if centre == "*" { context.texts.text("reports-all") } else { centre.to_owned() }
}

/// A number that is kept in thousandths, in the unit of what it measures: a share's in percent.
fn thousandths(magnitude: Magnitude, number: i64) -> CellValue {
    match magnitude {
        Magnitude::Share => CellValue::Share { numerator: number, denominator: 100_000 },
        Magnitude::Money => CellValue::Money { grosze: Grosze(number), denominator: 10 },
        Magnitude::Count | Magnitude::Days | Magnitude::Months if number % 1_000 == 0 => {
            CellValue::Whole(number / 1_000)
        }
        Magnitude::Count | Magnitude::Days | Magnitude::Months => CellValue::Thousandths(number),
    }
}

/// A number in the unit of targets, as [`thousandths`] shows it: percent, persons, zł, days or months.
fn in_unit_of_targets(magnitude: Magnitude, number: Quotient) -> Option<CellValue> {
    match magnitude {
        Magnitude::Share => Some(percent(number)),
        Magnitude::Money => {
            let grosze = Grosze(number.times(100)?.rounded()?);
            Some(CellValue::Money { grosze, denominator: 1 })
        }
        Magnitude::Count | Magnitude::Days | Magnitude::Months => {
            Some(thousandths(magnitude, number.times(1_000)?.rounded()?))
        }
    }
}

/// A percentage.
fn percent(number: Quotient) -> CellValue {
    let share = number.divided_by(Quotient::new(100, 1)).and_then(Quotient::value);
    share.map_or(CellValue::NotAvailable, CellValue::Limit)
}

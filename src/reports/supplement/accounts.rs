//! Money and staff of centres, each centre and all together (art. 5 ust. 6).

use std::sync::Arc;

use crate::disclosure::Publishable;
use crate::model::{FinanceSum, Magnitude};
use crate::reports::supplement::{centre_name, centres_in_order, thousandths};
use crate::reports::workbook::{CellValue, Row, SheetPlan};
use crate::reports::{ReportContext, label};

/// Plan and execution of the period.
pub(crate) fn finance(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let sums = &figures.supplement().finance;
    let mut rows = Vec::new();
    for centre in centres_in_order(sums.iter().map(|sum| &sum.centre)) {
        let mut of_centre: Vec<&FinanceSum> =
            sums.iter().filter(|sum| sum.centre == centre).collect();
        of_centre.sort_by_key(|sum| place(context, &sum.category));
        for sum in of_centre {
            let amount = |grosze: Option<_>| {
                grosze.map_or(CellValue::NotAvailable, |grosze| CellValue::Money {
                    grosze,
                    denominator: 1,
                })
            };
            let degree = match sum.degree() {
                Some((done, plan)) => CellValue::Share { numerator: done.0, denominator: plan.0 },
                None => CellValue::NotAvailable,
            };
            let cells = vec![
                CellValue::text(centre_name(context, &centre)),
                CellValue::text(label(context.texts, "finance_category", &sum.category)),
                amount(sum.plan),
                amount(sum.execution),
                degree,
            ];
            rows.push(if &*centre == "*" { Row::strong(cells) } else { Row::new(cells) });
        }
    }
    let columns = [
        ("column-centre", 34.0),
        ("finance-category", 36.0),
        ("finance-plan", 18.0),
        ("finance-execution", 18.0),
        ("finance-degree", 14.0),
    ];
    sheet(context, "finance", &columns, rows)
}

/// Plans of the year after the period.
pub(crate) fn next_plans(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let plans = &figures.supplement().next_plans;
    let mut rows = Vec::new();
    for centre in centres_in_order(plans.iter().map(|plan| &plan.centre)) {
        let mut of_centre: Vec<_> = plans.iter().filter(|plan| plan.centre == centre).collect();
        of_centre.sort_by_key(|plan| place(context, &plan.category));
        for plan in of_centre {
            let cells = vec![
                CellValue::text(centre_name(context, &centre)),
                CellValue::text(plan.year.to_string()),
                CellValue::text(label(context.texts, "finance_category", &plan.category)),
                CellValue::Money { grosze: plan.grosze, denominator: 1 },
            ];
            rows.push(if &*centre == "*" { Row::strong(cells) } else { Row::new(cells) });
        }
    }
    let columns = [
        ("column-centre", 34.0),
        ("accounts-year", 10.0),
        ("finance-category", 36.0),
        ("finance-plan", 18.0),
    ];
    sheet(context, "plans", &columns, rows)
}

/// Staff in the year in which the period ends.
pub(crate) fn staff(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let sums = &figures.supplement().staff;
    let mut rows = Vec::new();
    for centre in centres_in_order(sums.iter().map(|sum| &sum.centre)) {
        let mut of_centre: Vec<_> = sums.iter().filter(|sum| sum.centre == centre).collect();
        of_centre.sort_by_key(|sum| (&*sum.kind == "*", Arc::clone(&sum.kind)));
        for sum in of_centre {
            let kind = if &*sum.kind == "*" {
                context.texts.text("staff-all-kinds")
            } else {
                sum.kind.to_string()
            };
            let cells = vec![
                CellValue::text(centre_name(context, &centre)),
                CellValue::text(sum.year.to_string()),
                CellValue::text(kind),
                thousandths(Magnitude::Count, sum.persons),
                sum.full_time_equivalents.map_or(CellValue::NotAvailable, CellValue::Thousandths),
            ];
            rows.push(if &*sum.kind == "*" { Row::strong(cells) } else { Row::new(cells) });
        }
    }
    let columns = [
        ("column-centre", 34.0),
        ("accounts-year", 10.0),
        ("staff-kind", 36.0),
        ("staff-persons", 14.0),
        ("staff-full-time", 14.0),
    ];
    sheet(context, "staff", &columns, rows)
}

/// The place of a category in the list of its kind of table: what comes in, then what goes out.
fn place(context: &ReportContext<'_>, category: &str) -> Option<usize> {
    let (_, field) = context.catalogue.source("finance")?.field("category")?;
    field.dictionary.entries.iter().position(|entry| entry.code == category)
}

fn sheet(
    context: &ReportContext<'_>,
    id: &str,
    columns: &[(&str, f64)],
    rows: Vec<Row>,
) -> SheetPlan {
    let texts = context.texts;
    let note = if rows.is_empty() { "none" } else { "note" };
    SheetPlan::of(texts, id, vec![texts.text(&format!("{id}-{note}"))], columns, rows)
}

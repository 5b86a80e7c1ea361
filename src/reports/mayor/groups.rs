//! Outcomes of women and men, by age and by the groups of the act, as far as the public may see them.

use crate::disclosure::Publishable;
use crate::model::Sex;
use crate::reports::category_order::categories;
use crate::reports::mayor::remark;
use crate::reports::shown_cell::{Firmness, Spot, count, find, public_rate, value_at};
use crate::reports::workbook::{CellValue, Row, SheetPlan};
use crate::reports::{ReportContext, label};

const RATES: [&str; 2] = ["completion_rate", "labour_market_entry_rate"];
/// Where the rates stand in a row.
const RATE_COLUMNS: [usize; 2] = [3, 5];

/// Every group.
pub(super) fn sheet(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let mut rows = Vec::new();
    for sex in [Sex::K, Sex::M] {
        let name = label(texts, "sex", sex.code());
        rows.push(row(context, figures, "sex", &name, Spot::centre("*").of(sex)));
    }
    for dimension in ["age_band", "group"] {
        for category in categories(figures, &RATES, dimension) {
            let name = label(texts, dimension, &category);
            let spot = Spot { dimension, category: &category, ..Spot::centre("*") };
            rows.push(row(context, figures, dimension, &name, spot));
        }
    }
    let columns = [
        ("mayor-group-by", 12.0),
        ("mayor-group", 34.0),
        ("mayor-group-participants", 14.0),
        ("mayor-group-completed", 16.0),
        ("mayor-group-completed-n", 16.0),
        ("mayor-group-work", 16.0),
        ("mayor-group-work-n", 16.0),
        ("column-remark", 30.0),
    ];
    SheetPlan::of(texts, "mayor-groups", vec![texts.text("mayor-groups-note")], &columns, rows)
}

/// The groups of which there is a rate, and how many others there are.
pub(super) fn known(context: &ReportContext<'_>, figures: &Publishable) -> (SheetPlan, usize) {
    let mut plan = sheet(context, figures);
    let all = plan.rows.len();
    plan.rows.retain(|row| {
        let mut rates = RATE_COLUMNS.iter().filter_map(|column| row.cells.get(*column));
        rates.any(|cell| cell.number().is_some())
    });
    let others = all - plan.rows.len();
    (plan, others)
}

fn row(
    context: &ReportContext<'_>,
    figures: &Publishable,
    dimension: &str,
    name: &str,
    spot: Spot<'_>,
) -> Row {
    let texts = context.texts;
    let mut cells = vec![
        CellValue::text(texts.text(&format!("mayor-group-by-{}", dimension.replace('_', "-")))),
        CellValue::text(name),
        value_at(figures, "participants", spot),
    ];
    let mut remarks = Vec::new();
    for (id, what) in RATES.into_iter().zip(["completed", "work"]) {
        let figure = find(figures, id, spot);
        let (cell, firmness) = public_rate(figure);
        cells.extend([cell, count(figure, |counts| counts.counted)]);
        if matches!(firmness, Firmness::Indicative | Firmness::TooFew) {
            let what = texts.text(&format!("mayor-group-{what}"));
            remarks.push(format!("{what}: {}", remark(texts, firmness)));
        }
    }
    cells.push(CellValue::text(remarks.join("; ")));
    Row::new(cells)
}

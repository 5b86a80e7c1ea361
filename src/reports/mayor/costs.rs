//! What the centres cost, and when the gmina gets it back. Money from taxes is an estimate and says so;
//! a number from a rule that nobody has seen in its source is named.

use crate::disclosure::{Publishable, ShownFigure};
use crate::model::{Numerals, Period};
use crate::reports::ReportContext;
use crate::reports::mayor::remark;
use crate::reports::shown_cell::{Firmness, Spot, count, find, public_rate, value};
use crate::reports::workbook::{CellValue, Row, SheetPlan};

/// Figures that need a centre's running cost.
pub(super) const COSTS: [&str; 4] =
    ["cost_per_participant", "cost_per_completer", "cost_per_independent", "payback_months"];
/// Figures that do not.
pub(super) const GAINS: [&str; 2] = ["gmina_tax_gain", "net_public_balance"];

/// Whether no centre's running cost is known; a hidden cost is a known one.
pub(super) fn cost_is_unknown(figures: &Publishable) -> bool {
    let (cell, firmness) = public_rate(find(figures, "cost_per_participant", Spot::centre("*")));
    firmness == Firmness::Absent && cell != CellValue::Suppressed
}

/// The costs, the tax, the balance and the months until they meet.
pub(super) fn sheet(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let [participant, completer, independent, payback] = COSTS;
    let [tax, balance] = GAINS;
    table(context, figures, &[participant, completer, independent, tax, payback, balance])
}

/// The same without what is not known for want of a cost.
pub(super) fn known(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    if cost_is_unknown(figures) { table(context, figures, &GAINS) } else { sheet(context, figures) }
}

fn table(context: &ReportContext<'_>, figures: &Publishable, ids: &[&str]) -> SheetPlan {
    let texts = context.texts;
    let columns = [
        ("mayor-figure", 28.0),
        ("column-value", 24.0),
        ("column-base", 9.0),
        ("mayor-how-to-read", 62.0),
        ("column-remark", 51.0),
    ];
    SheetPlan::of(
        texts,
        "mayor-costs",
        vec![texts.text("mayor-costs-note")],
        &columns,
        ids.iter().map(|id| row(context, figures, id)).collect(),
    )
}

fn row(context: &ReportContext<'_>, figures: &Publishable, id: &str) -> Row {
    let texts = context.texts;
    let figure = find(figures, id, Spot::centre("*"));
    let (cell, firmness) = amount(figure);
    let text = id.replace('_', "-");
    let remarks = [remark(texts, firmness), unverified(context, figures, id)];
    let remarks: Vec<String> = remarks.into_iter().filter(|remark| !remark.is_empty()).collect();
    Row::new(vec![
        CellValue::text(texts.text(&format!("mayor-figure-{text}"))),
        cell,
        count(figure, |counts| counts.counted),
        CellValue::text(texts.text(&format!("mayor-reading-{text}"))),
        CellValue::text(remarks.join("; ")),
    ])
}

/// A mean of few people is not said; a sum is no mean.
fn amount(figure: Option<&ShownFigure>) -> (CellValue, Firmness) {
    use crate::disclosure::Shown::Open;
    match figure {
        Some(sum) if matches!(sum.shown, Open(Numerals::MoneyFraction(Some(_)), _)) => {
            (value(sum), Firmness::Firm)
        }
        _ => public_rate(figure),
    }
}

/// Which of the numbers from rules behind a figure were not seen in their source.
fn unverified(context: &ReportContext<'_>, figures: &Publishable, id: &str) -> String {
    let texts = context.texts;
    let Some(indicator) = context.catalogue.indicator(id) else { return String::new() };
    let start = figures.period().start;
    let looked_at = Period { start, end: figures.as_of().max(start) };
    let parameters = indicator.parameters.iter().filter_map(|id| context.catalogue.parameter(id));
    let names: Vec<&str> = parameters
        .filter(|parameter| parameter.during(looked_at).any(|value| !value.verified))
        .map(|parameter| parameter.title.text(texts.language()))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    texts.fill("mayor-unverified", &[("what", names.join(", ").into())])
}

//! Targets of projects: planned, reached in the period and cumulatively, and how far (indicators.md 9).

use std::sync::Arc;

use crate::disclosure::Publishable;
use crate::model::{Achieved, Magnitude, Sex, TargetPart, TargetProgress};
use crate::reports::ReportContext;
use crate::reports::shown_cell;
use crate::reports::supplement::{in_unit_of_targets, percent, thousandths};
use crate::reports::workbook::{CellValue, Row, SheetPlan, indicator_title, written_day};

/// The letters of the parts of a target, as forms have them.
const LETTERS: [&str; 3] = ["K", "M", "O"];

/// All targets, a row each for women, men and all.
pub(crate) fn targets(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    let texts = context.texts;
    let columns = [
        ("targets-project", 27.0),
        ("column-indicator", 50.0),
        ("column-sex", 7.0),
        ("targets-due", 12.0),
        ("targets-baseline", 12.0),
        ("targets-target", 12.0),
        ("targets-in-period", 13.0),
        ("targets-cumulative", 14.0),
        ("targets-degree", 13.0),
    ];
    let supplement = figures.supplement();
    let targets = supplement.targets.iter();
    let rows: Vec<Row> = targets.flat_map(|target| target_rows(context, target)).collect();
    let mut notes = vec![texts.text(if rows.is_empty() { "targets-none" } else { "targets-note" })];
    if let Some(centre) = supplement.only_centre.as_deref().filter(|_| !rows.is_empty()) {
        notes.push(texts.fill("targets-only-centre", &[("centre", centre.into())]));
    }
    SheetPlan::of(texts, "targets", notes, &columns, rows)
}

/// Women, men, all. The baseline is one number, of all.
fn target_rows(context: &ReportContext<'_>, target: &TargetProgress) -> Vec<Row> {
    let magnitude = magnitude(context, target);
    let due = target.due.map(|day| written_day(day, context.texts.language()));
    let parts = LETTERS.iter().zip(&target.parts);
    let rows = parts.map(|(letter, part)| {
        let is_all = part.sex == Sex::All;
        let baseline = target.baseline.filter(|_| is_all);
        let cells = vec![
            CellValue::text(project(context, target)),
            CellValue::text(title(context, &target.indicator)),
            CellValue::text(*letter),
            due.clone().map_or(CellValue::Blank, CellValue::Text),
            baseline.map_or(CellValue::Blank, |number| thousandths(magnitude, number)),
            planned(magnitude, part),
            reached(&part.in_period),
            reached(&part.cumulative),
            degree(part),
        ];
        if is_all { Row::strong(cells) } else { Row::new(cells) }
    });
    rows.collect()
}

/// A target for everybody as a line of a results table: planned, reached in the period, the difference.
pub(crate) struct TargetLine {
    /// Name of the indicator, with the project.
    pub(crate) name: String,
    /// Planned, reached, the difference, counted units.
    pub(crate) cells: [CellValue; 4],
}

/// Indicators with a target that a table does not name itself, in the order of the targets.
pub(crate) fn others(figures: &Publishable, named: &[&str]) -> Vec<Arc<str>> {
    let mut others: Vec<Arc<str>> = Vec::new();
    for target in &figures.supplement().targets {
        let is_known = named.contains(&&*target.indicator) || others.contains(&target.indicator);
        if !is_known {
            others.push(Arc::clone(&target.indicator));
        }
    }
    others
}

/// The targets of an indicator, a line each.
pub(crate) fn lines(
    context: &ReportContext<'_>,
    figures: &Publishable,
    indicator: &str,
) -> Vec<TargetLine> {
    let targets = figures.supplement().targets.iter();
    let lines = targets.filter(|target| &*target.indicator == indicator).map(|target| {
        let [.., all] = &target.parts;
        let magnitude = magnitude(context, target);
        let difference = all.difference().and_then(|one| in_unit_of_targets(magnitude, one));
        let counted = all.in_period.and_then(|(_, counts)| i64::try_from(counts.counted).ok());
        let title = indicator_title(context, indicator);
        let name = match &target.project {
            Some(_) => format!("{title} ({})", project(context, target)),
            None => title,
        };
        TargetLine {
            name,
            cells: [
                planned(magnitude, all),
                reached(&all.in_period),
                difference.unwrap_or(CellValue::Blank),
                counted.map_or(CellValue::NotAvailable, CellValue::Whole),
            ],
        }
    });
    lines.collect()
}

fn project(context: &ReportContext<'_>, target: &TargetProgress) -> String {
    match &target.project {
        Some(number) => number.to_string(),
        None => context.texts.text("targets-all-projects"),
    }
}

/// The name of an indicator behind its code in the ESF+ lists.
fn title(context: &ReportContext<'_>, id: &str) -> String {
    let title = indicator_title(context, id);
    match context.catalogue.indicator(id).and_then(|indicator| indicator.esf.as_deref()) {
        Some(code) if !title.contains(code) => format!("{code} – {title}"),
        _ => title,
    }
}

/// Codes of the ESF+ list that this version does not compute are numbers of persons.
fn magnitude(context: &ReportContext<'_>, target: &TargetProgress) -> Magnitude {
    let indicator = context.catalogue.indicator(&target.indicator);
    indicator.map_or(Magnitude::Count, |indicator| indicator.aggregate.magnitude())
}

fn planned(magnitude: Magnitude, part: &TargetPart) -> CellValue {
    part.target.map_or(CellValue::Blank, |number| thousandths(magnitude, number))
}

fn reached(reached: &Achieved) -> CellValue {
    reached.map_or(CellValue::NotAvailable, |(numerals, counts)| {
        shown_cell::number(&numerals, &counts)
    })
}

/// The degree; without a target there is none, and without a value it is the value's sign.
fn degree(part: &TargetPart) -> CellValue {
    match (part.degree(), part.target) {
        (Some(degree), _) => percent(degree),
        (None, Some(1..)) => reached(&part.cumulative),
        (None, _) => CellValue::Blank,
    }
}

//! Ledger rows to figures: sums, ratios of sums and medians, cell by cell. Ratios are never averaged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Aggregate, Breakdown, Indicator, Unit as CountingUnit};
use crate::indicators::cells::{Cells, Unit};
use crate::indicators::{CentreRow, IndicatorError, Ledger};
use crate::model::{
    Counts, Figure, FigureKey, Grosze, LedgerRow, LedgerStatus, Numerals, Quotient, Sex,
};

/// A cell before its breakdown: centre, dimension, category, sex.
type Cell = (Arc<str>, Arc<str>, Arc<str>, Sex);
/// A breakdown: kind, payer, month.
type Part = (Arc<str>, Arc<str>, Option<i64>);

/// All figures of one indicator.
pub(crate) fn figures(
    indicator: &Indicator,
    ledger: &Ledger,
    cells: &Cells,
) -> Result<Vec<Figure>, IndicatorError> {
    let mut rows_of: BTreeMap<i64, Vec<&LedgerRow>> = BTreeMap::new();
    for row in &ledger.rows {
        if cells.unit(row.participation_id).is_none() {
            return Err(IndicatorError::Ledger {
                file: indicator.path.clone(),
                problem: format!("there is no participation {}", row.participation_id),
            });
        }
        rows_of.entry(row.participation_id).or_default().push(row);
    }
    let with_centres = indicator.aggregate.has_centre_rows();
    let is_everybody = |cell: &Cell| &*cell.1 == "total" && cell.3 == Sex::All;
    let mut members: BTreeMap<Cell, Vec<i64>> = BTreeMap::new();
    for cell in total_cells(cells) {
        members.insert(cell, Vec::new());
    }
    for participation in rows_of.keys() {
        for cell in cells_of(*participation, cells) {
            members.entry(cell).or_default().push(*participation);
        }
    }
    // What a centre spends belongs to no one of its people (rulings.md 44).
    members.retain(|cell, _| !with_centres || is_everybody(cell));
    let mut figures = Vec::new();
    for (cell, participations) in members {
        let counted = chosen(indicator, participations, cells);
        let rows: Vec<&LedgerRow> =
            counted.iter().filter_map(|id| rows_of.get(id)).flatten().copied().collect();
        let (centre, _, _, sex) = &cell;
        let present = cells.present(centre, *sex);
        for (part, rows) in parts(indicator, &rows) {
            let of_cell = |row: &&CentreRow| &*cell.0 == "*" || row.centre == cell.0;
            let centres: Vec<&CentreRow> = ledger.centre_rows.iter().filter(of_cell).collect();
            let mut figure = figure(indicator, &cell, part, &rows, &centres)?;
            figure.counts.present = present;
            figures.push(figure);
        }
    }
    Ok(figures)
}

/// The rows of the cell of all centres and everybody, by participation.
pub(crate) fn rows_of_everybody<'a>(
    indicator: &Indicator,
    ledger: &'a Ledger,
    cells: &Cells,
) -> Vec<&'a LedgerRow> {
    let participations: BTreeSet<i64> =
        ledger.rows.iter().map(|row| row.participation_id).collect();
    let counted = chosen(indicator, participations.into_iter().collect(), cells);
    ledger.rows.iter().filter(|row| counted.binary_search(&row.participation_id).is_ok()).collect()
}

/// The participations that count in a cell, in order.
fn chosen(indicator: &Indicator, participations: Vec<i64>, cells: &Cells) -> Vec<i64> {
    match indicator.unit {
        CountingUnit::Person => cells.one_a_person(&participations),
        CountingUnit::Participation => participations,
    }
}

/// The figure of everybody together, and the rows behind it.
pub(crate) struct Total {
    pub(crate) figure: Figure,
    /// Numerator and denominator of each counted row.
    pub(crate) pairs: Vec<(f64, f64)>,
}

/// The figure of all participations that are kept, for one sex or all; of a breakdown its cell of all kinds
/// and payers. `None` for an indicator that has no such cell.
pub(crate) fn of_everybody(
    indicator: &Indicator,
    ledger: &Ledger,
    cells: &Cells,
    sex: Sex,
    keep: &dyn Fn(i64) -> bool,
) -> Result<Option<Total>, IndicatorError> {
    if indicator.breakdown.contains(&Breakdown::MonthOffset) {
        return Ok(None);
    }
    let together = |column: Breakdown| -> Arc<str> {
        if indicator.breakdown.contains(&column) { "*".into() } else { "".into() }
    };
    let part = (together(Breakdown::BenefitKind), together(Breakdown::Payer), None);
    let is_of_part = |row: &&LedgerRow| {
        row.benefit_kind == part.0 && row.payer == part.1 && keep(row.participation_id)
    };
    let mut rows_of: BTreeMap<i64, &LedgerRow> = BTreeMap::new();
    for row in ledger.rows.iter().filter(is_of_part) {
        let of_sex = |unit: &Unit| sex == Sex::All || unit.sex == sex;
        if cells.unit(row.participation_id).is_some_and(of_sex) {
            rows_of.insert(row.participation_id, row);
        }
    }
    let participations: Vec<i64> = rows_of.keys().copied().collect();
    let counted = chosen(indicator, participations, cells);
    let rows: Vec<&LedgerRow> = counted.iter().filter_map(|id| rows_of.get(id)).copied().collect();
    let centres: Vec<&CentreRow> = ledger.centre_rows.iter().collect();
    let cell = ("*".into(), "total".into(), "*".into(), sex);
    let mut figure = figure(indicator, &cell, part.clone(), &rows, &centres)?;
    figure.counts.present = cells.present_among(sex, keep);
    let pairs = rows
        .iter()
        .filter(|row| row.status == LedgerStatus::Counted)
        .filter_map(|row| Some((near(row.numerator?), near(row.denominator?))))
        .collect();
    Ok(Some(Total { figure, pairs }))
}

#[expect(clippy::cast_precision_loss, reason = "grosze of one person stay far below 2^53")]
fn near(number: i64) -> f64 {
    number as f64
}

/// `total` is written for all centres and every centre, with sexes `*`, `K`, `M`, even when nobody is in
/// it (rulings.md 13).
fn total_cells(cells: &Cells) -> Vec<Cell> {
    let all: Arc<str> = "*".into();
    let total: Arc<str> = "total".into();
    std::iter::once(&all)
        .chain(cells.centres())
        .flat_map(|centre| {
            [Sex::All, Sex::K, Sex::M]
                .map(|sex| (Arc::clone(centre), Arc::clone(&total), Arc::clone(&all), sex))
        })
        .collect()
}

/// The cells in which a participation stands.
fn cells_of(participation: i64, cells: &Cells) -> BTreeSet<Cell> {
    let Some(unit) = cells.unit(participation) else { return BTreeSet::new() };
    let all: Arc<str> = "*".into();
    let total = [(Arc::from("total"), Arc::clone(&all))];
    let mut found = BTreeSet::new();
    for (dimension, category) in total.iter().chain(&unit.categories) {
        for centre in [&all, &unit.centre] {
            // A centre's own figures by centre would say its total again.
            if &**dimension == "centre" && **centre != *"*" {
                continue;
            }
            for sex in [Sex::All, unit.sex] {
                found.insert((
                    Arc::clone(centre),
                    Arc::clone(dimension),
                    Arc::clone(category),
                    sex,
                ));
            }
        }
    }
    found
}

/// Rows by breakdown; an indicator without one has one part even when it has no row.
fn parts<'a>(indicator: &Indicator, rows: &[&'a LedgerRow]) -> BTreeMap<Part, Vec<&'a LedgerRow>> {
    let mut parts: BTreeMap<Part, Vec<&LedgerRow>> = BTreeMap::new();
    if indicator.breakdown.is_empty() {
        parts.insert(("".into(), "".into(), None), Vec::new());
    }
    for row in rows {
        let part = (Arc::clone(&row.benefit_kind), Arc::clone(&row.payer), row.month_offset);
        parts.entry(part).or_default().push(row);
    }
    parts
}

fn figure(
    indicator: &Indicator,
    cell: &Cell,
    (benefit_kind, payer, month_offset): Part,
    rows: &[&LedgerRow],
    centres: &[&CentreRow],
) -> Result<Figure, IndicatorError> {
    let (centre, dimension, category, sex) = cell;
    let (numerals, counts) = sum(indicator, rows, centres)?;
    Ok(Figure {
        key: FigureKey {
            indicator: indicator.id.as_str().into(),
            centre: Arc::clone(centre),
            dimension: Arc::clone(dimension),
            category: Arc::clone(category),
            sex: *sex,
            benefit_kind,
            payer,
            month_offset,
        },
        unit: indicator.unit.code(),
        numerals,
        counts,
    })
}

/// The numbers of a cell, and its units by status.
pub(crate) fn sum(
    indicator: &Indicator,
    rows: &[&LedgerRow],
    centres: &[&CentreRow],
) -> Result<(Numerals, Counts), IndicatorError> {
    let mut counts = Counts::default();
    for row in rows {
        match row.status {
            LedgerStatus::Counted => counts.counted += 1,
            LedgerStatus::Excluded => counts.excluded += 1,
            LedgerStatus::Pending => counts.pending += 1,
            LedgerStatus::Unknown => counts.unknown += 1,
        }
    }
    let counted: Vec<&LedgerRow> =
        rows.iter().filter(|row| row.status == LedgerStatus::Counted).copied().collect();
    let numerals =
        numerals(indicator.aggregate, &counted, centres, counts.pending).ok_or_else(|| {
            IndicatorError::Ledger {
                file: indicator.path.clone(),
                problem: "a sum is too large".to_owned(),
            }
        })?;
    Ok((numerals, counts))
}

/// The numbers of a cell; `None` when a sum does not fit.
fn numerals(
    aggregate: Aggregate,
    counted: &[&LedgerRow],
    centres: &[&CentreRow],
    pending: u64,
) -> Option<Numerals> {
    let of_centres = |value: fn(&CentreRow) -> i64| {
        centres.iter().map(|row| i128::from(value(row))).sum::<i128>()
    };
    let sum = |value: fn(&LedgerRow) -> Option<i64>| {
        counted.iter().filter_map(|row| value(row)).map(i128::from).sum::<i128>()
    };
    let numerator = || i64::try_from(sum(|row| row.numerator)).ok();
    let denominator = || i64::try_from(sum(|row| row.denominator)).ok();
    let some = !counted.is_empty();
    Some(match aggregate {
        Aggregate::Count => Numerals::Count(numerator()?),
        Aggregate::Share => {
            Numerals::Share { numerator: numerator()?, denominator: denominator()?, pending }
        }
        Aggregate::MedianDays => Numerals::Median(doubled_median(counted)),
        Aggregate::MoneyMean => {
            Numerals::MoneyMean(some.then_some((Grosze(numerator()?), denominator()?)))
        }
        Aggregate::MoneyRatio => {
            Numerals::MoneyRatio(some.then_some((Grosze(numerator()?), Grosze(denominator()?))))
        }
        Aggregate::MoneySum => Numerals::MoneySum(some.then_some(Grosze(numerator()?))),
        Aggregate::MoneyPerUnit if centres.is_empty() => Numerals::MoneyMean(None),
        Aggregate::MoneyPerUnit => {
            let cost = i64::try_from(of_centres(|row| row.numerator)).ok()?;
            Numerals::MoneyMean(Some((Grosze(cost), denominator()?)))
        }
        Aggregate::Payback => {
            let cost =
                Quotient::new(of_centres(|row| row.numerator), of_centres(|row| row.denominator));
            let gain = Quotient::new(sum(|row| row.numerator), sum(|row| row.denominator));
            Numerals::Payback((some && !centres.is_empty()).then_some((cost, gain)))
        }
        // Rows are checked to have one denominator (`ledger`).
        Aggregate::MoneyFraction => Numerals::MoneyFraction(
            counted
                .first()
                .and_then(|row| row.denominator)
                .map(|of_one| Quotient::new(sum(|row| row.numerator), of_one)),
        ),
    })
}

/// Twice the median: the sum of the middle two, or twice the middle one.
fn doubled_median(counted: &[&LedgerRow]) -> Option<i64> {
    let mut values: Vec<i64> = counted.iter().filter_map(|row| row.numerator).collect();
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    let lower = if values.len() % 2 == 1 { upper } else { *values.get(middle.checked_sub(1)?)? };
    lower.checked_add(upper)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(numerator: i64) -> LedgerRow {
        LedgerRow {
            participation_id: 1,
            status: LedgerStatus::Counted,
            numerator: Some(numerator),
            denominator: Some(1),
            reason: "".into(),
            benefit_kind: "".into(),
            payer: "".into(),
            month_offset: None,
        }
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        let rows = [row(5), row(1), row(4), row(2)];
        let rows: Vec<&LedgerRow> = rows.iter().collect();
        assert_eq!(doubled_median(&rows), Some(6));
        assert_eq!(doubled_median(&rows[..3]), Some(8));
        assert_eq!(doubled_median(&[]), None);
    }

    #[test]
    fn sums_of_money_over_nobody_are_empty_and_counts_are_zero() {
        assert_eq!(numerals(Aggregate::MoneySum, &[], &[], 0), Some(Numerals::MoneySum(None)));
        assert_eq!(numerals(Aggregate::Count, &[], &[], 0), Some(Numerals::Count(0)));
    }
}

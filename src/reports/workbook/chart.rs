//! Native charts over a table, with alt text and colours that colour-blind readers can tell apart.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
    ColNum, Color, RowNum, Worksheet,
};

use crate::reports::ReportError;
use crate::reports::workbook::style::{BAR_COLOURS, LINE_COLOURS};
use crate::reports::workbook::{CellValue, ChartKind, ChartPlan, SheetPlan};

const WIDTH: u32 = 860;
const HEIGHT: u32 = 360;
/// Rows of normal height that a chart covers.
const ROWS: RowNum = 19;
/// A table of at most this width in characters and at least this many rows has its charts beside.
const NARROW: f64 = 70.0;
const LONG: usize = 15;
/// Pixels between a table and a chart beside it.
const GAP: u32 = 24;
/// Bars above this number get no value labels: they would run into each other.
const MOST_LABELS: usize = 16;

/// Whether a chart has numbers for all its points: Excel draws words as zeros, and a hidden number
/// drawn as a zero would be a false one.
pub(crate) fn is_drawable(plan: &SheetPlan, chart: &ChartPlan) -> bool {
    let rows = plan.rows.get(chart.rows.clone()).unwrap_or_default();
    !rows.is_empty()
        && rows.iter().all(|row| {
            chart.series.iter().all(|series| match row.cells.get(usize::from(series.column)) {
                Some(CellValue::Blank) => true,
                Some(cell) => cell.number().is_some(),
                None => false,
            })
        })
}

/// Puts the charts of a sheet below its table, or beside it when it is long and narrow; takes the
/// height of the table in points and gives the height of all.
pub(crate) fn write(
    sheet: &mut Worksheet,
    plan: &SheetPlan,
    header_row: RowNum,
    last_row: RowNum,
    table_height: f64,
) -> Result<f64, ReportError> {
    let beside = is_long_and_narrow(plan);
    let (mut row, column) = if beside {
        (header_row, ColNum::try_from(plan.columns.len()).unwrap_or(ColNum::MAX))
    } else {
        (last_row + 2, 0)
    };
    let mut tall = 0.0;
    for planned in plan.charts.iter().filter(|planned| is_drawable(plan, planned)) {
        let chart = draw(plan, planned, header_row);
        sheet.insert_chart_with_offset(row, column, &chart, if beside { GAP } else { 0 }, 0)?;
        row += ROWS;
        tall += f64::from(ROWS) * 15.0;
    }
    Ok(if beside { table_height.max(tall) } else { table_height + tall })
}

/// A table with room for a chart on its right, on the same page.
fn is_long_and_narrow(plan: &SheetPlan) -> bool {
    let width: f64 = plan.columns.iter().map(|column| column.width).sum();
    width <= NARROW && plan.rows.len() >= LONG
}

fn draw(plan: &SheetPlan, planned: &ChartPlan, header_row: RowNum) -> Chart {
    let mut chart = Chart::new(match planned.kind {
        ChartKind::Bar => ChartType::Bar,
        ChartKind::Column => ChartType::Column,
        ChartKind::StackedColumn => ChartType::ColumnStacked,
        ChartKind::Line => ChartType::Line,
    });
    let first = header_row + 1 + RowNum::try_from(planned.rows.start).unwrap_or(0);
    let last = header_row + RowNum::try_from(planned.rows.end).unwrap_or(0);
    let points = planned.rows.len() * planned.series.len();
    for (position, series) in planned.series.iter().enumerate() {
        let palette = if planned.kind == ChartKind::Line { LINE_COLOURS } else { BAR_COLOURS };
        let colour = Color::RGB(palette.into_iter().cycle().nth(position).unwrap_or(0));
        let target = chart
            .add_series()
            .set_name(series.name.as_str())
            .set_categories((
                plan.name.as_str(),
                first,
                planned.categories,
                last,
                planned.categories,
            ))
            .set_values((plan.name.as_str(), first, series.column, last, series.column));
        if planned.kind == ChartKind::Line {
            let line = ChartLine::new().set_color(colour).set_width(2.25).clone();
            let marks = [ChartMarkerType::Circle, ChartMarkerType::Diamond];
            let mark =
                marks.get(position % marks.len()).copied().unwrap_or(ChartMarkerType::Circle);
            let fill = ChartSolidFill::new().set_color(colour).clone();
            let dot = ChartFormat::new().set_solid_fill(&fill).clone();
            let marker =
                ChartMarker::new().set_type(mark).set_size(6).set_format(&mut dot.clone()).clone();
            target.set_format(ChartFormat::new().set_line(&line)).set_marker(&marker);
        } else {
            let fill = ChartSolidFill::new().set_color(colour).clone();
            target.set_format(ChartFormat::new().set_solid_fill(&fill)).set_gap(60);
            if points <= MOST_LABELS {
                // A zero on top of a pile has no room for its number.
                let stacked = planned.kind == ChartKind::StackedColumn;
                let format = if stacked { "0;;" } else { planned.number_format.as_str() };
                let label = ChartDataLabel::new().show_value().set_num_format(format).clone();
                target.set_data_label(&label);
            }
        }
    }
    dress(&mut chart, planned);
    if planned.kind == ChartKind::Bar
        && let Some(limit) = symmetric_limit(plan, planned)
    {
        chart.x_axis().set_min(-limit).set_max(limit);
    }
    chart
}

fn dress(chart: &mut Chart, planned: &ChartPlan) {
    let bold = ChartFont::new().set_bold().set_size(12).clone();
    chart.title().set_name(planned.title.as_str()).set_font(&bold);
    chart.set_alt_text(planned.alt.as_str()).set_width(WIDTH).set_height(HEIGHT);
    let plain = ChartFont::new().set_size(9).clone();
    let grid = ChartLine::new().set_color(Color::RGB(0x00D9_DEE4)).clone();
    let upright = planned.kind != ChartKind::Bar;
    // The writer's x axis is the one that lies: of horizontal bars it holds the values.
    let categories = if upright { chart.x_axis() } else { chart.y_axis() };
    categories.set_label_position(ChartAxisLabelPosition::Low);
    if !planned.category_title.is_empty() {
        categories.set_name(planned.category_title.as_str()).set_name_font(&plain);
    }
    if !upright {
        // The first row stands on top, as in the table.
        categories.set_reverse().set_crossing(ChartAxisCrossing::Max).set_major_gridlines(false);
    }
    let values = if upright { chart.y_axis() } else { chart.x_axis() };
    values.set_name(planned.value_title.as_str()).set_name_font(&plain);
    values.set_num_format(&planned.number_format).set_major_gridlines(true);
    values.set_major_gridlines_line(&grid);
    if let Some(largest) = planned.largest {
        values.set_min(0.0).set_max(largest);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    if planned.series.len() < 2 {
        chart.legend().set_hidden();
    }
}

/// Where some bars point left, room for their numbers on both sides: a round number a third above
/// the longest bar. `None` where all bars point right.
fn symmetric_limit(plan: &SheetPlan, planned: &ChartPlan) -> Option<f64> {
    let rows = plan.rows.get(planned.rows.clone())?;
    let numbers: Vec<f64> = rows
        .iter()
        .flat_map(|row| {
            planned.series.iter().map(|series| row.cells.get(usize::from(series.column)))
        })
        .filter_map(|cell| cell.and_then(CellValue::number))
        .collect();
    if numbers.iter().all(|number| *number >= 0.0) {
        return None;
    }
    let longest = numbers.iter().fold(0.0, |longest: f64, number| longest.max(number.abs()));
    let unit = 10_f64.powf((longest * 4.0 / 3.0).log10().floor());
    Some((longest * 4.0 / 3.0 / unit).ceil() * unit)
}

#[cfg(test)]
mod tests {
    use crate::model::{Emptiness, Grosze};
    use crate::reports::workbook::{Column, Row, SeriesPlan};

    use super::*;

    fn drawn(cells: Vec<CellValue>) -> (SheetPlan, ChartPlan) {
        let rows: Vec<Row> = cells.into_iter().map(|cell| Row::new(vec![cell])).collect();
        let chart = ChartPlan {
            kind: ChartKind::Bar,
            title: String::new(),
            alt: String::new(),
            category_title: String::new(),
            value_title: String::new(),
            categories: 0,
            series: vec![SeriesPlan { name: String::new(), column: 0 }],
            rows: 0..rows.len(),
            number_format: "0".to_owned(),
            largest: None,
        };
        let plan = SheetPlan {
            name: String::new(),
            title: String::new(),
            about: String::new(),
            notes: Vec::new(),
            columns: vec![Column::new("x", 10.0)],
            rows,
            charts: Vec::new(),
        };
        (plan, chart)
    }

    #[test]
    fn a_chart_with_a_hidden_number_is_not_drawn() {
        let (plan, chart) = drawn(vec![CellValue::Whole(4), CellValue::Whole(0)]);
        assert!(is_drawable(&plan, &chart));
        for hidden in [
            CellValue::Suppressed,
            CellValue::Empty(Emptiness::AllPending),
            CellValue::NotAvailable,
        ] {
            let (plan, chart) = drawn(vec![CellValue::Whole(4), hidden]);
            assert!(!is_drawable(&plan, &chart));
        }
        let (plan, chart) = drawn(Vec::new());
        assert!(!is_drawable(&plan, &chart));
    }

    #[test]
    fn bars_to_both_sides_have_room_for_their_numbers() {
        let money = |grosze| CellValue::Money { grosze: Grosze(grosze), denominator: 1 };
        let (plan, chart) = drawn(vec![money(284_849), money(-452_520)]);
        // 4525.20 × 4/3 is 6033.60.
        assert_eq!(symmetric_limit(&plan, &chart), Some(7000.0));
        let (plan, chart) = drawn(vec![money(284_849)]);
        assert_eq!(symmetric_limit(&plan, &chart), None);
    }
}

//! Tables as `reports/*.toml` lays them out.

use crate::catalogue::{
    AxisLayout, ChartForm, ChartLayout, ChartRows, ColumnLayout, ReportLayout, SexNames,
    SheetLayout, Show,
};
use crate::disclosure::Publishable;
use crate::model::Sex;
use crate::reports::category_order::{categories, sex_letter, sex_name, sexes};
use crate::reports::mayor::remark;
use crate::reports::shown_cell::{Spot, bounds, count, find, interval, numerator, reading};
use crate::reports::workbook::{
    BookPlan, CellValue, ChartKind, ChartPlan, Column, Row, SeriesPlan, SheetPlan, front,
    indicator_title, written_day,
};
use crate::reports::{ReportContext, ReportError, label};

/// The report `id` as it is laid out for the period of the figures. `made` gives the tables that no
/// layout describes, by their short names: none where there is nothing to show.
///
/// Fails when no layout of the report is for the period, or a table is neither laid out nor made.
pub(crate) fn book(
    context: &ReportContext<'_>,
    figures: &Publishable,
    id: &str,
    made: &dyn Fn(&str) -> Option<Vec<SheetPlan>>,
) -> Result<BookPlan, ReportError> {
    let texts = context.texts;
    let layout = context
        .catalogue
        .layout(id, figures.period())
        .ok_or_else(|| ReportError::Layout(format!("no layout of {id} is for this period")))?;
    let (frame, cover) = front(context, figures, id);
    let sheets = layout
        .sheets
        .iter()
        .map(|sheet| {
            if !sheet.made {
                return Ok(vec![table(context, figures, layout, sheet)]);
            }
            made(&sheet.id).ok_or_else(|| {
                ReportError::Layout(format!("{}: nothing makes `{}`", layout.path, sheet.id))
            })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let absent = layout.absent.iter().map(|block| {
        let text = format!("{id}-absent-{block}");
        (texts.text(&text), texts.text(&format!("{text}-why")))
    });
    let notes = layout.notes.iter();
    Ok(BookPlan {
        frame,
        cover,
        indicators: layout.indicators.clone(),
        notes: notes.map(|id| (texts.text(&format!("{id}-subject")), texts.text(id))).collect(),
        sheets: sheets.into_iter().flatten().collect(),
        absent: absent.collect(),
        pictures: Vec::new(),
    })
}

/// Where a row stands on every axis.
#[derive(Clone, Debug)]
struct Stand {
    indicator: Option<String>,
    centre: String,
    dimension: String,
    category: String,
    sex: Sex,
    /// What each axis is called here.
    centre_name: String,
    category_name: String,
    is_total: bool,
}

impl Stand {
    fn spot(&self) -> Spot<'_> {
        Spot {
            centre: &self.centre,
            dimension: &self.dimension,
            category: &self.category,
            sex: self.sex,
        }
    }
}

/// A column as it stands on the sheet: for one sex, or for the row's.
struct Shape<'a> {
    layout: &'a ColumnLayout,
    sex: Option<Sex>,
}

fn table(
    context: &ReportContext<'_>,
    figures: &Publishable,
    report: &ReportLayout,
    sheet: &SheetLayout,
) -> SheetPlan {
    let texts = context.texts;
    let own = |part: &str| texts.text(&format!("{}-{}-{part}", report.id, sheet.id));
    let named: Vec<&str> = sheet.named_indicators().collect();
    let shapes = shapes(figures, sheet, &named);
    let columns: Vec<Column> = shapes
        .iter()
        .map(|shape| Column::new(header(context, shape), shape.layout.width))
        .collect();
    let start = Stand {
        indicator: None,
        centre: "*".to_owned(),
        dimension: "total".to_owned(),
        category: "*".to_owned(),
        sex: Sex::All,
        centre_name: texts.text("reports-all"),
        category_name: String::new(),
        is_total: false,
    };
    let mut stands = vec![start];
    for axis in &sheet.rows {
        stands =
            stands.iter().flat_map(|stand| along(context, figures, axis, stand, &named)).collect();
    }
    let rows: Vec<Row> = stands
        .iter()
        .map(|stand| {
            let cells = shapes.iter().map(|shape| cell(context, figures, stand, shape)).collect();
            if stand.is_total { Row::strong(cells) } else { Row::new(cells) }
        })
        .collect();
    let charts = sheet.charts.iter().map(|layout| chart(context, layout, &shapes, &rows)).collect();
    let mut notes = vec![own("note")];
    notes.extend(not_in_force(context, figures, sheet));
    SheetPlan {
        name: texts.text(&format!("sheet-{}-{}", report.id, sheet.id)),
        title: own("title"),
        about: own("about"),
        notes,
        columns,
        rows,
        charts,
    }
}

fn shapes<'a>(figures: &Publishable, sheet: &'a SheetLayout, named: &[&str]) -> Vec<Shape<'a>> {
    let sexes = sexes(figures, named);
    let mut shapes = Vec::new();
    for layout in &sheet.columns {
        if layout.each_sex.is_some() {
            shapes.extend(sexes.iter().map(|sex| Shape { layout, sex: Some(*sex) }));
        } else {
            shapes.push(Shape { layout, sex: None });
        }
    }
    shapes
}

fn header(context: &ReportContext<'_>, shape: &Shape<'_>) -> String {
    let head = context.texts.text(&shape.layout.head);
    match (shape.layout.each_sex, shape.sex) {
        (Some(SexNames::Letter), Some(sex)) => format!("{head} – {}", sex_letter(context, sex)),
        (Some(SexNames::Name), Some(sex)) => format!("{head} – {}", sex_name(context, sex)),
        _ => head,
    }
}

/// The rows of an axis under one value of the axes before it.
fn along(
    context: &ReportContext<'_>,
    figures: &Publishable,
    axis: &AxisLayout,
    stand: &Stand,
    named: &[&str],
) -> Vec<Stand> {
    match axis {
        AxisLayout::Centre { total } => {
            let centres = figures.centres().into_iter().map(|centre| Stand {
                centre: centre.to_string(),
                centre_name: centre.to_string(),
                ..stand.clone()
            });
            let all = total.then(|| Stand { is_total: true, ..stand.clone() });
            centres.chain(all).collect()
        }
        AxisLayout::Indicator { of } => {
            of.iter().map(|id| Stand { indicator: Some(id.clone()), ..stand.clone() }).collect()
        }
        AxisLayout::Category { of, total } => {
            let of_row = stand.indicator.as_deref();
            let indicators = of_row.as_ref().map_or(named, std::slice::from_ref);
            let found = categories(figures, indicators, of).into_iter().map(|category| Stand {
                dimension: of.clone(),
                category_name: label(context.texts, of, &category),
                category,
                ..stand.clone()
            });
            let all = total.as_ref().map(|text| Stand {
                category_name: context.texts.text(text),
                is_total: true,
                ..stand.clone()
            });
            found.chain(all).collect()
        }
        AxisLayout::Sex => sexes(figures, named)
            .into_iter()
            .map(|sex| Stand { sex, is_total: sex == Sex::All, ..stand.clone() })
            .collect(),
    }
}

fn cell(
    context: &ReportContext<'_>,
    figures: &Publishable,
    stand: &Stand,
    shape: &Shape<'_>,
) -> CellValue {
    let texts = context.texts;
    let layout = shape.layout;
    let of = layout.of.as_deref().or(stand.indicator.as_deref()).unwrap_or_default();
    let spot = shape.sex.map_or(stand.spot(), |sex| stand.spot().of(sex));
    let figure = find(figures, of, spot);
    let [low, high] = match layout.show {
        Show::IntervalLow | Show::IntervalHigh => interval(figure),
        _ => bounds(figure),
    };
    match layout.show {
        Show::Centre => CellValue::text(&stand.centre_name),
        Show::Category => CellValue::text(&stand.category_name),
        Show::Sex => CellValue::text(sex_name(context, stand.sex)),
        Show::Indicator => CellValue::text(indicator_title(context, of)),
        Show::Code => CellValue::text(code(context, of)),
        Show::Text => {
            let text = layout.text.as_deref().unwrap_or_default();
            CellValue::text(texts.text(&text.replace("{indicator}", &of.replace('_', "-"))))
        }
        Show::Value => reading(figures, of, spot).0,
        Show::Remark => CellValue::text(remark(context.texts, reading(figures, of, spot).1)),
        Show::Numerator => numerator(figure),
        Show::Base => count(figure, |counts| counts.counted),
        Show::Excluded => count(figure, |counts| counts.excluded),
        Show::Pending => count(figure, |counts| counts.pending),
        Show::Unknown => count(figure, |counts| counts.unknown),
        Show::IntervalLow | Show::BoundLow => low,
        Show::IntervalHigh | Show::BoundHigh => high,
    }
}

/// The code of an indicator in the ESF+ lists, else what it is called in short.
pub(crate) fn code(context: &ReportContext<'_>, id: &str) -> String {
    let official = context.catalogue.indicator(id).and_then(|indicator| indicator.esf.clone());
    official.unwrap_or_else(|| context.texts.text(&format!("short-{}", id.replace('_', "-"))))
}

fn chart(
    context: &ReportContext<'_>,
    layout: &ChartLayout,
    shapes: &[Shape<'_>],
    rows: &[Row],
) -> ChartPlan {
    let texts = context.texts;
    let mut series = Vec::new();
    for wanted in &layout.series {
        for (place, shape) in shapes.iter().enumerate() {
            let shown = match (shape.layout.head == wanted.head, shape.sex) {
                (false, _) | (true, Some(Sex::Unknown)) => false,
                (true, None | Some(Sex::All)) => true,
                (true, Some(_)) => !wanted.all_only,
            };
            if !shown {
                continue;
            }
            let name = match shape.sex.filter(|_| !wanted.all_only) {
                Some(sex) => sex_name(context, sex),
                None => texts.text(&wanted.head),
            };
            let column = u16::try_from(place).unwrap_or(u16::MAX);
            series.push(SeriesPlan { name, column });
        }
    }
    let has_numbers = |row: &&Row| {
        series.iter().all(|series| {
            let cell = row.cells.get(usize::from(series.column));
            cell.is_some_and(|cell| cell.number().is_some())
        })
    };
    let shown = match layout.rows {
        ChartRows::Parts => rows.iter().filter(|row| !row.strong).count().max(1),
        ChartRows::Leading => rows.iter().take_while(has_numbers).count(),
    };
    ChartPlan {
        kind: match layout.kind {
            ChartForm::Bar => ChartKind::Bar,
            ChartForm::Column => ChartKind::Column,
            ChartForm::StackedColumn => ChartKind::StackedColumn,
            ChartForm::Line => ChartKind::Line,
        },
        title: texts.text(&layout.text),
        alt: texts.text(&format!("{}-alt", layout.text)),
        category_title: layout
            .category_title
            .as_ref()
            .map(|text| texts.text(text))
            .unwrap_or_default(),
        value_title: texts.text(&layout.value_title),
        categories: 0,
        series,
        rows: 0..shown.min(rows.len()),
        number_format: layout.number_format.clone(),
        largest: layout.largest,
    }
}

/// Why the figures of an earlier period are missing.
fn not_in_force(
    context: &ReportContext<'_>,
    figures: &Publishable,
    sheet: &SheetLayout,
) -> Option<String> {
    let AxisLayout::Indicator { of } = sheet.rows.first()? else { return None };
    let first = context.catalogue.indicator(of.first()?)?;
    let since = first.since.filter(|_| figures.of(&first.id).next().is_none())?;
    let day = written_day(since, context.texts.language());
    Some(context.texts.fill("eu-not-in-force", &[("since", day.into())]))
}

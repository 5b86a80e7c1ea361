//! What stands in a workbook, before anything is written.

use std::ops::Range;

use crate::catalogue::Texts;
use crate::model::{Day, Period};
use crate::reports::ChartPicture;
use crate::reports::workbook::CellValue;

/// A whole report.
#[derive(Clone, Debug)]
pub(crate) struct BookPlan {
    /// What runs through all sheets.
    pub(crate) frame: FramePlan,
    /// First sheet.
    pub(crate) cover: CoverPlan,
    /// Indicators whose definitions are printed.
    pub(crate) indicators: Vec<String>,
    /// Notes of this report: subject and text. The notes of all reports stand before them.
    pub(crate) notes: Vec<(String, String)>,
    /// Tables.
    pub(crate) sheets: Vec<SheetPlan>,
    /// What a form asks for and this version cannot give: subject and why.
    pub(crate) absent: Vec<(String, String)>,
    /// Drawn charts; no sheet for them when there are none.
    pub(crate) pictures: Vec<ChartPicture>,
}

/// What runs through all sheets: header, footer, properties.
#[derive(Clone, Debug)]
pub(crate) struct FramePlan {
    /// Title of the workbook.
    pub(crate) title: String,
    /// Period.
    pub(crate) period: Option<Period>,
    /// As-of date; also the workbook's date.
    pub(crate) as_of: Day,
}

/// The cover.
#[derive(Clone, Debug)]
pub(crate) struct CoverPlan {
    /// Title.
    pub(crate) title: String,
    /// What it is, in one line.
    pub(crate) subtitle: String,
    /// Subject and text.
    pub(crate) lines: Vec<(String, String)>,
    /// Headline of the highlights; unused without them.
    pub(crate) highlights_title: String,
    /// Sentences that must not be missed.
    pub(crate) highlights: Vec<String>,
}

/// One table on its sheet.
#[derive(Clone, Debug)]
pub(crate) struct SheetPlan {
    /// Name of the sheet, at most 31 characters.
    pub(crate) name: String,
    /// Title above the table.
    pub(crate) title: String,
    /// What it holds, for the contents.
    pub(crate) about: String,
    /// Sentences between the title and the table.
    pub(crate) notes: Vec<String>,
    /// Columns; headers are unique.
    pub(crate) columns: Vec<Column>,
    /// Rows; a table has at least one.
    pub(crate) rows: Vec<Row>,
    /// Charts below the table.
    pub(crate) charts: Vec<ChartPlan>,
}

impl SheetPlan {
    /// A table with the texts `sheet-<id>`, `<id>-title` and `<id>-about`; columns by the texts of their
    /// headers, with their widths. Without charts.
    pub(crate) fn of(
        texts: &Texts,
        id: &str,
        notes: Vec<String>,
        columns: &[(&str, f64)],
        rows: Vec<Row>,
    ) -> Self {
        let column = |(head, width): &(&str, f64)| Column::new(texts.text(head), *width);
        Self {
            name: texts.text(&format!("sheet-{id}")),
            title: texts.text(&format!("{id}-title")),
            about: texts.text(&format!("{id}-about")),
            notes,
            columns: columns.iter().map(column).collect(),
            rows,
            charts: Vec::new(),
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Header.
    pub(crate) header: String,
    /// Width in characters.
    pub(crate) width: f64,
}

impl Column {
    /// A column.
    pub(crate) fn new(header: impl Into<String>, width: f64) -> Self {
        Self { header: header.into(), width }
    }
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// As many cells as there are columns.
    pub(crate) cells: Vec<CellValue>,
    /// Set in bold: a total.
    pub(crate) strong: bool,
}

impl Row {
    /// A plain row.
    pub(crate) fn new(cells: Vec<CellValue>) -> Self {
        Self { cells, strong: false }
    }

    /// A total.
    pub(crate) fn strong(cells: Vec<CellValue>) -> Self {
        Self { cells, strong: true }
    }
}

/// How a chart is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ChartKind {
    /// Horizontal bars, first row on top.
    Bar,
    /// Upright bars beside each other.
    Column,
    /// Upright bars on top of each other.
    StackedColumn,
    /// Lines with marks.
    Line,
}

/// A chart over the table of its sheet.
#[derive(Clone, Debug)]
pub(crate) struct ChartPlan {
    /// How it is drawn.
    pub(crate) kind: ChartKind,
    /// Title.
    pub(crate) title: String,
    /// What it shows, for those who do not see it.
    pub(crate) alt: String,
    /// Title of the category axis.
    pub(crate) category_title: String,
    /// Title of the value axis, with the unit.
    pub(crate) value_title: String,
    /// Column of the categories.
    pub(crate) categories: u16,
    /// Lines or groups of bars.
    pub(crate) series: Vec<SeriesPlan>,
    /// Rows of the table, counted from 0.
    pub(crate) rows: Range<usize>,
    /// Format of the numbers.
    pub(crate) number_format: String,
    /// Largest value of the axis, when it is fixed.
    pub(crate) largest: Option<f64>,
}

/// One line or group of bars.
#[derive(Clone, Debug)]
pub(crate) struct SeriesPlan {
    /// Its name in the legend.
    pub(crate) name: String,
    /// Its column.
    pub(crate) column: u16,
}

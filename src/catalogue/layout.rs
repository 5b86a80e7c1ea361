//! `reports/*.toml`: which tables a report has, with which rows and columns, and for which periods.
//!
//! A form that changes is a new file with its days of validity; the old one stays for the periods in which
//! it applied.

use serde::Deserialize;

use crate::catalogue::CatalogueError;
use crate::catalogue::parameter::optional_iso_day;
use crate::model::{Day, Period};

/// The layout of one report.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportLayout {
    /// `ministry`, `eu` …; its texts are `<id>-title`, `-subtitle`, `-purpose`, `-readers`, `-basis`.
    pub id: String,
    /// First day of the periods for which the report has this form.
    #[serde(default, deserialize_with = "optional_iso_day")]
    pub since: Option<Day>,
    /// Last day.
    #[serde(default, deserialize_with = "optional_iso_day")]
    pub until: Option<Day>,
    /// Where the form is described.
    pub source: String,
    /// Indicators whose definitions are printed.
    pub indicators: Vec<String>,
    /// Texts of the notes: `<note>-subject` and `<note>`.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What the form asks for and cannot be given: `<id>-absent-<block>` and `-why`.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Tables in their order.
    #[serde(rename = "sheet")]
    pub sheets: Vec<SheetLayout>,
    /// Path, `reports/…`.
    #[serde(skip)]
    pub path: String,
}

/// One table; its texts are `sheet-<report>-<id>`, `<report>-<id>-title`, `-about` and `-note`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetLayout {
    /// Short name.
    pub id: String,
    /// The program makes it as a whole, because its rows are no figures.
    #[serde(default)]
    pub made: bool,
    /// What its rows are: for each value of the first axis all values of the second.
    #[serde(default)]
    pub rows: Vec<AxisLayout>,
    /// Its columns.
    #[serde(default)]
    pub columns: Vec<ColumnLayout>,
    /// Charts over its table.
    #[serde(default)]
    pub charts: Vec<ChartLayout>,
}

/// What changes from row to row.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum AxisLayout {
    /// Every centre by name, and with `total` all together in the last row.
    Centre {
        /// Whether the last row is of all.
        #[serde(default)]
        total: bool,
    },
    /// Indicators in this order.
    Indicator {
        /// Their ids.
        of: Vec<String>,
    },
    /// The categories of a dimension that the indicators of the table have.
    Category {
        /// The dimension.
        of: String,
        /// Text of the last row, which is of everybody.
        #[serde(default)]
        total: Option<String>,
    },
    /// Women, men, not known when there are such, and all.
    Sex,
}

/// A column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnLayout {
    /// Text of its header.
    pub head: String,
    /// Width in characters.
    pub width: f64,
    /// What its cells hold.
    pub show: Show,
    /// The indicator, where the row is not one.
    #[serde(default)]
    pub of: Option<String>,
    /// One column for each sex, named so.
    #[serde(default)]
    pub each_sex: Option<SexNames>,
    /// With `show = "text"`: the text, `{indicator}` standing for the row's.
    #[serde(default)]
    pub text: Option<String>,
}

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Name of the row's centre.
    Centre,
    /// Name of the row's category.
    Category,
    /// Name of the row's sex.
    Sex,
    /// Title of the row's indicator.
    Indicator,
    /// Its code in the ESF+ lists, else its short name.
    Code,
    /// A text of the locales.
    Text,
    /// The figure.
    Value,
    /// Successes of a share, total of a count.
    Numerator,
    /// How many are counted.
    Base,
    /// How many are excluded.
    Excluded,
    /// How many are pending.
    Pending,
    /// Of how many it is not known.
    Unknown,
    /// Lower limit of the 95 % interval.
    IntervalLow,
    /// Upper limit.
    IntervalHigh,
    /// The share if all pending failed.
    BoundLow,
    /// The share if all pending succeeded.
    BoundHigh,
    /// What the number of people says about how far a rate may be read.
    Remark,
}

/// How sexes are named in headers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SexNames {
    /// K, M, O, as Polish forms have them.
    Letter,
    /// In words.
    Name,
}

/// A chart over the table of its sheet; its texts are `<text>` and `<text>-alt`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartLayout {
    /// How it is drawn.
    pub kind: ChartForm,
    /// Text of its title.
    pub text: String,
    /// Text of the axis of categories.
    #[serde(default)]
    pub category_title: Option<String>,
    /// Text of the axis of values, with the unit.
    pub value_title: String,
    /// Its series by the headers of their columns.
    pub series: Vec<SeriesLayout>,
    /// Which rows it shows.
    pub rows: ChartRows,
    /// Format of its numbers, as Excel writes it.
    pub number_format: String,
    /// Largest value of the axis, when it is fixed.
    #[serde(default)]
    pub largest: Option<f64>,
}

/// One series.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesLayout {
    /// Text of the header of its column.
    pub head: String,
    /// Of a column for each sex only those of all; else one series for each.
    #[serde(default)]
    pub all_only: bool,
}

/// How a chart is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartForm {
    /// Horizontal bars.
    Bar,
    /// Upright bars beside each other.
    Column,
    /// Upright bars on top of each other.
    StackedColumn,
    /// Lines.
    Line,
}

/// Which rows of the table a chart shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartRows {
    /// All but totals, which would dwarf the others; the total when there is nothing else.
    Parts,
    /// From the top as long as every series has a number.
    Leading,
}

impl ReportLayout {
    /// Reads `reports/<name>.toml`.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let mut layout: Self =
            toml::from_str(text).map_err(|error| CatalogueError::toml(path, text, 0, &error))?;
        let name = path.trim_start_matches("reports/").trim_end_matches(".toml");
        if name != layout.id && !name.starts_with(&format!("{}_until_", layout.id)) {
            let message = format!("the file is not named {0}.toml or {0}_until_….toml", layout.id);
            return Err(CatalogueError::new(path, 0, message));
        }
        for sheet in layout.sheets.iter().filter(|sheet| !sheet.made) {
            if sheet.rows.is_empty() || sheet.columns.is_empty() {
                let message = format!("the sheet `{}` has no rows or no columns", sheet.id);
                return Err(CatalogueError::new(path, 0, message));
            }
        }
        path.clone_into(&mut layout.path);
        Ok(layout)
    }

    /// Whether the report has this form in a period: the day that counts is the last.
    pub fn is_for(&self, period: Period) -> bool {
        let day = period.end;
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Every indicator that its tables name.
    pub fn named_indicators(&self) -> impl Iterator<Item = &str> {
        self.sheets
            .iter()
            .flat_map(SheetLayout::named_indicators)
            .chain(self.indicators.iter().map(String::as_str))
    }
}

impl SheetLayout {
    /// Every indicator that the table names.
    pub fn named_indicators(&self) -> impl Iterator<Item = &str> {
        let of_rows = self.rows.iter().flat_map(|axis| match axis {
            AxisLayout::Indicator { of } => of.as_slice(),
            _ => &[],
        });
        let of_columns = self.columns.iter().filter_map(|column| column.of.as_ref());
        of_rows.chain(of_columns).map(String::as_str)
    }
}

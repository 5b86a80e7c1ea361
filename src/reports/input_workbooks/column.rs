//! One column of an input workbook: its field, whether it must be filled in, how it is typed.

use rust_xlsxwriter::{Format, FormatAlign};

use crate::catalogue::{Argument, Catalogue, Entry, Field, FieldType, Indicator, Texts};
use crate::model::EXAMPLE_MARKS;
use crate::model::Language;
use crate::reports::input_workbooks::layout::TableLayout;

/// Whether a column must be filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Need {
    /// In every row.
    Always,
    /// This one or another of its group.
    OneOfGroup,
    /// When known.
    WhenKnown,
}

impl Need {
    /// Word of the texts.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::OneOfGroup => "one-of",
            Self::WhenKnown => "when-known",
        }
    }
}

/// A column.
#[derive(Clone, Debug)]
pub(super) struct InputColumn<'a> {
    pub(super) field: &'a Field,
    pub(super) need: Need,
    /// Headers of its group, when one of them is enough.
    pub(super) group: Vec<String>,
    /// Values that are offered; empty when any may be typed.
    pub(super) offered: Vec<String>,
    /// What the example rows hold.
    pub(super) examples: [ExampleValue; 2],
}

/// A cell of an example row.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum ExampleValue {
    /// Nothing.
    Empty,
    /// Words, and numbers that are kept as words.
    Text(String),
    /// An amount.
    Amount(f64),
    /// A number.
    Number(f64),
    /// Year, month, day.
    Day(u16, u8, u8),
}

impl ExampleValue {
    /// As the workbook shows it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Amount(number) => format!("{number:.2}").replace('.', ","),
            Self::Number(number) => format!("{number}").replace('.', ","),
            Self::Day(year, month, day) => format!("{day:02}.{month:02}.{year}"),
        }
    }
}

/// The columns of a table. A field that the definitions do not have any more is left out.
pub(super) fn columns<'a>(
    layout: &TableLayout,
    catalogue: &'a Catalogue,
    language: Language,
) -> Vec<InputColumn<'a>> {
    let Some(source) = catalogue.source(layout.kind) else { return Vec::new() };
    let known: Vec<(&Field, &[&str; 2])> = layout
        .columns
        .iter()
        .filter_map(|(name, examples)| Some((source.field(name)?.1, examples)))
        .collect();
    let of_group = |group: &String| -> Vec<String> {
        let fields = known.iter().map(|(field, _)| field);
        let together = fields.filter(|field| field.required_group.as_ref() == Some(group));
        together.map(|field| field.header.clone()).collect()
    };
    known
        .iter()
        .map(|(field, examples)| {
            let need = match &field.required_group {
                _ if field.required || layout.also_required.contains(&&*field.name) => Need::Always,
                Some(group) if of_group(group).len() > 1 => Need::OneOfGroup,
                Some(_) => Need::Always,
                None => Need::WhenKnown,
            };
            InputColumn {
                field,
                need,
                group: field.required_group.as_ref().map(of_group).unwrap_or_default(),
                offered: offered(layout.kind, field, catalogue),
                examples: examples.map(|written| example(field, written, language)),
            }
        })
        .collect()
}

/// The values that a field of a kind of table offers; empty when any may be typed.
pub(in crate::reports) fn offered(kind: &str, field: &Field, catalogue: &Catalogue) -> Vec<String> {
    if field.kind == FieldType::Flag {
        let words: &[&str] =
            if field.refusable { &["tak", "nie", "odmowa"] } else { &["tak", "nie"] };
        return words.iter().map(|&word| word.to_owned()).collect();
    }
    if (kind, &*field.name) == ("targets", "indicator") {
        // Codes name the indicators of the ESF+ list; a rate that also bears one is named by its title.
        let is_code = |indicator: &Indicator| indicator.esf.as_ref() == Some(&indicator.id);
        let named = |indicator: &Indicator| {
            if is_code(indicator) { indicator.id.clone() } else { indicator.title.pl.clone() }
        };
        let mut names: Vec<String> = catalogue.indicators.iter().map(named).collect();
        // Of several dated definitions one name.
        names.dedup();
        return names;
    }
    if field.kind == FieldType::WorkingTime {
        return ["1", "3/4", "1/2", "1/4"].map(str::to_owned).to_vec();
    }
    let entries = field.dictionary.entries.iter().filter(|entry| !entry.only_met);
    entries.filter_map(spelling).collect()
}

/// The spelling of a code that is written into workbooks.
fn spelling(entry: &Entry) -> Option<String> {
    entry.spellings.first().cloned()
}

/// How a value of a field is typed, in words.
pub(in crate::reports) fn how(field: &Field, offered: &[String], texts: &Texts) -> String {
    let id = match field.kind {
        FieldType::Pesel => "init-how-pesel",
        FieldType::Document => "init-how-document",
        FieldType::Day => "init-how-day",
        FieldType::Month => "init-how-month",
        FieldType::Money => "init-how-money",
        FieldType::Code => "init-how-code",
        FieldType::Codes => "init-how-codes",
        FieldType::Texts => "init-how-texts",
        FieldType::CodeList | FieldType::DayList => "init-how-list",
        FieldType::Flag => "init-how-flag",
        FieldType::WorkingTime => "init-how-working-time",
        FieldType::Number => "init-how-number",
        FieldType::Text if !offered.is_empty() => "init-how-offered",
        FieldType::Text => "init-how-text",
    };
    texts.fill(id, &[("values", Argument::from(offered.join(", ")))])
}

fn example(field: &Field, written: &str, language: Language) -> ExampleValue {
    if written.is_empty() {
        return ExampleValue::Empty;
    }
    let [polish, english] = EXAMPLE_MARKS;
    let mark = if language == Language::Polish { polish } else { english };
    if let Some(rest) = written.strip_prefix('@') {
        return ExampleValue::Text(format!("{mark}{rest}"));
    }
    match field.kind {
        FieldType::Day => day(written),
        FieldType::Money => written.parse().map_or(ExampleValue::Empty, ExampleValue::Amount),
        FieldType::Number => written.parse().map_or(ExampleValue::Empty, ExampleValue::Number),
        FieldType::Flag => ExampleValue::Text(
            match written {
                "yes" => "tak",
                "no" => "nie",
                _ => "odmowa",
            }
            .to_owned(),
        ),
        FieldType::Code | FieldType::Codes => {
            let spelled = written.split(';').filter_map(|code| {
                field.dictionary.entries.iter().find(|entry| entry.code == code).and_then(spelling)
            });
            ExampleValue::Text(spelled.collect::<Vec<_>>().join("; "))
        }
        _ => ExampleValue::Text(written.to_owned()),
    }
}

fn day(written: &str) -> ExampleValue {
    let mut parts = written.splitn(3, '-');
    let mut part = || parts.next().unwrap_or_default();
    match (part().parse(), part().parse(), part().parse()) {
        (Ok(year), Ok(month), Ok(day)) => ExampleValue::Day(year, month, day),
        _ => ExampleValue::Empty,
    }
}

impl InputColumn<'_> {
    /// The format of the column's cells: what looks like a number and is none is text, so that no
    /// zero is lost and `1/2` does not become a day.
    pub(super) fn format(&self) -> Format {
        let format = Format::new();
        match self.field.kind {
            FieldType::Day => format.set_num_format("dd.mm.yyyy"),
            FieldType::Money => {
                format.set_num_format("#,##0.00").set_align(FormatAlign::Right).set_indent(1)
            }
            FieldType::Number => format,
            _ => format.set_num_format("@"),
        }
    }

    /// Width in characters.
    pub(super) fn width(&self) -> f64 {
        let wide =
            |number: usize| f64::from(u8::try_from(number.clamp(11, 32)).unwrap_or(32)) + 3.0;
        let longest = self.offered.iter().map(|value| value.chars().count()).max().unwrap_or(0);
        let example = self.examples.iter().map(|value| value.shown().chars().count()).max();
        let word = self.field.header.split(' ').map(|word| word.chars().count()).max();
        wide(longest.max(example.unwrap_or(0)).max(word.unwrap_or(0) + 2))
    }

    /// How it is typed, in words.
    pub(super) fn how(&self, texts: &Texts) -> String {
        how(self.field, &self.offered, texts)
    }

    /// Whether it must be filled in, in words.
    pub(super) fn need(&self, texts: &Texts) -> String {
        let word = format!(" {} ", texts.text("init-or"));
        let gaps = [("columns", Argument::from(self.group.join(&word)))];
        texts.fill(&format!("init-need-{}", self.need.code()), &gaps)
    }

    /// What it is, in words.
    pub(super) fn title(&self, texts: &Texts) -> String {
        self.field.title.text(texts.language()).to_owned()
    }
}

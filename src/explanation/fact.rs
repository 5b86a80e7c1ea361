//! Facts of a participation and of a person's jobs and support, with the cells that they were read from.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::Source;
use crate::explanation::Known;
use crate::explanation::participation::Participation;
use crate::facts::{FactColumn, FactTable, fields_of};
use crate::link::{FieldOrigin, Job, Support};
use crate::model::{Day, Grosze, Month, Place};

/// What a fact is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FactKind {
    /// Values of the participation that the query reads.
    Participation,
    /// A job.
    Job,
    /// A form of support.
    Support,
}

impl FactKind {
    /// The word of texts and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Participation => "participation",
            Self::Job => "job",
            Self::Support => "support",
        }
    }
}

/// A fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedFact {
    /// What it is.
    pub kind: FactKind,
    /// Whether the answer would be another without it; a participation's values are those that the query
    /// reads.
    pub decides: bool,
    /// Its values.
    pub values: Vec<ExplainedValue>,
}

/// One value of a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedValue {
    /// The column of the fact table.
    pub column: String,
    /// The fields that it was made of.
    pub fields: Vec<String>,
    /// The value; `None` when it is missing.
    pub value: Option<FactValue>,
    /// The cells that it was read from; for a missing value the empty cells.
    pub cells: Vec<Place>,
}

/// A value, by what it measures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FactValue {
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// An amount.
    Money(Grosze),
    /// Thousandths of one.
    Thousandths(i64),
    /// A number.
    Number(i64),
    /// A code, or a name of a place.
    Code(Arc<str>),
}

/// Fact tables whose rows are participations.
const PARTICIPATIONS: &str = "participation";

/// The values of a participation that the query reads, and the `further` columns.
pub(super) fn of_participation(
    known: &Known<'_>,
    participation: &Participation<'_>,
    further: &[&str],
) -> ExplainedFact {
    let source = known.rules.catalogue.source("participants");
    let mut values: Vec<ExplainedValue> = Vec::new();
    let tables = known.reads.columns.keys().filter(|table| table.ends_with(PARTICIPATIONS));
    let tables: BTreeSet<&str> =
        tables.map(String::as_str).chain((!further.is_empty()).then_some(PARTICIPATIONS)).collect();
    for name in tables {
        let Some(table) = known.store.table(name) else { continue };
        let place = (0..table.height())
            .find(|place| table.integer("participation_id", *place) == Some(participation.id));
        let Some(place) = place else { continue };
        let read = known.reads.columns.get(name);
        for (column, _) in &table.columns {
            let is_read = read.is_some_and(|read| read.contains(column))
                || further.contains(&column.as_str());
            let fields = source.map(|source| fields_of(column, source)).unwrap_or_default();
            if !is_read || fields.is_empty() || values.iter().any(|known| known.column == *column) {
                continue;
            }
            let value = value(table, column, place);
            let cells = cells_of(known, participation, &fields);
            let fields = fields.into_iter().map(str::to_owned).collect();
            values.push(ExplainedValue { column: column.clone(), fields, value, cells });
        }
    }
    // A month says nothing that its day does not say.
    let columns: BTreeSet<String> = values.iter().map(|value| value.column.clone()).collect();
    values.retain(|value| {
        let day = value.column.strip_suffix("_month").map(|bare| format!("{bare}_day"));
        day.is_none_or(|day| !columns.contains(&day))
    });
    ExplainedFact { kind: FactKind::Participation, decides: true, values }
}

/// The categories of the participation in a dimension, as values of their fields.
pub(super) fn of_dimension(
    known: &Known<'_>,
    participation: &Participation<'_>,
    dimension: &str,
    category: &str,
) -> ExplainedValue {
    let fields: &[&str] = match dimension {
        "age_band" => &["birth_date", "entry_date"],
        "group" => &["groups", "labour_status_detail"],
        "workshop" => &["workshops"],
        "pathway" => &["pathway", "groups", "disability"],
        "entry_year" => &["entry_date"],
        "exit_quarter" => &["exit_date"],
        "support_kind" => &[],
        other => &[other],
    };
    let cells = cells_of(known, participation, fields);
    ExplainedValue {
        column: dimension.to_owned(),
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        value: (category != "?").then(|| FactValue::Code(category.into())),
        cells,
    }
}

/// A job, with the columns that the query reads.
pub(super) fn of_job(known: &Known<'_>, place: usize, job: &Job, decides: bool) -> ExplainedFact {
    let mut values = Vec::new();
    if let Some(table) = known.store.table("job") {
        let read = ["job", "job_chain"].map(|table| known.reads.columns.get(table));
        let is_read = |column: &str| read.iter().flatten().any(|read| read.contains(column));
        for (column, _) in table.columns.iter().filter(|(column, _)| is_read(column)) {
            let fields = both(known, column);
            if fields.is_empty() {
                continue;
            }
            let value = value(table, column, place);
            let cells = cells_of_job(known, known.origins.of_job(job), &fields);
            values.push(ExplainedValue { column: column.clone(), fields, value, cells });
        }
    }
    ExplainedFact { kind: FactKind::Job, decides, values }
}

/// A form of support, with the columns that the query reads.
pub(super) fn of_support(known: &Known<'_>, form: &Support, decides: bool) -> ExplainedFact {
    let code = |text: &Arc<str>| FactValue::Code(Arc::clone(text));
    // A table of support names the fields otherwise than the lists of a participants row.
    let values: [(&str, &[&str], _); 3] = [
        ("support_kind", &["kind", "support_kinds"], Some(code(&form.kind))),
        ("area", &["area"], form.area.as_ref().map(code)),
        ("start_day", &["start", "support_starts"], Some(FactValue::Day(form.start))),
    ];
    let read = known.reads.columns.get("support");
    let values = values.into_iter().filter(|(column, _, _)| {
        *column == "support_kind" || read.is_some_and(|read| read.contains(*column))
    });
    let rows = known.origins.of_support(form);
    let cells = |fields: &[&str]| {
        let of = |field: &&str| {
            rows.iter().filter_map(|row| known.origins.own_cell(*row, field)).collect::<Vec<_>>()
        };
        fields.iter().flat_map(of).collect::<Vec<_>>()
    };
    ExplainedFact {
        kind: FactKind::Support,
        decides,
        values: values
            .map(|(column, fields, value)| ExplainedValue {
                column: column.to_owned(),
                fields: fields.iter().take(1).map(|field| (*field).to_owned()).collect(),
                value,
                cells: cells(fields),
            })
            .collect(),
    }
}

/// The fields of a job's column in histories and in lists.
fn both(known: &Known<'_>, column: &str) -> Vec<String> {
    let sources = ["jobs", "participants"].map(|kind| known.rules.catalogue.source(kind));
    let of = |source: &Source| -> Vec<String> {
        fields_of(column, source).into_iter().map(str::to_owned).collect()
    };
    let mut fields: Vec<String> = sources.into_iter().flatten().flat_map(of).collect();
    fields.dedup();
    fields
}

/// The cell of one of several fields: a history names it otherwise than a list. For a missing value the
/// first empty cell.
fn cells_of_job(known: &Known<'_>, origins: &[FieldOrigin], fields: &[String]) -> Vec<Place> {
    let taken = origins.iter().filter(|(field, _)| fields.iter().any(|known| known == field));
    let mut cells: Vec<Place> =
        taken.filter_map(|(field, origin)| known.origins.own_cell(*origin, field)).collect();
    if cells.is_empty() {
        let empty = origins.iter().flat_map(|(_, origin)| {
            fields.iter().filter_map(|field| known.origins.own_cell(*origin, field))
        });
        cells.extend(empty.take(1));
    }
    cells
}

/// The cells of the fields of a participation.
fn cells_of(known: &Known<'_>, participation: &Participation<'_>, fields: &[&str]) -> Vec<Place> {
    let cells = |field: &&str| cells(known, participation.origins(field), field);
    fields.iter().flat_map(cells).collect()
}

/// The cells of a field: where its value was taken from, else the empty cells of the stay's rows.
fn cells(known: &Known<'_>, origins: &[FieldOrigin], field: &str) -> Vec<Place> {
    let taken: Vec<Place> = origins
        .iter()
        .filter(|(known, _)| *known == field)
        .filter_map(|(_, origin)| known.origins.cell(*origin, field))
        .collect();
    if taken.is_empty() { own_cells(known, origins, field) } else { taken }
}

/// The cells of a field in the rows that have such a column.
fn own_cells(known: &Known<'_>, origins: &[FieldOrigin], field: &str) -> Vec<Place> {
    let taken = origins.iter().filter(|(known, _)| *known == field);
    let taken: BTreeSet<_> = taken.map(|(_, origin)| *origin).collect();
    let rows: BTreeSet<_> =
        if taken.is_empty() { origins.iter().map(|(_, origin)| *origin).collect() } else { taken };
    rows.into_iter().filter_map(|row| known.origins.own_cell(row, field)).collect()
}

fn value(table: &FactTable, column: &str, place: usize) -> Option<FactValue> {
    match table.column(column)? {
        FactColumn::Texts(_) => table.text(column, place).map(FactValue::Code),
        FactColumn::Integers(_) => {
            let number = table.integer(column, place)?;
            let small = i32::try_from(number).unwrap_or(0);
            Some(if column == "day" || column.ends_with("_day") {
                FactValue::Day(Day::from_number(small)?)
            } else if column == "month" || column.ends_with("_month") {
                FactValue::Month(Month::from_number(small))
            } else if column.ends_with("grosze") {
                FactValue::Money(Grosze(number))
            } else if column.ends_with("_thousandths") {
                FactValue::Thousandths(number)
            } else {
                FactValue::Number(number)
            })
        }
    }
}

//! Reads the cells of a table by the types of its fields.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use crate::catalogue::{Dictionary, Field, FieldType, Source};
use crate::ingest::{ColumnUse, RawCell, RawRow, RawTable, RowClass};
use crate::model::{Conservation, Finding, Grosze, Pesel, Severity, StruckOut, tidy};
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::values::{
    Reading, Value, is_mark, is_no, read_code, read_codes, read_day, read_flag, read_money,
    read_month, read_pesel, read_quantity, read_working_time, split_many,
};
use crate::validate::{Rules, privacy};

/// A row whose value of one of these fields cannot be read is left out (rulings.md 9, 11, 55, 56).
const ROW_FIELDS: [(&str, &[&str]); 8] = [
    ("participants", &["pesel", "entry_date", "exit_date"]),
    ("jobs", &["pesel", "start", "end"]),
    ("benefits", &["pesel", "kind", "month", "from", "to", "amount", "amount_total"]),
    ("support", &["pesel", "kind", "start"]),
    ("finance", &["category", "amount", "period", "plan_or_execution"]),
    ("staff", &["year", "persons"]),
    ("comparison", &["pesel", "referral_date"]),
    ("targets", &["indicator"]),
];

struct Column<'a> {
    index: usize,
    field: &'a Field,
    dictionary: Cow<'a, Dictionary>,
    uses: Vec<&'a ColumnUse>,
    empty_is_no: bool,
    row_field: bool,
}

/// Reads all data rows of a table; rows that cannot be used are left out with a finding.
pub(crate) fn read(table: &RawTable, rules: Rules<'_>, findings: &mut Vec<Finding>) -> ValidTable {
    let Some(source) = rules.catalogue.sources.get(table.source) else {
        return empty_table(table);
    };
    let columns = columns(table, source, rules);
    let mut valid = frame(table, source, &columns);
    let mut words = Words::default();
    let data: Vec<RawRow> = table
        .rows
        .iter()
        .filter(|(_, class)| *class == RowClass::Data)
        .map(|(row, _)| *row)
        .collect();
    for (position, row) in data.iter().enumerate() {
        let mut usable = !(rules.struck_out() == StruckOut::Exclude
            && table.sheet.struck_rows.contains(&row.number));
        for column in &columns {
            let (value, readable) = read_field(table, *row, column, rules, &mut words, findings);
            usable &= readable || !column.row_field;
            if let Some(Some(values)) = valid.values.get_mut(column.index) {
                values.push(value);
            }
        }
        if usable {
            valid.rows.push(ValidRow { number: row.number, position });
        }
    }
    valid.words = words.list;
    let total = |class| count(table.rows.iter().filter(|(_, known)| *known == class).count());
    valid.count = Conservation {
        rows: count(table.rows.len()),
        used: count(valid.rows.len()),
        duplicates: 0,
        left_out: count(data.len() - valid.rows.len()),
        totals_and_notes: total(RowClass::Total) + total(RowClass::Note),
    };
    valid
}

fn columns<'a>(table: &'a RawTable, source: &'a Source, rules: Rules<'a>) -> Vec<Column<'a>> {
    let taught = rules.project.source(&table.sheet.file).map(|source| &source.dictionary);
    let row_fields: &[&str] =
        ROW_FIELDS.iter().find(|(kind, _)| *kind == source.kind).map_or(&[], |(_, fields)| *fields);
    source
        .fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| {
            let uses: Vec<&ColumnUse> =
                table.columns.iter().filter(|column| column.field == index).collect();
            if uses.is_empty() {
                return None;
            }
            let is_flag =
                field.kind == FieldType::Flag || uses.iter().any(|column| column.code.is_some());
            let empty_is_no = is_flag && uses.iter().all(|column| only_yes(table, column));
            let row_field = row_fields.contains(&field.name.as_str());
            let taught = taught.and_then(|dictionary| dictionary.get(&field.name));
            let dictionary = match taught {
                Some(spellings) => Cow::Owned(field.dictionary.taught(spellings)),
                None => Cow::Borrowed(&field.dictionary),
            };
            Some(Column { index, field, dictionary, uses, empty_is_no, row_field })
        })
        .collect()
}

/// Whether an empty cell of a yes/no column means no: the column holds marks (`x`, `+`) and nothing that
/// means no (rulings.md 67). A column that writes `tak` keeps empty cells empty: nobody was asked yet.
fn only_yes(table: &RawTable, column: &ColumnUse) -> bool {
    let mut marked = false;
    for (row, class) in &table.rows {
        if *class != RowClass::Data {
            continue;
        }
        let Some(cell) = table.sheet.cell(*row, column.column) else { continue };
        let text = table.sheet.text(cell).unwrap_or_default();
        if is_no(cell, text) || !is_mark(text) {
            return false;
        }
        marked = true;
    }
    marked
}

fn read_field(
    table: &RawTable,
    row: RawRow,
    column: &Column<'_>,
    rules: Rules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
) -> (Value, bool) {
    if column.uses.iter().any(|used| used.code.is_some()) {
        return (read_code_columns(table, row, column, findings), true);
    }
    let Some(used) = column.uses.first() else { return (Value::Missing, true) };
    let Some(cell) = table.sheet.cell(row, used.column) else {
        return (if column.empty_is_no { Value::Flag(false) } else { Value::Missing }, true);
    };
    let text = table.sheet.text(cell).unwrap_or_default();
    let mut report = |code: &'static str, severity, suggestion: String| {
        findings.push(Finding {
            place: table.sheet.place(row.number, used.column),
            code,
            severity,
            field: column.field.name.clone(),
            read: privacy::shown(column.field, &table.sheet.shown(cell)),
            suggestion,
            arguments: match (code, maximum_amount(rules)) {
                ("W025", Some(grosze)) => vec![
                    ("effect", effect(column).to_owned()),
                    ("maximum", Grosze(grosze).to_string()),
                ],
                _ => vec![("effect", effect(column).to_owned())],
            },
            person: None,
        });
    };
    match cell {
        RawCell::Error(_) => {
            report("W013", Severity::Error, String::new());
            return (Value::Missing, false);
        }
        RawCell::NoValue => {
            report("W012", Severity::Error, String::new());
            return (Value::Missing, false);
        }
        _ => {}
    }
    match read_value(table, cell, text, column, rules, words) {
        Reading::Value(value) => {
            if column.empty_is_no && value == Value::Missing {
                return (Value::Flag(false), true);
            }
            match amount_problem(value, column.field, rules) {
                Some(code) => {
                    report(code, Severity::Error, String::new());
                    (Value::Missing, false)
                }
                None => (value, true),
            }
        }
        Reading::Repaired(value, code) => {
            report(code, Severity::Note, String::new());
            (value, true)
        }
        Reading::Bad(code, suggestion) => {
            report(code, Severity::Error, suggestion);
            (Value::Missing, false)
        }
        Reading::Partly(value, code, suggestion) => {
            report(code, Severity::Error, suggestion);
            (value, true)
        }
    }
}

fn read_value(
    table: &RawTable,
    cell: RawCell,
    text: &str,
    column: &Column<'_>,
    rules: Rules<'_>,
    words: &mut Words,
) -> Reading {
    let field = column.field;
    let from_1904 = table.sheet.from_1904;
    let (latest_year, _, _) = rules.as_of.parts();
    match field.kind {
        FieldType::Day => read_day(cell, text, from_1904, latest_year),
        FieldType::Month => read_month(cell, text, from_1904, latest_year),
        FieldType::Money => read_money(cell, text),
        FieldType::Flag => read_flag(cell, text, field.refusable),
        FieldType::Pesel => read_pesel(cell, text),
        FieldType::WorkingTime => read_working_time(cell, text),
        FieldType::Number => read_quantity(cell, text),
        FieldType::Code => read_code(&as_text(table, cell), &column.dictionary),
        FieldType::Codes => read_codes(&as_text(table, cell), &column.dictionary),
        FieldType::Text | FieldType::Document => {
            let plain = tidy(&as_text(table, cell));
            match super::values::empty_word(&plain) {
                Some(nothing) => Reading::Value(nothing),
                None => Reading::Value(Value::Text(words.add(&plain))),
            }
        }
        FieldType::Texts => {
            let shown = as_text(table, cell);
            let mut parts: Vec<String> = split_many(&shown)
                .map(tidy)
                .filter(|part| super::values::empty_word(part).is_none())
                .collect();
            parts.sort();
            parts.dedup();
            if parts.is_empty() {
                return Reading::Value(Value::Missing);
            }
            Reading::Value(Value::Text(words.add(&parts.join("\u{1f}"))))
        }
    }
}

fn as_text(table: &RawTable, cell: RawCell) -> String {
    table.sheet.shown(cell)
}

/// What is wrong with an amount that can be read (rulings.md 56).
fn amount_problem(value: Value, field: &Field, rules: Rules<'_>) -> Option<&'static str> {
    let Value::Grosze(grosze) = value else { return None };
    if grosze < 0 {
        return Some("W023");
    }
    // The amounts of a finance table are not monthly; those of benefits are one of two columns.
    let is_benefit = field.name == "amount" && field.required_group.is_some();
    let is_monthly = is_benefit || field.name == "wage";
    (is_monthly && grosze > maximum_amount(rules)?).then_some("W025")
}

/// The highest amount a month that is accepted, in grosze.
fn maximum_amount(rules: Rules<'_>) -> Option<i64> {
    rules.number("maximum_amount_month", rules.as_of)?.checked_mul(100)
}

fn read_code_columns(
    table: &RawTable,
    row: RawRow,
    column: &Column<'_>,
    findings: &mut Vec<Finding>,
) -> Value {
    let mut codes = 0_u32;
    for used in &column.uses {
        let Some(code) = used.code else { continue };
        let Some(cell) = table.sheet.cell(row, used.column) else { continue };
        let text = table.sheet.text(cell).unwrap_or_default();
        match read_flag(cell, text, false) {
            Reading::Value(Value::Flag(true)) => {
                codes |=
                    u32::try_from(code).ok().and_then(|code| 1_u32.checked_shl(code)).unwrap_or(0);
            }
            Reading::Value(_) => {}
            _ => findings.push(Finding {
                place: table.sheet.place(row.number, used.column),
                code: "W026",
                severity: Severity::Error,
                field: column.field.name.clone(),
                read: privacy::shown(column.field, &table.sheet.shown(cell)),
                suggestion: String::new(),
                arguments: vec![("effect", effect(column).to_owned())],
                person: None,
            }),
        }
    }
    if codes == 0 { Value::Missing } else { Value::Codes(codes) }
}

fn effect(column: &Column<'_>) -> &'static str {
    if column.row_field { "effect-row-left-out" } else { "effect-value-left-out" }
}

fn frame(table: &RawTable, source: &Source, columns: &[Column<'_>]) -> ValidTable {
    let mut valid = empty_table(table);
    valid.kind.clone_from(&source.kind);
    valid.fields = source.fields.iter().map(|field| field.name.clone()).collect();
    valid.values = source
        .fields
        .iter()
        .enumerate()
        .map(|(index, _)| columns.iter().any(|column| column.index == index).then(Vec::new))
        .collect();
    valid.cell_columns = source
        .fields
        .iter()
        .enumerate()
        .map(|(index, _)| {
            table.columns.iter().find(|column| column.field == index).map(|column| column.column)
        })
        .collect();
    let column_of = |name: &str| {
        source.field(name).and_then(|(index, _)| valid.cell_columns.get(index).copied().flatten())
    };
    valid.identifier_column = ["pesel", "document", "centre", "project"]
        .into_iter()
        .find_map(column_of)
        .or_else(|| table.columns.first().map(|column| column.column))
        .unwrap_or(0);
    valid
}

fn empty_table(table: &RawTable) -> ValidTable {
    ValidTable {
        file: Arc::clone(&table.sheet.file),
        sheet: Arc::clone(&table.sheet.name),
        kind: String::new(),
        is_project_export: table.is_project_export,
        from_template: table.from_template,
        count: Conservation::default(),
        rows: Vec::new(),
        fields: Vec::new(),
        values: Vec::new(),
        cell_columns: Vec::new(),
        words: Vec::new(),
        identifier_column: 0,
    }
}

/// Each word of a table once.
#[derive(Default)]
struct Words {
    list: Vec<Arc<str>>,
    places: HashMap<Arc<str>, u32>,
}

impl Words {
    fn add(&mut self, word: &str) -> u32 {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let word: Arc<str> = word.into();
        self.list.push(Arc::clone(&word));
        self.places.insert(word, place);
        place
    }
}

/// A PESEL value's number.
pub(crate) fn pesel_of(value: Value) -> Option<Pesel> {
    match value {
        Value::Pesel(number) => Some(Pesel::new(number)),
        _ => None,
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

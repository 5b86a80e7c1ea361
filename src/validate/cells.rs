//! Reads the cells of a table by the types of its fields.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use crate::catalogue::{Dictionary, Field, FieldType, Source};
use crate::ingest::{ColumnUse, ColumnWalk, RawCell, RawRow, RawTable, RowClass};
use crate::model::{
    Amounts, Cell, Conservation, Finding, Grosze, Lexicon, Pesel, Severity, StruckOut, Texts, tidy,
};
use crate::validate::table::{TableColumn, ValidRow, ValidTable};
use crate::validate::value_column::ValueColumn;
use crate::validate::values::{
    DayForm, Reading, Value, is_dash, is_document, is_mark, is_no, is_open_end, read_code,
    read_code_list, read_codes, read_day, read_day_list, read_flag, read_money, read_month,
    read_pesel, read_quantity, read_working_time, split_many,
};
use crate::validate::{Rules, amounts, privacy};

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
    /// Whether its cells hold this field or another one.
    is_shared: bool,
}

/// Reads all data rows of a table; rows that cannot be used are left out with a finding.
pub(crate) fn read(table: &RawTable, rules: Rules<'_>, findings: &mut Vec<Finding>) -> ValidTable {
    let Some(source) = rules.catalogue.sources.get(table.source) else {
        return empty_table(table);
    };
    let columns = columns(table, source, rules);
    let mut valid = frame(table, source);
    let data = || table.rows.iter().filter(|(_, class)| *class == RowClass::Data);
    // Rows that a person left out are not read: nothing is said of them.
    let decided: Vec<RawRow> =
        table.left_out.iter().filter_map(|number| table.row(*number)).map(|(row, _)| row).collect();
    let is_read = |row: &RawRow| decided.is_empty() || !table.left_out.contains(&row.number);
    let exclude = rules.struck_out() == StruckOut::Exclude;
    let struck = |row: &RawRow| exclude && table.sheet.struck_rows.contains(&row.number);
    let rows: Vec<RawRow> = data().map(|(row, _)| *row).filter(is_read).collect();
    let mut usable: Vec<bool> = rows.iter().map(|row| !struck(row)).collect();
    let mut words = Lexicon::default();
    for column in &columns {
        let mut reader = ColumnReader { table, column, rules, words: &mut words, findings };
        let mut values = reader.read(&rows, &mut usable);
        values.shrink();
        if let Some(place) = valid.values.get_mut(column.index) {
            *place = Some(values);
        }
    }
    let of_rows = |used: bool| {
        (0_u32..)
            .zip(rows.iter().zip(&usable))
            .filter(move |(_, (_, usable))| **usable == used)
            .map(|(position, (row, _))| ValidRow { number: row.number, position })
    };
    valid.rows = of_rows(true).collect();
    valid.left_out = of_rows(false).collect();
    valid.words = words.into_texts();
    let mut sums = Amounts::default();
    for (grosze, usable) in amounts::of_cells(table, source, &rows).iter().zip(&usable) {
        sums.read = sums.read.saturating_add(*grosze);
        let sum = if *usable { &mut sums.used } else { &mut sums.left_out };
        *sum = sum.saturating_add(*grosze);
    }
    for grosze in amounts::of_cells(table, source, &decided) {
        sums.read = sums.read.saturating_add(grosze);
        sums.left_out = sums.left_out.saturating_add(grosze);
    }
    let total = |class| count(table.rows.iter().filter(|(_, known)| *known == class).count());
    valid.count = Conservation {
        rows: count(table.rows.len()),
        used: count(valid.rows.len()),
        duplicates: 0,
        left_out: count(valid.left_out.len() + decided.len()),
        totals_and_notes: total(RowClass::Total) + total(RowClass::Note),
        amounts: sums,
    };
    valid
}

/// What keeps the values of single cells from being used, in the order of the cells.
pub(crate) fn problems(
    table: &RawTable,
    corrected: &[Cell],
    rules: Rules<'_>,
) -> Vec<Option<Finding>> {
    let Some(source) = rules.catalogue.sources.get(table.source) else { return Vec::new() };
    let mut findings = Vec::new();
    for column in &columns(table, source, rules) {
        let is_here = |cell: &&Cell| column.uses.iter().any(|used| used.column == cell.column);
        let numbers: BTreeSet<u32> =
            corrected.iter().filter(is_here).map(|cell| cell.row).collect();
        let rows: Vec<RawRow> =
            numbers.iter().filter_map(|number| table.row(*number)).map(|(row, _)| row).collect();
        let (words, findings) = (&mut Lexicon::default(), &mut findings);
        if !rows.is_empty() {
            let mut usable = vec![true; rows.len()];
            ColumnReader { table, column, rules, words, findings }.read(&rows, &mut usable);
        }
    }
    findings.retain(|found| found.severity == Severity::Error);
    let problem =
        |cell: &Cell| findings.iter().find(|found| found.place.cell == Some(*cell)).cloned();
    corrected.iter().map(problem).collect()
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
            let is_shared = uses.iter().any(|used| {
                let other =
                    |known: &&ColumnUse| known.column == used.column && known.field != used.field;
                table.columns.iter().any(|known| other(&known))
            });
            let row_field = row_fields.contains(&field.name.as_str());
            let taught = taught.and_then(|dictionary| dictionary.get(&field.name));
            let dictionary = match taught {
                Some(spellings) => Cow::Owned(field.dictionary.taught(spellings)),
                None => Cow::Borrowed(&field.dictionary),
            };
            Some(Column { index, field, dictionary, uses, empty_is_no, row_field, is_shared })
        })
        .collect()
}

/// Whether an empty cell of a yes/no column means no: the column holds marks (`x`, `+`) and nothing that
/// means no (rulings.md 67). A column that writes `tak` keeps empty cells empty: nobody was asked yet.
///
/// `-` means no only beside `+` (rulings.md 56).
fn only_yes(table: &RawTable, column: &ColumnUse) -> bool {
    let mut marked = false;
    let (mut plus, mut dash) = (false, false);
    for (row, class) in &table.rows {
        if *class != RowClass::Data {
            continue;
        }
        // As the file has it: what one cell is corrected to must not change what empty ones mean.
        let Some(cell) = table.sheet.cell_as_read(*row, column.column) else { continue };
        let text = table.sheet.text(cell).unwrap_or_default();
        if is_dash(text) {
            dash = true;
            continue;
        }
        if is_no(cell, text) || !is_mark(text) {
            return false;
        }
        plus |= text.trim() == "+";
        marked = true;
    }
    marked && !(plus && dash)
}

/// Whether a yes/no column uses `+`, so that its `-` means no.
fn has_plus(table: &RawTable, column: &ColumnUse) -> bool {
    table.rows.iter().any(|(row, class)| {
        *class == RowClass::Data
            && table
                .sheet
                .cell(*row, column.column)
                .and_then(|cell| table.sheet.text(cell))
                .is_some_and(|text| text.trim() == "+")
    })
}

/// Reads one column from the top.
struct ColumnReader<'a, 'b> {
    table: &'a RawTable,
    column: &'a Column<'a>,
    rules: Rules<'a>,
    words: &'b mut Lexicon,
    findings: &'b mut Vec<Finding>,
}

/// What reading a value of the sheet gave: its number in the column, whether the row can be used with
/// it, and the finding, but for its place.
struct Answer {
    value: u32,
    readable: bool,
    finding: Option<Box<Finding>>,
}

impl ColumnReader<'_, '_> {
    /// The values of `rows`; rows of which one cannot be read and is needed are no longer `usable`.
    fn read(&mut self, rows: &[RawRow], usable: &mut [bool]) -> ValueColumn {
        let mut values = ValueColumn::default();
        let Some(used) = self.column.uses.first() else { return values };
        if self.column.uses.iter().any(|used| used.code.is_some()) {
            for row in rows {
                let value = self.code_columns(*row);
                let number = values.add(value);
                values.push(number);
            }
            return values;
        }
        let nothing = if self.column.empty_is_no { Value::Flag(false) } else { Value::Missing };
        let nothing = values.add(nothing);
        let mut walk = ColumnWalk::new(used.column);
        // Each value of the sheet is read once: the place of its answer, and one more.
        let mut known = vec![0_usize; self.table.sheet.value_count()];
        let mut answers: Vec<Answer> = Vec::new();
        for (row, usable) in rows.iter().zip(usable) {
            let met = self.table.sheet.number(*row, &mut walk).and_then(|number| {
                let cell = self.table.sheet.value(number)?;
                Some((known.get_mut(usize::try_from(number).ok()?)?, cell))
            });
            let Some((place, cell)) = met else {
                values.push(nothing);
                continue;
            };
            if *place == 0 {
                let (value, readable, finding) = self.answer(used, cell);
                answers.push(Answer { value: values.add(value), readable, finding });
                *place = answers.len();
            }
            let Some(answer) = answers.get(*place - 1) else { continue };
            values.push(answer.value);
            *usable &= answer.readable || !self.column.row_field;
            if let Some(finding) = &answer.finding {
                let place = self.table.sheet.place(row.number, used.column);
                self.findings.push(Finding { place, ..Finding::clone(finding) });
            }
        }
        values
    }

    fn answer(&mut self, used: &ColumnUse, cell: RawCell) -> (Value, bool, Option<Box<Finding>>) {
        let (table, column, rules) = (self.table, self.column, self.rules);
        let report = |code: &'static str, severity, suggestion: String| {
            Some(Box::new(Finding {
                place: table.sheet.place(0, used.column),
                code,
                severity,
                field: column.field.name.clone(),
                read: match cell {
                    RawCell::Error(error) => error.shown().to_owned(),
                    _ => privacy::shown(column.field, &table.sheet.shown(cell)),
                },
                arguments: match (code, maximum_amount(rules)) {
                    ("W025", Some(grosze)) => vec![
                        ("effect", effect(column).to_owned()),
                        ("maximum", Grosze(grosze).to_string()),
                    ],
                    ("W020", _) if suggestion.is_empty() => vec![
                        ("effect", effect(column).to_owned()),
                        ("suggestion", "suggestion-none".to_owned()),
                    ],
                    _ => vec![("effect", effect(column).to_owned())],
                },
                suggestion,
                person: None,
            }))
        };
        match cell {
            RawCell::Error(_) => {
                return (Value::Missing, false, report("W013", Severity::Error, String::new()));
            }
            RawCell::NoValue => {
                return (Value::Missing, false, report("W012", Severity::Error, String::new()));
            }
            _ => {}
        }
        let text = table.sheet.text(cell).unwrap_or_default();
        if column.field.kind == FieldType::Flag && is_dash(text) && !has_plus(table, used) {
            let nothing = if column.empty_is_no { Value::Flag(false) } else { Value::Missing };
            return (nothing, true, None);
        }
        match read_value(table, cell, text, column, rules, self.words) {
            Reading::Value(value) => {
                if column.empty_is_no && value == Value::Missing {
                    return (Value::Flag(false), true, None);
                }
                match amount_problem(value, column.field, rules) {
                    Some(code) => {
                        let finding = report(code, Severity::Error, String::new());
                        (Value::Missing, false, finding)
                    }
                    None => (value, true, None),
                }
            }
            Reading::Repaired(value, code) => {
                (value, true, report(code, Severity::Note, String::new()))
            }
            Reading::Bad(code, suggestion) => {
                (Value::Missing, false, report(code, Severity::Error, suggestion))
            }
            Reading::Partly(value, code, suggestion) => {
                (value, true, report(code, Severity::Error, suggestion))
            }
        }
    }

    fn code_columns(&mut self, row: RawRow) -> Value {
        let mut codes = 0_u32;
        let sheet = &self.table.sheet;
        for used in &self.column.uses {
            let Some(code) = used.code else { continue };
            let Some(cell) = sheet.cell(row, used.column) else { continue };
            let text = sheet.text(cell).unwrap_or_default();
            match read_flag(cell, text, false) {
                Reading::Value(Value::Flag(true)) => {
                    codes |= u32::try_from(code)
                        .ok()
                        .and_then(|code| 1_u32.checked_shl(code))
                        .unwrap_or(0);
                }
                Reading::Value(_) => {}
                _ => self.findings.push(Finding {
                    place: sheet.place(row.number, used.column),
                    code: "W026",
                    severity: Severity::Error,
                    field: self.column.field.name.clone(),
                    read: privacy::shown(self.column.field, &sheet.shown(cell)),
                    suggestion: String::new(),
                    arguments: vec![("effect", effect(self.column).to_owned())],
                    person: None,
                }),
            }
        }
        if codes == 0 { Value::Missing } else { Value::Codes(codes) }
    }
}

fn read_value(
    table: &RawTable,
    cell: RawCell,
    text: &str,
    column: &Column<'_>,
    rules: Rules<'_>,
    words: &mut Lexicon,
) -> Reading {
    let field = column.field;
    match field.kind {
        // An end that has not come is no missing end: a decision without one is asked about.
        FieldType::Day if field.open_ended && is_open_end(text) => {
            Reading::Repaired(Value::NotApplicable, "W033")
        }
        FieldType::Day => read_day(cell, text, day_form(table, rules)),
        FieldType::Month => read_month(cell, text, day_form(table, rules)),
        FieldType::Money => read_money(cell, text),
        FieldType::Flag => read_flag(cell, text, field.refusable),
        FieldType::Pesel => match read_pesel(cell, text) {
            Reading::Bad(..) if column.is_shared && is_shared_document(text) => {
                Reading::Value(Value::Missing)
            }
            reading => reading,
        },
        FieldType::Document if column.is_shared && !is_shared_document(text) => {
            Reading::Value(Value::Missing)
        }
        FieldType::WorkingTime => read_working_time(cell, text),
        FieldType::Number => read_quantity(cell, text),
        FieldType::Code => read_code(&as_text(table, cell), &column.dictionary),
        FieldType::Codes => read_codes(&as_text(table, cell), &column.dictionary),
        FieldType::CodeList => {
            let shown = as_text(table, cell);
            read_code_list(&shown, &column.dictionary, |list| Value::Text(words.add(list)))
        }
        FieldType::DayList => {
            let form = day_form(table, rules);
            read_day_list(cell, text, form, |list| Value::Text(words.add(list)))
        }
        FieldType::Document if !is_document(&as_text(table, cell)) => {
            Reading::Value(Value::Missing)
        }
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

/// Whether a text in a column of PESELs and documents is a document: it has a letter and a digit, and is no
/// PESEL with a slip of the pen.
fn is_shared_document(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_slip = digits >= 9 && digits + letters == 11;
    letters > 0 && is_document(text) && !is_slip
}

/// How the days of a table are written.
pub(crate) fn day_form(table: &RawTable, rules: Rules<'_>) -> DayForm {
    let said = rules.project.source(&table.sheet.file).and_then(|source| source.date_order);
    let (latest_year, _, _) = rules.as_of.parts();
    DayForm { from_1904: table.sheet.from_1904, latest_year, order: said.unwrap_or_default() }
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

fn effect(column: &Column<'_>) -> &'static str {
    if column.row_field { "effect-row-left-out" } else { "effect-value-left-out" }
}

fn frame(table: &RawTable, source: &Source) -> ValidTable {
    let mut valid = empty_table(table);
    valid.kind.clone_from(&source.kind);
    let fields = source.fields.iter().enumerate();
    valid.fields = fields.map(|(index, field)| (field.name.clone(), index)).collect();
    valid.values = source.fields.iter().map(|_| None).collect();
    valid.cell_columns = source
        .fields
        .iter()
        .enumerate()
        .map(|(index, _)| {
            table.columns.iter().find(|column| column.field == index).map(|column| column.column)
        })
        .collect();
    valid.columns = table
        .columns
        .iter()
        .map(|column| TableColumn { column: column.column, field: column.field, code: column.code })
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
        fields: HashMap::new(),
        values: Vec::new(),
        cell_columns: Vec::new(),
        words: Texts::default(),
        columns: Vec::new(),
        left_out: Vec::new(),
        copies: Vec::new(),
        emptied: BTreeMap::new(),
        identifier_column: 0,
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

//! One row, or two, tried as the header of one kind of table.

use std::collections::BTreeMap;

use crate::catalogue::{Field, FieldType, Source};
use crate::ingest::{ColumnUse, Hints, RawRow, RawSheet};
use crate::model::fold;

/// The headers of a kind of table, folded.
pub(crate) struct HeaderWords<'a> {
    source: &'a Source,
    exact: BTreeMap<String, usize>,
    under: Vec<(String, String, usize)>,
    right_of: Vec<(usize, String, usize)>,
    codes: BTreeMap<String, (usize, usize)>,
    code_groups: Vec<String>,
}

/// A row or two taken as the header.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) score: usize,
    pub(crate) header: (u32, u32),
    pub(crate) columns: Vec<ColumnUse>,
    pub(crate) unused: Vec<(u32, String)>,
    pub(crate) is_project_export: bool,
}

impl Candidate {
    /// Whether so many headers are known that the row cannot be one of data.
    pub(crate) fn is_sure(&self) -> bool {
        is_sure(&self.columns)
    }
}

/// Whether columns were recognised by so many known headers that their row cannot be one of data.
pub(crate) fn is_sure(columns: &[ColumnUse]) -> bool {
    columns.iter().filter(|used| used.code.is_none() && used.confidence == 100).count() >= 3
}

impl<'a> HeaderWords<'a> {
    pub(crate) fn new(source: &'a Source, hints: &Hints) -> Self {
        let mut words = Self {
            source,
            exact: BTreeMap::new(),
            under: Vec::new(),
            right_of: Vec::new(),
            codes: BTreeMap::new(),
            code_groups: Vec::new(),
        };
        for (index, field) in source.fields.iter().enumerate() {
            let either = field.either.iter().flat_map(|either| &either.headers);
            for header in std::iter::once(&field.header).chain(&field.aliases).chain(either) {
                words.exact.entry(fold(header)).or_insert(index);
            }
            for under in &field.under {
                words.under.push((fold(&under.group), fold(&under.header), index));
            }
            if let Some(right_of) = &field.right_of
                && let Some((left, _)) = source.field(&right_of.field)
            {
                words.right_of.push((left, fold(&right_of.header), index));
            }
            if field.column_per_code {
                words.code_groups.extend(
                    std::iter::once(&field.header).chain(&field.aliases).map(|header| fold(header)),
                );
                for (code, entry) in field.dictionary.entries.iter().enumerate() {
                    for spelling in &entry.spellings {
                        words.codes.insert(fold(spelling), (index, code));
                    }
                }
            }
        }
        for (header, name) in &hints.columns {
            if let Some((index, _)) = source.field(name) {
                words.exact.insert(fold(header), index);
            }
        }
        words
    }

    /// Known headers, folded, with their fields.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&str, usize)> {
        self.exact.iter().map(|(header, field)| (header.as_str(), *field))
    }

    /// Takes `row`, and `below` with it, as the header.
    pub(crate) fn try_header(
        &self,
        sheet: &RawSheet,
        row: RawRow,
        below: Option<RawRow>,
    ) -> Candidate {
        let labels = match below {
            None => single(sheet, row),
            Some(below) => double(sheet, row, below),
        };
        let mut columns = Vec::new();
        let mut unused = Vec::new();
        for label in labels {
            let claimed =
                self.claim(&label).or_else(|| self.claim_by_place(&label, columns.last()));
            match claimed {
                Some(column) => columns.push(column),
                None if label.text.is_empty() => {}
                None => unused.push((label.column, label.text)),
            }
        }
        self.drop_weak_codes(&mut columns, &mut unused);
        let is_project_export = is_project_export(&columns, &unused);
        let last = below.map_or(row.number, |below| below.number);
        // A header that explains more columns wins; at the same number the one with fewer strangers.
        // Of two that explain the same, the single row: the row above it is a title.
        let score = (columns.len() * 100)
            .saturating_sub(unused.len() * 5)
            .saturating_sub(usize::from(below.is_some()));
        let score = if columns.len() < 2 { 0 } else { score };
        Candidate { score, header: (row.number, last), columns, unused, is_project_export }
    }

    fn claim(&self, label: &Label) -> Option<ColumnUse> {
        let text = fold(&label.text);
        let group = fold(&label.group);
        let used = |field, code| ColumnUse {
            column: label.column,
            field,
            code,
            header: label.text.clone(),
            confidence: 100,
        };
        if text.is_empty() {
            return None;
        }
        if !group.is_empty() {
            let pair = self
                .under
                .iter()
                .find(|(above, below, _)| group.starts_with(above.as_str()) && *below == text);
            if let Some((_, _, field)) = pair {
                return Some(used(*field, None));
            }
            let in_code_group =
                self.code_groups.iter().any(|name| group.starts_with(name.as_str()));
            if in_code_group && let Some((field, code)) = self.codes.get(&text) {
                return Some(used(*field, Some(*code)));
            }
        }
        // `planowana data zakończenia` is no end (rulings.md 69).
        if text.contains("planowan") {
            return None;
        }
        if let Some(field) = self.exact.get(&text) {
            return Some(used(*field, None));
        }
        self.codes.get(&text).map(|(field, code)| used(*field, Some(*code)))
    }

    /// A header that only its place explains: `w tym` right of the labour status.
    fn claim_by_place(&self, label: &Label, left: Option<&ColumnUse>) -> Option<ColumnUse> {
        let left = left.filter(|left| left.column + 1 == label.column)?;
        let text = fold(&label.text);
        let (_, _, field) = self
            .right_of
            .iter()
            .find(|(field, header, _)| *field == left.field && *header == text)?;
        Some(ColumnUse {
            column: label.column,
            field: *field,
            code: None,
            header: label.text.clone(),
            confidence: 100,
        })
    }

    /// Code columns without a group header count only in company: one column `inne` is anything.
    fn drop_weak_codes(&self, columns: &mut Vec<ColumnUse>, unused: &mut Vec<(u32, String)>) {
        let codes = columns.iter().filter(|column| column.code.is_some()).count();
        if codes < 3 {
            let (kept, dropped) = columns.drain(..).partition(|column| column.code.is_none());
            *columns = kept;
            unused.extend(
                dropped.into_iter().map(|column: ColumnUse| (column.column, column.header)),
            );
            unused.sort();
        }
        // A whole column for the field and columns for its codes: the codes stand aside.
        let whole: Vec<usize> = columns
            .iter()
            .filter(|column| column.code.is_none())
            .map(|column| column.field)
            .collect();
        columns.retain(|column| column.code.is_none() || !whole.contains(&column.field));
        debug_assert!(columns.iter().all(|column| column.field < self.source.fields.len()));
    }
}

/// Columns whose header says that they hold one field or another are also the other one.
pub(crate) fn claim_either(source: &Source, columns: &mut Vec<ColumnUse>) {
    let mut others = Vec::new();
    for used in columns.iter().filter(|used| used.code.is_none()) {
        let either = source.fields.get(used.field).and_then(|field| field.either.as_ref());
        let Some(either) = either else { continue };
        let header = fold(&used.header);
        let other = source.field(&either.field).map(|(index, _)| index);
        if let Some(field) = other.filter(|other| columns.iter().all(|used| used.field != *other))
            && either.headers.iter().any(|known| fold(known) == header)
        {
            others.push(ColumnUse { field, ..used.clone() });
        }
    }
    columns.extend(others);
    columns.sort_by_key(|used| used.column);
}

/// Required fields that no column claims.
pub(crate) fn missing_fields<'a>(source: &'a Source, columns: &[ColumnUse]) -> Vec<&'a Field> {
    let claimed = |index: usize| columns.iter().any(|column| column.field == index);
    let told_by_another = |field: &Field| {
        let other = field.required_unless.as_deref().and_then(|name| source.field(name));
        other.is_some_and(|(index, _)| claimed(index))
    };
    let group_claimed =
        |group: &String| {
            source.fields.iter().enumerate().any(|(index, field)| {
                field.required_group.as_ref() == Some(group) && claimed(index)
            })
        };
    let mut missing = Vec::new();
    let mut groups = Vec::new();
    for (index, field) in source.fields.iter().enumerate() {
        if field.required && !claimed(index) && !told_by_another(field) {
            missing.push(field);
        }
        if let Some(group) = &field.required_group
            && !group_claimed(group)
            && !groups.contains(&group)
        {
            groups.push(group);
            missing.push(field);
        }
    }
    missing
}

/// Two columns that claim one field.
pub(crate) fn claimed_twice(columns: &[ColumnUse]) -> Option<(&ColumnUse, &ColumnUse)> {
    columns.iter().enumerate().find_map(|(index, second)| {
        let first = columns
            .iter()
            .take(index)
            .find(|first| first.field == second.field && first.code == second.code)?;
        Some((first, second))
    })
}

/// SM EFS and SL2014 exports carry columns that nobody else keeps.
fn is_project_export(columns: &[ColumnUse], unused: &[(u32, String)]) -> bool {
    let marks =
        ["brak pesel", "rodzaj uczestnika", "obszar wedlug stopnia urbanizacji", "zakres wsparcia"];
    let headers = columns
        .iter()
        .map(|column| column.header.as_str())
        .chain(unused.iter().map(|(_, header)| header.as_str()));
    let folded: Vec<String> = headers.map(fold).collect();
    marks.iter().filter(|mark| folded.iter().any(|header| header.starts_with(**mark))).count() >= 2
}

struct Label {
    column: u32,
    group: String,
    text: String,
}

fn single(sheet: &RawSheet, row: RawRow) -> Vec<Label> {
    sheet
        .cells(row)
        .filter_map(|(column, cell)| {
            let text = sheet.text(cell)?.to_owned();
            Some(Label { column, group: String::new(), text })
        })
        .collect()
}

/// A merged group stands over its columns up to the next group.
fn double(sheet: &RawSheet, row: RawRow, below: RawRow) -> Vec<Label> {
    let above: BTreeMap<u32, String> = sheet
        .cells(row)
        .filter_map(|(column, cell)| Some((column, sheet.text(cell)?.to_owned())))
        .collect();
    let under: BTreeMap<u32, String> = sheet
        .cells(below)
        .filter_map(|(column, cell)| Some((column, sheet.text(cell)?.to_owned())))
        .collect();
    let mut columns: Vec<u32> = above.keys().chain(under.keys()).copied().collect();
    columns.sort_unstable();
    columns.dedup();
    columns
        .into_iter()
        .map(|column| match under.get(&column) {
            Some(text) => {
                let group = above.range(..=column).next_back().map(|(_, group)| group.clone());
                Label { column, group: group.unwrap_or_default(), text: text.clone() }
            }
            None => Label {
                column,
                group: String::new(),
                text: above.get(&column).cloned().unwrap_or_default(),
            },
        })
        .collect()
}

/// Whether a field holds a person's number.
pub(crate) fn is_person_key(field: &Field) -> bool {
    matches!(field.kind, FieldType::Pesel | FieldType::Document)
}

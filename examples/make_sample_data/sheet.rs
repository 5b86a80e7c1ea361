//! A workbook as a person sees it, before a format is chosen.

use jiff::civil::Date;

/// What stands in a cell.
#[derive(Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// A whole number, also a PESEL that somebody typed as a number.
    Whole(i64),
    /// A number with hundredths, such as full-time equivalents.
    Hundredths(i64),
    Day(Date),
    /// Grosze.
    Money(i64),
    /// A formula, what it gives, and whether that is money in grosze.
    Formula(String, i64, bool),
}

impl Cell {
    /// Text; empty text is an empty cell.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// What a row is for; it decides how the row looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Title,
    Header,
    Body,
    Total,
    Note,
}

/// One row.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) kind: RowKind,
    pub(crate) cells: Vec<Cell>,
    /// Which record it holds, to find it again.
    pub(crate) key: Option<usize>,
    pub(crate) struck: bool,
    pub(crate) hidden: bool,
}

impl Row {
    /// A row that is neither struck out nor hidden.
    pub(crate) fn new(kind: RowKind, cells: Vec<Cell>, key: Option<usize>) -> Self {
        Self { kind, cells, key, struck: false, hidden: false }
    }

    /// A row with one text in the first cell.
    pub(crate) fn line(kind: RowKind, text: impl Into<String>) -> Self {
        Self::new(kind, vec![Cell::text(text)], None)
    }
}

/// One column: the header, the header above it, what it holds and how wide it is.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) header: &'static str,
    pub(crate) group: &'static str,
    pub(crate) field: &'static str,
    pub(crate) width: f64,
}

/// A column without a header above it.
pub(crate) const fn column(header: &'static str, field: &'static str, width: f64) -> Column {
    Column { header, group: "", field, width }
}

/// One sheet.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// First row, first column, last row, last column.
    pub(crate) merges: Vec<(usize, usize, usize, usize)>,
    pub(crate) hidden: bool,
    pub(crate) filter: bool,
    /// Fill of the header, RGB.
    pub(crate) colour: u32,
}

impl Sheet {
    /// A sheet without rows.
    pub(crate) fn new(name: impl Into<String>, columns: &[Column], colour: u32) -> Self {
        Self {
            name: name.into(),
            columns: columns.to_vec(),
            rows: Vec::new(),
            merges: Vec::new(),
            hidden: false,
            filter: false,
            colour,
        }
    }

    /// Adds title lines.
    pub(crate) fn titles(&mut self, lines: &[&str]) {
        self.rows.extend(lines.iter().map(|line| Row::line(RowKind::Title, *line)));
    }

    /// Adds a header of one row.
    pub(crate) fn header(&mut self) {
        let cells = self.columns.iter().map(|column| Cell::text(column.header)).collect();
        self.rows.push(Row::new(RowKind::Header, cells, None));
    }

    /// Adds a header of two rows: groups merged over their columns, columns without a group merged downwards.
    pub(crate) fn grouped_header(&mut self) {
        let top = self.rows.len();
        let mut upper = Vec::new();
        let mut lower = Vec::new();
        let mut from = 0;
        for (at, column) in self.columns.iter().enumerate() {
            if column.group.is_empty() {
                upper.push(Cell::text(column.header));
                lower.push(Cell::Empty);
                self.merges.push((top, at, top + 1, at));
                from = at + 1;
                continue;
            }
            lower.push(Cell::text(column.header));
            let first = at == from;
            upper.push(if first { Cell::text(column.group) } else { Cell::Empty });
            if self.columns.get(at + 1).is_none_or(|next| next.group != column.group) {
                if at > from {
                    self.merges.push((top, from, top, at));
                }
                from = at + 1;
            }
        }
        self.rows.push(Row::new(RowKind::Header, upper, None));
        self.rows.push(Row::new(RowKind::Header, lower, None));
    }

    /// Adds a record; `cell` gives what each field holds.
    pub(crate) fn record(&mut self, key: usize, mut cell: impl FnMut(&'static str) -> Cell) {
        let cells = self.columns.iter().map(|column| cell(column.field)).collect();
        self.rows.push(Row::new(RowKind::Body, cells, Some(key)));
    }

    /// The place of a field among the columns.
    pub(crate) fn place(&self, field: &str) -> Result<usize, String> {
        let at = self.columns.iter().position(|column| column.field == field);
        at.ok_or_else(|| format!("sheet {} has no {field}", self.name))
    }

    /// The first row of a record.
    pub(crate) fn row_of(&self, key: usize) -> Result<usize, String> {
        let at = self.rows.iter().position(|row| row.key == Some(key));
        at.ok_or_else(|| format!("sheet {} has no record {key}", self.name))
    }

    /// Writes over a field of the first row of a record.
    pub(crate) fn write(&mut self, key: usize, field: &str, cell: Cell) -> Result<(), String> {
        let (row, column) = (self.row_of(key)?, self.place(field)?);
        let here = self.rows.get_mut(row).and_then(|row| row.cells.get_mut(column));
        *here.ok_or("a cell outside the table")? = cell;
        Ok(())
    }

    /// First and last row of the records, from 0.
    pub(crate) fn body(&self) -> Option<(usize, usize)> {
        let is_body = |row: &Row| row.kind == RowKind::Body;
        Some((self.rows.iter().position(is_body)?, self.rows.iter().rposition(is_body)?))
    }

    /// Sum of the money of a field in grosze.
    pub(crate) fn sum(&self, field: &str) -> Result<i64, String> {
        let at = self.place(field)?;
        Ok(self
            .rows
            .iter()
            .filter_map(|row| match row.cells.get(at) {
                Some(Cell::Money(grosze)) if row.kind == RowKind::Body => Some(*grosze),
                _ => None,
            })
            .sum())
    }

    /// How many records hold a text in a field.
    pub(crate) fn count(&self, field: &str, text: &str) -> Result<i64, String> {
        let at = self.place(field)?;
        let holds = |row: &&Row| row.cells.get(at).is_some_and(|cell| *cell == Cell::text(text));
        i64::try_from(self.rows.iter().filter(holds).count()).map_err(|error| error.to_string())
    }
}

/// One file of one or more sheets.
pub(crate) struct Book {
    /// Path below the folder, with `/`.
    pub(crate) path: &'static str,
    pub(crate) sheets: Vec<Sheet>,
}

impl Book {
    /// A sheet that may be changed.
    pub(crate) fn sheet(&mut self, name: &str) -> Result<&mut Sheet, String> {
        let path = self.path;
        let sheet = self.sheets.iter_mut().find(|sheet| sheet.name == name);
        sheet.ok_or_else(|| format!("{path} has no sheet {name}"))
    }
}

/// `B7` for row 6, column 1.
pub(crate) fn address(row: usize, column: usize) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `AA` for column 26.
pub(crate) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut name = String::new();
    while left > 0 {
        let digit = u32::try_from((left - 1) % 26).unwrap_or_default();
        name.insert(0, char::from_u32(u32::from(b'A') + digit).unwrap_or('A'));
        left = (left - 1) / 26;
    }
    name
}

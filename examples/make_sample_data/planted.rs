//! What is wrong on purpose, and where it stands.

use crate::sheet::{Book, Cell, address};

/// How far a finding may point from the defect.
#[derive(Clone, Copy)]
pub(crate) enum Scope {
    Cell,
    Row,
    Sheet,
    File,
}

impl Scope {
    fn code(self) -> &'static str {
        match self {
            Self::Cell => "cell",
            Self::Row => "row",
            Self::Sheet => "sheet",
            Self::File => "file",
        }
    }
}

/// One kind of defect in words.
pub(crate) struct Defect {
    pub(crate) scope: Scope,
    /// What is wrong, in English.
    pub(crate) what: String,
    /// `error`, `warning` or `note`.
    pub(crate) severity: &'static str,
    /// `row left out`, `value left out`, `warning only`, `repaired`, `duplicate dropped`, `total row`, `skipped`.
    pub(crate) effect: &'static str,
    /// Whether the row is in the figures.
    pub(crate) in_truth: bool,
    /// What follows for the figures, in a few words.
    pub(crate) note: &'static str,
}

/// A defect at its place.
pub(crate) struct Planted {
    pub(crate) file: String,
    pub(crate) sheet: String,
    pub(crate) cell: String,
    pub(crate) defect: Defect,
}

impl Planted {
    /// The line of `planted.csv`.
    pub(crate) fn record(&self) -> [&str; 10] {
        let defect = &self.defect;
        let in_truth = if defect.in_truth { "yes" } else { "no" };
        [
            &self.file,
            &self.sheet,
            &self.cell,
            defect.scope.code(),
            &defect.what,
            defect.severity,
            defect.effect,
            in_truth,
            "yes",
            defect.note,
        ]
    }
}

/// The header of `planted.csv`.
pub(crate) const HEADER: [&str; 10] = [
    "file",
    "sheet",
    "cell",
    "scope",
    "what",
    "severity",
    "effect",
    "in_truth",
    "must_locate",
    "note",
];

/// Plants defects and keeps the list.
#[derive(Default)]
pub(crate) struct Garden {
    pub(crate) planted: Vec<Planted>,
}

impl Garden {
    /// Writes `cell` into a field of a record (or leaves what is there) and notes the place.
    pub(crate) fn plant(
        &mut self,
        book: &mut Book,
        sheet: &str,
        key: usize,
        field: &str,
        cell: Option<Cell>,
        defect: Defect,
    ) -> Result<(), String> {
        let row = book.sheet(sheet)?.row_of(key)?;
        self.plant_at(book, sheet, row, field, cell, defect)
    }

    /// The same for a row by its number from 0.
    pub(crate) fn plant_at(
        &mut self,
        book: &mut Book,
        sheet: &str,
        row: usize,
        field: &str,
        cell: Option<Cell>,
        defect: Defect,
    ) -> Result<(), String> {
        let (path, table) = (book.path, book.sheet(sheet)?);
        let column = table.place(field)?;
        if let Some(cell) = cell {
            let here = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column));
            *here.ok_or("a defect outside the table")? = cell;
        }
        let is_csv =
            std::path::Path::new(path).extension().is_some_and(|extension| extension == "csv");
        let sheet = if is_csv { String::new() } else { sheet.to_owned() };
        self.planted.push(Planted {
            file: path.to_owned(),
            sheet,
            cell: address(row, column),
            defect,
        });
        Ok(())
    }

    /// A defect of a whole sheet or file.
    pub(crate) fn note_file(&mut self, file: &str, sheet: &str, cell: &str, defect: Defect) {
        self.planted.push(Planted {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            cell: cell.to_owned(),
            defect,
        });
    }
}

/// The row is left out.
pub(crate) fn row_left_out(what: impl Into<String>, note: &'static str) -> Defect {
    Defect {
        scope: Scope::Cell,
        what: what.into(),
        severity: "error",
        effect: "row left out",
        in_truth: false,
        note,
    }
}

/// Only the value is left out.
pub(crate) fn value_left_out(what: impl Into<String>, note: &'static str) -> Defect {
    Defect {
        scope: Scope::Cell,
        what: what.into(),
        severity: "error",
        effect: "value left out",
        in_truth: true,
        note,
    }
}

/// Used, with a warning.
pub(crate) fn warning(scope: Scope, what: impl Into<String>, note: &'static str) -> Defect {
    Defect {
        scope,
        what: what.into(),
        severity: "warning",
        effect: "warning only",
        in_truth: true,
        note,
    }
}

/// The later copy is dropped.
pub(crate) fn duplicate(what: impl Into<String>) -> Defect {
    let what = what.into();
    Defect {
        scope: Scope::Row,
        what,
        severity: "warning",
        effect: "duplicate dropped",
        in_truth: true,
        note: "counted once",
    }
}

/// Read and said.
pub(crate) fn note(
    scope: Scope,
    what: impl Into<String>,
    effect: &'static str,
    note: &'static str,
) -> Defect {
    let in_truth = effect != "skipped";
    Defect { scope, what: what.into(), severity: "note", effect, in_truth, note }
}

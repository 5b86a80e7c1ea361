//! Correction workbooks: what marks them, and what their columns and decisions are called. The writer
//! and the reader must agree, so the words stand here, and words that once stood in a workbook stay.

use crate::model::{Cell, Finding, Language, Place, fold};

/// Begins the first cell of every sheet of a correction workbook, whatever its file is called.
pub const CORRECTION_MARK: &str = "efekt corrections 1";

/// The folder of correction workbooks in a run.
pub const CORRECTIONS: &str = "corrections/";

/// Whether the text of a sheet's first cell says that its workbook holds corrections.
pub fn is_correction_mark(text: &str) -> bool {
    text.trim_start().starts_with(CORRECTION_MARK)
}

/// The first cell of the list of corrections: it names the file by its content. A hash of a whole file
/// tells nothing about a person in it; a hash of a PESEL would.
pub fn correction_mark(sha256: &str, file: &str) -> String {
    format!("{CORRECTION_MARK} | {sha256} | {file}")
}

/// The hash and the path that [`correction_mark`] wrote.
pub fn parse_correction_mark(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim().strip_prefix(CORRECTION_MARK)?.strip_prefix(" | ")?;
    let (sha256, file) = rest.split_once(" | ")?;
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then_some((sha256, file))
}

/// The columns of the list that the reader looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CorrectionColumn {
    /// Sheet of the corrected file.
    Sheet,
    /// Cell in it.
    Cell,
    /// What should stand there.
    Value,
    /// What else is to be done.
    Decision,
    /// Code of the check that found it.
    Code,
}

impl CorrectionColumn {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Sheet, Self::Cell, Self::Value, Self::Decision, Self::Code];

    /// Its header.
    pub fn header(self, language: Language) -> &'static str {
        let [polish, english] = self.headers();
        if language == Language::Polish { polish } else { english }
    }

    /// The column of a header, in either language.
    pub fn of_header(text: &str) -> Option<Self> {
        let folded = fold(text);
        Self::ALL
            .into_iter()
            .find(|column| column.headers().iter().any(|header| fold(header) == folded))
    }

    fn headers(self) -> [&'static str; 2] {
        match self {
            Self::Sheet => ["Arkusz", "Sheet"],
            Self::Cell => ["Komórka", "Cell"],
            Self::Value => ["Poprawna wartość", "Corrected value"],
            Self::Decision => ["Decyzja", "Decision"],
            Self::Code => ["Kod", "Code"],
        }
    }
}

/// What a person decides where no other value is to be typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Decision {
    /// The value is right as it stands: the warning is answered.
    Right,
    /// The cell should be empty.
    Empty,
    /// The whole row should not count.
    LeaveOut,
}

impl Decision {
    /// All of them, in the order of the drop-down.
    pub const ALL: [Self; 3] = [Self::Right, Self::Empty, Self::LeaveOut];

    /// The word that ids of texts use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Empty => "empty",
            Self::LeaveOut => "leave-out",
        }
    }

    /// As it stands in the drop-down.
    pub fn word(self, language: Language) -> &'static str {
        let [polish, english] = self.words();
        if language == Language::Polish { polish } else { english }
    }

    /// The decision that a cell names, in either language.
    pub fn of_text(text: &str) -> Option<Self> {
        let folded = fold(text);
        Self::ALL
            .into_iter()
            .find(|decision| decision.words().iter().any(|word| fold(word) == folded))
    }

    fn words(self) -> [&'static str; 2] {
        match self {
            Self::Right => ["tak ma być", "right as it is"],
            Self::Empty => ["ma być puste", "should be empty"],
            Self::LeaveOut => ["pomiń wiersz", "leave the row out"],
        }
    }
}

/// What a correction workbook of one input file offers to correct.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CorrectionPlan {
    /// The input file.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Cells to correct, in the order in which they are to be looked at.
    pub items: Vec<CorrectionItem>,
    /// How many more findings there are than one workbook holds.
    pub left_away: usize,
    /// The rows in question, a list a sheet.
    pub sheets: Vec<RowsInQuestion>,
}

/// One cell to correct.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CorrectionItem {
    /// The finding that asks for it.
    pub finding: Finding,
    /// The cell: the finding's own, or another one of the row that may be the wrong one.
    pub place: Place,
    /// Whether it is the finding's own cell.
    pub is_own: bool,
    /// Kind of table and canonical field of the cell.
    pub field: (String, String),
    /// Whether the cell is one yes/no column of several for the field.
    pub is_code_column: bool,
    /// What the cell holds, as it may be shown.
    pub read: String,
    /// Whether a value can be typed, or only a decision taken.
    pub takes_value: bool,
    /// Decisions that make sense here.
    pub decisions: Vec<Decision>,
    /// Where the cell has a correction already.
    pub corrected_at: Option<Place>,
}

/// Rows of one sheet that hold something to correct, without what identifies a person and without what
/// the law protects more than other data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowsInQuestion {
    /// Name of the sheet, empty for CSV.
    pub sheet: String,
    /// Kind of table.
    pub kind: String,
    /// Column of the sheet, from 0, and its canonical field.
    pub columns: Vec<(u32, String)>,
    /// Row of the sheet, from 0, and what its cells hold, as many as there are columns.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl RowsInQuestion {
    /// Where a cell stands among the rows and columns.
    pub fn position(&self, cell: Cell) -> Option<(usize, usize)> {
        let row = self.rows.binary_search_by_key(&cell.row, |(number, _)| *number).ok()?;
        let column = self.columns.iter().position(|(column, _)| *column == cell.column)?;
        Some((row, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_names_the_file_by_its_content_and_half_a_mark_names_none() {
        let hash = "0123456789abcdef".repeat(4);
        let mark = correction_mark(&hash, "a | b/lista.xlsx");
        assert!(is_correction_mark(&mark));
        assert_eq!(parse_correction_mark(&mark), Some((&*hash, "a | b/lista.xlsx")));
        assert!(is_correction_mark(CORRECTION_MARK));
        for text in [CORRECTION_MARK, "efekt corrections 1 | 00 | a.xlsx", "efekt corrections"] {
            assert_eq!(parse_correction_mark(text), None, "{text}");
        }
    }

    #[test]
    fn headers_and_decisions_are_known_in_both_languages_and_in_any_case() {
        for language in [Language::Polish, Language::English] {
            for column in CorrectionColumn::ALL {
                let header = column.header(language).to_uppercase();
                assert_eq!(CorrectionColumn::of_header(&header), Some(column));
            }
            for decision in Decision::ALL {
                let word = format!(" {} ", decision.word(language));
                assert_eq!(Decision::of_text(&word), Some(decision));
            }
        }
        assert_eq!(Decision::of_text("może"), None);
    }
}

//! Links from a run's folder to the cells of its inputs and to its correction workbooks.
//!
//! A link is relative, so that the folder of a project can be moved as a whole, and the same inputs give
//! the same bytes wherever it lies.

use std::collections::BTreeMap;

use crate::model::Place;
use crate::reports::workbook::CellValue;

/// Excel takes longer addresses for broken.
const LONGEST_ADDRESS: usize = 2_000;

/// Where files lie, as seen from the run's folder.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FindingLinks {
    /// The way to the folder of the inputs, with `/`; `None` where there is none.
    pub way_to_inputs: Option<String>,
    /// Input path to the path of its correction workbook in the run.
    pub corrections: BTreeMap<String, String>,
}

impl FindingLinks {
    /// A cell of an input: its address, which opens the file there.
    pub(crate) fn place(&self, place: &Place) -> CellValue {
        let address = place.address();
        // A CSV file has no sheet that could be named: it opens, and the address says where to look.
        let anchor = match place.cell {
            Some(_) if !place.sheet.is_empty() => {
                format!("#'{}'!{address}", place.sheet.replace('\'', "''"))
            }
            _ => String::new(),
        };
        let link = self.input(&place.file).filter(|_| !address.is_empty());
        linked(address, link.map(|link| link + &anchor))
    }

    /// The file of a place: words where its cell leads there.
    pub(crate) fn file_of(&self, place: &Place) -> CellValue {
        match place.cell {
            Some(_) => CellValue::text(&*place.file),
            None => self.file(&place.file),
        }
    }

    /// An input file.
    pub(crate) fn file(&self, path: &str) -> CellValue {
        linked(path.to_owned(), self.input(path))
    }

    /// The correction workbook of an input file, under these words, as its path would not fit into a
    /// column; blank where there is none.
    pub(crate) fn correction(&self, path: &str, words: &str) -> CellValue {
        match self.corrections.get(path) {
            Some(correction) => match escaped(correction) {
                Some(address) => linked(words.to_owned(), Some(address)),
                None => CellValue::text(&**correction),
            },
            None => CellValue::Blank,
        }
    }

    fn input(&self, path: &str) -> Option<String> {
        escaped(&format!("{}/{path}", self.way_to_inputs.as_ref()?))
    }
}

fn linked(text: String, address: Option<String>) -> CellValue {
    match address.filter(|address| address.len() <= LONGEST_ADDRESS) {
        Some(address) => CellValue::FileLink { text, address },
        None => CellValue::Text(text),
    }
}

/// A path as an address. Letters stay as they are, as office programs write them; `None` for a path
/// with a `#` or a line break, which they take for something else.
fn escaped(path: &str) -> Option<String> {
    let mut address = String::with_capacity(path.len());
    for letter in path.chars() {
        match letter {
            '#' | '\\' => return None,
            letter if letter.is_control() => return None,
            ' ' => address.push_str("%20"),
            '%' => address.push_str("%25"),
            '"' => address.push_str("%22"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '[' => address.push_str("%5B"),
            ']' => address.push_str("%5D"),
            '^' => address.push_str("%5E"),
            '`' => address.push_str("%60"),
            '{' => address.push_str("%7B"),
            '}' => address.push_str("%7D"),
            letter => address.push(letter),
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use crate::model::Cell;

    use super::*;

    fn links(way: Option<&str>) -> FindingLinks {
        let corrections = [("a.csv".to_owned(), "corrections/a – poprawki.xlsx".to_owned())].into();
        FindingLinks { way_to_inputs: way.map(str::to_owned), corrections }
    }

    fn address(cell: &CellValue) -> Option<&str> {
        match cell {
            CellValue::FileLink { address, .. } => Some(address),
            _ => None,
        }
    }

    #[test]
    fn a_cell_is_a_link_to_its_file_sheet_and_address() {
        let place = Place {
            sheet: "Lista 'A'".into(),
            cell: Cell::parse("O7"),
            ..Place::file("06 świadczenia/50%.xlsx")
        };
        let link = links(Some("../../dane")).place(&place);
        let expected = "../../dane/06%20świadczenia/50%25.xlsx#'Lista ''A'''!O7";
        assert_eq!(address(&link), Some(expected));
        let csv = Place { cell: Cell::parse("B2"), ..Place::file("a.csv") };
        assert_eq!(address(&links(Some("../..")).place(&csv)), Some("../../a.csv"));
    }

    #[test]
    fn what_cannot_be_reached_is_no_link() {
        let place = Place { cell: Cell::parse("O7"), ..Place::file("a.csv") };
        assert_eq!(links(None).place(&place), CellValue::text("O7"));
        assert_eq!(links(Some("..")).file("nr #3.xlsx"), CellValue::text("nr #3.xlsx"));
        assert_eq!(links(Some("..")).place(&Place::file("a.csv")), CellValue::text(""));
        let long = "x".repeat(LONGEST_ADDRESS);
        assert_eq!(links(Some("..")).file(&long), CellValue::text(long));
    }

    #[test]
    fn a_correction_workbook_is_reached_from_the_run_wherever_the_inputs_lie() {
        let link = links(None).correction("a.csv", "open");
        assert_eq!(address(&link), Some("corrections/a%20–%20poprawki.xlsx"));
        assert_eq!(links(None).correction("b.csv", "open"), CellValue::Blank);
    }
}

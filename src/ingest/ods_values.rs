//! Cells of an `OpenDocument` sheet that calamine takes for something else: error values, which it gives
//! as text or as zero, and formulas without a stored value, which it passes over.

use quick_xml::events::BytesStart;

use crate::ingest::{CellError, RawCell};

/// The longest text that can be an error value.
const LONGEST: usize = 32;

/// One cell while its element is open.
#[derive(Debug, Default)]
pub(crate) struct CellWatch {
    kind: String,
    /// Whether the program that wrote it says that it is an error.
    error: bool,
    formula: bool,
    /// Whether the attribute of its kind is there.
    valued: bool,
    text: String,
}

impl CellWatch {
    /// Takes the attributes of `table:table-cell`.
    pub(crate) fn open(element: &BytesStart<'_>) -> Self {
        let mut cell = Self::default();
        for attribute in element.attributes().filter_map(Result::ok) {
            match attribute.key.as_ref() {
                "office:value-type" => cell.kind = attribute.value.into_owned(),
                "calcext:value-type" => cell.error = attribute.value == "error",
                "table:formula" => cell.formula = true,
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value" => cell.valued = true,
                _ => {}
            }
        }
        cell
    }

    /// Takes a piece of what a person sees in the cell.
    pub(crate) fn text(&mut self, text: &str) {
        if self.text.len() <= LONGEST {
            self.text.push_str(text);
        }
    }

    /// What the cell is, when calamine would not say so.
    pub(crate) fn close(&self) -> Option<RawCell> {
        // Old programs store a zero for what they show as an error.
        let shown = CellError::named(&self.text).filter(|_| self.formula || self.error);
        match (self.error, shown, self.kind.as_str()) {
            (_, Some(error), _) => Some(RawCell::Error(error)),
            (true, None, _) => Some(RawCell::Error(CellError::Other)),
            (false, None, "") => self.formula.then_some(RawCell::NoValue),
            (false, None, "string") => None,
            (false, None, _) => (!self.valued).then_some(RawCell::NoValue),
        }
    }
}

//! Writes the first sheet of a book as CSV: semicolons, CRLF, in the encoding of the office that sent it.

use std::error::Error;

use csv::{Terminator, WriterBuilder};

use crate::sheet::{Book, Cell};
use crate::spelling::polish_amount;

/// The encodings that are met.
#[derive(Clone, Copy)]
pub(crate) enum Encoding {
    /// UTF-8 with a byte order mark.
    Utf8,
    Windows1250,
}

/// The bytes of a CSV file.
pub(crate) fn bytes(book: &Book, encoding: Encoding) -> Result<Vec<u8>, Box<dyn Error>> {
    let sheet = book.sheets.first().ok_or("a CSV file without a table")?;
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in &sheet.rows {
        writer.write_record(row.cells.iter().map(shown))?;
    }
    let text = String::from_utf8(writer.into_inner()?)?;
    match encoding {
        Encoding::Utf8 => Ok(format!("\u{feff}{text}").into_bytes()),
        Encoding::Windows1250 => {
            let (bytes, _, lost) = encoding_rs::WINDOWS_1250.encode(&text);
            if lost {
                Err("a letter that Windows-1250 does not have".into())
            } else {
                Ok(bytes.into_owned())
            }
        }
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(whole) => whole.to_string(),
        Cell::Hundredths(hundredths)
        | Cell::Money(hundredths)
        | Cell::Formula(_, hundredths, _) => polish_amount(*hundredths),
        Cell::Day(day) => day.to_string(),
    }
}

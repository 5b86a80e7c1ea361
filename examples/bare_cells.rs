//! Reads every cell of workbooks with calamine and does nothing with it: what any reader built on it must
//! pay, for comparing (`benches/README.md`). `cargo run --release --example bare_cells -- FILE...`
#![expect(clippy::print_stdout, reason = "a tool for measuring")]

use std::error::Error;

use calamine::{DataRef, Reader, Xlsx, open_workbook};

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let mut workbook: Xlsx<_> = open_workbook(&path)?;
        let mut count = 0_u64;
        for name in workbook.sheet_names() {
            let mut reader = workbook.worksheet_cells_reader(&name)?;
            while let Some(cell) = reader.next_cell()? {
                count += u64::from(!matches!(cell.get_value(), DataRef::Empty));
            }
        }
        println!("{path} {count}");
    }
    Ok(())
}

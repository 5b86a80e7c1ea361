//! Writes two large workbooks for measuring `efekt check`: participants (400,000 rows × 25 columns) and
//! benefits (1,000,000 rows × 8 columns). All invented; the same bytes at every run.
//!
//! `cargo run --release --example make_large_workbooks -- FOLDER [ROWS OF PARTICIPANTS] [ROWS OF BENEFITS]`
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a tool for measuring: it writes files and says so"
)]

use std::error::Error;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

const PARTICIPANTS: [&str; 25] = [
    "Placówka",
    "PESEL",
    "Nr dokumentu",
    "Imię",
    "Nazwisko",
    "Płeć",
    "Data urodzenia",
    "Wykształcenie",
    "Gmina",
    "Powiat",
    "Status na rynku pracy w chwili przystąpienia",
    "Bezrobotny od",
    "Grupa (art. 1 ust. 2)",
    "Stopień niepełnosprawności",
    "Kierujący",
    "Data skierowania",
    "Data IPZS",
    "Data rozpoczęcia",
    "Data zakończenia",
    "Sposób zakończenia",
    "Warsztat",
    "Sytuacja po zakończeniu",
    "Data sytuacji",
    "Podjęcie pracy",
    "Forma zatrudnienia",
];
const BENEFITS: [&str; 8] = [
    "PESEL",
    "Nr dokumentu",
    "Rodzaj świadczenia",
    "Powód przyznania",
    "Miesiąc",
    "Kwota",
    "Płatnik",
    "Nr decyzji",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let mut rows = |default: u32| -> Result<u32, Box<dyn Error>> {
        Ok(arguments.next().map_or(Ok(default), |text| text.parse())?)
    };
    let (participants, benefits) = (rows(400_000)?, rows(1_000_000)?);
    std::fs::create_dir_all(&folder)?;
    write(&folder.join("participants.xlsx"), &PARTICIPANTS, participants, participant)?;
    write(&folder.join("benefits.xlsx"), &BENEFITS, benefits, benefit)?;
    println!("{participants} and {benefits} rows in {}", folder.display());
    Ok(())
}

fn write(
    path: &Path,
    header: &[&str],
    rows: u32,
    line: fn(&mut Worksheet, u32, &Format) -> Result<(), XlsxError>,
) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    for (column, text) in (0_u16..).zip(header) {
        sheet.write_string(0, column, *text)?;
    }
    for row in 1..=rows {
        line(sheet, row, &date)?;
    }
    workbook.save(path)
}

fn participant(sheet: &mut Worksheet, row: u32, date: &Format) -> Result<(), XlsxError> {
    let pick = |list: &[&'static str], salt: u32| -> &'static str {
        let place =
            usize::try_from((row.wrapping_mul(2_654_435_761) >> (salt % 16)) % 97).unwrap_or(0);
        list.get(place % list.len()).copied().unwrap_or("")
    };
    let entry = 45_000.0 + f64::from(row % 700);
    sheet.write_string(row, 0, pick(&["CIS A", "CIS B", "CIS C"], 1))?;
    sheet.write_string(row, 1, pesel(row))?;
    sheet.write_string(row, 3, pick(&["Anna", "Jan", "Maria", "Piotr", "Zofia"], 2))?;
    sheet.write_string(row, 4, pick(&["Nowak", "Kowalski", "Wiśniewska", "Wójcik"], 3))?;
    sheet.write_string(row, 5, if row.is_multiple_of(2) { "K" } else { "M" })?;
    sheet.write_number_with_format(row, 6, birth_serial(row), date)?;
    sheet.write_string(row, 7, pick(&["podstawowe", "średnie", "zasadnicze zawodowe"], 4))?;
    sheet.write_string(row, 8, pick(&["Orzechowiec", "Stary Młyn", "Kalinówka"], 5))?;
    sheet.write_string(row, 9, pick(&["powiat sadowy", "powiat młyński"], 6))?;
    sheet.write_string(row, 10, pick(&["bezrobotny zarejestrowany", "bierny zawodowo"], 7))?;
    sheet.write_number_with_format(row, 11, entry - 400.0, date)?;
    sheet.write_string(row, 12, pick(&["bezdomni", "długotrwale bezrobotni; inne"], 8))?;
    sheet.write_string(row, 13, pick(&["brak", "lekki", "umiarkowany"], 9))?;
    sheet.write_string(row, 14, pick(&["OPS", "PUP", "PCPR"], 10))?;
    sheet.write_number_with_format(row, 15, entry - 30.0, date)?;
    sheet.write_number_with_format(row, 16, entry - 5.0, date)?;
    sheet.write_number_with_format(row, 17, entry, date)?;
    sheet.write_number_with_format(row, 18, entry + 300.0, date)?;
    sheet.write_string(row, 19, pick(&["zgodnie z IPZS", "rezygnacja"], 11))?;
    sheet.write_string(row, 20, pick(&["Ogrodniczy", "Krawiecki", "Stolarski"], 12))?;
    sheet.write_string(row, 21, pick(&["praca", "bezrobotny"], 13))?;
    sheet.write_number_with_format(row, 22, entry + 310.0, date)?;
    sheet.write_number_with_format(row, 23, entry + 310.0, date)?;
    sheet.write_string(row, 24, pick(&["umowa o pracę", "zlecenie"], 14))?;
    Ok(())
}

fn benefit(sheet: &mut Worksheet, row: u32, _date: &Format) -> Result<(), XlsxError> {
    let month = row % 48;
    let kinds = ["zasiłek okresowy", "zasiłek celowy", "zasiłek stały", "dodatek mieszkaniowy"];
    let kind = usize::try_from(row / 48 % 4).unwrap_or(0);
    sheet.write_string(row, 0, pesel(row / 48 % 20_000))?;
    sheet.write_string(row, 2, kinds.get(kind).copied().unwrap_or_default())?;
    sheet.write_string(row, 3, "ubóstwo")?;
    sheet.write_string(row, 4, format!("{}-{:02}", 2022 + month / 12, month % 12 + 1))?;
    sheet.write_number(row, 5, 100.0 + f64::from(row % 40_000) / 100.0)?;
    sheet.write_string(row, 6, "gmina")?;
    sheet.write_string(row, 7, format!("D.{row}"))?;
    Ok(())
}

/// Births of 60 years, 28 days a month; the serial digits make the numbers differ.
fn birth(row: u32) -> (u32, u32, u32) {
    (1945 + row % 60, 1 + row / 60 % 12, 1 + row / 720 % 28)
}

fn birth_serial(row: u32) -> f64 {
    // Near enough for a measurement would be a finding on every row: it is exact.
    let (year, month, day) = birth(row);
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30];
    let leap = |year: u32| year.is_multiple_of(4);
    let years: u32 = (1900..year).map(|year| 365 + u32::from(leap(year) || year == 1900)).sum();
    let months: u32 = (1..month)
        .map(|month| {
            let length = usize::try_from(month - 1).ok().and_then(|place| lengths.get(place));
            length.copied().unwrap_or(31) + u32::from(month == 2 && leap(year))
        })
        .sum();
    f64::from(years + months + day)
}

fn pesel(row: u32) -> String {
    let (year, month, day) = birth(row);
    let month = if year >= 2000 { month + 20 } else { month };
    let serial = row / 20_160 % 1_000;
    let sex = row % 2;
    let digits = format!("{:02}{month:02}{day:02}{serial:03}{sex}", year % 100);
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let sum: u32 = digits
        .chars()
        .zip(weights)
        .map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

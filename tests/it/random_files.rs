//! Sheets that nobody would make, by the thousand: recognition, reading and checking end with an account
//! that balances and places that exist. The same sheets in every run. Damaged workbooks are read in
//! their thousands by `examples/mutants`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use efekt::catalogue::Catalogue;
use efekt::ingest::{self, Ingested};
use efekt::link::{self, LinkRules};
use efekt::model::{Day, InputFile, Project};
use efekt::validate::{self, Rules};

use crate::binary_workbooks::{xls, xlsb};
use crate::pipeline::people::{Dice, town};
use crate::pipeline::tables::{Cell, Table, csv, ods, text, xlsx};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

/// Words that stand where a header or a value may stand.
const WORDS: [&str; 36] = [
    "Razem",
    "RAZEM:",
    "Ogółem",
    "Suma",
    "Lp.",
    "1",
    "2",
    "x",
    "tak",
    "nie",
    "-",
    "b.d.",
    "#N/A",
    "31.12.2024",
    "12/31/2024",
    "2024-03",
    "44051401373",
    "350,00",
    "1e9",
    "Uczestnicy CIS 2024",
    "od",
    "do",
    "w tym",
    "Data",
    "Data od",
    "Kwota\nzł",
    "Nr PESEL",
    "PESEL",
    "Imię i nazwisko",
    "Grupa",
    "Udział w zajęciach",
    "Zatrudnienie",
    "Stan na 31.12.2024",
    "Przykład",
    "\u{feff}",
    "😀",
];

/// A header of the catalogue, perhaps misspelt.
fn header(dice: &mut Dice) -> String {
    let place = |dice: &mut Dice, length: usize| {
        usize::try_from(dice.below(u32::try_from(length).unwrap())).unwrap()
    };
    let source = &CATALOGUE.sources[place(dice, CATALOGUE.sources.len())];
    let field = &source.fields[place(dice, source.fields.len())];
    let mut letters: Vec<char> = field.header.chars().collect();
    match dice.below(6) {
        0 => letters.insert(place(dice, letters.len()), '\n'),
        1 => drop(letters.remove(place(dice, letters.len()))),
        2 => letters = field.header.to_uppercase().chars().collect(),
        _ => {}
    }
    letters.into_iter().collect()
}

fn word(dice: &mut Dice) -> Cell {
    match dice.below(12) {
        0..4 => Cell::Empty,
        4..7 => text(dice.one_of(&WORDS)),
        7..9 => text(&header(dice)),
        9 => Cell::Day(1950 + i32::try_from(dice.below(90)).unwrap(), 1 + dice.below(12), 1),
        _ => Cell::Grosze(i64::from(dice.below(1_000_000))),
    }
}

/// Nothing but chance, or a table of a made-up town in which chance changed cells.
fn sheet(dice: &mut Dice, name: &str) -> Table {
    if dice.below(2) == 0 {
        let width = 1 + dice.below(12);
        let mut table = Table::new(name, &[], &[]);
        table.header = (0..width).map(|_| header(dice)).collect();
        for _ in 0..dice.below(12) {
            table.rows.push((0..width).map(|_| word(dice)).collect());
        }
        return table;
    }
    let mut tables = town(u64::from(dice.below(1_000)), 3).tables();
    let mut table = tables.swap_remove(usize::try_from(dice.below(4)).unwrap());
    name.clone_into(&mut table.name);
    table.rows.truncate(12);
    for _ in 0..dice.below(20) {
        let row = usize::try_from(dice.below(13)).unwrap();
        let column =
            usize::try_from(dice.below(u32::try_from(table.header.len()).unwrap())).unwrap();
        match row.checked_sub(1).map(|row| table.rows.get_mut(row)) {
            None => table.header[column] = header(dice),
            Some(Some(cells)) => cells[column] = word(dice),
            Some(None) => table.rows.push(vec![word(dice); table.header.len()]),
        }
    }
    if dice.below(3) == 0 {
        let above = std::mem::take(&mut table.header);
        table.header = vec![String::new(); above.len()];
        "Zestawienie".clone_into(&mut table.header[0]);
        table.rows.insert(0, above.iter().map(|header| text(header)).collect());
    }
    table
}

fn checked(path: &str, bytes: Vec<u8>) -> bool {
    let files = [InputFile { path: path.to_owned(), bytes }];
    let project = Project::default();
    let as_of = Day::parse_iso("2026-06-30").unwrap();
    let Ingested { tables, mut findings, sheets, .. } =
        ingest::read_tables_here(&files, &CATALOGUE, &project);
    let names: BTreeSet<_> = sheets.iter().map(|sheet| sheet.place.sheet.clone()).collect();
    let rules = Rules { catalogue: &CATALOGUE, as_of, project: &project };
    let recognised = !tables.is_empty();
    let mut valid = Vec::new();
    for table in &tables {
        let (table, found) = validate::validate(table, rules);
        findings.extend(found);
        valid.push(table);
    }
    let rules = LinkRules { catalogue: &CATALOGUE, project: &project, as_of };
    let (_, accounts) = link::link(&mut valid, rules, &mut findings);
    for account in &accounts {
        assert!(account.count.balances(), "{path}: {account:?}");
    }
    for finding in &findings {
        assert!(CATALOGUE.check(finding.code).is_some(), "{}", finding.code);
        let place = &finding.place;
        assert!(place.sheet.is_empty() || names.contains(&place.sheet), "{path}: {place}");
    }
    recognised
}

#[test]
fn no_sheet_made_by_chance_stops_recognition_or_checking() {
    let mut recognised = 0;
    for seed in 0..1_000 {
        let mut dice = Dice::new(seed);
        let table = sheet(&mut dice, "Arkusz1");
        let tables = [table];
        recognised += usize::from(match seed % 5 {
            0 => checked("a.xlsx", xlsx(&tables)),
            1 => checked("a.ods", ods(&tables)),
            2 => checked("a.xls", xls(&tables)),
            3 => checked("a.xlsb", xlsb(&tables)),
            _ => checked("a.csv", csv(&tables[0])),
        });
    }
    assert!(recognised > 300, "hardly any sheet was taken for a table: {recognised}");
}

#[test]
fn no_bytes_that_call_themselves_text_stop_the_reader() {
    let mut table = town(5, 3).benefits;
    table.rows.truncate(8);
    let good = csv(&table);
    for seed in 0..1_000 {
        let mut dice = Dice::new(seed);
        let mut bytes = good.clone();
        for _ in 0..=dice.below(12) {
            let at = usize::try_from(dice.below(u32::try_from(bytes.len()).unwrap())).unwrap();
            match dice.below(4) {
                0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
                1 => bytes.insert(at, b"\"\n;,\t\r\0\xff"[usize::try_from(dice.below(8)).unwrap()]),
                2 => drop(bytes.remove(at)),
                _ if dice.below(10) == 0 => bytes.truncate(at + 1),
                _ => bytes.extend_from_within(at..(at + 40).min(bytes.len())),
            }
        }
        checked("a.csv", bytes);
    }
}

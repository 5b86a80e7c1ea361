//! Every row that was read is accounted for: counted again by the test, from what it wrote itself.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::pipeline::people::town;
use crate::pipeline::run::{AS_OF, Files, efekt, file, tree, write};
use crate::pipeline::tables::{Cell, Table, csv, ods, text, xlsx};

/// Rows below the header that hold anything.
fn count(table: &Table) -> u64 {
    let rows = table
        .rows
        .iter()
        .filter(|row| row.iter().any(|cell| !matches!(cell, Cell::Empty) && *cell != text(" ")));
    u64::try_from(rows.count()).unwrap()
}

/// Tables with empty rows, totals, notes, copies and rows that cannot be used.
fn tables() -> Vec<Table> {
    let mut tables = town(6, 16).tables();
    let width = tables[0].header.len();
    let first = tables[0].rows[0].clone();
    tables[0].rows.push(first.clone());
    let mut future = first;
    future[13] = text("31.02.2024");
    tables[0].rows.push(future);
    tables[0].rows.insert(3, vec![Cell::Empty; width]);
    tables[0].rows.insert(5, vec![text(" "); width]);
    let mut note = vec![Cell::Empty; width];
    note[0] = text("Sporządziła kierowniczka");
    tables[0].rows.push(note);
    let sum: i64 =
        tables[1].rows.iter().map(|row| if let Cell::Grosze(sum) = row[3] { sum } else { 0 }).sum();
    let mut negative = tables[1].rows[0].clone();
    negative[3] = text("-15,00");
    tables[1].rows.push(negative);
    tables[1].rows.push(vec![
        text("Razem"),
        Cell::Empty,
        Cell::Empty,
        Cell::Grosze(sum),
        Cell::Empty,
    ]);
    tables
}

/// Every sheet's rows, by file and sheet.
fn written() -> (Files, BTreeMap<(String, String), u64>) {
    let tables = tables();
    let mut counts = BTreeMap::new();
    let mut add = |file: &str, sheet: &str, table: &Table| {
        counts.insert((file.to_owned(), sheet.to_owned()), count(table));
    };
    add("lista.xlsx", &tables[0].name, &tables[0]);
    add("lista.xlsx", &tables[3].name, &tables[3]);
    add("praca.ods", &tables[2].name, &tables[2]);
    add("zasiłki.csv", "", &tables[1]);
    let files = vec![
        file("lista.xlsx", xlsx(&[tables[0].clone(), tables[3].clone()])),
        file("praca.ods", ods(&[tables[2].clone()])),
        file("zasiłki.csv", csv(&tables[1])),
    ];
    (files, counts)
}

const PARTS: [&str; 4] = ["used", "duplicates", "left_out", "totals_and_notes"];

#[test]
fn rows_read_are_used_copies_left_out_or_totals_on_every_sheet_and_on_the_screen() {
    let (files, counts) = written();
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("dane"), &files);
    for (command, run) in [("report", "out/2024"), ("check", "out/check")] {
        let arguments =
            [command, "dane", "--period", "2024", "--as-of", AS_OF, "--fail-on", "never"];
        let output = efekt(folder.path(), &arguments, &[]);
        let said = String::from_utf8(output.stdout).unwrap();
        let manifest = &tree(&folder.path().join(run))["manifest.json"];
        let manifest: Value = serde_json::from_slice(manifest).unwrap();
        let mut accounts: BTreeMap<(String, String), [u64; 5]> = BTreeMap::new();
        for sheet in manifest["sheets"].as_array().unwrap() {
            let number = |name: &str| sheet[name].as_u64().unwrap();
            let key = (
                sheet["file"].as_str().unwrap().to_owned(),
                sheet["sheet"].as_str().unwrap().to_owned(),
            );
            let [used, copies, left_out, totals] = PARTS.map(number);
            let rows = number("rows");
            assert_eq!(rows, used + copies + left_out + totals, "{command}, {key:?}");
            assert_eq!(Some(&rows), counts.get(&key), "{command}, {key:?}");
            accounts.insert(key, [rows, used, copies, left_out, totals]);
        }
        assert_eq!(accounts.len(), counts.len(), "{command}");
        // One copy, one impossible entry date, one note; one copy, one negative amount, one total.
        let list = accounts[&("lista.xlsx".to_owned(), "Uczestnicy".to_owned())];
        assert_eq!(list[2..], [1, 1, 1], "{command}");
        assert_eq!(
            accounts[&("zasiłki.csv".to_owned(), String::new())][2..],
            [1, 1, 1],
            "{command}"
        );
        for line in lines(&accounts) {
            assert!(
                said.lines().any(|known| words(known) == words(&line)),
                "{command}: {line}\n{said}"
            );
        }
        assert!(said.contains("Rachunek się zgadza"), "{command}: {said}");
    }
}

/// The lines of the screen: one a file, one for all.
fn lines(accounts: &BTreeMap<(String, String), [u64; 5]>) -> Vec<String> {
    let mut sums: BTreeMap<&str, [u64; 5]> = BTreeMap::new();
    for ((file, _), account) in accounts {
        for name in [file.as_str(), "razem"] {
            let sum = sums.entry(name).or_default();
            sum.iter_mut().zip(account).for_each(|(sum, number)| *sum += number);
        }
    }
    let line = |(name, sum): (&str, [u64; 5])| {
        format!("{name} {}", sum.map(|number| number.to_string()).join(" "))
    };
    sums.into_iter().map(line).collect()
}

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

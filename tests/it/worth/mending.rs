//! Mending a cell in any way moves no headline figure further than its finding says.

use std::collections::BTreeMap;

use efekt::pipeline::{Outcome, Settings};

use crate::pipeline::people::{Dice, town};
use crate::pipeline::tables::{Cell, Table, text};
use crate::worth::{checked_with, declare, far};

/// So many values are tried in a cell, and the one that stood there.
const MOST: usize = 3;

/// Slack for the last bits of a division.
const BITS: f64 = 1e-9;

fn settings(settings: &mut Settings) {
    declare(settings, "Zasiłki.csv", "2021-01..2026-05");
}

fn check(tables: &[Table]) -> Outcome {
    checked_with(&tables.iter().collect::<Vec<_>>(), settings)
}

fn figures(outcome: &Outcome) -> BTreeMap<String, Option<f64>> {
    assert_eq!(outcome.worths.headlines.len(), 5);
    let headlines = outcome.worths.headlines.iter();
    headlines.map(|headline| (headline.indicator.clone(), headline.now)).collect()
}

/// What the findings of one row together allow, figure by figure.
fn allowed(outcome: &Outcome, file: &str, row: u32) -> BTreeMap<String, f64> {
    let mut allowed: BTreeMap<String, f64> = BTreeMap::new();
    for (finding, movements) in outcome.findings.iter().zip(&outcome.worths.findings) {
        if &*finding.place.file != file || finding.place.cell.is_none_or(|cell| cell.row != row) {
            continue;
        }
        for (headline, movement) in outcome.worths.headlines.iter().zip(movements) {
            let most = allowed.entry(headline.indicator.clone()).or_default();
            *most = most.max(far(*movement));
        }
    }
    allowed
}

/// Tries values in a cell that holds something unreadable, and compares.
fn mend(tables: &[Table], table: usize, row: usize, column: usize, values: &[Cell]) -> usize {
    let before = check(tables);
    let file = format!("{}.csv", tables[table].name);
    let sheet_row = u32::try_from(row + 1).unwrap();
    let allowed = allowed(&before, &file, sheet_row);
    assert!(!allowed.is_empty(), "{file} row {sheet_row}: nothing was found");
    let known = figures(&before);
    let mut moved = 0;
    for value in values {
        let mut mended = tables.to_vec();
        mended[table].rows[row][column] = value.clone();
        for (indicator, now) in figures(&check(&mended)) {
            let most = allowed[&indicator];
            let far = match (known[&indicator], now) {
                (Some(before), Some(now)) => (now - before).abs(),
                // A figure that appears has no bound; one that vanishes has no value to compare.
                (None, Some(_)) => f64::INFINITY,
                (_, None) => 0.0,
            };
            moved += usize::from(far > BITS);
            assert!(
                far <= most + BITS || most.is_infinite(),
                "{file} row {sheet_row}, {}: {value:?} moves {indicator} by {far}, allowed {most}",
                tables[table].header[column]
            );
        }
    }
    moved
}

/// Values of a column: what stands in it, and days and codes at the edges of what matters.
fn values(table: &Table, column: usize, dice: &mut Dice) -> Vec<Cell> {
    let header = table.header[column].as_str();
    let days = [
        (2022, 6, 30),
        (2023, 12, 31),
        (2024, 1, 1),
        (2024, 2, 29),
        (2024, 7, 15),
        (2024, 12, 31),
        (2025, 1, 1),
        (2026, 6, 30),
        (2026, 7, 1),
    ];
    if header.starts_with("Data")
        || header.ends_with("zatrudnienia") && !header.starts_with("Forma")
    {
        let mut cells = vec![Cell::Empty];
        cells.extend(days.map(|(year, month, day)| Cell::Day(year, month, day)));
        return cells;
    }
    match header {
        "Miesiąc" => ["2022-01", "2023-06", "2024-03", "2025-01", "2025-11"].map(text).to_vec(),
        "Kwota" => [0, 1, 25_000, 5_000_000].map(Cell::Grosze).to_vec(),
        // Numbers of others, and one that nobody has.
        "PESEL" => {
            let others = (0..4).map(|_| {
                let count = u32::try_from(table.rows.len()).unwrap();
                table.rows[usize::try_from(dice.below(count)).unwrap()][column].clone()
            });
            others.chain([text("02270803628")]).filter(|cell| *cell != Cell::Empty).collect()
        }
        _ => {
            let mut cells: Vec<Cell> = table.rows.iter().map(|row| row[column].clone()).collect();
            cells.sort();
            cells.dedup();
            cells
        }
    }
}

/// Cells that are spoilt: table, header.
const SPOILT: [(usize, &str); 17] = [
    (0, "PESEL"),
    (0, "Data urodzenia"),
    (0, "Wykształcenie"),
    (0, "Status na rynku pracy w chwili przystąpienia"),
    (0, "Data rozpoczęcia"),
    (0, "Data zakończenia"),
    (0, "Sposób zakończenia"),
    (0, "Sytuacja po zakończeniu"),
    (0, "Data sytuacji"),
    (0, "Sytuacja po 6 miesiącach"),
    (1, "PESEL"),
    (1, "Rodzaj świadczenia"),
    (1, "Miesiąc"),
    (1, "Kwota"),
    (2, "Początek zatrudnienia"),
    (2, "Koniec zatrudnienia"),
    (2, "Forma zatrudnienia"),
];

/// A row that the figures of 2024 may depend on: of a leaver, in any table.
fn row_of_a_leaver(tables: &[Table], table: usize, dice: &mut Dice) -> usize {
    let (number, exit) = (tables[0].column("PESEL"), tables[0].column("Data zakończenia"));
    let leavers: Vec<&Cell> = tables[0]
        .rows
        .iter()
        .filter(|row| matches!(row[exit], Cell::Day(2024, ..)) && row[number] != Cell::Empty)
        .map(|row| &row[number])
        .collect();
    let column = tables[table].column("PESEL");
    let rows: Vec<usize> = (0..tables[table].rows.len())
        .filter(|row| leavers.contains(&&tables[table].rows[*row][column]))
        .filter(|row| table != 0 || matches!(tables[0].rows[*row][exit], Cell::Day(2024, ..)))
        .collect();
    rows[usize::try_from(dice.below(u32::try_from(rows.len()).unwrap())).unwrap()]
}

#[test]
fn whatever_is_typed_into_a_spoilt_cell_moves_no_figure_further_than_its_bound() {
    let mut moved = 0;
    let mut dice = Dice::new(5);
    for (seed, (table, header)) in (3..).zip(SPOILT) {
        let mut tables = town(seed, 18).tables();
        tables.truncate(3);
        let column = tables[table].column(header);
        let row = row_of_a_leaver(&tables, table, &mut dice);
        let mut values = values(&tables[table], column, &mut dice);
        dice.shuffle(&mut values);
        values.truncate(MOST);
        values.push(tables[table].rows[row][column].clone());
        tables[table].rows[row][column] = text("31.02.20x4");
        moved += mend(&tables, table, row, column, &values);
    }
    assert!(moved >= 10, "hardly any figure moved: {moved}");
}

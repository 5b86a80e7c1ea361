//! Hundreds of random re-arrangements of random towns: the order of rows, columns, sheets and files, and
//! the format of each file, change no fact. `metamorphic` shows for some that no figure changes either.

use crate::binary_workbooks::{xls, xlsb};
use crate::pipeline::fact_lines::fact_lines;
use crate::pipeline::people::{Dice, town};
use crate::pipeline::run::{Files, file};
use crate::pipeline::tables::{Table, csv, ods, xlsx};

/// In each of the four tests.
const TOWNS: u64 = 13;
const ARRANGEMENTS: u64 = 10;

/// Another arrangement of the same tables.
fn arranged(mut tables: Vec<Table>, dice: &mut Dice) -> Files {
    for table in &mut tables {
        dice.shuffle(&mut table.rows);
        let mut order: Vec<usize> = (0..table.header.len()).collect();
        dice.shuffle(&mut order);
        *table = table.with_columns(&order);
    }
    // Benefits stay whole: the first and last month of their file are its coverage.
    for whole in 0..tables.len() {
        if tables[whole].name != "Zasiłki" && dice.below(3) == 0 {
            let half = tables[whole].rows.len() / 2;
            let mut other = tables[whole].clone();
            other.rows = tables[whole].rows.split_off(half);
            other.name.push_str(" 2");
            tables.push(other);
        }
    }
    dice.shuffle(&mut tables);
    let mut files = Files::new();
    while !tables.is_empty() {
        let count = 1 + usize::try_from(dice.below(u32::try_from(tables.len()).unwrap())).unwrap();
        let mut sheets: Vec<Table> = tables.drain(..count).collect();
        let name = format!("{}{}", dice.one_of(&["", "b/", "Ćma ", "0 ", "zz/ą "]), files.len());
        match dice.below(5) {
            0 => files.push(file(&format!("{name}.xlsx"), xlsx(&sheets))),
            1 => files.push(file(&format!("{name}.xls"), xls(&sheets))),
            2 => files.push(file(&format!("{name}.ods"), ods(&sheets))),
            3 => files.push(file(&format!("{name}.xlsb"), xlsb(&sheets))),
            _ => {
                tables.extend(sheets.drain(1..));
                files.push(file(&format!("{name}.csv"), csv(&sheets[0])));
            }
        }
    }
    files
}

fn compare(first_seed: u64) {
    for seed in first_seed..first_seed + TOWNS {
        let town = town(seed, 7);
        let expected = fact_lines(&[file("a.xlsx", xlsx(&town.tables()))]);
        assert!(expected.len() > 100, "seed {seed}: there are hardly any facts");
        for number in 0..ARRANGEMENTS {
            let mut dice = Dice::new(seed * 1_000 + number);
            let files = arranged(town.tables(), &mut dice);
            let found = fact_lines(&files);
            let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
            let differs = expected.iter().zip(&found).find(|(left, right)| left != right);
            assert_eq!(differs, None, "seed {seed}, arrangement {number}: {names:?}");
            assert_eq!(expected.len(), found.len(), "seed {seed}, arrangement {number}");
        }
    }
}

// Four tests, so that they run side by side: 520 arrangements.

#[test]
fn a_random_arrangement_changes_no_fact_1() {
    compare(100);
}

#[test]
fn a_random_arrangement_changes_no_fact_2() {
    compare(200);
}

#[test]
fn a_random_arrangement_changes_no_fact_3() {
    compare(300);
}

#[test]
fn a_random_arrangement_changes_no_fact_4() {
    compare(400);
}

#[test]
fn half_of_the_benefits_are_other_facts() {
    let town = town(100, 7);
    let mut tables = town.tables();
    tables[1].rows.truncate(town.benefits.rows.len() / 2);
    let whole = fact_lines(&[file("a.xlsx", xlsx(&town.tables()))]);
    let half = fact_lines(&[file("a.xlsx", xlsx(&tables))]);
    assert!(whole != half);
}

//! The same facts in another order, place or format give the same figures.

use crate::pipeline::people::{Dice, Town, town};
use crate::pipeline::run::{Files, assert_same_figures, file, run};
use crate::pipeline::tables::{Table, csv, ods, xlsx};

const SEEDS: [u64; 2] = [3, 2026];

fn in_order(town: &Town) -> Files {
    vec![file("a.xlsx", xlsx(&town.tables()))]
}

#[test]
fn shuffled_rows_reordered_sheets_and_renamed_files_change_no_figure() {
    for seed in SEEDS {
        let town = town(seed, 24);
        let mut dice = Dice::new(seed + 1);
        let mut tables = town.tables();
        for table in &mut tables {
            dice.shuffle(&mut table.rows);
        }
        dice.shuffle(&mut tables);
        let names = ["lista.xlsx", "b/zasiłki.xlsx", "Ćma.xlsx", "0 praca.xlsx"];
        let whole = run(&in_order(&town));
        let one_file = run(&[file("z.xlsx", xlsx(&tables))]);
        assert_same_figures(&whole, &one_file, &format!("seed {seed}, one file"));
        let apart: Files = names
            .iter()
            .zip(&tables)
            .map(|(name, table)| file(name, xlsx(std::slice::from_ref(table))))
            .collect();
        assert_same_figures(&whole, &run(&apart), &format!("seed {seed}, four files"));
    }
}

#[test]
fn a_list_split_into_files_by_turns_gives_the_same_figures() {
    for seed in SEEDS {
        let town = town(seed, 24);
        let mut halves: [Vec<Table>; 2] = [town.tables(), town.tables()];
        for (side, half) in halves.iter_mut().enumerate() {
            // Benefits stay whole: their file's first and last month are its coverage.
            for table in half.iter_mut().filter(|table| table.name != "Zasiłki") {
                let mut place = 0;
                table.rows.retain(|_| {
                    place += 1;
                    place % 2 == side
                });
            }
        }
        let [left, mut right] = halves;
        right.retain(|table| table.name != "Zasiłki");
        let split = run(&[file("1.xlsx", xlsx(&left)), file("2.xlsx", xlsx(&right))]);
        assert_same_figures(&run(&in_order(&town)), &split, &format!("seed {seed}"));
    }
}

#[test]
fn the_same_table_as_excel_open_document_and_text_gives_the_same_figures() {
    for seed in SEEDS {
        let town = town(seed, 20);
        let whole = run(&in_order(&town));
        let open = run(&[file("a.ods", ods(&town.tables()))]);
        assert_same_figures(&whole, &open, &format!("seed {seed}, ods"));
        let texts: Files = town
            .tables()
            .iter()
            .map(|table| file(&format!("{}.csv", table.name), csv(table)))
            .collect();
        assert_same_figures(&whole, &run(&texts), &format!("seed {seed}, csv"));
    }
}

#[test]
fn the_order_of_columns_changes_no_figure() {
    for seed in SEEDS {
        let town = town(seed, 20);
        let mut dice = Dice::new(seed + 2);
        let reordered: Vec<Table> = town
            .tables()
            .iter()
            .map(|table| {
                let mut order: Vec<usize> = (0..table.header.len()).collect();
                dice.shuffle(&mut order);
                table.with_columns(&order)
            })
            .collect();
        let other = run(&[file("a.xlsx", xlsx(&reordered))]);
        assert_same_figures(&run(&in_order(&town)), &other, &format!("seed {seed}"));
    }
}

#[test]
fn half_of_the_list_gives_other_figures() {
    let town = town(3, 24);
    let mut tables = town.tables();
    tables[0].rows.truncate(town.participants.rows.len() / 2);
    let (left, right) = (run(&in_order(&town)), run(&[file("a.xlsx", xlsx(&tables))]));
    assert_ne!(crate::pipeline::run::figures(&left), crate::pipeline::run::figures(&right));
}

//! No name, PESEL or document number stands in anything that a run writes or says, whatever column it
//! slipped into.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Formula, Workbook};

use crate::pipeline::people::town;
use crate::pipeline::run::{AS_OF, Files, efekt, file, tree, write};
use crate::pipeline::tables::{Cell, Table, csv, ods, text, xlsx};
use crate::pipeline::traces::traces;

/// Names that no language has, numbers with a right control digit and without, documents.
const SECRETS: [&str; 19] = [
    "Xqwzynska",
    "Zbqrwoj",
    "Vxmplak",
    "Qqhubert",
    "Kjzyrpow",
    "Wqxelina",
    "Żźxakow",
    "Pfxtrych",
    "Jqxzula",
    "02211307589",
    "88052377773",
    "6702041933",
    "770304128881",
    "75111998765",
    "91010155552",
    "ZXQ 7654321",
    "ABW918273",
    "PQX0091827",
    "9901017766",
];

/// A made town into whose rows secrets slipped, in every column that takes texts and in some that do not.
fn lists() -> Vec<Table> {
    let mut tables = town(12, 12).tables();
    let list = &mut tables[0];
    list.header.push("Uwagi".to_owned());
    list.rows.iter_mut().for_each(|row| row.push(Cell::Empty));
    let columns: BTreeMap<String, usize> =
        list.header.iter().enumerate().map(|(at, header)| (header.clone(), at)).collect();
    let mut put = |row: usize, column: &str, secret: &str| {
        list.rows[row][columns[column]] = text(secret);
    };
    put(0, "Nazwisko", "Xqwzynska");
    put(0, "Imię", "Zbqrwoj");
    put(0, "PESEL", "02211307589");
    put(0, "Uwagi", "prosiła Vxmplak Qqhubert, tel. do siostry, PESEL 75111998765");
    put(0, "Data zakończenia", "Xqwzynska 31.02.2024");
    // The next column holds the name: the row slipped by one.
    put(1, "Imię", "Xqwzynska");
    put(1, "Nazwisko", "Zbqrwoj");
    put(1, "Płeć", "Xqwzynska");
    put(1, "Wykształcenie", "Xqwzynska Zbqrwoj, średnie");
    put(1, "Stopień niepełnosprawności", "88052377773");
    put(2, "PESEL", "6702041933");
    put(3, "PESEL", "770304128881");
    put(4, "Nr dokumentu", "ZXQ 7654321");
    put(4, "Data urodzenia", "ZXQ 7654321");
    // Names that stand in no column of names.
    put(5, "Sposób zakończenia", "rezygnacja Kjzyrpow");
    put(5, "Sytuacja po zakończeniu", "Wqxelina Kjzyrpow pracuje");
    put(6, "Status na rynku pracy w chwili przystąpienia", "Żźxakow");
    put(7, "Data skierowania", "Pfxtrych 91010155552");
    put(8, "Grupa (art. 1 ust. 2)", "bezdomni; Jqxzula");
    put(8, "Nr dokumentu", "ABW918273");
    tables
}

/// Whole columns of persons' data where places and workshops are asked for.
fn in_the_columns_of_places() -> Table {
    let mut list = town(13, 4).participants;
    let (gmina, workshop) = (list.column("Gmina"), list.column("Warsztat"));
    let (first, last) = (list.column("Imię"), list.column("Nazwisko"));
    let (entry, exit) = (list.column("Data rozpoczęcia"), list.column("Data zakończenia"));
    for row in &mut list.rows {
        (row[entry], row[exit]) = (Cell::Day(2024, 2, 1), Cell::Day(2024, 8, 31));
    }
    list.rows[0][last] = text("Xqwzynska");
    list.rows[0][first] = text("Zbqrwoj");
    list.rows[0][gmina] = text("Xqwzynska Zbqrwoj");
    list.rows[1][gmina] = text("75111998765");
    list.rows[2][workshop] = text("91010155552; stolarnia");
    list.rows[2][list.header.iter().position(|header| header == "Placówka").unwrap()] =
        text("CIS 88052377773");
    list
}

fn benefits() -> Table {
    let mut benefits = town(12, 12).benefits;
    benefits.rows[0][1] = text("zasiłek dla Xqwzynska Zbqrwoj");
    benefits.rows[1][3] = text("Kjzyrpow 120,00");
    benefits.rows[2][2] = text("styczeń Wqxelina");
    benefits.rows[3][4] = text("PQX0091827");
    benefits.rows[4][0] = text("9901017766");
    benefits.rows[5][0] = text("Xqwzynska Zbqrwoj");
    benefits
}

/// Names and numbers below each other without a header, and formulas and errors among them.
fn without_header() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Arkusz1").unwrap();
    for (row, secret) in (0_u32..).zip(SECRETS) {
        sheet.write_string(row, 0, secret).unwrap();
        sheet.write_string(row, 1, "K").unwrap();
        sheet.write_formula(row, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn input() -> Files {
    let tables = lists();
    let mut places = in_the_columns_of_places();
    // In this list the required column is missing, and names stand beside it.
    let mut unusable = town(14, 3).participants;
    let entry = unusable.column("Data rozpoczęcia");
    "Xqwzynska Zbqrwoj".clone_into(&mut unusable.header[entry]);
    "Inne".clone_into(&mut places.name);
    vec![
        file("dane/lista.xlsx", xlsx(&[tables[0].clone(), tables[2].clone(), tables[3].clone()])),
        file("dane/miejsca.ods", ods(&[places])),
        file("dane/zasiłki.csv", csv(&benefits())),
        file("dane/bez nagłówka.xlsx", without_header()),
        file("dane/zepsuta.xlsx", xlsx(&[unusable])),
    ]
}

#[test]
fn nothing_that_a_run_writes_or_says_holds_a_name_a_pesel_or_a_document_number() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &input());
    let mut found = Vec::new();
    for (command, more) in [
        ("report", &["--verbose"][..]),
        ("report", &["--format", "json", "--lang", "en", "--force"]),
        ("check", &["--format", "json", "--force"]),
    ] {
        let mut arguments =
            vec![command, "dane", "--period", "2024", "--as-of", AS_OF, "--fail-on", "never"];
        arguments.extend(more);
        let output = efekt(folder.path(), &arguments, &[]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{command} {more:?}: {error}");
        found.extend(traces(&format!("stdout of {command} {more:?}"), &output.stdout, &SECRETS));
        found.extend(traces(&format!("stderr of {command} {more:?}"), &output.stderr, &SECRETS));
        let run = if command == "check" { "out/check" } else { "out/2024" };
        for (name, bytes) in tree(&folder.path().join(run)) {
            found.extend(traces(&name, &bytes, &SECRETS));
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

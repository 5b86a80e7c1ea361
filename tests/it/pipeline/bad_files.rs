//! A file that cannot be used gives its finding with place and cure, and nothing else is lost.

use std::fs;

use serde_json::Value;

use crate::pipeline::people::town;
use crate::pipeline::run::{
    AS_OF, Files, assert_same_figures, efekt, file, found, output, run, write,
};
use crate::pipeline::tables::{Table, csv, text, xlsx, zip};

fn good() -> (String, Vec<u8>) {
    file("m lista.xlsx", xlsx(&town(4, 12).tables()))
}

/// The head of a compound file that holds an encrypted workbook, as Excel writes one.
fn encrypted_looking() -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(2048, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// A participants table in which `change` was done.
fn list(change: impl Fn(&mut Table)) -> Vec<u8> {
    let mut table = town(8, 3).participants;
    change(&mut table);
    xlsx(&[table])
}

/// A bad file and what its finding says.
struct Bad {
    name: &'static str,
    bytes: Vec<u8>,
    code: &'static str,
    /// Sheet and cell.
    place: (&'static str, &'static str),
    /// Words of the text.
    words: &'static str,
}

fn bad() -> Vec<Bad> {
    let stranger = Table::new("Dyżury", &["Dzień", "Kto"], &[&["poniedziałek", "dyżurny"]]);
    let misspelt = |table: &mut Table| {
        let place = table.column("Data rozpoczęcia");
        "Data rozpoczęcia projektu".clone_into(&mut table.header[place]);
    };
    let twice = |table: &mut Table| {
        table.header.push("Numer PESEL".to_owned());
        table.rows.iter_mut().for_each(|row| row.push(text("")));
    };
    let unreadable =
        |name, bytes: Vec<u8>, words| Bad { name, bytes, code: "W001", place: ("", ""), words };
    let page = "<html><table><tr><td>PESEL</td></tr></table></html>";
    vec![
        unreadable("a.xlsx", Vec::new(), "pusty"),
        unreadable("b.xlsx", "PK\u{3}\u{4} urwane".into(), "uszkodzony"),
        unreadable("c.xlsx", encrypted_looking(), "hasł"),
        unreadable("d.xls", page.into(), "stron"),
        unreadable("e.ods", zip(&[("notatka.txt", "x")]), "arkusz"),
        unreadable("f.csv", "\u{1}\u{2}\u{3}\u{4}".into(), "arkusz"),
        Bad {
            name: "g.xlsx",
            bytes: xlsx(&[stranger]),
            code: "W002",
            place: ("Dyżury", ""),
            words: "",
        },
        Bad {
            name: "h.xlsx",
            bytes: list(misspelt),
            code: "W010",
            place: ("Uczestnicy", "N1"),
            words: "Data rozpoczęcia projektu",
        },
        Bad {
            name: "i.xlsx",
            bytes: list(twice),
            code: "W011",
            place: ("Uczestnicy", "AF1"),
            words: "PESEL",
        },
    ]
}

#[test]
fn every_bad_file_gives_its_finding_with_place_and_cure_and_no_other_figure_moves() {
    let without = run(&[good()]);
    let mut files: Files = vec![good()];
    files.extend(bad().into_iter().map(|bad| file(bad.name, bad.bytes)));
    let with = run(&files);
    assert_same_figures(&without, &with, "with nine bad files");
    assert_eq!(without.sheets, with.sheets);
    let lines = String::from_utf8(output(&with, "findings.jsonl").to_vec()).unwrap();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for Bad { name, code, place, words, .. } in bad() {
        let line = lines.iter().find(|line| line["file"] == name && line["code"] == code);
        let line = line.unwrap_or_else(|| panic!("{name}: {lines:#?}"));
        let text = |key: &str| line[key].as_str().unwrap();
        assert_eq!((text("sheet"), text("cell")), place, "{name}");
        let what = text("what");
        assert!(what.contains(words) && !what.contains('{'), "{name}: {what}");
        assert!(!text("fix").is_empty() && !text("why").is_empty(), "{name}");
    }
    // What the good file had to say is still said.
    let found = found(&with);
    assert!(self::found(&without).iter().all(|finding| found.contains(finding)), "{found:#?}");
}

#[test]
fn each_bad_file_alone_ends_with_exit_code_3_and_says_why() {
    for Bad { name, bytes, code, .. } in bad() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[file(name, bytes)]);
        let output = efekt(folder.path(), &["report", ".", "--as-of", AS_OF], &[]);
        let said = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{name}: {said}{error}");
        assert!(said.contains(name) && said.contains(code), "{name}: {said}");
        assert!(error.contains("ani jednej tabeli"), "{name}: {error}");
        assert!(!folder.path().join("out/2025").exists());
    }
}

#[test]
fn an_empty_folder_ends_with_exit_code_3() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("dane")).unwrap();
    for command in ["report", "check"] {
        let output = efekt(folder.path(), &[command, "dane"], &[]);
        assert_eq!(output.status.code(), Some(3), "{command}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
        assert!(!folder.path().join("out").exists(), "{command}");
    }
}

#[test]
fn a_broken_sheet_beside_a_good_one_of_the_same_file_is_lost_alone() {
    let town = town(4, 12);
    let mut tables = town.tables();
    let mut broken = town.participants;
    "Inni".clone_into(&mut broken.name);
    let place = broken.column("Data rozpoczęcia");
    "Coś innego".clone_into(&mut broken.header[place]);
    tables.insert(0, broken);
    let with = run(&[file("m lista.xlsx", xlsx(&tables))]);
    assert_same_figures(&run(&[good()]), &with, "with a broken sheet");
    assert!(found(&with).iter().any(|finding| finding.starts_with("W010 m lista.xlsx:Inni:")));
}

#[test]
fn a_csv_file_with_a_column_claimed_twice_names_the_cell() {
    let mut benefits = town(4, 3).benefits;
    benefits.header.push("Kwota".to_owned());
    benefits.rows.iter_mut().for_each(|row| row.push(text("1")));
    let outcome = run(&[good(), file("z.csv", csv(&benefits))]);
    assert!(found(&outcome).contains(&"W011 z.csv::F1".to_owned()), "{:#?}", found(&outcome));
}

//! Yes/no columns: what a dash and an empty cell mean beside the other marks of their column.

use efekt::catalogue::Catalogue;
use efekt::ingest::read_tables_here;
use efekt::model::{Day, InputFile, Project};
use efekt::validate::{Rules, validate};

/// What a column of marks says, row after row: yes, no, nothing.
fn flags(marks: &[&str]) -> Vec<Option<bool>> {
    let (catalogue, project) = (Catalogue::embedded().unwrap(), Project::default());
    let head = "Placówka;PESEL;Płeć;Data urodzenia;Status na rynku pracy;Grupa;\
        Data rozpoczęcia;Bezdomność\n";
    let rows = marks.iter().enumerate().map(|(number, mark)| {
        let entry = format!("2024-0{}-01", number + 1);
        format!("CIS A;80051710022;K;1980-05-17;bezrobotny zarejestrowany;inne;{entry};{mark}\n")
    });
    let text: String = std::iter::once(head.to_owned()).chain(rows).collect();
    let file = InputFile { path: "lista.csv".to_owned(), bytes: text.into_bytes() };
    let ingested = read_tables_here(&[file], &catalogue, &project);
    let as_of = Day::parse_iso("2026-06-30").unwrap();
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let (table, _) = validate(&ingested.tables[0], rules);
    table.rows().iter().map(|row| table.flag(*row, "homeless")).collect()
}

#[test]
fn a_dash_is_no_only_beside_a_plus() {
    let (yes, no) = (Some(true), Some(false));
    assert_eq!(flags(&["+", "-", "+", ""]), [yes, no, yes, None]);
    assert_eq!(flags(&["tak", "nie", "-", "—"]), [yes, no, None, None]);
    // Marks alone: what is not marked is no, however the cell is left.
    assert_eq!(flags(&["x", "", "-", "x"]), [yes, no, no, yes]);
    assert_eq!(flags(&["x", "0", "", "x"]), [yes, no, None, yes]);
}

//! Hostile workbooks of today.

use crate::hostile::parts::{
    CONTENT_TYPES, FRAME, RELATIONS, SHEET1, WORKBOOK, benefits, patched, sheet, stored, workbook,
    zip,
};
use crate::hostile::{Hostile, hostile};

pub(crate) fn files() -> Vec<Hostile> {
    let mut files = references();
    files.extend(containers());
    files.extend(xml());
    files
}

fn cell(reference: &str) -> Vec<u8> {
    workbook(&sheet(&format!(r#"<row><c r="{reference}"><v>1</v></c></row>"#)), &[])
}

/// References that lead elsewhere.
fn references() -> Vec<Hostile> {
    let outside: &[&str] = &["outside-grid"];
    let row = |number: &str| {
        let rows = format!(r#"<row r="{number}"><c><v>1</v></c></row>"#);
        workbook(&sheet(&rows), &[])
    };
    let dimension = |area: &str| {
        let sheet = benefits();
        let with = format!(r#"<dimension ref="{area}"/><sheetData>"#);
        workbook(&sheet.replace("<sheetData>", &with), &[])
    };
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let error = sheet(r#"<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c></row>"#);
    vec![
        hostile("rogi.xlsx", workbook(&sheet(corners), &[]), &[]),
        hostile("nie liczba.xlsx", workbook(&error, &[]), &[]),
        hostile("wiersz 99999999.xlsx", cell("A99999999"), outside),
        hostile("wiersz 1048577.xlsx", cell("A1048577"), outside),
        hostile("wiersz dwadzieścia cyfr.xlsx", cell("A10000000000000000001"), outside),
        hostile("wiersz zero.xlsx", cell("A0"), outside),
        hostile("kolumna AAAAAAAAA.xlsx", cell("AAAAAAAAA1"), outside),
        hostile("kolumna XFE.xlsx", cell("XFE1"), outside),
        hostile("bez kolumny.xlsx", cell("17"), outside),
        hostile("element row 99999999.xlsx", row("99999999"), outside),
        hostile("element row dwadzieścia cyfr.xlsx", row("10000000000000000001"), outside),
        hostile("element row ujemny.xlsx", row("-5"), outside),
        hostile("rozmiar za duży.xlsx", dimension("A1:XFD99999999"), outside),
        hostile("rozmiar na odwrót.xlsx", dimension("B5:A1"), &["crashed"]),
    ]
}

/// What is wrong with the zip file around the parts.
fn containers() -> Vec<Hostile> {
    let mib = 1024 * 1024;
    let good = benefits();
    let spaces = vec![b' '; 20 * mib];
    let six = vec![b'x'; 6 * mib];
    let mut many = FRAME.to_vec();
    let names: Vec<String> = (0..1_000).map(|number| format!("xl/media/{number}.png")).collect();
    many.extend(names.iter().map(|name| (name.as_str(), &b"x"[..])));
    let twice = |second: &str| workbook(&good, &[(second, good.as_bytes())]);
    let same = patched(
        workbook(&good, &[("xl/worksheets/sheet9.xml", good.as_bytes())]),
        b"sheet9.xml",
        b"sheet1.xml",
    );
    let mut encrypted = workbook(&good, &[]);
    for signature in [b"PK\x03\x04", b"PK\x01\x02"] {
        let flags_at = if signature == b"PK\x03\x04" { 6 } else { 8 };
        let places: Vec<usize> =
            (0..encrypted.len()).filter(|at| encrypted[*at..].starts_with(signature)).collect();
        for at in places {
            encrypted[at + flags_at] |= 1;
        }
    }
    let cut = |keep: usize| {
        let mut bytes = workbook(&good, &[]);
        bytes.truncate(bytes.len() * keep / 10);
        bytes
    };
    vec![
        hostile(
            "bomba.xlsx",
            workbook(&good, &[("xl/media/a.png", &spaces)]),
            &["inflation", "too-large"],
        ),
        hostile(
            "bomba w arkuszu.xlsx",
            workbook(&String::from_utf8_lossy(&spaces), &[]),
            &["inflation", "too-large"],
        ),
        hostile("część za duża.xlsx", stored(&[FRAME[1], ("a.bin", &spaces)]), &["too-large"]),
        hostile(
            "razem za duże.xlsx",
            stored(&[FRAME[1], ("a.bin", &six), ("b.bin", &six), ("c.bin", &six)]),
            &["too-large"],
        ),
        hostile("tysiąc części.xlsx", zip(&many), &["too-large"]),
        hostile("ta sama nazwa.xlsx", same, &["duplicate-parts"]),
        hostile(
            "inna wielkość liter.xlsx",
            twice("XL/Worksheets/SHEET1.xml"),
            &["duplicate-parts"],
        ),
        hostile("inne ukośniki.xlsx", twice("xl\\worksheets\\sheet1.xml"), &["duplicate-parts"]),
        hostile("wspólne bajty.xlsx", overlapping(), &["inflation", "broken"]),
        hostile("zaszyfrowane części.xlsx", encrypted, &["password"]),
        hostile("ucięty w połowie.xlsx", cut(5), &["broken"]),
        hostile("ucięty przy końcu.xlsx", cut(9), &["broken"]),
        hostile("bez arkuszy.xlsx", zip(&[FRAME[0], FRAME[1], FRAME[3]]), &["no-sheet"]),
        hostile("bez spisu.xlsx", zip(&FRAME[..3]), &["broken"]),
        hostile("arkusza brak.xlsx", zip(&FRAME), &["broken"]),
        hostile("obcy zip.xlsx", zip(&[("a.txt", b"abc")]), &["not-a-spreadsheet"]),
    ]
}

/// The directory names a second part that lies on the bytes of the first.
fn overlapping() -> Vec<u8> {
    let good = benefits();
    let mut bytes = workbook(&good, &[("xl/worksheets/sheet9.xml", good.as_bytes())]);
    let places: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    let [.., first, second] = places[..] else { panic!("two entries") };
    let offset: Vec<u8> = bytes[first + 42..first + 46].to_vec();
    bytes[second + 42..second + 46].copy_from_slice(&offset);
    bytes
}

/// What is wrong inside the parts.
fn xml() -> Vec<Hostile> {
    let good = benefits();
    let strings = |count: &str| {
        let part = format!(r#"<sst count="1" uniqueCount="{count}"><si><t>a</t></si></sst>"#);
        workbook(&good, &[("xl/sharedStrings.xml", part.as_bytes())])
    };
    let bomb = format!(
        r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>{}"#,
        sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>"#)
    );
    let outside = r#"<!DOCTYPE c [<!ENTITY p SYSTEM "file:///etc/passwd">]><c>&p;</c>"#;
    let small = format!("<!doctype x>{good}");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(format!("<!DOCTYPE x>{good}").encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let entity = sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&nic;</t></is></c></row>"#);
    let deep = sheet(&format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000)));
    let long = sheet(&format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>"#,
        "xyz ".repeat(8_193)
    ));
    let row = |row: u32| {
        format!(
            r#"<row r="{row}"><c r="A{row}"><v>{}</v></c><c r="B{row}"><v>1</v></c></row>"#,
            row * 7
        )
    };
    let many = (1..=50_001).map(row).collect::<Vec<_>>().concat();
    let no_string = sheet(r#"<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>"#);
    let foreign = RELATIONS.replace("worksheets/sheet1.xml", "../../../../etc/passwd");
    let frame = |workbook: &str, relations: &str| {
        zip(&[
            FRAME[0],
            ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
            (SHEET1, good.as_bytes()),
        ])
    };
    vec![
        hostile("sto miliardów tekstów.xlsx", strings("100000000000"), &["shared-strings"]),
        hostile(
            "tekstów dwadzieścia cyfr.xlsx",
            strings("10000000000000000001"),
            &["shared-strings"],
        ),
        hostile("dwa miliardy tekstów.xlsx", strings("2000000000"), &["shared-strings"]),
        hostile("bomba encji.xlsx", workbook(&bomb, &[]), &["doctype"]),
        hostile(
            "encja z pliku.xlsx",
            workbook(&good, &[("docProps/core.xml", outside.as_bytes())]),
            &["doctype"],
        ),
        hostile("doctype małymi.xlsx", workbook(&small, &[]), &["doctype"]),
        hostile(
            "doctype w UTF-16.xlsx",
            zip(&[FRAME[0], FRAME[1], FRAME[2], FRAME[3], (SHEET1, &wide)]),
            &["doctype"],
        ),
        hostile("nieznana encja.xlsx", workbook(&entity, &[]), &["broken"]),
        hostile(
            "sto tysięcy poziomów.xlsx",
            workbook(&deep, &[]),
            &["no-sheet", "broken", "crashed", "inflation"],
        ),
        hostile("tekst za długi.xlsx", workbook(&long, &[]), &["too-large"]),
        hostile("za dużo komórek.xlsx", workbook(&sheet(&many), &[]), &["too-large"]),
        hostile("tekst spoza spisu.xlsx", workbook(&no_string, &[]), &["broken", "crashed"]),
        hostile("arkusz poza plikiem.xlsx", frame(WORKBOOK, &foreign), &["broken"]),
        hostile("ucięty XML.xlsx", workbook(&good[..good.len() / 2], &[]), &["broken"]),
        hostile(
            "nieznana widoczność.xlsx",
            frame(&WORKBOOK.replace("sheetId", r#"state="x" sheetId"#), RELATIONS),
            &["broken"],
        ),
    ]
}

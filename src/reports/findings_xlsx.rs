//! findings.xlsx: what to mend first, then every finding with its place, what was read, why it
//! matters, how to mend it, and how far it could move the headline figures.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, Texts, WorthWords};
use crate::model::{Day, Finding, Severity, Worths};
use crate::reports::finding_links::FindingLinks;
use crate::reports::finding_text::field_title;
use crate::reports::findings_worth::Weighed;
use crate::reports::workbook::{
    CellValue, Column, CoverPlan, FramePlan, Row, SheetPlan, write_book, written_day,
};
use crate::reports::{ReportError, finding_text};

/// A workbook with more rows than this is slow to open and heavy to write; findings.jsonl has all.
const LONGEST_LIST: usize = 50_000;

/// So many files stand under “where to begin”, each with so many cells.
const FIRST_FILES: usize = 5;
const FIRST_CELLS: usize = 8;

const SEVERITIES: [Severity; 4] =
    [Severity::Blocking, Severity::Error, Severity::Warning, Severity::Note];

/// What surrounds the findings of a run.
#[derive(Clone, Copy, Debug)]
pub struct FindingFrame<'a> {
    /// Title of the project; may be empty.
    pub title: &'a str,
    /// Nothing after it is known.
    pub as_of: Day,
    /// Where files lie.
    pub links: &'a FindingLinks,
}

/// The order in which findings are to be looked at: the gravest first, then by place.
pub fn findings_in_order(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted = Vec::with_capacity(findings.len());
    for severity in SEVERITIES {
        let first = sorted.len();
        sorted.extend(findings.iter().filter(|finding| finding.severity == severity));
        // Findings mostly come in order, and to see that takes no time.
        sorted.get_mut(first..).unwrap_or_default().sort();
    }
    sorted
}

/// The bytes of findings.xlsx; `worths` are those of `findings`, in their order.
pub fn write(
    catalogue: &Catalogue,
    texts: &Texts,
    frame: FindingFrame<'_>,
    findings: &[Finding],
    worths: &Worths,
) -> Result<Vec<u8>, ReportError> {
    let weighed = Weighed::new(WorthWords { catalogue, texts }, findings, worths);
    let sorted = &weighed.findings;
    let heading = texts.text("findings-title");
    let FindingFrame { as_of, links, .. } = frame;
    let page = FramePlan { title: heading, period: None, as_of };
    let sheets = [
        all(catalogue, texts, links, &weighed),
        by_file(texts, links, sorted),
        by_check(catalogue, texts, sorted),
    ];
    let mut cover = cover(texts, frame, sorted);
    weighed.add_to(&mut cover);
    write_book(texts, &page, &cover, &sheets, &[])
}

fn cover(texts: &Texts, frame: FindingFrame<'_>, findings: &[&Finding]) -> CoverPlan {
    let FindingFrame { title, as_of, links } = frame;
    let together = match findings.len() {
        0 => texts.text("findings-none"),
        count => texts.fill("findings-count", &[("count", count.into())]),
    };
    let mut lines = vec![(texts.text("findings-together"), together)];
    for severity in SEVERITIES {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        let meaning = texts.text(&format!("severity-{}-means", severity.code()));
        lines.push((severity_word(texts, severity), format!("{count} – {meaning}")));
    }
    if !findings.is_empty() {
        let correct = (!links.corrections.is_empty()).then_some("findings-correct");
        for id in ["findings-send"].into_iter().chain(correct).chain(["findings-again"]) {
            lines.push((texts.text(id), texts.text(&format!("{id}-how"))));
        }
    }
    if !title.is_empty() {
        lines.push((texts.text("cover-project"), title.to_owned()));
    }
    lines.push((texts.text("cover-as-of"), written_day(as_of, texts.language())));
    lines.push((texts.text("cover-purpose"), texts.text("findings-purpose")));
    CoverPlan {
        title: texts.text("findings-title"),
        subtitle: texts.text("findings-subtitle"),
        lines,
        highlights_title: texts.text("findings-first"),
        highlights: first_steps(texts, findings),
    }
}

/// The files to mend first, those with the gravest and the most findings before the others, each
/// with its cells.
fn first_steps(texts: &Texts, findings: &[&Finding]) -> Vec<String> {
    if findings.is_empty() {
        return vec![texts.text("findings-none")];
    }
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity <= Severity::Error) {
        files.entry(&finding.place.file).or_default().push(finding);
    }
    let mut ordered: Vec<(&str, Vec<&Finding>)> = files.into_iter().collect();
    let blocking = |found: &[&Finding]| {
        found.iter().filter(|finding| finding.severity == Severity::Blocking).count()
    };
    ordered.sort_by_key(|(file, found)| (Reverse(blocking(found)), Reverse(found.len()), *file));
    let mut steps: Vec<String> = ordered
        .iter()
        .take(FIRST_FILES)
        .map(|(file, found)| first_step(texts, file, found, blocking(found)))
        .collect();
    match ordered.len().checked_sub(FIRST_FILES) {
        _ if ordered.is_empty() => steps.push(texts.text("findings-first-nothing")),
        Some(rest) if rest > 0 => {
            steps.push(texts.fill("findings-first-rest", &[("count", rest.into())]));
        }
        _ => {}
    }
    steps
}

fn first_step(texts: &Texts, file: &str, found: &[&Finding], blocking: usize) -> String {
    let counts: Vec<String> = [("blocking", blocking), ("error", found.len() - blocking)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            texts.fill(&format!("cli-findings-{severity}"), &[("count", count.into())])
        })
        .collect();
    let mut cells = Vec::new();
    let mut last_sheet = "";
    let located = found.iter().filter(|finding| finding.place.cell.is_some());
    for finding in located.take(FIRST_CELLS) {
        let (sheet, address) = (&*finding.place.sheet, finding.place.address());
        cells.push(if sheet == last_sheet { address } else { format!("{sheet} › {address}") });
        last_sheet = sheet;
    }
    if found.len() > FIRST_CELLS {
        cells.push("…".to_owned());
    }
    let cells = if cells.is_empty() { "none".to_owned() } else { cells.join(", ") };
    let gaps =
        [("file", file.into()), ("counts", counts.join(", ").into()), ("more", cells.into())];
    texts.fill("findings-first-file", &gaps)
}

fn all(
    catalogue: &Catalogue,
    texts: &Texts,
    links: &FindingLinks,
    weighed: &Weighed<'_>,
) -> SheetPlan {
    let (language, findings) = (texts.language(), &weighed.findings);
    let rows = findings.iter().enumerate().take(LONGEST_LIST).map(|(at, finding)| {
        let text = finding_text(catalogue, language, finding);
        Row::new(vec![
            CellValue::Severity(finding.severity, severity_word(texts, finding.severity)),
            CellValue::text(weighed.worth(at)),
            links.file_of(&finding.place),
            CellValue::text(&*finding.place.sheet),
            links.place(&finding.place),
            CellValue::text(field_title(catalogue, language, finding)),
            CellValue::text(&finding.read),
            CellValue::text(text.what),
            CellValue::text(text.why),
            CellValue::text(text.fix),
            CellValue::text(finding.code),
            CellValue::text(finding.person.as_deref().unwrap_or_default()),
        ])
    });
    let mut plan = sheet(
        texts,
        "findings-all",
        &[
            ("findings-severity", 13.0),
            ("worth-column", 17.0),
            ("findings-file", 20.0),
            ("findings-sheet", 11.0),
            ("findings-cell", 9.5),
            ("findings-field", 14.0),
            ("findings-read", 15.0),
            ("findings-what", 33.0),
            ("findings-why", 28.0),
            ("findings-fix", 30.0),
            ("findings-code", 8.0),
            ("findings-person", 13.0),
        ],
        rows.collect(),
    );
    if !findings.is_empty() {
        let id = if links.way_to_inputs.is_some() { "findings-links" } else { "findings-no-links" };
        plan.notes.push(texts.text(id));
    }
    if findings.len() > LONGEST_LIST {
        let counts = [("shown", LONGEST_LIST.into()), ("count", findings.len().into())];
        plan.notes.push(texts.fill("findings-shortened", &counts));
    }
    plan
}

fn by_file(texts: &Texts, links: &FindingLinks, findings: &[&Finding]) -> SheetPlan {
    let mut files: BTreeMap<&str, [i64; 4]> = BTreeMap::new();
    for finding in findings {
        add(files.entry(&finding.place.file).or_default(), finding.severity);
    }
    let open = texts.text("findings-correction-open");
    let rows = files.into_iter().map(|(file, counts)| {
        let mut cells = vec![links.file(file)];
        cells.extend(with_total(counts));
        cells.push(links.correction(file, &open));
        Row::new(cells)
    });
    let mut columns = vec![("findings-file", 56.0)];
    columns.extend(count_columns());
    columns.push(("findings-correction", 20.0));
    sheet(texts, "findings-by-file", &columns, rows.collect())
}

fn by_check(catalogue: &Catalogue, texts: &Texts, findings: &[&Finding]) -> SheetPlan {
    let mut checks: BTreeMap<&str, (&Finding, [i64; 4])> = BTreeMap::new();
    for finding in findings {
        let (_, counts) = checks.entry(finding.code).or_insert((finding, [0; 4]));
        add(counts, finding.severity);
    }
    let rows = checks.into_iter().map(|(code, (finding, counts))| {
        let title = finding_text(catalogue, texts.language(), finding).title;
        let mut cells = vec![CellValue::text(code), CellValue::text(title)];
        cells.extend(with_total(counts));
        Row::new(cells)
    });
    let mut columns = vec![("findings-code", 10.0), ("findings-check", 60.0)];
    columns.extend(count_columns());
    sheet(texts, "findings-by-check", &columns, rows.collect())
}

fn sheet(texts: &Texts, id: &str, columns: &[(&str, f64)], rows: Vec<Row>) -> SheetPlan {
    let notes = if rows.is_empty() { vec![texts.text("findings-none")] } else { Vec::new() };
    SheetPlan {
        name: texts.text(&format!("sheet-{id}")),
        title: texts.text(&format!("{id}-title")),
        about: String::new(),
        notes,
        columns: columns.iter().map(|(id, width)| Column::new(texts.text(id), *width)).collect(),
        rows,
        charts: Vec::new(),
    }
}

fn count_columns() -> [(&'static str, f64); 5] {
    [
        ("severity-blocking", 12.0),
        ("severity-error", 12.0),
        ("severity-warning", 12.0),
        ("severity-note", 12.0),
        ("reports-all", 12.0),
    ]
}

fn add(counts: &mut [i64; 4], severity: Severity) {
    for (count, listed) in counts.iter_mut().zip(SEVERITIES) {
        *count += i64::from(listed == severity);
    }
}

fn with_total(counts: [i64; 4]) -> impl Iterator<Item = CellValue> {
    counts.into_iter().chain([counts.iter().sum()]).map(CellValue::Whole)
}

fn severity_word(texts: &Texts, severity: Severity) -> String {
    texts.text(&format!("severity-{}", severity.code()))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::Language;
    use crate::reports::fixture::{catalogue, finding};
    use crate::reports::read_back::{parts, row, rows};

    use super::*;

    fn book(findings: &[Finding]) -> Vec<u8> {
        let texts = embedded_texts(Language::English).unwrap();
        let as_of = Day::parse_iso("2026-03-31").unwrap();
        let frame = FindingFrame { title: "Cluster", as_of, links: &FindingLinks::default() };
        write(&catalogue(), &texts, frame, findings, &Worths::default()).unwrap()
    }

    #[test]
    fn the_gravest_stands_first_with_its_place_and_its_words() {
        let note = Finding { severity: Severity::Note, ..finding("x") };
        let book = book(&[note, finding("=1+1")]);
        let all = rows(&book, "Findings");
        assert_eq!(
            all[3],
            [
                "Error",
                "",
                "lista.xlsx",
                "2024",
                "C7",
                "Entry date",
                "=1+1",
                "Entry date holds “=1+1”, perhaps 2024-02-29 (row 7).",
                "Effect: –.",
                "Correct the date.",
                "P001",
                "os-0007",
            ]
        );
        assert_eq!(all[4][0], "Note");
    }

    #[test]
    fn findings_are_counted_by_file_by_check_and_on_the_cover() {
        let elsewhere = Finding {
            place: crate::model::Place::file("b.csv"),
            severity: Severity::Warning,
            ..finding("x")
        };
        let book = book(&[finding("a"), finding("b"), elsewhere]);
        assert_eq!(row(&book, "By file", &["lista.xlsx"])[1..6], ["0", "2", "0", "0", "2"]);
        assert_eq!(row(&book, "By file", &["b.csv"])[1..6], ["0", "0", "1", "0", "1"]);
        let check = row(&book, "By check", &["P001"]);
        assert_eq!(check[1..], ["Impossible date", "0", "2", "1", "0", "3"]);
        assert!(row(&book, "Cover", &["Error"])[1].starts_with("2 – "));
        assert_eq!(row(&book, "Cover", &["Together"])[1], "3 findings");
    }

    #[test]
    fn the_cover_says_which_file_and_which_cells_to_mend_first() {
        let elsewhere = |file, severity| Finding {
            place: crate::model::Place::file(file),
            severity,
            ..finding("x")
        };
        let book = book(&[
            elsewhere("a.csv", Severity::Warning),
            finding("a"),
            elsewhere("z.csv", Severity::Blocking),
        ]);
        assert_eq!(row(&book, "Cover", &["Where to begin"])[1], "z.csv: 1 blocking.");
        let next = row(&book, "Cover", &[""]);
        assert_eq!(next[1], "lista.xlsx: 1 error. Cells: 2024 › C7.");
    }

    #[test]
    fn a_cell_and_a_file_open_with_a_click_and_a_correction_workbook_does() {
        let texts = embedded_texts(Language::English).unwrap();
        let links = FindingLinks {
            way_to_inputs: Some("../../dane".to_owned()),
            corrections: [("lista.xlsx".to_owned(), "corrections/lista.xlsx – x.xlsx".to_owned())]
                .into(),
        };
        let as_of = Day::parse_iso("2026-03-31").unwrap();
        let frame = FindingFrame { title: "", as_of, links: &links };
        let book = write(&catalogue(), &texts, frame, &[finding("x")], &Worths::default()).unwrap();
        let parts = parts(&book);
        let part = |name: &str| &parts.iter().find(|(known, _)| known == name).unwrap().1;
        assert!(part("xl/worksheets/sheet2.xml").contains("location=\"'2024'!C7\""));
        let targets = part("xl/worksheets/_rels/sheet2.xml.rels");
        assert!(targets.contains("Target=\"../../dane/lista.xlsx\" TargetMode=\"External\""));
        let targets = part("xl/worksheets/_rels/sheet3.xml.rels");
        assert!(targets.contains("Target=\"corrections/lista.xlsx%20–%20x.xlsx\""), "{targets}");
        assert_eq!(row(&book, "By file", &["lista.xlsx"])[6], "open");
        assert_eq!(rows(&book, "Findings")[3][4], "C7");
    }

    #[test]
    fn no_findings_are_said_and_not_left_blank() {
        let book = book(&[]);
        assert!(row(&book, "Cover", &["Together"])[1].starts_with("Nothing was found"));
        assert!(rows(&book, "Findings")[1][0].starts_with("Nothing was found"));
        assert_eq!(rows(&book, "Findings")[3][0], "No rows");
    }
}

//! What every workbook promises, tried on all of them in both languages.

use crate::catalogue::{Catalogue, Texts, embedded_texts};
use crate::model::{Day, Emptiness, Language, Worths};
use crate::reports::fixture::{
    CENTRES, catalogue, checks, finding, public, realistic, share, shown_set, without_value, worths,
};
use crate::reports::read_back::{parts, row, rows, sheet_names};
use crate::reports::supplement::fixture::filled;
use crate::reports::{
    ChartPicture, FindingFrame, FindingLinks, ReportContext, eu, findings_xlsx, mayor, ministry,
};

const LANGUAGES: [Language; 2] = [Language::Polish, Language::English];

fn context<'a>(catalogue: &'a Catalogue, texts: &'a Texts) -> ReportContext<'a> {
    ReportContext {
        catalogue,
        texts,
        title: "Klaster & \"spółka\"",
        settings: &[],
        program_version: "0.1.0",
        charts: &[],
    }
}

/// Every workbook in a language.
fn books(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let (catalogue, texts) = (catalogue(), embedded_texts(language).unwrap());
    let context = context(&catalogue, &texts);
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let findings = [finding("=cmd()"), finding("#read(\"x\") \u{1} \u{1f600}")];
    let worths = worths();
    let none = Worths::default();
    let links = FindingLinks::default();
    let frame = FindingFrame { title: "x", as_of, links: &links };
    vec![
        ("ministry", ministry::write(&context, &realistic().beside(filled())).unwrap()),
        ("eu", eu::write(&context, &realistic().beside(filled()), &checks()).unwrap()),
        ("mayor", mayor::write(&context, &public().beside(filled()), None).unwrap()),
        ("findings", findings_xlsx::write(&catalogue, &texts, frame, &findings, &worths).unwrap()),
        ("no findings", findings_xlsx::write(&catalogue, &texts, frame, &[], &none).unwrap()),
    ]
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    for language in LANGUAGES {
        assert_eq!(books(language), books(language));
    }
}

#[test]
fn sheet_names_are_short_and_unique() {
    for (name, book) in LANGUAGES.into_iter().flat_map(books) {
        let mut names = sheet_names(&book);
        assert!(names.iter().all(|name| name.chars().count() <= 31), "{name}: {names:?}");
        let count = names.len();
        for name in &mut names {
            *name = name.to_lowercase();
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "{name}");
    }
}

#[test]
fn both_languages_have_the_same_texts() {
    let ids = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        let ids = lines.map(|(id, _)| id.to_owned());
        ids.filter(|id| id.starts_with(|first: char| first.is_ascii_lowercase())).collect()
    };
    let polish = ids(include_str!("../../locales/pl/reports.ftl"));
    assert!(polish.len() > 200);
    assert_eq!(polish, ids(include_str!("../../locales/en/reports.ftl")));
}

#[test]
fn no_cell_shows_the_id_of_a_text_or_an_empty_gap() {
    for language in LANGUAGES {
        for (name, book) in books(language) {
            for sheet in sheet_names(&book) {
                for cell in rows(&book, &sheet).into_iter().flatten() {
                    let is_id = cell.contains('-')
                        && cell
                            .bytes()
                            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
                        && cell.starts_with(|first: char| first.is_ascii_lowercase());
                    // The pseudonym of the finding looks like an id.
                    assert!(!is_id || cell == "os-0007", "{name}/{sheet}: {cell}");
                    assert!(
                        !cell.contains("{$") && !cell.contains("{ $"),
                        "{name}/{sheet}: {cell}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_name_that_looks_like_a_formula_or_a_tag_is_only_text() {
    for (name, book) in LANGUAGES.into_iter().flat_map(books) {
        for (part, content) in parts(&book) {
            assert!(!content.contains("<f>"), "{name}: a formula in {part}");
            assert!(!content.contains("<script>"), "{name}: {part}");
        }
    }
    let book = &books(Language::Polish)[0].1;
    let centre = row(book, "Centra", &[CENTRES[0]]);
    // A tenth of 135 participants, 88 starters, 58 at the end, 77 leavers.
    assert_eq!(centre[..5], [CENTRES[0], "13", "8", "5", "7"]);
    assert_eq!(row(book, "Centra", &[CENTRES[1]])[1], "33");
}

#[test]
fn every_table_is_an_excel_table_that_prints_and_reads_aloud() {
    for (name, book) in LANGUAGES.into_iter().flat_map(books) {
        let parts = parts(&book);
        let count = |begin: &str| parts.iter().filter(|(part, _)| part.starts_with(begin)).count();
        let sheets = count("xl/worksheets/sheet");
        assert_eq!(count("xl/tables/table"), sheets - 1, "{name}: all but the cover are tables");
        let text = |begin: &str| -> String {
            parts
                .iter()
                .filter(|(part, _)| part.starts_with(begin))
                .map(|(_, text)| &**text)
                .collect()
        };
        let all = text("xl/worksheets/sheet");
        assert_eq!(all.matches("state=\"frozen\"").count(), sheets - 1, "{name}");
        assert_eq!(all.matches("orientation=\"landscape\"").count(), sheets, "{name}");
        assert_eq!(all.matches("paperSize=\"9\"").count(), sheets, "{name}");
        assert!(!all.contains("mergeCell"), "{name}");
        let charts = count("xl/charts/chart");
        assert_eq!(text("xl/drawings/drawing").matches("descr=\"").count(), charts, "{name}");
        let properties = text("docProps/core.xml");
        assert!(properties.contains("2026-03-31T00:00:00Z"), "{name}: {properties}");
    }
}

#[test]
fn a_rate_of_few_people_is_in_no_part_of_the_public_workbook() {
    let (catalogue, texts) = (catalogue(), embedded_texts(Language::Polish).unwrap());
    // 7 of 9 is 0.777…, 7 of 13 is 0.538….
    let figures = shown_set(&[
        ("labour_market_entry_rate", share(7, 9, 0)),
        ("employment_rate_6m", share(7, 13, 0)),
    ]);
    let book = mayor::write(&context(&catalogue, &texts), &figures, None).unwrap();
    let all: String = parts(&book).into_iter().map(|(_, content)| content).collect();
    assert!(all.contains("0.538"));
    assert!(!all.contains("0.777") && !all.contains("77,8"));
    assert_eq!(row(&book, "Praca według centrów", &["Razem"])[1..5], ["[c]", "[c]", "[c]", "[c]"]);
}

#[test]
fn what_was_not_computed_is_marked_and_never_a_zero() {
    let (catalogue, texts) = (catalogue(), embedded_texts(Language::English).unwrap());
    let figures = shown_set(&[("employment_rate_6m", share(0, 0, 4))]);
    let context = context(&catalogue, &texts);
    let book = ministry::write(&context, &figures).unwrap();
    assert_eq!(row(&book, "Centres", &["All"])[1..4], ["[x]", "[x]", "[x]"]);
    let book = eu::write(&context, &figures, &checks()).unwrap();
    let cells = row(&book, "Indicators K-M-O", &["Work at 6 months"]);
    // Women and men are missing; of all the base is 0 and the rate waits for four people.
    assert_eq!(cells[2..], ["[x]", "[x]", "0", "[x]", "[x]", "0", "[x]", "[x]", "[p] pending"]);
    assert!(!parts(&book).iter().any(|(part, _)| part.starts_with("xl/charts/")));
}

#[test]
fn a_cell_without_a_value_says_why_in_every_workbook() {
    for (why, polish, english) in [
        (Emptiness::NoData, "[x] brak danych", "[x] no data"),
        (Emptiness::NothingInPeriod, "[x] nikt w okresie", "[x] nobody in period"),
        (Emptiness::AllPending, "[p] oczekujący", "[p] pending"),
        (Emptiness::AllUnknown, "[x] nie wiadomo", "[x] not known"),
        (Emptiness::AllExcluded, "[x] wyłączeni", "[x] excluded"),
        (
            Emptiness::PendingAndUnknown,
            "[p] oczekujący lub nie wiadomo",
            "[p] pending or not known",
        ),
        (Emptiness::ZeroDenominator, "[x] brak podstawy", "[x] no base"),
    ] {
        let (exact, public) = without_value(why);
        for (language, word) in [(Language::Polish, polish), (Language::English, english)] {
            let (catalogue, texts) = (catalogue(), embedded_texts(language).unwrap());
            let context = context(&catalogue, &texts);
            for (name, book) in [
                ("ministry", ministry::write(&context, &exact).unwrap()),
                ("eu", eu::write(&context, &exact, &checks()).unwrap()),
                ("mayor", mayor::write(&context, &public, None).unwrap()),
            ] {
                let cells = || sheet_names(&book).into_iter().flat_map(|name| rows(&book, &name));
                assert!(cells().flatten().any(|cell| cell == word), "{name}: {word}");
                let sentence = cells().flatten().any(|cell| cell.contains(&format!(": {word}")));
                // The mayor's cover and the sentence beside the thresholds say it too.
                assert!(sentence || name == "ministry", "{name}: {word}");
            }
        }
    }
}

#[test]
fn pictures_stand_in_the_mayors_workbook_with_their_alt_text() {
    let (catalogue, texts) = (catalogue(), embedded_texts(Language::English).unwrap());
    let canvas = resvg::tiny_skia::Pixmap::new(40, 30).unwrap();
    let picture = ChartPicture {
        name: "path".to_owned(),
        title: "Benefits".to_owned(),
        alt: "A line that falls".to_owned(),
        png: canvas.encode_png().unwrap(),
        svg: String::new(),
    };
    let charts = [picture];
    let context = ReportContext { charts: &charts, ..context(&catalogue, &texts) };
    let book = mayor::write(&context, &public(), None).unwrap();
    assert!(sheet_names(&book).contains(&"Charts".to_owned()));
    let drawings: String = parts(&book)
        .into_iter()
        .filter(|(part, _)| part.starts_with("xl/drawings/"))
        .map(|(_, content)| content)
        .collect();
    assert!(drawings.contains("descr=\"A line that falls\""));
}

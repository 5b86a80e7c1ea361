//! Definitions that a user brings with `--queries`: the example of CONTRIBUTING.md, two dated definitions
//! of one indicator, and a query that the guard refuses.

use std::fs;
use std::path::Path;

use efekt::catalogue::Catalogue;

use crate::indicator_case::{CaseFile, differences};
use crate::indicators::{FOLDER, defaults};
use crate::pipeline::run::{efekt as program, file, tree, write};

const LIST: &str = "Placówka;Nr dokumentu;Płeć;Data urodzenia;Wykształcenie;Status na rynku pracy;Grupa;\
    Data skierowania;Data rozpoczęcia;Data zakończenia;Sposób zakończenia\n\
    CIS Brzozowo;ABC000001;K;1980-05-17;podstawowe;bierny zawodowo;inne;2018-12-03;2019-01-07;2019-06-28;zgodnie z IPZS\n\
    CIS Brzozowo;ABC000002;M;1980-05-17;podstawowe;bierny zawodowo;inne;;2019-01-07;2019-06-28;wcześniej – podjęcie pracy\n\
    CIS Brzozowo;ABC000003;K;1980-05-17;podstawowe;bierny zawodowo;inne;2023-12-04;2024-01-08;2024-06-28;zgodnie z IPZS\n\
    CIS Brzozowo;ABC000004;M;1980-05-17;podstawowe;bierny zawodowo;inne;2023-12-04;2024-01-08;2024-06-28;wcześniej – podjęcie pracy\n\
    CIS Brzozowo;ABC000005;M;1980-05-17;podstawowe;bierny zawodowo;inne;;2024-01-08;2024-06-28;rezygnacja\n";

/// The first block of CONTRIBUTING.md in a language.
fn example(language: &str) -> String {
    let text = fs::read_to_string("CONTRIBUTING.md").unwrap();
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// A folder with a list and a copy of `queries/` that holds the ordinary indicators named.
fn project(indicators: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[file("dane/lista.csv", LIST)]);
    let kept = |path: &str| {
        !path.starts_with("indicators/")
            || indicators.iter().any(|id| path.ends_with(&format!("/{id}.sql")))
    };
    for (path, text) in tree(Path::new("queries")).into_iter().filter(|(path, _)| kept(path)) {
        write(&folder.path().join("moje"), &[(path, text)]);
    }
    folder
}

fn add(folder: &Path, path: &str, text: &str) {
    write(&folder.join("moje"), &[file(path, text)]);
}

/// indicators.csv of a run over a year.
fn figures(folder: &Path, period: &str) -> String {
    let arguments = [
        "report",
        "dane",
        "--queries",
        "moje",
        "--period",
        period,
        "--as-of",
        "2026-03-31",
        "--report",
        "ministry",
    ];
    let output = program(folder, &arguments, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(folder.join("out").join(period).join("indicators.csv")).unwrap()
}

/// Numerator, denominator and counts of an indicator for everybody.
fn figure(table: &str, id: &str) -> Vec<String> {
    let start = format!("{id},");
    let rows = table.lines().filter(|line| line.starts_with(&start));
    let mut cells = rows.map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let row = cells.find(|row| row[3..7] == ["*", "total", "*", "*"]).unwrap();
    vec![row[8].clone(), row[9].clone(), row[15].clone()]
}

#[test]
fn the_example_of_the_guide_is_an_indicator_without_any_rust() {
    let folder = project(&[]);
    let path = "indicators/participation/referral_date_rate.sql";
    let guide = fs::read_to_string("CONTRIBUTING.md").unwrap();
    assert!(guide.contains(&format!("`queries/{path}`")));
    add(folder.path(), path, &example("sql"));
    // Of the three who entered in 2024 two have a day of referral.
    let table = figures(folder.path(), "2024");
    assert_eq!(figure(&table, "referral_date_rate"), ["2", "3", "3"]);
    assert!(table.contains("referral_date_rate,2024-01-01,2024-12-31,*,total,*,M,person,1,2,0.5,"));
}

#[test]
fn the_case_of_the_example_is_one_that_the_tests_run() {
    let mut files = efekt_definitions();
    files.retain(|path, _| !path.starts_with("indicators/"));
    files.insert("indicators/participation/referral_date_rate.sql".to_owned(), example("sql"));
    let catalogue = Catalogue::from_files(files).unwrap();
    let cases: CaseFile = toml::from_str(&example("toml")).unwrap();
    for case in &cases.case {
        assert_eq!(differences(&catalogue, &defaults(), case), Vec::<String>::new());
    }
    let guide = fs::read_to_string("CONTRIBUTING.md").unwrap();
    assert!(guide.contains(&format!("`{FOLDER}/referral_date_rate.toml`")));
}

fn efekt_definitions() -> std::collections::BTreeMap<String, String> {
    let files = tree(Path::new("queries")).into_iter();
    files.map(|(path, text)| (path, String::from_utf8(text).unwrap())).collect()
}

/// `completers` in two definitions: to 2019 early completion for a job did not count.
fn with_two_definitions(folder: &Path) {
    let now = fs::read_to_string("queries/indicators/participation/completers.sql").unwrap();
    let since =
        now.replace("aggregate = \"count\"\n", "aggregate = \"count\"\nsince = \"2020-01-01\"\n");
    let until = now
        .replace("aggregate = \"count\"\n", "aggregate = \"count\"\nuntil = \"2019-12-31\"\n")
        .replace("pl = \"Uczestnictwa ukończone\"", "pl = \"Ukończone po dawnemu\"")
        .replace("in ('completed', 'completed_early_job')", "= 'completed'");
    assert!(since != now && until.contains("= 'completed'"), "{until}");
    add(folder, "indicators/participation/completers.sql", &since);
    add(folder, "indicators/participation/completers.2003.sql", &until);
}

#[test]
fn of_two_dated_definitions_the_period_decides_and_the_run_says_which() {
    let folder = project(&["leavers"]);
    with_two_definitions(folder.path());
    // In each year one completed and one left early for a job.
    assert_eq!(figure(&figures(folder.path(), "2019"), "completers")[0], "1");
    assert_eq!(figure(&figures(folder.path(), "2024"), "completers")[0], "2");
    for (period, file, said) in [
        ("2019", "completers.2003.sql", "Definicja obowiązywała do 31.12.2019."),
        ("2024", "completers.sql", "Definicja obowiązuje od 01.01.2020."),
    ] {
        let run = folder.path().join("out").join(period);
        let manifest = fs::read_to_string(run.join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let used = &manifest["indicators"]["completers"];
        assert_eq!(used, &format!("indicators/participation/{file}"));
        let workbook = text_of(&run.join("ministry.xlsx"));
        assert!(workbook.contains(said), "{period}");
    }
}

/// All text of a workbook's parts.
fn text_of(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        std::io::Read::read_to_string(&mut part, &mut text).ok();
    }
    text
}

#[test]
fn explain_and_list_show_one_indicator_with_both_definitions() {
    let folder = project(&["leavers"]);
    with_two_definitions(folder.path());
    let output = program(folder.path(), &["explain", "completers", "--queries", "moje"], &[]);
    let page = String::from_utf8(output.stdout).unwrap();
    let (now, before) =
        (page.find("od: 01.01.2020").unwrap(), page.find("do: 31.12.2019").unwrap());
    assert!(now < before, "the definition that applies now stands first:\n{page}");
    let output = program(folder.path(), &["list", "indicators", "--queries", "moje"], &[]);
    let list = String::from_utf8(output.stdout).unwrap();
    assert_eq!(list.lines().filter(|line| line.starts_with("completers ")).count(), 1, "{list}");
}

#[test]
fn definitions_that_apply_on_the_same_day_are_refused_with_both_files() {
    let folder = project(&["leavers"]);
    with_two_definitions(folder.path());
    let path = "indicators/participation/completers.2003.sql";
    let text = fs::read_to_string(folder.path().join("moje").join(path)).unwrap();
    add(folder.path(), path, &text.replace("2019-12-31", "2020-01-01"));
    let arguments =
        ["report", "dane", "--queries", "moje", "--period", "2024", "--as-of", "2026-03-31"];
    let output = program(folder.path(), &arguments, &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("completers.2003.sql") && said.contains("completers.sql"), "{said}");
}

#[test]
fn a_query_of_ones_own_goes_through_the_guard_like_any_other() {
    let sql = example("sql");
    let body = sql.find("select").unwrap();
    // A file, a table that is none, a quotient, two statements: the last is said of the whole file.
    for (query, line) in [
        ("select * from read_csv('/etc/passwd')\n", 1),
        ("select p.participation_id from persons as p order by participation_id\n", 1),
        ("select p.participation_id, 1 / 2 as numerator from participation as p\n", 1),
        ("select 1 as participation_id; drop table participation\n", 0),
    ] {
        let folder = project(&[]);
        let text = format!("{}{query}", &sql[..body]);
        add(folder.path(), "indicators/participation/referral_date_rate.sql", &text);
        let arguments =
            ["report", "dane", "--queries", "moje", "--period", "2024", "--as-of", "2026-03-31"];
        let output = program(folder.path(), &arguments, &[]);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{query}: {stderr}");
        let place = format!("referral_date_rate.sql:{}", sql[..body].lines().count() + line);
        assert!(stderr.contains(&place), "{query}: {stderr}");
        assert!(!folder.path().join("out/2024").exists(), "{query} was published");
    }
}

//! What a project file may say, and how it is refused.

use crate::catalogue::{ProjectFileError, ProjectFileProblem, Source};
use crate::model::{DateOrder, Day, Language, Project, StruckOut};

fn sources() -> Vec<Source> {
    let text = r#"
kind = "benefits"
order = 2
title = { pl = "świadczenia", en = "benefits" }
grain = { pl = "wypłata", en = "payment" }
[[field]]
name = "amount"
type = "money"
header = "Kwota"
title = { pl = "kwota", en = "amount" }
[[field]]
name = "kind"
type = "code"
header = "Rodzaj"
title = { pl = "rodzaj", en = "kind" }
dictionary = [
    { code = "periodic", spellings = ["zasiłek okresowy"] },
    { code = "permanent", spellings = ["zasiłek stały"] },
]
"#;
    vec![Source::parse("sources/benefits.toml", text).unwrap()]
}

fn parse(text: &str) -> Result<Project, ProjectFileError> {
    Project::parse(text, &sources())
}

#[test]
fn a_whole_project_file_is_understood() {
    let project = parse(
        r#"
title = "Klaster"
language = "en"
as_of = 2026-06-30

[[centre]]
name = "CIS Brzeźnikowo"
aliases = ["Brzeźnikowo"]

[[source]]
path = "06_swiadczenia/OPS Brzeźnikowo*.xlsx"
kind = "benefits"
sheet = "Arkusz1"
header_row = 3
columns = { amount = "Wypłacono" }
centre = "Brzeźnikowo"
coverage = ["2022-01..2024-06", "2025-01..2026-05"]
date_order = "month_first"

[settings]
benefit_window_months = 6
struck_out = "exclude"
independence_outcomes = ["job"]
"#,
    )
    .unwrap();
    assert_eq!(project.language, Some(Language::English));
    assert_eq!(project.as_of, Day::parse_iso("2026-06-30"));
    let source = project.source("06_swiadczenia/OPS Brzeźnikowo 2022.xlsx").unwrap();
    assert_eq!(source.centre.as_deref(), Some("CIS Brzeźnikowo"), "by its listed name");
    assert_eq!((source.header_row, source.coverage.len()), (Some(3), 2));
    assert_eq!(source.date_order, Some(DateOrder::MonthFirst));
    assert_eq!(source.columns.get("amount").map(String::as_str), Some("Wypłacono"));
    assert_eq!(project.settings.benefit_window_months, 6);
    assert_eq!(project.settings.struck_out, StruckOut::Exclude);
    assert_eq!(project.settings.independence_outcomes, ["job"]);
}

#[test]
fn an_empty_file_is_the_default() {
    assert_eq!(parse("# nothing\n").unwrap(), Project::default());
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_the_nearest_one() {
    let error = parse("title = \"x\"\n\n[settings]\nstruk_out = \"ask\"\n").unwrap_err();
    assert_eq!(error.line, 4);
    let ProjectFileProblem::UnknownKey { key, nearest, .. } = error.problem else { panic!() };
    assert_eq!((&*key, nearest.as_deref()), ("struk_out", Some("struck_out")));
}

#[test]
fn a_wrong_value_is_refused_with_the_accepted_ones() {
    let error = parse("[settings]\nstruck_out = \"yes\"").unwrap_err();
    let accepted = ["ask", "include", "exclude"].map(str::to_owned).to_vec();
    let problem = ProjectFileProblem::UnknownValue {
        key: "struck_out".into(),
        given: "yes".into(),
        accepted,
    };
    assert_eq!(error, ProjectFileError { line: 2, problem });
}

#[test]
fn a_spelling_is_taught_by_a_code_or_by_a_spelling_that_is_known() {
    let project = parse(
        "[[source]]\npath = \"a.xlsx\"\n[source.dictionary.kind]\n\"ZO\" = \"periodic\"\n\"ZS\" = \"Zasiłek stały\"",
    )
    .unwrap();
    let taught = &project.sources[0].dictionary["kind"];
    let taught: Vec<_> = taught.iter().map(|(from, to)| (&**from, &**to)).collect();
    assert_eq!(taught, [("ZO", "periodic"), ("ZS", "permanent")]);
}

#[test]
fn a_spelling_cannot_be_taught_for_a_code_or_a_field_that_does_not_exist() {
    let taught = |field: &str, code: &str| {
        let text = format!(
            "[[source]]\npath = \"a.xlsx\"\nkind = \"benefits\"\n[source.dictionary.{field}]\n\"ZO\" = \"{code}\""
        );
        parse(&text).unwrap_err()
    };
    let error = taught("kind", "peridic");
    assert_eq!(error.line, 5);
    let ProjectFileProblem::UnknownValue { accepted, .. } = error.problem else { panic!() };
    assert_eq!(accepted, ["periodic", "permanent"]);
    // An amount has no codes.
    let error = taught("amount", "periodic");
    assert_eq!(error.line, 4);
    let ProjectFileProblem::UnknownKey { known, .. } = error.problem else { panic!() };
    assert_eq!(known, ["kind"]);
}

#[test]
fn everything_that_is_not_understood_is_refused_at_its_line() {
    for (text, line) in [
        ("title = ", 1),
        ("title = 3", 1),
        ("\n[[centre]]\naliases = []", 2),
        ("[[centre]]\nname = \"A\"\n[[centre]]\nname = \"a\"", 3),
        ("[[source]]\npath = \"../x.csv\"", 2),
        ("[[source]]\npath = \"x.csv\"\nkind = \"benefit\"", 3),
        ("[[source]]\npath = \"x.csv\"\nkind = \"benefits\"\ncolumns = { sum = \"K\" }", 4),
        ("[[source]]\npath = \"x.csv\"\ncoverage = [\"2025-06..2025-01\"]", 3),
        ("[[centre]]\nname = \"A\"\n[[source]]\npath = \"x.csv\"\ncentre = \"B\"", 5),
        ("[settings]\nbenefit_window_months = 0", 2),
        ("as_of = \"2026-02-30\"", 1),
        ("settings = 1", 1),
        ("[[targets]]\nproject = \"P\"", 1),
        ("[[targets]]\nindicator = \"EECR04\"\nk = -1", 3),
        ("[[targets]]\nindicator = \"EECR04\"\no = 1.2345", 3),
        ("[[targets]]\nindicator = \"EECR04\"\ndue = \"2026-13-01\"", 3),
        ("[[targets]]\nindicator = \"EECR04\"\ntarget = 1", 3),
        ("[comparison]\ndays_to_exit = 0", 2),
        ("[comparison]\ndays = 30", 2),
        ("source = \"x\"", 1),
    ] {
        assert_eq!(parse(text).unwrap_err().line, line, "{text}");
    }
}

#[test]
fn targets_and_the_comparison_group_have_keys_of_their_own() {
    let project = parse(
        "[[targets]]\nproject = \"P-1\"\nindicator = \"EECR04\"\nbaseline = 0\nk = 9\nm = 7.5\no = 16\n\
         due = 2026-12-31\n[comparison]\ndays_to_exit = 330\n",
    )
    .unwrap();
    let [target] = project.targets.as_slice() else { panic!("one target") };
    assert_eq!(
        (target.baseline, target.women, target.men, target.all),
        (Some(0), Some(9_000), Some(7_500), Some(16_000))
    );
    assert_eq!(target.due, Day::parse_iso("2026-12-31"));
    assert_eq!(project.comparison.days_to_exit, Some(330));
    assert_eq!(parse("").unwrap().comparison.days_to_exit, None);
}

#[test]
fn limits_are_set_one_by_one_and_a_mistyped_one_is_refused() {
    let limits = parse("[limits]\nmemory_mib = 2048\nseconds = 5\n").unwrap().limits;
    assert_eq!((limits.memory_mib, limits.seconds), (2048, 5));
    assert_eq!(limits.memory_xls_mib, 512, "the others stay");
    let error = parse("[limits]\nmemory_mb = 2048\n").unwrap_err();
    assert_eq!(error.line, 2);
    assert!(matches!(error.problem, ProjectFileProblem::UnknownKey { .. }), "{error}");
    let small = parse("[limits]\nmemory_mib = 1\n").unwrap_err();
    assert!(matches!(small.problem, ProjectFileProblem::WrongForm { .. }), "{small}");
}

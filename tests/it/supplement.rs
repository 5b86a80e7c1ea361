//! What stands beside indicators.csv, the whole way from tables: money and staff, targets, the comparison group.

use std::fmt::Write as _;

use efekt::catalogue::Catalogue;
use efekt::facts::{self, FactRules};
use efekt::indicators::{self, SupplementFacts};
use efekt::model::{
    Achieved, ComparedFigure, Day, Grosze, InputFile, Numerals, Period, Project, Sex, Supplement,
};

use crate::indicator_case::linked;

/// Files by name, as CSV.
type Files<'a> = [(&'a str, String)];

fn supplement(files: &Files<'_>, project: &str, period: &str) -> Supplement {
    supplement_of(files, project, period, None)
}

/// The same of a run about one centre.
fn supplement_of(
    files: &Files<'_>,
    project: &str,
    period: &str,
    centre: Option<&str>,
) -> Supplement {
    let catalogue = Catalogue::embedded().unwrap();
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let period = Period::parse(period, as_of).unwrap();
    let project = Project::parse(project, &catalogue.sources).unwrap();
    let files: Vec<InputFile> = files
        .iter()
        .map(|(path, text)| InputFile { path: (*path).into(), bytes: text.clone().into_bytes() })
        .collect();
    let linked = linked(&catalogue, &project, &files, as_of);
    let rules = FactRules { catalogue: &catalogue, project: &project, period, as_of };
    let store = facts::build(&linked, rules).unwrap();
    let cumulative = facts::cumulative(&linked, rules).unwrap();
    let comparison = facts::comparison(&linked, rules, centre).unwrap();
    let computed = indicators::compute_for(&store, &catalogue, period, as_of, centre).unwrap();
    let facts = SupplementFacts {
        store: &store,
        cumulative: cumulative.as_ref(),
        comparison: comparison.as_ref(),
    };
    indicators::supplement(facts, &catalogue, &computed, centre).unwrap()
}

/// A list of participants: document number, sex, referral, entry, exit, outcome, project.
fn list(rows: &[[&str; 7]]) -> String {
    let mut text = "Placówka;Nr dokumentu;Płeć;Data urodzenia;Wykształcenie;Status na rynku pracy;Grupa;\
                    Data skierowania;Data rozpoczęcia;Data zakończenia;Sytuacja po zakończeniu;Nr projektu;\
                    Sposób zakończenia\n"
        .to_owned();
    for [document, sex, referral, entry, exit, outcome, project] in rows {
        writeln!(
            text,
            "CIS Brzozowo;{document};{sex};1980-05-17;podstawowe;bezrobotny zarejestrowany;inne;\
             {referral};{entry};{exit};{outcome};{project};zgodnie z IPZS"
        )
        .unwrap();
    }
    text
}

const FINANCE: &str = "Placówka;Okres;Kategoria;Kwota;Plan / wykonanie\n\
    CIS Brzozowo;2024;Dotacja z budżetu gminy;100,50;wykonanie\n\
    CIS Brzozowo;2024;Dotacja z budżetu gminy;20,00;wykonanie\n\
    CIS Brzozowo;2024;Koszty bieżące;300,00;plan\n\
    CIS Brzozowo;2024;Premie motywacyjne;200,00;plan\n\
    CIS Brzozowo;2024;Premie motywacyjne;150,00;wykonanie\n\
    CIS Brzozowo;2025;Koszty bieżące;400,00;plan\n\
    CIS Brzozowo;2025;Koszty bieżące;7,00;wykonanie\n\
    CIS Brzozowo;2026;Koszty bieżące;500,00;plan\n\
    CIS Olszyna;2024-Q1;Koszty bieżące;1,00;plan\n\
    CIS Olszyna;2024;Koszty bieżące;80,00;wykonanie\n\
    CIS Olszyna;2025;Koszty bieżące;50,00;plan\n\
    CIS Olszyna;2024;Dotacja z budżetu gminy;1000,00;wykonanie\n";

const STAFF: &str = "Placówka;Rok;Rodzaj zatrudnienia;Liczba osób;Etaty\n\
    CIS Brzozowo;2024;kierownik;1;0,75\n\
    CIS Brzozowo;2024;instruktor zawodu;3;2,5\n\
    CIS Olszyna;2024;Kierownik;1;1\n\
    CIS Olszyna;2024;psycholog;2;\n\
    CIS Olszyna;2023;kierownik;9;9\n";

const TWO_CENTRES: &str =
    "[[centre]]\nname = \"CIS Brzozowo\"\n[[centre]]\nname = \"CIS Olszyna\"\n";

fn one_person() -> String {
    list(&[["ABC000001", "K", "", "2023-10-02", "2024-09-30", "praca", ""]])
}

#[test]
fn amounts_are_summed_by_centre_and_together_with_the_plan_of_the_next_year() {
    let files = [("finanse.csv", FINANCE.to_owned()), ("lista.csv", one_person())];
    let supplement = supplement(&files, TWO_CENTRES, "2024");
    let amount = |grosze: Option<Grosze>| grosze.map_or("?".to_owned(), |one| one.to_string());
    let found: Vec<String> = supplement
        .finance
        .iter()
        .map(|sum| {
            let (plan, execution) = (amount(sum.plan), amount(sum.execution));
            format!("{} {} {plan} {execution} {}", sum.centre, sum.category, sum.same_centres)
        })
        .collect();
    // Two amounts of one category add up. Of the other centre the first quarter is no year; both plan and
    // execution of running costs are of one centre each, but not of the same.
    assert_eq!(
        found,
        [
            "* bonuses 200.00 150.00 true",
            "* grant_gmina ? 1120.50 false",
            "* running_cost 300.00 80.00 false",
            "CIS Brzozowo bonuses 200.00 150.00 true",
            "CIS Brzozowo grant_gmina ? 120.50 false",
            "CIS Brzozowo running_cost 300.00 ? false",
            "CIS Olszyna grant_gmina ? 1000.00 false",
            "CIS Olszyna running_cost ? 80.00 false",
        ]
    );
    assert_eq!(supplement.finance[0].degree(), Some((Grosze(15_000), Grosze(20_000))));
    assert_eq!(supplement.finance[2].degree(), None, "plan and execution of different centres");
    // Of the year after the period; not of the one after that, and no execution.
    let plans: Vec<String> = supplement
        .next_plans
        .iter()
        .map(|plan| format!("{} {} {} {}", plan.centre, plan.year, plan.category, plan.grosze))
        .collect();
    assert_eq!(
        plans,
        [
            "* 2025 running_cost 450.00",
            "CIS Brzozowo 2025 running_cost 400.00",
            "CIS Olszyna 2025 running_cost 50.00",
        ]
    );
}

#[test]
fn staff_is_summed_by_kind_in_the_year_of_the_period() {
    let files = [("kadra.csv", STAFF.to_owned()), ("lista.csv", one_person())];
    let found: Vec<String> = supplement(&files, TWO_CENTRES, "2024")
        .staff
        .iter()
        .map(|sum| {
            let full = sum.full_time_equivalents.map_or("?".to_owned(), |full| full.to_string());
            format!("{} {} {} {full}", sum.centre, sum.kind, sum.persons)
        })
        .collect();
    // In thousandths; a row without full-time equivalents leaves its sums without them.
    assert_eq!(
        found,
        [
            "* * 7000 ?",
            "* instruktor zawodu 3000 2500",
            "* kierownik 2000 1750",
            "* psycholog 2000 ?",
            "CIS Brzozowo * 4000 3250",
            "CIS Brzozowo instruktor zawodu 3000 2500",
            "CIS Brzozowo kierownik 1000 750",
            "CIS Olszyna * 3000 ?",
            "CIS Olszyna kierownik 1000 1000",
            "CIS Olszyna psycholog 2000 ?",
        ]
    );
}

const TARGETS: &str = "Nr projektu;Wskaźnik;Wartość bazowa;Cel K;Cel M;Cel O;Termin\n\
    P-1;completers;0;2;2;4;2026-12-31\n\
    P-1;Odsetek usamodzielnionych ekonomicznie;10;50;50;50;2026-12-31\n";

/// A woman of the project left in 2023, a man of it in 2024, a woman of another project in 2024.
fn three_of_two_projects() -> String {
    list(&[
        ["ABC000001", "K", "", "2022-10-03", "2023-06-30", "praca", "P-1"],
        ["ABC000002", "M", "", "2023-10-02", "2024-09-30", "bezrobotny", "p-1 "],
        ["ABC000003", "K", "", "2023-10-02", "2024-09-30", "praca", "P-2"],
    ])
}

fn counts(parts: &[Achieved]) -> Vec<Option<i64>> {
    let number = |reached: &Achieved| match reached {
        Some((Numerals::Count(number), _)) => Some(*number),
        _ => None,
    };
    parts.iter().map(number).collect()
}

#[test]
fn a_target_is_reached_in_the_period_and_cumulatively_by_its_own_project() {
    let files = [("cele.csv", TARGETS.to_owned()), ("lista.csv", three_of_two_projects())];
    let targets = supplement(&files, "", "2024").targets;
    let [completers, independence] = targets.as_slice() else { panic!("two targets") };
    assert_eq!((completers.project.as_deref(), completers.baseline), (Some("P-1"), Some(0)));
    assert_eq!(completers.due, Day::parse_iso("2026-12-31"));
    let in_period: Vec<Achieved> = completers.parts.iter().map(|part| part.in_period).collect();
    let cumulative: Vec<Achieved> = completers.parts.iter().map(|part| part.cumulative).collect();
    // Women, men, all.
    assert_eq!(counts(&in_period), [Some(0), Some(1), Some(1)]);
    assert_eq!(counts(&cumulative), [Some(1), Some(1), Some(2)]);
    let degrees = completers.parts.each_ref().map(|part| part.degree().unwrap().value());
    assert_eq!(degrees, [Some(50.0), Some(50.0), Some(50.0)]);
    // A share is a target in percent and is named by its title: 1 of 2, and of women 1 of 1.
    assert_eq!(&*independence.indicator, "economic_independence_rate");
    let degrees = independence.parts.each_ref().map(|part| part.degree().unwrap().value());
    assert_eq!(degrees, [Some(200.0), Some(0.0), Some(100.0)]);
}

#[test]
fn a_code_of_esf_means_its_number_and_who_came_back_is_one_participant_of_the_project() {
    let list = list(&[
        ["ABC000001", "K", "", "2022-05-02", "2022-09-30", "bezrobotny", "P-1"],
        ["ABC000001", "K", "", "2024-01-08", "2024-09-30", "poszukiwanie pracy", "P-1"],
        ["ABC000002", "M", "", "2024-01-08", "2024-09-30", "bezrobotny", "P-1"],
    ]);
    let project = "[[targets]]\nproject = \"P-1\"\nindicator = \"EECO01\"\no = 4\n\
        [[targets]]\nproject = \"P-1\"\nindicator = \"eecr04\"\no = 4\n";
    let targets = supplement(&[("lista.csv", list)], project, "2024").targets;
    let ids: Vec<&str> = targets.iter().map(|target| &*target.indicator).collect();
    assert_eq!(ids, ["EECO01", "EECR04"]);
    // The woman entered the project in 2022: she is none of those who entered in 2024.
    let in_period: Vec<Achieved> = targets[0].parts.iter().map(|part| part.in_period).collect();
    let cumulative: Vec<Achieved> = targets[0].parts.iter().map(|part| part.cumulative).collect();
    assert_eq!(counts(&in_period), [Some(0), Some(1), Some(1)]);
    assert_eq!(counts(&cumulative), [Some(1), Some(1), Some(2)]);
    assert_eq!(targets[0].parts[2].degree().unwrap().value(), Some(50.0));
}

#[test]
fn a_run_about_one_centre_counts_its_people_alone() {
    let list = three_of_two_projects().replacen("CIS Brzozowo", "CIS Olszyna", 1);
    let files = [("cele.csv", TARGETS.to_owned()), ("lista.csv", list)];
    let one = supplement_of(&files, TWO_CENTRES, "2024", Some("CIS Brzozowo"));
    assert_eq!(one.only_centre.as_deref(), Some("CIS Brzozowo"));
    // Of the two who completed in the project the woman of 2023 was in the other centre.
    let cumulative: Vec<Achieved> =
        one.targets[0].parts.iter().map(|part| part.cumulative).collect();
    assert_eq!(counts(&cumulative), [Some(0), Some(1), Some(1)]);
}

#[test]
fn thirty_five_of_forty_percent_are_87_and_a_half_percent_of_the_target() {
    // The check figure of indicators.md 9 (WE-01) from a list: 7 of 20 independent, 40 % planned.
    let rows: Vec<String> = (0..20).map(|person| format!("ABC{person:06}")).collect();
    let rows: Vec<[&str; 7]> = rows
        .iter()
        .enumerate()
        .map(|(place, document)| {
            let outcome = if place < 7 { "praca" } else { "bezrobotny" };
            [document.as_str(), "K", "", "2023-10-02", "2024-09-30", outcome, ""]
        })
        .collect();
    let project = "[[targets]]\nindicator = \"economic_independence_rate\"\no = 40\n";
    let targets = supplement(&[("lista.csv", list(&rows))], project, "2024").targets;
    let [.., all] = &targets[0].parts;
    assert_eq!(all.degree().unwrap().value(), Some(87.5));
}

#[test]
fn a_target_of_the_project_file_replaces_that_of_a_sheet() {
    let files = [("cele.csv", TARGETS.to_owned()), ("lista.csv", three_of_two_projects())];
    let project = "[[targets]]\nproject = \"p-1\"\nindicator = \"completers\"\no = 8\n";
    let targets = supplement(&files, project, "2024").targets;
    let of_completers: Vec<Option<i64>> = targets
        .iter()
        .filter(|target| &*target.indicator == "completers")
        .map(|target| target.parts[2].target)
        .collect();
    assert_eq!(of_completers, [Some(8_000)]);
    assert_eq!(targets[1].parts[2].degree().unwrap().value(), Some(25.0));
}

/// Four participants and four persons who did not enter, all referred on 4 September 2023. From there to the exit it
/// is 392 days, to 30 September 2024.
fn two_groups() -> Vec<(&'static str, String)> {
    let rows: Vec<[&str; 7]> = ["ABC000001", "ABC000002", "ABC000003", "ABC000004"]
        .into_iter()
        .map(|document| [document, "K", "2023-09-04", "2023-10-02", "2024-09-30", "bezrobotny", ""])
        .collect();
    let group = "Placówka;Nr dokumentu;Płeć;Data urodzenia;Status na rynku pracy;Data skierowania;\
        Podjęcie pracy;Forma zatrudnienia;Wymiar etatu\n\
        CIS Brzozowo;DEF000001;K;1980-05-17;bezrobotny zarejestrowany;2023-09-04;2024-10-15;umowa o pracę;1\n\
        CIS Brzozowo;DEF000002;K;1980-05-17;bezrobotny zarejestrowany;2023-09-04;;;\n\
        CIS Brzozowo;DEF000003;K;1980-05-17;bezrobotny zarejestrowany;2023-09-04;;;\n\
        CIS Brzozowo;DEF000004;K;1980-05-17;bezrobotny zarejestrowany;2023-09-04;;;\n\
        CIS Brzozowo;ABC000004;K;1980-05-17;bezrobotny zarejestrowany;2023-09-04;2024-10-15;umowa o pracę;1\n";
    let jobs = "Nr dokumentu;Początek zatrudnienia;Forma zatrudnienia;Wymiar etatu\n\
        ABC000001;2024-10-10;umowa o pracę;1\nABC000002;2024-10-10;umowa o pracę;1\n\
        ABC000003;2024-10-10;umowa o pracę;1\n";
    // The window before begins with the month before the entry, and before the referral: the last months are
    // September and August 2023.
    let benefits = "Nr dokumentu;Rodzaj świadczenia;Miesiąc;Kwota\n\
        ABC000001;zasiłek okresowy;2023-09;100,00\n\
        DEF000001;zasiłek okresowy;2023-08;100,00\nDEF000001;zasiłek okresowy;2023-09;900,00\n\
        DEF000001;zasiłek okresowy;2024-10;40,00\n";
    vec![
        ("grupa porównawcza.csv", group.to_owned()),
        ("lista.csv", list(&rows)),
        ("praca.csv", jobs.to_owned()),
        ("swiadczenia.csv", benefits.to_owned()),
    ]
}

const COVERAGE: &str =
    "[[source]]\npath = \"swiadczenia.csv\"\ncoverage = [\"2022-01..2026-02\"]\n";

fn figure<'a>(supplement: &'a Supplement, id: &str) -> &'a ComparedFigure {
    let figures = &supplement.comparison.as_ref().unwrap().figures;
    figures.iter().find(|one| &*one.indicator == id && one.sex == Sex::All).unwrap()
}

fn close(found: Option<(f64, f64)>, low: f64, high: f64) -> bool {
    found.is_some_and(|found| (found.0 - low).abs() < 1e-6 && (found.1 - high).abs() < 1e-6)
}

#[test]
fn who_did_not_enter_is_followed_over_the_same_time_and_compared_by_newcombe() {
    let supplement = supplement(&two_groups(), COVERAGE, "2024");
    let comparison = supplement.comparison.as_ref().unwrap();
    assert_eq!(comparison.days_to_exit, Some(392));
    for id in ["employment_rate_at_exit", "employment_rate_3m", "employment_rate_6m"] {
        let one = figure(&supplement, id);
        // Three of four against one of four; who also took part is not in the comparison group.
        let share = |numerator| Numerals::Share { numerator, denominator: 4, pending: 0 };
        assert_eq!(one.participants.unwrap().0, share(3), "{id}");
        assert_eq!(one.comparison.unwrap().0, share(1), "{id}");
        assert_eq!(one.difference, Some(0.5));
        // Wilson: 0.300642–0.954413 and 0.045587–0.699358; by hand 0.5 − √(0.449358² + 0.449358²) and
        // 0.5 + √(0.204413² + 0.204413²).
        assert!(close(one.interval, -0.135_488, 0.789_084), "{:?}", one.interval);
    }
    let of_group = |id: &str| comparison.figures.iter().any(|one| &*one.indicator == id);
    assert!(!of_group("economic_independence_rate") && !of_group("labour_market_entry_rate"));
}

#[test]
fn a_reduction_of_benefits_has_a_difference_and_an_interval_only_of_enough_persons() {
    let supplement = supplement(&two_groups(), COVERAGE, "2024");
    let one = figure(&supplement, "benefit_reduction_rate");
    // 100 zł before and nothing after; 100 zł before and 40 zł after.
    let value = |reached: Achieved| reached.unwrap().0.value().unwrap();
    assert!((value(one.participants) - 1.0).abs() < 1e-12);
    assert!((value(one.comparison) - 0.6).abs() < 1e-12);
    assert!((one.difference.unwrap() - 0.4).abs() < 1e-12);
    assert_eq!(one.interval, None, "four persons are too few");
    for (persons, some) in [(29, false), (30, true)] {
        let supplement = self::supplement(&groups_of(persons), COVERAGE, "2024");
        let one = figure(&supplement, "benefit_reduction_rate");
        assert_eq!(one.interval.is_some(), some, "{persons} persons");
        if let Some((low, high)) = one.interval {
            // Everybody is alike: the ratios 1 and 0.6 have no spread.
            assert!((low - 0.4).abs() < 1e-9 && (high - 0.4).abs() < 1e-9);
        }
    }
}

/// Groups of so many persons who are all alike.
fn groups_of(persons: usize) -> Vec<(&'static str, String)> {
    let documents: Vec<String> = (0..persons).map(|person| format!("ABC{person:06}")).collect();
    let rows: Vec<[&str; 7]> = documents
        .iter()
        .map(|document| {
            [document.as_str(), "K", "2023-09-04", "2023-10-02", "2024-09-30", "bezrobotny", ""]
        })
        .collect();
    let mut group =
        "Placówka;Nr dokumentu;Płeć;Data urodzenia;Status na rynku pracy;Data skierowania\n"
            .to_owned();
    let mut benefits = "Nr dokumentu;Rodzaj świadczenia;Miesiąc;Kwota\n".to_owned();
    for person in 0..persons {
        writeln!(
            group,
            "CIS Brzozowo;DEF{person:06};K;1980-05-17;bezrobotny zarejestrowany;2023-09-04"
        )
        .unwrap();
        writeln!(benefits, "ABC{person:06};zasiłek okresowy;2023-09;100,00").unwrap();
        writeln!(benefits, "DEF{person:06};zasiłek okresowy;2023-08;100,00").unwrap();
        writeln!(benefits, "DEF{person:06};zasiłek okresowy;2024-10;40,00").unwrap();
    }
    vec![
        ("grupa porównawcza.csv", group),
        ("lista.csv", list(&rows)),
        ("swiadczenia.csv", benefits),
    ]
}

#[test]
fn the_project_file_may_say_how_long_the_comparison_group_is_followed() {
    // 30 days after the referral is October 2023: nobody of the group leaves in 2024.
    let project = format!("{COVERAGE}[comparison]\ndays_to_exit = 30\n");
    let supplement = supplement(&two_groups(), &project, "2024");
    assert_eq!(supplement.comparison.as_ref().unwrap().days_to_exit, Some(30));
    let one = figure(&supplement, "employment_rate_3m");
    assert_eq!(one.comparison.unwrap().1.counted, 0);
    assert_eq!((one.difference, one.interval), (None, None));
}

#[test]
fn a_list_of_participants_is_no_comparison_group_whatever_its_file_is_called() {
    let list = list(&[["ABC000001", "K", "2023-09-04", "2023-10-02", "2024-09-30", "praca", ""]]);
    for name in ["zestawienie porównawcze.csv", "comparison.csv"] {
        let supplement = supplement(&[(name, list.clone())], "", "2024");
        assert_eq!(supplement.comparison, None, "{name}");
    }
}

#[test]
fn the_comparison_group_changes_no_figure_of_the_participants() {
    let with = two_groups();
    let without: Vec<_> =
        with.iter().filter(|(path, _)| !path.starts_with("grupa")).cloned().collect();
    let group_alone = supplement(&without, COVERAGE, "2024");
    assert_eq!(group_alone.comparison, None);
    let figures = |files: &Files<'_>| {
        let catalogue = Catalogue::embedded().unwrap();
        let as_of = Day::parse_iso("2026-03-31").unwrap();
        let period = Period::parse("2024", as_of).unwrap();
        let project = Project::parse(COVERAGE, &catalogue.sources).unwrap();
        let files: Vec<InputFile> = files
            .iter()
            .map(|(path, text)| InputFile {
                path: (*path).into(),
                bytes: text.clone().into_bytes(),
            })
            .collect();
        let linked = linked(&catalogue, &project, &files, as_of);
        let rules = FactRules { catalogue: &catalogue, project: &project, period, as_of };
        let store = facts::build(&linked, rules).unwrap();
        indicators::compute(&store, &catalogue, period, as_of).unwrap().indicators
    };
    assert!(figures(&with) == figures(&without));
}

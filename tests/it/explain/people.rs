//! Who stands in a figure, why, and from which cells: everything worked out by hand from `data`.

use efekt::catalogue::Catalogue;
use efekt::facts::{self, FactRules};
use efekt::link::LinkedTables;
use efekt::model::{Day, Emptiness, LedgerStatus, Period, Project, Sex};
use efekt::pipeline::{ExplanationError, PipelineError};

use crate::explain::data::{about, answers, ask, ask_of, cells, filter, jobs, person, town};

fn catalogue() -> Catalogue {
    Catalogue::embedded().unwrap()
}

#[test]
fn every_status_is_told_with_its_reason() {
    let explained = ask(&town(), &about(&catalogue(), "employment_rate_6m")).unwrap();
    assert_eq!(
        answers(&explained),
        [
            // Successes first, then the others who are counted, by reason.
            "os-0002 counted 1/1 job_on_the_day",
            "os-0008 counted 1/1 job_on_the_day",
            "os-0001 counted 0/1 no_job_on_the_day",
            "os-0003 counted 0/1 no_job_on_the_day",
            "os-0007 counted 0/1 no_job_on_the_day",
            "os-0004 excluded died",
            "os-0005 pending window_open",
            "os-0006 unknown no_labour_status",
        ]
    );
    let counts = explained.explanation.figures[0].counts;
    assert_eq!((counts.counted, counts.excluded, counts.pending, counts.unknown), (5, 1, 1, 1));
    let reasons: Vec<_> = explained
        .explanation
        .reasons
        .iter()
        .map(|count| (count.status.code(), &*count.reason, count.rows, count.numerator))
        .collect();
    assert_eq!(
        reasons,
        [
            ("counted", "job_on_the_day", 2, 2),
            ("counted", "no_job_on_the_day", 3, 0),
            ("excluded", "died", 1, 0),
            ("pending", "window_open", 1, 0),
            ("unknown", "no_labour_status", 1, 0),
        ]
    );
}

#[test]
fn a_job_of_a_second_file_decides_and_one_of_long_ago_does_not() {
    let explained = ask(&town(), &about(&catalogue(), "employment_rate_6m")).unwrap();
    let zofia = person(&explained, "os-0002");
    assert_eq!(jobs(zofia), ["praca.csv › C3*", "praca.csv › C2"]);
    // Either job alone would have been enough: both decide.
    assert_eq!(jobs(person(&explained, "os-0008")), ["praca.csv › C4*", "praca.csv › C5*"]);
    // The exit day makes the day that is asked about.
    assert_eq!(cells(zofia, "exit_day"), ["lista.csv › K2"]);
    assert_eq!(cells(zofia, "follow_up_day"), ["lista.csv › K2"]);
    // Her birth date was taken from the PESEL, because its own cell is empty.
    assert_eq!(cells(zofia, "age_at_entry"), ["lista.csv › B2", "lista.csv › J2"]);
}

#[test]
fn what_is_missing_is_told_with_its_empty_cell() {
    let explained = ask(&town(), &about(&catalogue(), "employment_rate_6m")).unwrap();
    let piotr = person(&explained, "os-0006");
    let status =
        piotr.facts[0].values.iter().find(|value| value.column == "labour_status").unwrap();
    assert_eq!(status.value, None);
    assert_eq!(cells(piotr, "labour_status"), ["lista.csv › H6"]);
}

#[test]
fn a_participation_joined_from_two_rows_has_the_cells_of_both() {
    let explained = ask(&town(), &about(&catalogue(), "employment_rate_6m")).unwrap();
    let olga = person(&explained, "os-0007");
    assert_eq!(olga.entry.to_string(), "2023-01-02");
    assert_eq!(olga.exit.unwrap().to_string(), "2024-01-31");
    assert_eq!(cells(olga, "age_at_entry"), ["lista.csv › G7", "lista.csv › J7"]);
    assert_eq!(cells(olga, "exit_day"), ["lista.csv › K8"]);
    assert_eq!(cells(olga, "exit_kind"), ["lista.csv › L8"]);
    assert_eq!(cells(olga, "status_6m"), ["lista.csv › N8"]);
}

#[test]
fn a_person_of_two_files_has_the_cells_of_both() {
    let explained = ask(&town(), &about(&catalogue(), "employment_rate_6m")).unwrap();
    let halina = person(&explained, "os-0001");
    assert_eq!(cells(halina, "labour_status"), ["druga.csv › G2"]);
    assert_eq!(cells(halina, "age_at_entry"), ["druga.csv › F2", "druga.csv › I2"]);
    assert_eq!(cells(halina, "exit_day"), ["lista.csv › K9"]);
}

#[test]
fn payments_in_the_windows_decide_and_others_do_not() {
    let explained = ask(&town(), &about(&catalogue(), "benefit_reduction_rate")).unwrap();
    let olga = person(&explained, "os-0007");
    // 100 + 100 + 50.50 before, 30 after; the stay and the housing benefit do not count.
    assert_eq!((olga.rows[0].numerator, olga.rows[0].denominator), (Some(22_050), Some(25_050)));
    let groups: Vec<String> = olga
        .benefits
        .iter()
        .map(|group| {
            let rows: Vec<String> =
                group.rows.iter().map(|rows| format!("{} {:?}", rows.file, rows.rows)).collect();
            format!(
                "{} {} {} {}–{} {} {} {}",
                if group.decides { "decides" } else { "silent" },
                group.side.code(),
                group.kind,
                group.first,
                group.last,
                group.months,
                group.grosze.0,
                rows.join(" ")
            )
        })
        .collect();
    assert_eq!(
        groups,
        [
            "decides before periodic 2022-01–2022-02 2 20000 zasiłki.csv [2, 3]",
            "decides before purpose 2022-12–2022-12 1 5050 zasiłki.csv [4]",
            "decides after periodic 2024-02–2024-02 1 3000 zasiłki.csv [6]",
            "silent before housing 2022-03–2022-03 1 20000 zasiłki.csv [7]",
            "silent during periodic 2023-05–2023-05 1 7000 zasiłki.csv [5]",
        ]
    );
    let windows: Vec<String> = olga
        .windows
        .iter()
        .map(|window| {
            let (side, known, months) = (window.side.code(), window.known, window.months);
            format!("{side} {}–{} {known}/{months}", window.first, window.last)
        })
        .collect();
    // The file reaches from January 2022 to February 2025.
    assert_eq!(
        windows,
        [
            "before 2022-01–2022-12 12/12",
            "during 2023-01–2024-01 13/13",
            "after 2024-02–2025-01 12/12",
        ]
    );
    assert_eq!(olga.known_months.len(), 1);
    assert!(!olga.known_months[0].declared, "nobody declared how far the file reaches");
}

#[test]
fn payments_of_whom_the_window_is_not_known_decide_nothing() {
    let explained = ask(&town(), &about(&catalogue(), "benefit_reduction_rate")).unwrap();
    // Left on 29 February 2024: the window reaches to February 2025, which is known.
    assert_eq!(person(&explained, "os-0003").rows[0].status, LedgerStatus::Counted);
    // Left on 31 March 2024: March 2025 is not in the file yet.
    let zofia = person(&explained, "os-0002");
    assert_eq!((zofia.rows[0].status, zofia.windows[2].known), (LedgerStatus::Pending, 11));
}

#[test]
fn the_filter_chooses_the_cell_and_its_facts() {
    let catalogue = catalogue();
    let mut question = about(&catalogue, "employment_rate_6m");
    question.filter = filter(Some("cis dolny"), Some(Sex::K), &[("group", "homeless")]);
    let explained = ask(&town(), &question).unwrap();
    let expected = ["os-0002 counted 1/1 job_on_the_day", "os-0005 pending window_open"];
    assert_eq!(answers(&explained), expected);
    let zofia = person(&explained, "os-0002");
    assert_eq!(cells(zofia, "sex"), ["lista.csv › F2"]);
    assert_eq!(cells(zofia, "centre"), ["lista.csv › A2"]);
    assert_eq!(cells(zofia, "group"), ["lista.csv › I2"]);
    // The same cell by the dimension of centres.
    question.filter = filter(None, Some(Sex::K), &[("group", "homeless"), ("centre", "CIS Dolny")]);
    assert_eq!(answers(&ask(&town(), &question).unwrap()), expected);
}

#[test]
fn a_part_of_the_breakdown_is_chosen_like_a_dimension() {
    let catalogue = catalogue();
    let mut question = about(&catalogue, "benefit_path");
    question.filter = filter(None, None, &[("month_offset", "-1")]);
    let explained = ask(&town(), &question).unwrap();
    // December 2022: 50.50 zł a month before the entry.
    assert_eq!(person(&explained, "os-0007").rows[0].numerator, Some(5050));
    assert_eq!(explained.explanation.figures.len(), 1);
    question = about(&catalogue, "benefit_savings");
    question.filter = filter(None, None, &[("benefit_kind", "housing")]);
    let explained = ask(&town(), &question).unwrap();
    let olga = person(&explained, "os-0007");
    assert_eq!((olga.rows.len(), olga.rows[0].numerator), (1, Some(20_000)));
    let decided: Vec<&str> =
        olga.benefits.iter().filter(|group| group.decides).map(|group| &*group.kind).collect();
    assert_eq!(decided, ["housing"]);
}

#[test]
fn one_person_one_status_and_a_limit_can_be_asked_for() {
    let catalogue = catalogue();
    let mut question = about(&catalogue, "employment_rate_6m");
    question.status = Some(LedgerStatus::Unknown);
    assert_eq!(answers(&ask(&town(), &question).unwrap()), ["os-0006 unknown no_labour_status"]);
    question = about(&catalogue, "employment_rate_6m");
    question.person = Some("OS-0004".to_owned());
    assert_eq!(answers(&ask(&town(), &question).unwrap()), ["os-0004 excluded died"]);
    question = about(&catalogue, "employment_rate_6m");
    question.limit = 2;
    let explained = ask(&town(), &question).unwrap();
    assert_eq!((explained.explanation.people.len(), explained.explanation.found), (2, 8));
    // The summary is that of everybody.
    assert_eq!(explained.explanation.figures[0].counts.counted, 5);
}

#[test]
fn a_person_with_two_stays_counts_once_and_the_other_stay_is_said() {
    let mut files = town();
    let more = "CIS Górny;44051401359;;Vxmplak;Zofia;K;;bezrobotny zarejestrowany;inne;2024-05-05;\
                2024-09-30;zgodnie z IPZS;;\n";
    files[1].1.extend(more.as_bytes());
    let explained = ask(&files, &about(&catalogue(), "participants")).unwrap();
    assert_eq!(explained.explanation.set_aside, 1);
    // The later exit stands for the person.
    assert_eq!(&*person(&explained, "os-0002").centre, "CIS Górny");
}

#[test]
fn the_rule_of_the_exit_day_is_named_with_the_value_that_was_in_force() {
    // Two people leave around the day from which civil-law contracts no longer count.
    let lista = "Placówka;Nr dokumentu;Płeć;Data urodzenia;Status na rynku pracy w chwili przystąpienia;\
                 Grupa;Data rozpoczęcia;Data zakończenia;Sposób zakończenia;Początek pracy;Forma pracy;Wartość umowy\n\
                 CIS A;D 1;K;1980-01-01;bierny zawodowo;inne;2019-02-01;2019-12-31;zgodnie z IPZS;2020-01-07;umowa zlecenie;90 000,00\n\
                 CIS A;D 2;K;1980-01-01;bierny zawodowo;inne;2019-02-01;2020-01-01;zgodnie z IPZS;2020-01-07;umowa zlecenie;90 000,00\n";
    let files = vec![("lista.csv".to_owned(), lista.as_bytes().to_vec())];
    let mut question = about(&catalogue(), "employment_rate_3m");
    question.limit = 10;
    let explained = ask_of(&files, &question, "2019-12..2020-01", "2026-01-31").unwrap();
    assert_eq!(
        answers(&explained),
        ["os-0001 counted 1/1 qualifying_job", "os-0002 counted 0/1 no_qualifying_job"]
    );
    let rule = |pseudonym: &str, parameter: &str| {
        let rules = &person(&explained, pseudonym).rules;
        let found = rules.iter().find(|rule| rule.parameter == parameter).unwrap();
        (found.on.code(), found.day.to_string(), found.from.map(|from| from.to_string()))
    };
    assert_eq!(
        rule("os-0001", "civil_contract_counts"),
        ("exit", "2019-12-31".to_owned(), Some("2014-01-01".to_owned()))
    );
    assert_eq!(
        rule("os-0002", "civil_contract_counts"),
        ("exit", "2020-01-01".to_owned(), Some("2020-01-01".to_owned()))
    );
    // The minimum wage is that of the first day of the job; a job that decides nothing has no such rule.
    assert_eq!(rule("os-0001", "minimum_wage").0, "job_start");
    assert_eq!(rule("os-0001", "minimum_wage").1, "2020-01-07");
    assert!(person(&explained, "os-0002").rules.iter().all(|rule| rule.on.code() != "job_start"));
}

#[test]
fn an_empty_figure_says_which_of_the_five_it_is() {
    let catalogue = catalogue();
    let why = |indicator: &str, period: &str, chosen: efekt::pipeline::Filter| {
        let mut question = about(&catalogue, indicator);
        question.filter = chosen;
        let explained = ask_of(&town(), &question, period, "2025-03-31").unwrap();
        let figure = &explained.explanation.figures[0];
        Emptiness::of(&figure.numerals, &figure.counts)
    };
    let everybody = || filter(None, None, &[]);
    let rate = "employment_rate_6m";
    // Nobody of unknown sex is in the files.
    assert_eq!(why(rate, "2024", filter(None, Some(Sex::Unknown), &[])), Some(Emptiness::NoData));
    assert_eq!(why(rate, "2022", everybody()), Some(Emptiness::NothingInPeriod));
    // A category that somebody has, but nobody who left in 2023.
    let homeless = || filter(None, None, &[("group", "homeless")]);
    assert_eq!(why(rate, "2023", homeless()), Some(Emptiness::NothingInPeriod));
    assert_eq!(why(rate, "2024-11..2024-11", everybody()), Some(Emptiness::AllPending));
    assert_eq!(why(rate, "2024-06..2024-06", everybody()), Some(Emptiness::AllUnknown));
    let died = filter(None, Some(Sex::M), &[("group", "other")]);
    assert_eq!(why(rate, "2024-02..2024-02", died), None);
    let benefits = why("benefit_exit_rate", "2024-02..2024-02", everybody());
    assert_eq!(benefits, Some(Emptiness::AllExcluded), "neither had a benefit before");
    assert_eq!(why(rate, "2024", everybody()), None);
}

#[test]
fn stays_of_one_project_are_told_with_the_rows_of_each_stay_that_decided() {
    // Ewa was twice in project P-1, in two centres, once in between somewhere else, and once without a project.
    let list = "\
Placówka;Nr dokumentu;Płeć;Data urodzenia;Wykształcenie;Status na rynku pracy w chwili przystąpienia;Grupa;Data rozpoczęcia;Data zakończenia;Sposób zakończenia;Sytuacja po zakończeniu;Nr projektu
CIS Dolny;DOK 9001;K;1970-01-01;podstawowe;bierny zawodowo;inne;2022-05-02;2022-09-30;rezygnacja;bierny;P-1
CIS Dolny;DOK 9001;K;1970-01-01;podstawowe;bezrobotny zarejestrowany;inne;2022-11-02;2023-03-31;rezygnacja;bierny;P-2
CIS Górny;DOK 9001;K;1970-01-01;średnie;bezrobotny zarejestrowany;inne;2023-10-02;2024-09-30;zgodnie z IPZS;poszukiwanie pracy;p-1
";
    let files = vec![("lista.csv".to_owned(), list.as_bytes().to_vec())];
    let catalogue = catalogue();
    let explained = ask(&files, &about(&catalogue, "EECR01")).unwrap();
    assert_eq!(answers(&explained), ["os-0001 counted 1/1 seeking"]);
    let ewa = person(&explained, "os-0001");
    assert_eq!((ewa.entry.to_string(), &*ewa.centre), ("2022-05-02".to_owned(), "CIS Górny"));
    // On entry: the first stay, row 2. On leaving: the last one, row 4.
    assert_eq!(cells(ewa, "labour_status"), ["lista.csv › F2"]);
    assert_eq!(cells(ewa, "age_at_entry"), ["lista.csv › D2", "lista.csv › H2"]);
    assert_eq!(cells(ewa, "exit_day"), ["lista.csv › I4"]);
    assert_eq!(cells(ewa, "outcome"), ["lista.csv › K4"]);
    // The missing day of the outcome is looked for where the outcome stands; there is no such column.
    assert!(cells(ewa, "outcome_day").is_empty());
    // Elsewhere each stay is a participation of its own, with its own row.
    let explained = ask(&files, &about(&catalogue, "job_search_rate_at_exit")).unwrap();
    assert!(answers(&explained).is_empty(), "unemployed on the entry of the last stay");
    let explained = ask(&files, &about(&catalogue, "employment_rate_at_exit")).unwrap();
    let ewa = person(&explained, "os-0001");
    assert_eq!(cells(ewa, "labour_status"), ["lista.csv › F4"]);
}

#[test]
fn a_cost_is_told_with_the_row_of_its_finance_table() {
    let mut files = town();
    let finance = "Placówka;Okres;Kategoria;Kwota;Plan / wykonanie\n\
                   CIS Górny;2024;Koszty bieżące;90 000,00;wykonanie\n\
                   CIS Górny;2024;Koszty bieżące;99 000,00;plan\n\
                   CIS Górny;2024;Inwestycje;5 000,00;wykonanie\n\
                   CIS Górny;2023;Koszty bieżące;80 000,00;wykonanie\n";
    files.push(("finanse.csv".to_owned(), finance.as_bytes().to_vec()));
    let catalogue = catalogue();
    let explained = ask(&files, &about(&catalogue, "cost_per_completer")).unwrap();
    let [centre] = explained.explanation.centres.as_slice() else {
        panic!("one centre has a cost")
    };
    assert_eq!((&*centre.centre, centre.numerator.0), ("CIS Górny", 9_000_000));
    let rows: Vec<(String, i64, String)> = centre
        .amounts
        .iter()
        .map(|row| (row.period.clone(), row.grosze.0, row.cells[0].to_string()))
        .collect();
    assert_eq!(rows, [("2024".to_owned(), 9_000_000, "finanse.csv › D2".to_owned())]);
    // Who left another centre is unknown, and one sex alone has no cost.
    assert_eq!(person(&explained, "os-0002").rows[0].status, LedgerStatus::Unknown);
    let mut question = about(&catalogue, "cost_per_completer");
    question.filter = filter(None, Some(Sex::K), &[]);
    let refused = ask(&files, &question).unwrap_err();
    assert!(matches!(refused, PipelineError::Explanation(ExplanationError::EverybodyOnly)));
}

#[test]
fn every_column_that_tells_of_a_participation_leads_back_to_a_field() {
    let catalogue = catalogue();
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    let period = Period::parse("2024", as_of).unwrap();
    let project = Project::default();
    let rules = FactRules { catalogue: &catalogue, project: &project, period, as_of };
    let store = facts::build(&LinkedTables::default(), rules).unwrap();
    let source = catalogue.source("participants").unwrap();
    let made_by_query = |name: &str| catalogue.facts.iter().any(|fact| fact.id == name);
    for table in store
        .tables
        .iter()
        .filter(|table| table.name.ends_with("participation") && !made_by_query(&table.name))
    {
        for (column, _) in table.columns.iter().filter(|(column, _)| !column.ends_with("_id")) {
            let fields = facts::fields_of(column, source);
            assert!(!fields.is_empty(), "{}.{column}: an entry in src/facts/reads.rs", table.name);
        }
    }
}

#[test]
fn what_is_not_there_is_refused_with_what_there_is() {
    let catalogue = catalogue();
    let refused = |chosen: efekt::pipeline::Filter| {
        let mut question = about(&catalogue, "employment_rate_6m");
        question.filter = chosen;
        match ask(&town(), &question) {
            Err(PipelineError::Explanation(error)) => error,
            other => panic!("{other:?}"),
        }
    };
    match refused(filter(Some("CIS Nigdzie"), None, &[])) {
        ExplanationError::Centre { known, .. } => assert_eq!(known, ["CIS Dolny", "CIS Górny"]),
        other => panic!("{other:?}"),
    }
    match refused(filter(None, None, &[("grup", "homeless")])) {
        ExplanationError::Dimension { known, .. } => assert!(known.contains(&"group".to_owned())),
        other => panic!("{other:?}"),
    }
    match refused(filter(None, None, &[("group", "homless")])) {
        ExplanationError::Category { known, .. } => assert_eq!(known, ["homeless", "other"]),
        other => panic!("{other:?}"),
    }
    let two = refused(filter(None, None, &[("group", "homeless"), ("age_band", "30-54")]));
    assert_eq!(two, ExplanationError::TwoDimensions);
    let mut question = about(&catalogue, "employment_rate_6m");
    question.person = Some("os-9999".to_owned());
    let nobody = ask(&town(), &question).unwrap_err();
    assert!(matches!(nobody, PipelineError::Explanation(ExplanationError::Person { .. })));
}

#[test]
fn every_indicator_can_be_explained_and_its_people_add_up_to_its_figure() {
    let catalogue = catalogue();
    for indicator in &catalogue.indicators {
        let explained = ask(&town(), &about(&catalogue, &indicator.id)).unwrap();
        let explanation = &explained.explanation;
        for figure in &explanation.figures {
            let key = &figure.key;
            let rows = explanation.people.iter().flat_map(|person| &person.rows).filter(|row| {
                (&row.benefit_kind, &row.payer, row.month_offset)
                    == (&key.benefit_kind, &key.payer, key.month_offset)
            });
            let counted = rows.filter(|row| row.status == LedgerStatus::Counted).count();
            assert_eq!(counted as u64, figure.counts.counted, "{}", indicator.id);
        }
        // Every person has a fact with a cell.
        for person in &explanation.people {
            let mut cells = person.facts.iter().flat_map(|fact| &fact.values);
            assert!(cells.any(|value| !value.cells.is_empty()), "{}", indicator.id);
        }
    }
}

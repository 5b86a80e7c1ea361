//! Where correction workbooks may lie: beside the inputs they are read, where they were made they are
//! neither read nor lost.

use std::fs;

use crate::pipeline::corrections::{
    ANSWERS, OF_LIST, after_the_first_run, figure, filled, findings, run,
};
use crate::pipeline::run::{efekt, file, tree, write};

#[test]
fn a_workbook_that_was_filled_in_where_it_was_made_is_not_lost() {
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    let filled = filled(&of_list, &ANSWERS);
    write(&folder.join("out/2024"), &[file(OF_LIST, filled.clone())]);
    for more in [&[][..], &["--force"]] {
        let (code, said) = run(folder, "report", more);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(OF_LIST) && said.contains("Przenieś go"), "{said}");
        assert_eq!(fs::read(folder.join("out/2024").join(OF_LIST)).unwrap(), filled);
    }
}

#[test]
fn a_workbook_that_was_filled_in_under_another_run_is_said_by_every_run() {
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    let (code, said) = run(folder, "check", &[]);
    assert_eq!(code, Some(1), "{said}");
    let place = folder.join("out/check").join(OF_LIST);
    fs::write(&place, filled(&of_list, &ANSWERS)).unwrap();
    let (code, said) = run(folder, "report", &[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains(OF_LIST) && said.contains("Przenieś go"), "{said}");
    // On demand the run goes on, and says what is not in it.
    let (code, said) = run(folder, "report", &["--force"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(OF_LIST) && said.contains("nie ma w wynikach"), "{said}");
    assert_eq!(figure(folder, "participants"), "1");
    // Copied to the data it is used, and the one that was filled in stands in nobody's way.
    fs::copy(&place, folder.join("dane/lista – poprawki.xlsx")).unwrap();
    for command in ["report", "check"] {
        let (_, said) = run(folder, command, &["--force"]);
        assert!(!said.contains("Przenieś go"), "{command}: {said}");
    }
    assert_eq!(figure(folder, "participants"), "3");
}

#[test]
fn workbooks_in_which_nothing_was_filled_in_are_passed_over_in_silence() {
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    let before = findings(folder, "2024");
    let (code, said) = run(folder, "report", &[]);
    assert_eq!((code, findings(folder, "2024")), (Some(0), before.clone()), "{said}");
    // Beside the data, also when it belongs to a file that is no longer there.
    write(folder, &[file("dane/poprawki.xlsx", of_list)]);
    let (code, said) = run(folder, "report", &["--force"]);
    assert_eq!((code, findings(folder, "2024")), (Some(0), before), "{said}");
    fs::remove_file(folder.join("dane/lista.xlsx")).unwrap();
    let (code, said) = run(folder, "report", &["--force"]);
    assert_eq!(code, Some(0), "{said}");
    let found = findings(folder, "2024");
    assert!(!found.iter().any(|line| line.starts_with("W04")), "{found:?}");
}

#[test]
fn results_that_lie_among_the_data_are_no_inputs_and_their_corrections_are_found() {
    let (folder, of_list, _) = after_the_first_run();
    let data = folder.path().join("dane");
    let report = |more: &[&str]| {
        let arguments = ["report", ".", "--period", "2024", "--as-of", "2026-06-30"];
        let output = efekt(&data, &[&arguments[..], more].concat(), &[]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    };
    for _ in 0..2 {
        let (code, said) = report(&[]);
        assert_eq!(code, Some(0), "{said}");
        assert_eq!(figure(&data, "participants"), "1");
    }
    let place = data.join("out/2024").join(OF_LIST);
    assert_eq!(fs::read(&place).unwrap(), of_list);
    fs::write(&place, filled(&of_list, &ANSWERS)).unwrap();
    let (code, said) = report(&[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains(OF_LIST), "{said}");
    fs::rename(&place, data.join("lista – poprawki.xlsx")).unwrap();
    let (code, said) = report(&["--force"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(figure(&data, "participants"), "3");
    assert!(tree(&data).keys().any(|name| name == "lista.xlsx"));
}

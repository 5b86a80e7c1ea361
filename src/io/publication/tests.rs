//! Whole or not at all: what stands in the output folder after each kind of run.

use super::*;

fn manifest(input: &str, outputs: &[OutputFile]) -> Manifest {
    Manifest {
        program: "0".into(),
        period: "2025".into(),
        as_of: "2026-01-31".into(),
        command: "report".into(),
        settings: serde_json::Value::Null,
        inputs: inputs(input),
        skipped: BTreeMap::new(),
        definitions: BTreeMap::new(),
        indicators: BTreeMap::new(),
        outputs: outputs.iter().map(|file| (file.path.clone(), String::new())).collect(),
        stages: BTreeMap::new(),
        sheets: Vec::new(),
        findings: BTreeMap::new(),
    }
}

fn inputs(hash: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("a.csv".to_owned(), hash.to_owned())])
}

fn file(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.into(), bytes: text.into(), private: false }
}

fn claim(out: &Path, input: &str, replace: Replace) -> Result<Claim, ClaimError> {
    Claim::new(out, "2025", &inputs(input), replace)
}

/// Publishes a run of one file with this text, made of an input with this hash.
fn run(out: &Path, input: &str, text: &str) {
    let files = [file("charts/a.svg", text)];
    let claim = claim(out, input, Replace::SameInputs).unwrap();
    claim.publish(&files, &manifest(input, &files)).unwrap();
}

fn chart(out: &Path) -> String {
    fs::read_to_string(out.join("2025/charts/a.svg")).unwrap()
}

/// Names in the output folder but the lock.
fn names(out: &Path) -> Vec<String> {
    let entries = fs::read_dir(out).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name != LOCK).collect();
    names.sort();
    names
}

#[test]
fn a_run_of_the_same_inputs_replaces_the_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new/out");
    run(&out, "1", "first");
    run(&out, "1", "second");
    assert_eq!(chart(&out), "second");
    assert_eq!(names(&out), ["2025"]);
    assert_eq!(files_below(&out.join("2025")).unwrap(), ["charts/a.svg", "manifest.json"]);
}

#[test]
fn a_run_of_other_inputs_is_replaced_only_by_force() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), "1", "first");
    let refused = claim(out.path(), "2", Replace::SameInputs).unwrap_err();
    assert!(matches!(refused, ClaimError::OtherInputs { .. }), "{refused:?}");
    assert_eq!(chart(out.path()), "first");
    claim(out.path(), "2", Replace::AnyRun).unwrap();
}

#[test]
fn what_no_run_wrote_is_not_thrown_away() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), "1", "first");
    fs::write(out.path().join("2025/notatki.docx"), "x").unwrap();
    let refused = claim(out.path(), "1", Replace::SameInputs).unwrap_err();
    let ClaimError::ForeignFile { file, .. } = refused else { panic!("{refused:?}") };
    assert_eq!(file, "notatki.docx");
    fs::create_dir(out.path().join("2024")).unwrap();
    fs::write(out.path().join("2024/a.txt"), "x").unwrap();
    let refused = Claim::new(out.path(), "2024", &inputs("1"), Replace::AnyRun);
    assert!(matches!(refused, Err(ClaimError::NotARun { .. })), "{refused:?}");
}

#[test]
fn a_second_run_is_told_that_the_folder_is_in_use_and_works_afterwards() {
    let out = tempfile::tempdir().unwrap();
    let first = claim(out.path(), "1", Replace::SameInputs).unwrap();
    let busy = claim(out.path(), "1", Replace::SameInputs).unwrap_err();
    let ClaimError::Busy { process, .. } = busy else { panic!("{busy:?}") };
    // On Windows nobody else can read a locked file.
    let known = (!cfg!(windows)).then(|| std::process::id().to_string());
    assert_eq!(process, known);
    drop(first);
    claim(out.path(), "1", Replace::SameInputs).unwrap();
}

#[test]
fn what_a_killed_run_left_is_put_right_by_the_next_one() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), "1", "first");
    // Killed while building, and killed between the two renames.
    fs::create_dir_all(out.path().join(format!("{BUILDING}abc/run"))).unwrap();
    fs::rename(out.path().join("2025"), out.path().join(format!("{REPLACED}2025"))).unwrap();
    drop(claim(out.path(), "1", Replace::SameInputs).unwrap());
    assert_eq!(chart(out.path()), "first");
    assert_eq!(names(out.path()), ["2025"]);
    // Killed after the second rename: the new run stands, the old one goes.
    fs::create_dir_all(out.path().join(format!("{REPLACED}2025/charts"))).unwrap();
    drop(claim(out.path(), "1", Replace::SameInputs).unwrap());
    assert_eq!(chart(out.path()), "first");
    assert_eq!(names(out.path()), ["2025"]);
}

#[test]
fn a_failure_while_writing_leaves_the_earlier_run_and_nothing_else() {
    let out = tempfile::tempdir().unwrap();
    run(out.path(), "1", "first");
    for files in [
        vec![file("charts/a.svg", "new"), file("../escape.txt", "x")],
        vec![file("charts/a.svg", "new"), file("charts/a.svg", "twice")],
        vec![file("charts", "a file"), file("charts/a.svg", "new")],
        vec![file("charts/a.svg", "new"), file(&"x".repeat(300), "a name too long")],
    ] {
        let claim = claim(out.path(), "1", Replace::SameInputs).unwrap();
        let error = claim.publish(&files, &manifest("1", &files)).unwrap_err();
        assert_eq!(error.action, Action::Write);
        assert_eq!(chart(out.path()), "first");
        assert_eq!(names(out.path()), ["2025"]);
    }
}

#[cfg(unix)]
#[test]
fn internal_and_private_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let out = tempfile::tempdir().unwrap();
    let mut files = vec![file("internal/audit.xlsx", "x"), file("a.csv", "x"), file("b.csv", "x")];
    files[2].private = true;
    let claim = claim(out.path(), "1", Replace::SameInputs).unwrap();
    let run = claim.publish(&files, &manifest("1", &files)).unwrap();
    let mode = |path: &str| fs::metadata(run.join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("internal"), 0o700);
    assert_eq!(mode("internal/audit.xlsx"), 0o600);
    assert_eq!(mode("b.csv"), 0o600);
    assert_ne!(mode("a.csv") & 0o400, 0);
}

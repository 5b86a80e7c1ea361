//! Publication under attack: a writer that is killed at any moment, and two writers at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use efekt::io::{Claim, ClaimError, Replace};
use efekt::model::{Manifest, OutputFile};

const FOLDER: &str = "EFEKT_TEST_FOLDER";
const FILES: usize = 6;

fn manifest(files: &[OutputFile]) -> Manifest {
    Manifest {
        program: "0".into(),
        period: "2025".into(),
        as_of: "2026-01-31".into(),
        command: "report".into(),
        settings: serde_json::Value::Null,
        inputs: BTreeMap::new(),
        skipped: BTreeMap::new(),
        definitions: BTreeMap::new(),
        indicators: BTreeMap::new(),
        outputs: files.iter().map(|file| (file.path.clone(), String::new())).collect(),
        stages: BTreeMap::new(),
        sheets: Vec::new(),
        findings: BTreeMap::new(),
    }
}

fn claim(out: &Path) -> Result<Claim, ClaimError> {
    Claim::new(out, "2025", &BTreeMap::new(), Replace::SameInputs)
}

/// Publishes a run whose every file says which generation it belongs to.
fn publish(claim: Claim, generation: usize) {
    let text = format!("{generation}\n").repeat(2000);
    let file = |number| OutputFile {
        path: format!("part{}/{number}.csv", number % 2),
        bytes: text.clone().into_bytes(),
        private: false,
    };
    let files: Vec<_> = (0..FILES).map(file).collect();
    claim.publish(&files, &manifest(&files)).unwrap();
}

/// Every text of the run; one when the run is whole.
fn texts(run: &Path) -> BTreeSet<String> {
    let file = |number: usize| run.join(format!("part{}/{number}.csv", number % 2));
    (0..FILES).map(|number| fs::read_to_string(file(number)).unwrap()).collect()
}

fn start(test: &str, out: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(FOLDER, out)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "the writer that the test below kills"]
fn writer_without_end() {
    let Some(out) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    for generation in 1.. {
        publish(claim(&out).unwrap(), generation);
    }
}

#[test]
fn a_writer_that_is_killed_at_any_moment_leaves_one_whole_run_and_no_lock() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    publish(claim(&out).unwrap(), 0);
    let mut generations = BTreeSet::new();
    for round in 0..40 {
        let mut child = start("publication::writer_without_end", &out);
        sleep(Duration::from_millis(15 + round * 7 % 60));
        child.kill().unwrap();
        child.wait().unwrap();
        let claim = claim(&out).unwrap();
        let found = texts(&claim.folder());
        assert_eq!(found.len(), 1, "files of two runs are mixed in round {round}");
        assert_eq!(found.iter().next().map_or(0, |text| text.lines().count()), 2000);
        drop(claim);
        let names: BTreeSet<_> = fs::read_dir(&out)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let expected = [".efekt.lock", "2025"].map(str::to_owned);
        assert_eq!(names, BTreeSet::from(expected), "left over in round {round}");
        generations.extend(found);
    }
    // Otherwise the writer never got so far that a kill could hurt.
    assert!(generations.len() > 1, "no writer published anything");
}

#[test]
#[ignore = "one of the two writers of the test below"]
fn writer_of_one_run() {
    let Some(out) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    match claim(&out) {
        Ok(claim) => {
            sleep(Duration::from_millis(5));
            publish(claim, 1);
        }
        Err(ClaimError::Busy { .. }) => {}
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn of_two_writers_at_once_each_works_or_is_told_that_the_other_does() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..30 {
        let out = folder.path().join(round.to_string());
        let writers = [(); 2].map(|()| start("publication::writer_of_one_run", &out));
        for mut writer in writers {
            assert!(writer.wait().unwrap().success(), "round {round}");
        }
        assert_eq!(texts(&out.join("2025")).len(), 1);
        claim(&out).unwrap();
    }
}

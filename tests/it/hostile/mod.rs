//! Files that are made to do harm, or that are damaged so that they would: each is refused with its
//! own reason, or read, and the file beside it is used.

mod ends;
mod excel;
mod mends;
mod names;
mod old;
pub(crate) mod open_document;
mod other;
pub(crate) mod parts;

use std::fs;
use std::path::Path;
use std::process::Command;

use efekt::ingest::FileContent;
use efekt::model::{InputFile, Limits};
use efekt::pipeline::read_in_child;

/// A file, and the reasons with which it may be refused; empty when it must be read.
pub(crate) struct Hostile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) reasons: &'static [&'static str],
}

pub(crate) fn hostile(name: &str, bytes: Vec<u8>, reasons: &'static [&'static str]) -> Hostile {
    Hostile { name: name.to_owned(), bytes, reasons }
}

/// Ten seconds of the processor are enforced by the system: a longer reading ends as "time".
/// Sizes are small, so that files which break them are made quickly.
fn limits() -> Limits {
    Limits { seconds: 10, part_mib: 8, total_mib: 16, cells: 100_000, ..Limits::default() }
}

pub(crate) fn read(bytes: &[u8]) -> FileContent {
    let file = InputFile { path: "a/b".into(), bytes: bytes.to_vec() };
    read_in_child(Path::new(env!("CARGO_BIN_EXE_efekt")), &file, limits()).unwrap()
}

/// The reason of a refusal, without `read-problem-`.
pub(crate) fn reason(content: &FileContent) -> Option<String> {
    let refusal = content.findings.iter().find(|finding| finding.code == "W001")?;
    Some(refusal.arguments[0].1.trim_start_matches("read-problem-").to_owned())
}

fn all() -> Vec<Hostile> {
    let mut files = excel::files();
    files.extend(open_document::files());
    files.extend(old::files());
    files.extend(other::files());
    files
}

#[test]
fn every_hostile_file_ends_in_time_with_its_own_reason() {
    let files = all();
    assert!(files.len() >= 45, "{}", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let content = read(&file.bytes);
        let found = reason(&content);
        let expected = match &found {
            Some(reason) => file.reasons.contains(&reason.as_str()) && content.sheets.is_empty(),
            None => file.reasons.is_empty() && !content.sheets.is_empty(),
        };
        if !expected {
            wrong.push(format!("{}: {found:?}, expected {:?}", file.name, file.reasons));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}

#[test]
fn of_fifty_files_the_forty_nine_that_are_sound_are_used() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 0..50 {
        let bytes = match number {
            // Its list of shared texts asks for more memory than there is.
            25 => {
                excel::files()
                    .into_iter()
                    .find(|file| file.name.starts_with("sto mil"))
                    .unwrap()
                    .bytes
            }
            _ => other::BENEFITS.replace("GOPS/1", &format!("GOPS/{number}")).into_bytes(),
        };
        fs::write(folder.path().join(format!("{number:02}.csv")), bytes).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(["check", ".", "--format", "json", "--as-of", "2026-01-31", "--out"])
        .arg(out.path())
        .args(["--fail-on", "never"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let of = |status: &str| {
        let inputs = result["inputs"].as_array().unwrap().iter();
        inputs.filter(|input| input["status"] == status).count()
    };
    assert_eq!((of("read"), of("refused")), (49, 1));
}

#[test]
fn a_good_file_among_all_hostile_files_is_used() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut refused = 0;
    for (index, file) in all().iter().enumerate() {
        refused += usize::from(!file.reasons.is_empty());
        fs::write(folder.path().join(format!("{index:02} {}", file.name)), &file.bytes).unwrap();
    }
    fs::write(folder.path().join("zz dobry.csv"), other::BENEFITS).unwrap();
    let limits = "[limits]\nseconds = 10\npart_mib = 8\ntotal_mib = 16\ncells = 100_000\n";
    fs::write(folder.path().join("efekt.toml"), limits).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(["check", ".", "--format", "json", "--jobs", "3", "--as-of", "2026-01-31"])
        .args(["--fail-on", "never", "--out"])
        .arg(out.path())
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let status = |wanted: &str| -> Vec<&serde_json::Value> {
        let inputs = result["inputs"].as_array().unwrap().iter();
        inputs.filter(|input| input["status"] == wanted).map(|input| &input["path"]).collect()
    };
    assert!(status("read").iter().any(|path| *path == "zz dobry.csv"));
    assert_eq!(status("refused").len(), refused);
}

//! Names that mislead a shell, a terminal or a program that opens what it is given.
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::hostile::other::BENEFITS;

#[test]
fn no_name_hangs_the_program_or_leads_it_out_of_the_inputs() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("tajne.csv"), BENEFITS).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let used =
        ["-rf.csv", "--help.csv", "a\nb.csv", "CON.csv", "nul.csv", "x.xlsx/y.csv", "$(id).csv"];
    fs::create_dir(at("x.xlsx")).unwrap();
    for (number, name) in used.iter().enumerate() {
        fs::write(at(name), BENEFITS.replace("GOPS/1", &format!("GOPS/{number}"))).unwrap();
    }
    fs::write(folder.path().join(OsStr::from_bytes(b"\xb3\xf3.csv")), BENEFITS).unwrap();
    symlink(outside.path().join("tajne.csv"), at("plik.csv")).unwrap();
    symlink(outside.path(), at("folder")).unwrap();
    symlink("/dev/zero", at("zero.csv")).unwrap();
    symlink(folder.path(), at("petla")).unwrap();
    assert!(Command::new("mkfifo").arg(at("rura.csv")).status().unwrap().success());
    let output = Command::new("timeout")
        .args(["60", env!("CARGO_BIN_EXE_efekt"), "check", ".", "--format", "json"])
        .args(["--as-of", "2026-01-31", "--fail-on", "never"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let inputs = result["inputs"].as_array().unwrap();
    let status = |name: &str| {
        inputs.iter().find(|input| input["path"] == name).map(|input| input["status"].clone())
    };
    for name in used {
        assert_eq!(status(name).unwrap(), "read", "{name:?}");
    }
    for name in ["plik.csv", "folder", "zero.csv", "petla", "rura.csv", "\u{fffd}\u{fffd}.csv"] {
        assert_eq!(status(name).unwrap(), "skipped", "{name:?}");
    }
    assert_eq!(inputs.len(), used.len() + 6, "{inputs:#?}");
}

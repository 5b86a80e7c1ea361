//! Keeps the dependency order, the rooms of crates and the names of ARCHITECTURE.md true.

use std::fs;
use std::path::{Path, PathBuf};

/// One row a top-level module, in reading order: its name and the modules that it may use besides
/// itself.
pub(crate) const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("catalogue", &["model"]),
    ("ingest", &["model", "catalogue"]),
    ("validate", &["model", "catalogue", "ingest"]),
    ("link", &["model", "catalogue", "validate"]),
    ("facts", &["model", "catalogue", "link"]),
    ("indicators", &["model", "catalogue", "facts"]),
    ("worth", &["model", "catalogue", "link", "facts", "indicators"]),
    ("explanation", &["model", "catalogue", "link", "facts", "indicators"]),
    ("disclosure", &["model", "catalogue", "indicators"]),
    ("reports", &["model", "catalogue", "disclosure"]),
    ("io", &["model"]),
    (
        "pipeline",
        &[
            "model",
            "catalogue",
            "ingest",
            "validate",
            "link",
            "facts",
            "indicators",
            "worth",
            "explanation",
            "disclosure",
            "reports",
            "io",
        ],
    ),
    ("cli", &["pipeline", "catalogue", "model", "io"]),
];

/// Crates and the only modules that may name them.
const ROOMS: &[(&str, &[&str])] = &[
    ("calamine", &["ingest"]),
    ("polars", &["facts", "indicators", "disclosure"]),
    ("sqlparser", &["facts"]),
    ("rust_xlsxwriter", &["reports"]),
    ("plotters", &["reports"]),
    ("resvg", &["reports"]),
    ("typst", &["reports"]),
    ("typst_layout", &["reports"]),
    ("typst_pdf", &["reports"]),
    ("clap", &["cli"]),
];

/// Files that are compiled for tests alone: they read back what the crate wrote.
const TEST_FILES: &[&str] = &["reports/read_back.rs"];

const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager"];

#[test]
fn modules_import_only_what_their_row_allows() {
    let mut offences = Vec::new();
    for (module, allowed) in MAY_IMPORT {
        for (at, line) in lines_of(module) {
            for used in crate_paths(&line) {
                if used == "{" {
                    offences.push(format!("{at}: write one `use crate::name::…` per module"));
                } else if used != *module && !allowed.contains(&used) {
                    offences.push(format!("{at}: `{module}` may not use `{used}`"));
                }
            }
        }
    }
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut offences = Vec::new();
    for (module, _) in MAY_IMPORT {
        for (at, line) in lines_of(module) {
            if TEST_FILES.iter().any(|file| at.starts_with(file)) {
                continue;
            }
            for (name, rooms) in ROOMS {
                if names_crate(&line, name) && !rooms.contains(module) {
                    offences.push(format!("{at}: `{name}` may only be named in {rooms:?}"));
                }
            }
        }
    }
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

#[test]
fn test_files_are_compiled_for_tests_alone() {
    let reports = fs::read_to_string(source_folder().join("reports/mod.rs")).unwrap();
    assert!(reports.contains("#[cfg(test)]\nmod read_back;"), "read_back is for tests");
}

#[test]
fn every_module_has_a_row() {
    for entry in fs::read_dir(source_folder()).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        let known = ["lib", "main"].contains(&&*name)
            || MAY_IMPORT.iter().any(|(module, _)| *module == name);
        assert!(known, "`src/{name}` has no row in MAY_IMPORT");
    }
}

#[test]
fn no_file_has_an_empty_name() {
    let mut pending = vec![source_folder(), source_folder().join("../tests")];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(!EMPTY_NAMES.contains(&&*name), "{}: say what it is", path.display());
            if path.is_dir() {
                pending.push(path);
            }
        }
    }
}

#[test]
fn every_source_file_says_what_it_answers_for() {
    for (module, _) in MAY_IMPORT {
        for file in rust_files(module) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.starts_with("//! "), "{} begins without `//!`", file.display());
        }
    }
}

#[test]
fn the_detectors_detect() {
    assert_eq!(crate_paths("use crate::link::Person; // crate::x"), ["link"]);
    assert_eq!(crate_paths("use crate::{a, b};"), ["{"]);
    assert!(names_crate("use polars::prelude::col;", "polars"));
    assert!(names_crate("    let x = polars::df!();", "polars"));
    assert!(!names_crate("/// polars::x", "polars") && !names_crate("my_polars::x", "polars"));
}

/// Whether a line of code names a crate at the start of a path.
fn names_crate(line: &str, name: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let apart = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        let after = &code[at + name.len()..];
        apart
            && (after.starts_with("::")
                || (code.trim_start().starts_with("use ") && after.starts_with(';')))
    })
}

/// The first path segment after each `crate::` in a line of code, or `{` for a grouped import.
fn crate_paths(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            if rest.starts_with('{') { "{" } else { &rest[..end] }
        })
        .collect()
}

/// Every line of a module with its place.
fn lines_of(module: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for file in rust_files(module) {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(source_folder()).unwrap().display().to_string();
        for (index, line) in text.lines().enumerate() {
            lines.push((format!("{name}:{}", index + 1), line.to_owned()));
        }
    }
    lines
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(module: &str) -> Vec<PathBuf> {
    let source = source_folder();
    let mut found = Vec::new();
    let mut pending = vec![source.join(format!("{module}.rs")), source.join(module)];
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            pending.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

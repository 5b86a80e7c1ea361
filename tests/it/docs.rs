//! The documents say what the program does: commands, settings, rooms, files.

use std::fs;
use std::path::Path;
use std::process::Command;

use efekt::catalogue::Catalogue;
use efekt::model::{Day, Limits, Project, ProjectSettings};

use crate::architecture::MAY_IMPORT;

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_project_file_of_the_readme_is_understood_and_shows_the_defaults() {
    let readme = document("README.md");
    let (_, rest) = readme.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let catalogue = Catalogue::embedded().unwrap();
    let project = Project::parse(example, &catalogue.sources).unwrap();
    assert_eq!(project.as_of, Day::parse_iso("2026-06-30"));
    assert_eq!(project.sources.len(), 1);
    assert_eq!(project.settings, ProjectSettings::default());
    assert_eq!(project.limits, Limits::default());
}

#[test]
fn the_readme_gives_the_command_of_the_main_job_and_of_the_tests() {
    let readme = document("README.md");
    for command in ["cargo run --release -- report sample-data", "cargo test"] {
        assert!(readme.lines().any(|line| line == command), "{command}");
    }
}

#[test]
fn the_way_from_a_figure_to_its_cells_is_what_the_program_prints() {
    let readme = document("README.md");
    let command =
        readme.lines().find_map(|line| line.strip_prefix("cargo run --release -- explain "));
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    let mut arguments = vec!["explain"];
    arguments.extend(command.unwrap().split(' '));
    let output = Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(arguments)
        .current_dir(root())
        .env_remove("LC_ALL")
        .env_remove("LANG")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), shown);
}

#[test]
fn the_rooms_of_the_architecture_are_those_of_the_test() {
    let architecture = document("ARCHITECTURE.md");
    for (module, allowed) in MAY_IMPORT {
        let row = architecture.lines().find(|line| line.starts_with(&format!("| `{module}` |")));
        let cells: Vec<&str> =
            row.unwrap_or_else(|| panic!("no row for {module}")).split('|').collect();
        let mut written: Vec<&str> = match cells[3].trim() {
            "–" => Vec::new(),
            // Everything that stands before it in the table.
            "all of the above" => {
                MAY_IMPORT.iter().map(|(name, _)| *name).take_while(|name| name != module).collect()
            }
            list => list.split(", ").collect(),
        };
        let mut allowed = allowed.to_vec();
        written.sort_unstable();
        allowed.sort_unstable();
        assert_eq!(written, allowed, "{module}");
    }
}

#[test]
fn files_that_documents_name_exist() {
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = document(name);
        let quoted = text.split('`').skip(1).step_by(2);
        let code = quoted.filter(|path| path.starts_with("src/") || path.starts_with("tests/it/"));
        let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for path in code.chain(linked) {
            assert!(root().join(path).exists(), "{name} names {path}");
        }
    }
}

//! `efekt init`: a project file and workbooks to fill in.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use crate::catalogue::embedded_texts;
use crate::cli::arguments::{Format, format};
use crate::cli::console::{Console, Volume, clean};
use crate::cli::definitions;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::io;
use crate::model::Language;
use crate::pipeline;

pub(crate) fn run(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    let Some(folder) = matches.get_one::<PathBuf>("dir") else { return Ok(Exit::Usage) };
    let catalogue = definitions::catalogue(matches)?;
    // As with reports, what is written never depends on the locale.
    let asked = matches.get_one::<String>("lang").and_then(|code| Language::from_code(code));
    let texts = embedded_texts(asked.unwrap_or_default()).map_err(Failure::Definition)?;
    let files = pipeline::new_project(&catalogue, &texts).map_err(Failure::Pipeline)?;
    let written = io::write_new_files(folder, &files, matches.get_flag("force"))
        .map_err(Failure::NewFiles)?;
    let names: Vec<String> =
        written.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    match (format(matches), console.volume) {
        (Format::Json, _) => {
            console.result(&json!({ "command": "init", "files": names }).to_string());
        }
        (Format::Text, Volume::Quiet) => console.result(&clean(&folder.to_string_lossy())),
        (Format::Text, _) => show(folder, &names, &written, console),
    }
    Ok(Exit::Done)
}

/// A line a file, then what to do with them.
fn show(folder: &Path, names: &[String], written: &[PathBuf], console: &Console) {
    let texts = &console.texts;
    console.result(&console.heading(&texts.text("cli-init-written")));
    for (name, path) in names.iter().zip(written) {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let about = texts.text(match stem {
            "efekt" => "cli-init-project",
            "uczestnicy" => "cli-init-participants",
            "zatrudnienie" => "cli-init-jobs",
            "świadczenia" => "cli-init-benefits",
            "formy wsparcia" => "cli-init-support",
            "grupa porównawcza" => "cli-init-comparison",
            _ => "cli-init-centres",
        });
        console.result(&format!("  {} – {about}", clean(name)));
    }
    console.result("");
    console.result(&console.heading(&texts.text("cli-init-next")));
    let shown = clean(&folder.to_string_lossy());
    let shown = if shown.contains(' ') { format!("\"{shown}\"") } else { shown };
    for id in ["cli-init-next-fill", "cli-init-next-check", "cli-init-next-report"] {
        console.result(&format!("  {}", texts.fill(id, &[("folder", shown.clone().into())])));
    }
}

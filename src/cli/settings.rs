//! Turns what was typed into checked settings: the project file, the period, the day, the reports.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use crate::catalogue::{Catalogue, nearest};
use crate::cli::arguments::Arguments;
use crate::cli::failure::Failure;
use crate::io;
use crate::model::{Day, Period, Project};
use crate::pipeline::{REPORTS, Reading, Settings};

const PROJECT_FILE: &str = "efekt.toml";

/// Checked settings; `root` is the folder to which the paths of the inputs are relative.
pub(crate) fn settings(
    arguments: &Arguments,
    catalogue: &Catalogue,
    root: &Path,
) -> Result<Settings, Failure> {
    let project = project(arguments, catalogue, root)?;
    let as_of = match &arguments.as_of {
        Some(given) => Day::parse_iso(given).ok_or_else(|| Failure::AsOf(given.clone()))?,
        None => project.as_of.unwrap_or_else(io::today),
    };
    let period = Period::parse(&arguments.period, as_of)
        .map_err(|_| Failure::Period(arguments.period.clone()))?;
    for given in arguments.reports.iter().flatten() {
        if !REPORTS.contains(&given.as_str()) {
            let nearest = nearest(given, REPORTS.iter().copied());
            return Err(Failure::Report { given: given.clone(), nearest });
        }
    }
    // The language of the reports never depends on the locale: the same bytes everywhere.
    let language = arguments.language.or(project.language).unwrap_or_default();
    let cores = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let jobs = arguments.jobs.and_then(|jobs| NonZero::new(usize::from(jobs))).unwrap_or(cores);
    let program = io::this_program().map_err(Failure::Input)?;
    Ok(Settings {
        period,
        as_of,
        language,
        project,
        reports: arguments.reports.clone(),
        centre: arguments.centre.clone(),
        reading: Reading::Children { program, jobs },
        // Known only when the place of the run is taken.
        way_to_inputs: None,
    })
}

fn project(arguments: &Arguments, catalogue: &Catalogue, root: &Path) -> Result<Project, Failure> {
    let path = match (&arguments.config, arguments.inputs.first()) {
        (Some(path), _) => path.clone(),
        (None, Some(first)) => beside(first)?,
        (None, None) => return Ok(Project::default()),
    };
    let Some(text) = io::read_text(&path).map_err(Failure::Input)? else {
        return match arguments.config {
            Some(_) => Err(Failure::NoProjectFile(path)),
            None => Ok(Project::default()),
        };
    };
    let mut project = Project::parse(&text, &catalogue.sources)
        .map_err(|error| Failure::ProjectFile(path.clone(), error))?;
    let folder = io::folder_of(&path).map_err(Failure::Input)?;
    let names = |path: &Path| -> Vec<String> {
        path.iter().map(|name| name.to_string_lossy().into_owned()).collect()
    };
    // Patterns are written as seen from the project file; files are named as seen from the input.
    let inner = folder.strip_prefix(root).map(names).unwrap_or_default();
    let outer = root.strip_prefix(&folder).map(names).unwrap_or_default();
    for source in &mut project.sources {
        source.path = source.path.clone().seen_from_input(&inner, &outer);
    }
    Ok(project)
}

/// The project file in the first input folder, or in the folder of the first input file.
fn beside(input: &Path) -> Result<PathBuf, Failure> {
    let folder = io::folder_of(input).map_err(Failure::Input)?;
    // As typed where possible, so that messages show the path that the user knows.
    let typed = input.join(PROJECT_FILE);
    Ok(if io::folder_of(&typed).is_ok() { typed } else { folder.join(PROJECT_FILE) })
}

//! The only place that knows the command line, the terminal and exit codes; one file a subcommand.

mod arguments;
mod check;
mod command;
mod console;
mod definitions;
mod exit;
mod explain;
mod failure;
mod findings;
mod init;
mod json;
mod language;
mod list;
mod number;
mod panic;
mod read_file;
mod report;
mod run;
mod settings;
mod summary;
mod usage;
mod wrapping;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::catalogue::embedded_texts;
use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

/// Runs the program: arguments in (the first is the program's name), exit code out.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    panic::hide_data();
    let arguments: Vec<OsString> = arguments.into_iter().map(arguments::as_meant).collect();
    let exit = std::panic::catch_unwind(|| parse_and_run(&arguments)).unwrap_or(Exit::Internal);
    exit.into()
}

fn parse_and_run(arguments: &[OsString]) -> Exit {
    if let Some(exit) = read_file::run(arguments) {
        return exit;
    }
    let language = language::of_messages(arguments);
    let texts = match embedded_texts(language) {
        Ok(texts) => texts,
        Err(error) => return console::without_texts(&error),
    };
    let matches = match command::command(&texts).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, &texts),
    };
    let console = Console::new(texts, &matches);
    match dispatch(&matches, &console) {
        Ok(exit) => exit,
        Err(failure) => {
            console.error(&failure.message(&console.texts));
            failure.exit()
        }
    }
}

fn dispatch(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some(("report", matches)) => report::run(matches, console),
        Some(("check", matches)) => check::run(matches, console),
        Some(("init", matches)) => init::run(matches, console),
        Some(("list", matches)) => list::run(matches, console),
        Some(("explain", matches)) => explain::run(matches, console),
        _ => Ok(Exit::Usage),
    }
}

//! `efekt report`: the main job.

use clap::ArgMatches;

use crate::cli::console::{Console, Volume};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::run::{self, Finished};
use crate::cli::summary;
use crate::pipeline;

pub(crate) fn run(matches: &ArgMatches, console: &Console) -> Result<Exit, Failure> {
    run::run("report", pipeline::report, None, show, matches, console)
}

/// The summary for people.
pub(crate) fn show(finished: &Finished<'_>, console: &Console) {
    if console.volume == Volume::Quiet {
        return summary::bare(finished, console);
    }
    summary::heading(finished, console);
    summary::rows(finished, console);
    summary::passed_over(finished, console);
    summary::findings(finished, console);
    summary::worth(finished, console);
    summary::headline(finished, console);
    summary::held_back(finished, console);
    summary::files(finished, console);
}

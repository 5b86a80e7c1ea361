//! A doorway: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    efekt::cli::run(std::env::args_os())
}

//! A doorway: arguments in, exit code out.

use std::process::ExitCode;

#[cfg(not(windows))]
fn main() -> ExitCode {
    efekt::cli::run(std::env::args_os())
}

/// The first thread has 8 MiB for nested calls on Linux and macOS, but 1 MiB on Windows.
#[cfg(windows)]
fn main() -> ExitCode {
    let work = || efekt::cli::run(std::env::args_os());
    match std::thread::Builder::new().stack_size(8 * 1024 * 1024).spawn(work) {
        Ok(thread) => thread.join().unwrap_or(ExitCode::FAILURE),
        Err(_) => work(),
    }
}

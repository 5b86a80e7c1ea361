//! What reaches the terminal: results on stdout, progress and messages on stderr.

use std::cell::Cell;
use std::io::{IsTerminal, Write, stderr, stdout};

use clap::ArgMatches;

use crate::catalogue::{CatalogueError, Texts};
use crate::cli::exit::Exit;
use crate::pipeline::Stage;

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Volume {
    /// Errors and the bare result.
    Quiet,
    /// The summary.
    Normal,
    /// Also every step and every file that was left out.
    Verbose,
}

/// Whether a terminal knows escape sequences. One of Windows prints them as signs until a program
/// switches them on, which cannot be done here.
const ESCAPES: bool = cfg!(not(windows));

/// The terminal, or what stands in its place.
#[derive(Debug)]
pub(crate) struct Console {
    /// Messages in the language of the user.
    pub(crate) texts: Texts,
    /// How much is said.
    pub(crate) volume: Volume,
    bold: bool,
    progress: bool,
    // Columns of the step that stands in the last line.
    shown: Cell<usize>,
}

impl Console {
    pub(crate) fn new(texts: Texts, matches: &ArgMatches) -> Self {
        let flag = |id| {
            matches.subcommand().is_some_and(|(_, inner)| {
                inner.try_get_one::<bool>(id).ok().flatten().copied().unwrap_or_default()
            })
        };
        let volume = match (flag("quiet"), flag("verbose")) {
            (true, _) => Volume::Quiet,
            (false, true) => Volume::Verbose,
            (false, false) => Volume::Normal,
        };
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let progress = stderr().is_terminal() && volume > Volume::Quiet;
        let bold = ESCAPES && stdout().is_terminal() && !plain;
        Self { texts, volume, bold, progress, shown: Cell::new(0) }
    }

    /// A result: lines on stdout. A reader that has gone away (`| head`) is no error.
    pub(crate) fn result(&self, text: &str) {
        self.end_progress();
        let mut out = stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).ok();
    }

    /// A heading of a result, bold on a terminal.
    pub(crate) fn heading(&self, text: &str) -> String {
        if self.bold { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// A message on stderr.
    pub(crate) fn message(&self, text: &str) {
        self.end_progress();
        let mut err = stderr().lock();
        err.write_all(text.as_bytes()).and_then(|()| err.write_all(b"\n")).ok();
    }

    /// An error on stderr.
    pub(crate) fn error(&self, text: &str) {
        self.message(&format!("{} {text}", self.texts.text("cli-error")));
    }

    /// Says which step runs: one line that renews itself on a terminal, lines with `--verbose`.
    pub(crate) fn step(&self, stage: Stage) {
        let text = self.texts.text(&format!("cli-stage-{}", stage.code()));
        if self.progress {
            let mut err = stderr().lock();
            let erased = erased(self.shown.replace(text.chars().count()));
            write!(err, "{erased}{text}").and_then(|()| err.flush()).ok();
        } else if self.volume == Volume::Verbose {
            self.message(&text);
        }
    }

    fn end_progress(&self) {
        let shown = self.shown.replace(0);
        if shown > 0 {
            stderr().write_all(erased(shown).as_bytes()).ok();
        }
    }
}

/// What empties the last line, in which so many columns are written.
fn erased(columns: usize) -> String {
    if ESCAPES { "\r\x1b[K".to_owned() } else { format!("\r{:columns$}\r", "") }
}

/// What came from outside, made harmless for a terminal: control characters are spelt out.
pub(crate) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() {
            clean.extend(letter.escape_default());
        } else {
            clean.push(letter);
        }
    }
    clean
}

/// The program's own texts are broken: a mistake made when it was built.
pub(crate) fn without_texts(error: &CatalogueError) -> Exit {
    stderr().write_all(format!("efekt: {error}\n").as_bytes()).ok();
    Exit::Internal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(clean("a\nb\u{1b}[31mż"), "a\\nb\\u{1b}[31mż");
    }
}

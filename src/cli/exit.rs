//! Exit codes: a contract with scripts (README.md lists them).

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// Done, with findings at or above `--fail-on`.
    Findings,
    /// The command line, the project file or the place of the output is not usable.
    Usage,
    /// There is no usable input.
    NoInput,
    /// Disclosure control refuses the publication.
    Disclosure,
    /// A mistake of the program or a failed disk: nothing was published.
    Internal,
}

impl Exit {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::NoInput => 3,
            Self::Disclosure => 4,
            // 5 is kept for `diff` and `verify`.
            Self::Internal => 70,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

//! What could not be done with which path, and why, as data: the words are elsewhere.

use std::io::{Error, ErrorKind};
use std::path::Path;

use thiserror::Error as ThisError;

/// A failed access.
#[derive(Clone, PartialEq, Eq, Debug, ThisError)]
#[error("{path}: {action:?}: {cause:?}")]
pub struct IoError {
    /// The path as the user gave it, or as found below it.
    pub path: String,
    /// What was attempted.
    pub action: Action,
    /// Why it failed.
    pub cause: Cause,
}

/// What was attempted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Read a file or list a folder.
    Read,
    /// Write a file or create a folder.
    Write,
    /// Put a finished run in its place.
    Replace,
    /// Start a process.
    Start,
}

/// Why it failed, as far as a user can do something about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// There is no such file or folder.
    NotFound,
    /// The user has no right to it.
    PermissionDenied,
    /// Another program holds it open.
    InUse,
    /// The disk or the quota is full.
    DiskFull,
    /// The disk cannot be written to.
    ReadOnlyDisk,
    /// A folder was expected and is something else, or the other way round.
    WrongKind,
    /// Not UTF-8 text.
    NotText,
    /// Larger than the reader accepts.
    TooLarge,
    /// Another one, in the system's words.
    Other(String),
}

impl Action {
    /// The word that texts use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Replace => "replace",
            Self::Start => "start",
        }
    }
}

impl Cause {
    /// The word that texts use.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::PermissionDenied => "permission-denied",
            Self::InUse => "in-use",
            Self::DiskFull => "disk-full",
            Self::ReadOnlyDisk => "read-only-disk",
            Self::WrongKind => "wrong-kind",
            Self::NotText => "not-text",
            Self::TooLarge => "too-large",
            Self::Other(_) => "other",
        }
    }
}

impl IoError {
    pub(crate) fn new(path: &Path, action: Action, cause: Cause) -> Self {
        Self { path: shown_path(path), action, cause }
    }

    pub(crate) fn of(path: &Path, action: Action, error: &Error) -> Self {
        let cause = match error.kind() {
            _ if cfg!(windows) && is_in_use(action, error) => Cause::InUse,
            // `dane*.xlsx`, or a quotation mark after a backslash: nothing can have such a name.
            ErrorKind::InvalidFilename if cfg!(windows) => Cause::NotFound,
            ErrorKind::NotFound => Cause::NotFound,
            ErrorKind::PermissionDenied => Cause::PermissionDenied,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Cause::InUse,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Cause::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Cause::ReadOnlyDisk,
            ErrorKind::NotADirectory | ErrorKind::IsADirectory => Cause::WrongKind,
            ErrorKind::FileTooLarge => Cause::TooLarge,
            _ => Cause::Other(error.to_string()),
        };
        Self::new(path, action, cause)
    }
}

/// Whether Windows says that a file is open elsewhere: `ERROR_SHARING_VIOLATION` and
/// `ERROR_LOCK_VIOLATION`, which have no kind of their own, and `ERROR_ACCESS_DENIED` for a folder that is
/// to be renamed while a file in it is open.
fn is_in_use(action: Action, error: &Error) -> bool {
    match error.raw_os_error() {
        Some(32 | 33) => true,
        Some(5) => action == Action::Replace,
        _ => false,
    }
}

/// A path for people: without the `\\?\` that Windows puts before real paths.
pub fn shown_path(path: &Path) -> String {
    let text = path.to_string_lossy().into_owned();
    if !cfg!(windows) {
        return text;
    }
    match text.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => text.strip_prefix(r"\\?\").unwrap_or(&text).to_owned(),
    }
}

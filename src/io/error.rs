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
        Self { path: path.to_string_lossy().into_owned(), action, cause }
    }

    pub(crate) fn of(path: &Path, action: Action, error: &Error) -> Self {
        // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION have no kind of their own.
        let in_use = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
        let cause = match error.kind() {
            _ if in_use => Cause::InUse,
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

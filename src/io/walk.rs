//! Goes through input folders and sorts what it meets: tables, things to report, things to leave.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::io::Result;
use std::path::{Path, PathBuf};

use crate::model::{Manifest, SkipReason};

const TABLES: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];
const COMPANIONS: &[&str] = &["md", "txt", "pdf"];
const PROJECT_FILE: &str = "efekt.toml";

/// What a path is to the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Entry {
    /// To be read.
    Table,
    /// Lies beside tables on purpose.
    Companion,
    /// Passed over, and said.
    Skipped(SkipReason),
}

/// What was met, each path once.
pub(crate) struct Walk {
    out: Option<PathBuf>,
    met: BTreeMap<PathBuf, Entry>,
}

impl Walk {
    /// A walk that leaves out the folder of this run's output, when it exists.
    pub(crate) fn new(out: Option<PathBuf>) -> Self {
        Self { out, met: BTreeMap::new() }
    }

    /// Goes through a file or folder that was given; fails when it cannot be opened itself.
    pub(crate) fn start(&mut self, path: &Path) -> Result<()> {
        let kind = fs::metadata(path)?.file_type();
        if kind.is_dir() {
            self.folder(path)
        } else {
            self.met.insert(path.to_owned(), judge(path, kind));
            Ok(())
        }
    }

    /// Everything that was met, by path.
    pub(crate) fn entries(self) -> impl Iterator<Item = (PathBuf, Entry)> {
        self.met.into_iter()
    }

    fn folder(&mut self, start: &Path) -> Result<()> {
        let mut pending = self.list(start)?;
        while let Some(folder) = pending.pop() {
            match self.list(&folder) {
                Ok(folders) => pending.extend(folders),
                Err(_) => {
                    self.met.insert(folder, Entry::Skipped(SkipReason::Unreadable));
                }
            }
        }
        Ok(())
    }

    /// Takes the files of one folder; gives back the folders in it.
    fn list(&mut self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut folders = Vec::new();
        if self.out.as_deref() == Some(folder) || is_run(folder) {
            return Ok(folders);
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let path = entry.path();
            match judge(&path, kind) {
                // A folder may be named like a table, or like anything else.
                Entry::Table | Entry::Companion | Entry::Skipped(SkipReason::NotATable)
                    if kind.is_dir() =>
                {
                    folders.push(path);
                }
                verdict => {
                    self.met.insert(path, verdict);
                }
            }
        }
        Ok(folders)
    }
}

fn judge(path: &Path, kind: FileType) -> Entry {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Entry::Skipped(SkipReason::UnreadableName);
    };
    let extension = path.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or_default().to_lowercase();
    let one_of = |known: &[&str]| known.contains(&&*extension);
    if name.starts_with("~$") || name.starts_with(".~lock") {
        Entry::Skipped(SkipReason::LockFile)
    } else if name.starts_with('.') {
        Entry::Skipped(SkipReason::Hidden)
    } else if kind.is_symlink() {
        Entry::Skipped(SkipReason::Link)
    } else if !kind.is_file() && !kind.is_dir() {
        Entry::Skipped(SkipReason::NotAFile)
    } else if one_of(TABLES) {
        Entry::Table
    } else if name == PROJECT_FILE || one_of(COMPANIONS) {
        Entry::Companion
    } else {
        Entry::Skipped(SkipReason::NotATable)
    }
}

/// Whether a folder is one that this program wrote.
fn is_run(folder: &Path) -> bool {
    let path = folder.join(Manifest::FILE_NAME);
    let Ok(about) = fs::symlink_metadata(&path) else { return false };
    if !about.is_file() || about.len() > 16 * 1024 * 1024 {
        return false;
    }
    let text = fs::read(&path).unwrap_or_default();
    let Ok(manifest) = serde_json::from_slice::<serde_json::Value>(&text) else { return false };
    ["program", "period", "outputs"].iter().all(|key| manifest.get(key).is_some())
}

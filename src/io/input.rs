//! Reads inputs: folders in name order, single files, texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::io::walk::{Entry, Walk};
use crate::io::{Action, Cause, IoError, shown_path};
use crate::model::{InputFile, Inputs, SkipReason, SkippedFile};

/// No workbook that people keep by hand comes near it.
const LARGEST_INPUT: u64 = 512 * 1024 * 1024;
/// For project files and definitions.
const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// What the input folders hold.
#[derive(Debug)]
pub struct Listing {
    /// Files by path, read; and what was passed over.
    pub inputs: Inputs,
    /// Files that lie beside tables on purpose (notes, the project file): neither read nor reported.
    pub companions: Vec<String>,
    /// The folder to which all paths are relative.
    pub root: PathBuf,
}

/// Reads files and, recursively, folders.
///
/// Paths of the files are relative to the folder when one folder is given, to its folder when one
/// file is given, else to the nearest folder that holds everything; with `/`, letters composed, in
/// name order. `out` and folders of earlier runs are left out. Links inside folders are not followed.
///
/// Fails when something that was given does not exist or cannot be opened; what lies deeper and
/// cannot be opened is reported as passed over.
pub fn read_inputs(given: &[PathBuf], out: &Path) -> Result<Listing, IoError> {
    let mut starts = Vec::new();
    for path in given {
        let real =
            fs::canonicalize(path).map_err(|error| IoError::of(path, Action::Read, &error))?;
        starts.push(real);
    }
    let root = root_of(&starts);
    let mut walk = Walk::new(fs::canonicalize(out).ok());
    for (start, path) in starts.iter().zip(given) {
        walk.start(start).map_err(|error| IoError::of(path, Action::Read, &error))?;
    }
    let mut inputs = Inputs::default();
    let mut companions = Vec::new();
    let mut taken = BTreeSet::new();
    for (path, entry) in walk.entries() {
        let name = name_below(&root, &path, &taken);
        taken.insert(name.clone());
        match entry {
            Entry::Companion => companions.push(name),
            Entry::Skipped(reason) => inputs.skipped.push(SkippedFile { path: name, reason }),
            Entry::Table => match read_capped(&path, LARGEST_INPUT) {
                Ok(bytes) => inputs.files.push(InputFile { path: name, bytes }),
                Err(error) if starts.contains(&path) => return Err(error),
                Err(IoError { cause: Cause::TooLarge, .. }) => {
                    inputs.skipped.push(SkippedFile { path: name, reason: SkipReason::TooLarge });
                }
                Err(_) => {
                    inputs.skipped.push(SkippedFile { path: name, reason: SkipReason::Unreadable });
                }
            },
        }
    }
    inputs.files.sort_by(|a, b| a.path.cmp(&b.path));
    inputs.skipped.sort();
    companions.sort();
    Ok(Listing { inputs, companions, root })
}

/// Reads a UTF-8 text without its byte order mark; `None` when there is no such file.
pub fn read_text(path: &Path) -> Result<Option<String>, IoError> {
    let bytes = match read_capped(path, LARGEST_TEXT) {
        Ok(bytes) => bytes,
        Err(IoError { cause: Cause::NotFound, .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let text =
        String::from_utf8(bytes).map_err(|_| IoError::new(path, Action::Read, Cause::NotText))?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

/// The folder of a file, or the folder itself, by its real path.
pub fn folder_of(path: &Path) -> Result<PathBuf, IoError> {
    let real = fs::canonicalize(path).map_err(|error| IoError::of(path, Action::Read, &error))?;
    let folder = if real.is_dir() { Some(real.as_path()) } else { real.parent() };
    Ok(folder.unwrap_or(&real).to_owned())
}

/// Reads a folder of definitions: path relative to it, with `/`, and text. Hidden files are left out.
pub fn read_definitions(folder: &Path) -> Result<BTreeMap<String, String>, IoError> {
    let failed = |path: &Path, error| IoError::of(path, Action::Read, &error);
    let mut texts = BTreeMap::new();
    let mut pending = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = pending.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| failed(&folder, error))? {
            let entry = entry.map_err(|error| failed(&folder, error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(|error| failed(&entry.path(), error))?;
            if kind.is_dir() {
                pending.push((entry.path(), format!("{prefix}{name}/")));
            } else if let Some(text) = read_text(&entry.path())? {
                texts.insert(format!("{prefix}{name}"), text);
            }
        }
    }
    Ok(texts)
}

fn read_capped(path: &Path, largest: u64) -> Result<Vec<u8>, IoError> {
    let failed = |error| IoError::of(path, Action::Read, &error);
    // Opening a pipe would wait for its other end.
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(IoError::new(path, Action::Read, Cause::WrongKind));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(largest + 1).read_to_end(&mut bytes).map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= largest) {
        Ok(bytes)
    } else {
        Err(IoError::new(path, Action::Read, Cause::TooLarge))
    }
}

/// The nearest folder that holds everything that was given.
fn root_of(starts: &[PathBuf]) -> PathBuf {
    let folder = |start: &PathBuf| {
        if start.is_dir() { start.clone() } else { start.parent().unwrap_or(start).to_owned() }
    };
    let mut root = starts.first().map(folder).unwrap_or_default();
    for start in starts {
        let folder = folder(start);
        while !folder.starts_with(&root) {
            if !root.pop() {
                break;
            }
        }
    }
    root
}

/// The path below the root, with `/` and composed letters; as found where another file already has
/// the composed name. What lies on another drive than the root begins with the drive.
fn name_below(root: &Path, path: &Path, taken: &BTreeSet<String>) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = below
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            // `D:`, or `server/share`.
            Component::Prefix(drive) => {
                let drive = shown_path(Path::new(drive.as_os_str())).replace('\\', "/");
                Some(drive.trim_start_matches('/').to_owned())
            }
            _ => None,
        })
        .collect();
    let found = names.join("/");
    let composed: String = found.nfc().collect();
    if taken.contains(&composed) { found } else { composed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        folder
    }

    fn read(folder: &Path) -> Listing {
        read_inputs(&[folder.to_owned()], &folder.join("out")).unwrap()
    }

    fn paths(listing: &Listing) -> Vec<&str> {
        listing.inputs.files.iter().map(|file| &*file.path).collect()
    }

    fn skipped(listing: &Listing) -> Vec<(&str, SkipReason)> {
        listing.inputs.skipped.iter().map(|file| (&*file.path, file.reason)).collect()
    }

    #[test]
    fn a_folder_is_read_in_name_order_and_says_what_it_passed_over() {
        let folder = folder(&[
            "b.CSV",
            "a/z.xlsx",
            "a.ods",
            "~$b.xlsx",
            ".~lock.b.xlsx#",
            ".ukryty.csv",
            "zdjęcie.jpg",
            "efekt.toml",
            "README.md",
            "out/2025/ministry.xlsx",
            ".git/a.csv",
        ]);
        let listing = read(folder.path());
        assert_eq!(paths(&listing), ["a.ods", "a/z.xlsx", "b.CSV"]);
        assert_eq!(
            skipped(&listing),
            [
                (".git", SkipReason::Hidden),
                (".ukryty.csv", SkipReason::Hidden),
                (".~lock.b.xlsx#", SkipReason::LockFile),
                ("zdjęcie.jpg", SkipReason::NotATable),
                ("~$b.xlsx", SkipReason::LockFile),
            ]
        );
        assert_eq!(listing.companions, ["README.md", "efekt.toml"]);
    }

    #[test]
    fn a_folder_named_like_a_workbook_is_a_folder() {
        let folder = folder(&["x.xlsx/a.csv"]);
        assert_eq!(paths(&read(folder.path())), ["x.xlsx/a.csv"]);
    }

    #[test]
    fn accented_letters_are_composed() {
        let folder = folder(&["z\u{301}.csv"]);
        assert_eq!(paths(&read(folder.path())), ["\u{17a}.csv"]);
    }

    #[test]
    fn the_same_file_given_twice_is_read_once() {
        let folder = folder(&["a/x.csv", "b/x.csv"]);
        let given = ["a", "b", "a/x.csv"].map(|name| folder.path().join(name));
        let listing = read_inputs(&given, Path::new("/nowhere")).unwrap();
        assert_eq!(paths(&listing), ["a/x.csv", "b/x.csv"]);
        let single = read_inputs(&given[2..], Path::new("/nowhere")).unwrap();
        assert_eq!(paths(&single), ["x.csv"]);
    }

    #[test]
    fn an_earlier_run_is_not_an_input_wherever_it_lies() {
        let folder = folder(&["a.csv", "old/2024/ministry.xlsx", "data/ministry.xlsx"]);
        let manifest = r#"{"program": "0", "period": "2024", "outputs": {}}"#;
        fs::write(folder.path().join("old/2024/manifest.json"), manifest).unwrap();
        fs::write(folder.path().join("data/manifest.json"), "{}").unwrap();
        assert_eq!(paths(&read(folder.path())), ["a.csv", "data/ministry.xlsx"]);
    }

    #[test]
    fn a_missing_input_names_its_path() {
        let error = read_inputs(&[PathBuf::from("nie/ma")], Path::new("out")).unwrap_err();
        assert_eq!((&*error.path, error.cause), ("nie/ma", Cause::NotFound));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn links_pipes_and_unreadable_names_neither_hang_nor_lead_out() {
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;
        let outside = folder(&["secret.csv"]);
        let folder = folder(&["-a\nb.csv"]);
        symlink(outside.path(), folder.path().join("far")).unwrap();
        symlink(outside.path().join("secret.csv"), folder.path().join("near.csv")).unwrap();
        symlink(folder.path(), folder.path().join("loop")).unwrap();
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xb3.csv")), "x").unwrap();
        let pipe = folder.path().join("pipe.csv");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let listing = read(folder.path());
        assert_eq!(paths(&listing), ["-a\nb.csv"]);
        assert_eq!(
            skipped(&listing),
            [
                ("far", SkipReason::Link),
                ("loop", SkipReason::Link),
                ("near.csv", SkipReason::Link),
                ("pipe.csv", SkipReason::NotAFile),
                ("\u{fffd}.csv", SkipReason::UnreadableName),
            ]
        );
    }
}

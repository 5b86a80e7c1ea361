//! Writes new files into a folder that belongs to somebody else: nothing there is lost by mistake.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::io::{Action, IoError};
use crate::model::OutputFile;

/// Why files were not written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NewFilesError {
    /// These exist already; nothing was written.
    Exist(Vec<String>),
    /// The disk or its rights; files before it were written.
    Io(IoError),
}

/// Writes files into a folder, which is made when it does not exist, and gives their paths.
///
/// Without `overwrite` nothing is written when one of them exists. Each file appears whole or not
/// at all.
pub fn write_new_files(
    folder: &Path,
    files: &[OutputFile],
    overwrite: bool,
) -> Result<Vec<PathBuf>, NewFilesError> {
    let failed = |path: &Path, error: &std::io::Error| {
        NewFilesError::Io(IoError::of(path, Action::Write, error))
    };
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let existing: Vec<String> = paths
        .iter()
        .filter(|path| fs::symlink_metadata(path).is_ok())
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    if !overwrite && !existing.is_empty() {
        return Err(NewFilesError::Exist(existing));
    }
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    for (file, path) in files.iter().zip(&paths) {
        write(folder, path, &file.bytes, overwrite).map_err(|error| failed(path, &error))?;
    }
    Ok(paths)
}

fn write(folder: &Path, path: &Path, bytes: &[u8], overwrite: bool) -> std::io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".efekt-");
    // The rights that the user's other new files get.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if overwrite {
        file.persist(path)?
    } else {
        file.persist_noclobber(path)?
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> OutputFile {
        OutputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec(), private: false }
    }

    fn texts(folder: &Path) -> Vec<String> {
        ["a", "b"].map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default()).to_vec()
    }

    #[test]
    fn a_folder_is_made_and_what_exists_is_kept_until_it_is_given_up() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("nowy/projekt");
        let written = write_new_files(&folder, &[file("a", "1")], false).unwrap();
        assert_eq!(written, [folder.join("a")]);
        let both = [file("a", "2"), file("b", "2")];
        let refused = write_new_files(&folder, &both, false).unwrap_err();
        assert_eq!(
            refused,
            NewFilesError::Exist(vec![folder.join("a").to_string_lossy().into_owned()])
        );
        assert_eq!(texts(&folder), ["1", ""], "not even the new one was written");
        write_new_files(&folder, &both, true).unwrap();
        assert_eq!(texts(&folder), ["2", "2"]);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_named() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("x"), "").unwrap();
        let error = write_new_files(&root.path().join("x"), &[file("a", "")], false).unwrap_err();
        let NewFilesError::Io(error) = error else { panic!("{error:?}") };
        assert!(error.path.ends_with('x'));
    }
}

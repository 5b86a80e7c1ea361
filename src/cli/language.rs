//! The language of messages, found before the arguments are parsed so that help is in it too.

use std::ffi::{OsStr, OsString};

use crate::model::Language;

/// `--lang`, else `LC_ALL` or `LANG`, else Polish.
pub(crate) fn of_messages(arguments: &[OsString]) -> Language {
    let locale = ["LC_ALL", "LANG"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    asked_for(arguments).or_else(|| of_locale(&locale)).unwrap_or_default()
}

fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--" {
            return None;
        }
        if let Some(code) = word.strip_prefix("--lang=") {
            return Language::from_code(code);
        }
        if word == "--lang" {
            return Language::from_code(words.next()?);
        }
    }
    None
}

/// `en_GB.UTF-8` is English; `C` says nothing.
fn of_locale(locale: &OsStr) -> Option<Language> {
    let locale = locale.to_str()?;
    let code = locale.split(['_', '.', '@', '-']).next()?;
    Language::from_code(&code.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Option<Language> {
        asked_for(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_in_both_forms_and_not_after_the_end_of_options() {
        assert_eq!(asked(&["efekt", "--lang", "en", "report"]), Some(Language::English));
        assert_eq!(asked(&["efekt", "report", "--lang=pl"]), Some(Language::Polish));
        assert_eq!(asked(&["efekt", "--lang=de"]), None);
        assert_eq!(asked(&["efekt", "--", "--lang=en"]), None);
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(of_locale(OsStr::new("en_GB.UTF-8")), Some(Language::English));
        assert_eq!(of_locale(OsStr::new("pl")), Some(Language::Polish));
        assert_eq!(of_locale(OsStr::new("C.UTF-8")), None);
    }
}

//! Texts of both languages: the same ids, the same gaps, Polish plurals.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use efekt::catalogue::{Texts, embedded_texts};
use efekt::model::Language;

/// Message id to the gaps in it, of all files of a language.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.code());
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let mut current = String::new();
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| is_id(id)) {
                assert!(!messages.contains_key(id), "{id} stands twice");
                id.clone_into(&mut current);
            }
            if line.starts_with('#') || current.is_empty() {
                continue;
            }
            let gaps = messages.entry(current.clone()).or_default();
            gaps.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            }));
        }
    }
    messages
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_gaps() {
    assert_eq!(messages(Language::Polish), messages(Language::English));
}

#[test]
fn every_text_that_the_command_line_asks_for_exists() {
    let texts = embedded_texts(Language::Polish).unwrap();
    let mut missing = BTreeSet::new();
    let mut pending = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli")];
    let mut seen = 0;
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            pending.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        for quoted in code.split('"').filter(|quoted| quoted.starts_with("cli-")) {
            // Ids that are put together end in a gap: their values are tested below.
            if !quoted.contains('{') {
                seen += 1;
                if !texts.has(quoted) {
                    missing.insert(quoted.to_owned());
                }
            }
        }
    }
    assert!(seen > 50, "the search finds ids");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_reason_for_passing_a_file_over_has_its_words() {
    for language in [Language::Polish, Language::English] {
        let texts = embedded_texts(language).unwrap();
        for reason in efekt::model::SkipReason::ALL {
            let id = format!("cli-skipped-{}", reason.code().replace('_', "-"));
            assert!(texts.has(&id), "{id}");
        }
        for report in efekt::pipeline::REPORTS {
            assert!(texts.has(&format!("cli-report-{report}")), "{report}");
        }
    }
}

#[test]
fn polish_nouns_follow_their_numbers() {
    let texts = embedded_texts(Language::Polish).unwrap();
    let errors =
        |texts: &Texts, count: i64| texts.fill("cli-findings-error", &[("count", count.into())]);
    let expected = [
        (1, "1 błąd"),
        (2, "2 błędy"),
        (4, "4 błędy"),
        (5, "5 błędów"),
        (11, "11 błędów"),
        (12, "12 błędów"),
        (14, "14 błędów"),
        (21, "21 błędów"),
        (22, "22 błędy"),
        (25, "25 błędów"),
        (101, "101 błędów"),
        (112, "112 błędów"),
        (0, "0 błędów"),
    ];
    for (count, words) in expected {
        assert_eq!(errors(&texts, count), words);
    }
}

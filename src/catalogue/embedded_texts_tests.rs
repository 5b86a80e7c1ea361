//! What must hold for the texts that are compiled in: both languages say the same things.

use std::collections::BTreeSet;

use crate::catalogue::{LOCALES, QUERIES, Source, embedded_files, embedded_texts};
use crate::model::Language;

fn message_ids(language: Language) -> BTreeSet<String> {
    let prefix = format!("{}/", language.code());
    let mut ids = BTreeSet::new();
    for (path, text) in embedded_files(&LOCALES) {
        if !path.starts_with(&prefix) {
            continue;
        }
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            let (id, _) = line.split_once('=').unwrap();
            assert!(ids.insert(id.trim().to_owned()), "{path} says `{id}` again");
        }
    }
    ids
}

#[test]
fn both_languages_have_the_same_messages() {
    let (polish, english) = (message_ids(Language::Polish), message_ids(Language::English));
    assert!(polish.len() > 150, "{}", polish.len());
    assert_eq!(polish.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(english.difference(&polish).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_code_of_a_dictionary_has_a_name() {
    let polish = embedded_texts(Language::Polish).unwrap();
    let english = embedded_texts(Language::English).unwrap();
    let files = embedded_files(&QUERIES);
    for (kind, field, dimension) in [
        ("participants", "sex", "sex"),
        ("participants", "labour_status", "labour_status"),
        ("participants", "groups", "group"),
        ("participants", "disability", "disability"),
        ("participants", "pathway", "pathway"),
        ("participants", "referred_by", "referred_by"),
        ("participants", "exit_kind", "exit_kind"),
        ("participants", "outcome", "outcome"),
        ("participants", "status_6m", "outcome"),
        ("participants", "job_form", "job_form"),
        ("jobs", "form", "job_form"),
        ("benefits", "kind", "benefit_kind"),
        ("benefits", "payer", "payer"),
        ("support", "kind", "support_kind"),
        ("support", "area", "support_area"),
        ("centres", "kind", "centre_kind"),
        ("finance", "category", "finance_category"),
        ("finance", "plan_or_execution", "plan_or_execution"),
    ] {
        let path = format!("sources/{kind}.toml");
        let source = Source::parse(&path, &files[&path]).unwrap();
        let (_, field) = source.field(field).unwrap();
        for entry in &field.dictionary.entries {
            let id = format!("{dimension}-{}", entry.code);
            assert!(polish.has(&id) && english.has(&id), "{id}");
            assert_ne!(polish.text(&id), id);
        }
    }
}

#[test]
fn bands_effects_and_severities_have_names() {
    let polish = embedded_texts(Language::Polish).unwrap();
    assert_eq!(polish.text("age_band-55plus"), "55 lat i więcej");
    assert_eq!(polish.text("education-0-2"), "gimnazjalne lub niższe (ISCED 0–2)");
    assert_eq!(polish.text("effect-row-left-out"), "wiersz jest pominięty");
    assert_eq!(polish.text("severity-warning"), "Ostrzeżenie");
    assert_eq!(polish.text("unit-percent"), "%");
}

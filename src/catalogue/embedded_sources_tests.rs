//! What must hold for the kinds of input table that are compiled in: nothing that a person may
//! write means two things.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, FieldType, QUERIES, Source, embedded_files};

fn sources() -> Vec<Source> {
    Catalogue::from_files(embedded_files(&QUERIES)).unwrap().sources
}

/// A plain stand-in for the comparison of the reader: no case, diacritics, or punctuation.
fn normal(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'ą' => 'a',
            'ć' => 'c',
            'ę' => 'e',
            'ł' => 'l',
            'ń' => 'n',
            'ó' => 'o',
            'ś' => 's',
            'ź' | 'ż' => 'z',
            '/' | '+' | '-' => letter,
            _ if letter.is_alphanumeric() => letter,
            _ => ' ',
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Notes the normal form of a spelling and its meaning; a spelling that already means something else is an error.
fn claim(meanings: &mut BTreeMap<String, String>, spelling: &str, meaning: &str, place: &str) {
    let earlier = meanings.insert(normal(spelling), meaning.to_owned());
    if let Some(earlier) = earlier {
        assert_eq!(earlier, meaning, "`{spelling}` in {place}");
    }
}

#[test]
fn the_nine_kinds_stand_in_their_order() {
    let kinds: Vec<_> = sources().into_iter().map(|source| (source.order, source.kind)).collect();
    let expected = [
        "participants",
        "jobs",
        "benefits",
        "support",
        "centres",
        "finance",
        "staff",
        "targets",
        "comparison",
    ];
    assert_eq!(kinds, (10..).step_by(10).zip(expected.map(str::to_owned)).collect::<Vec<_>>());
}

#[test]
fn a_header_claims_one_field_of_a_kind() {
    for source in sources() {
        let mut meanings = BTreeMap::new();
        for field in &source.fields {
            for header in std::iter::once(&field.header).chain(&field.aliases) {
                assert!(!normal(header).is_empty(), "empty header in {}", source.kind);
                claim(&mut meanings, header, &field.name, &source.kind);
            }
            if field.column_per_code {
                for entry in &field.dictionary.entries {
                    let meaning = format!("{} {}", field.name, entry.code);
                    for spelling in &entry.spellings {
                        claim(&mut meanings, spelling, &meaning, &source.kind);
                    }
                }
            }
        }
        assert!(!meanings.contains_key("w tym"), "`w tym` means two things in project exports");
        assert!(meanings.keys().all(|header| !header.contains("planowana data")));
    }
}

#[test]
fn a_header_under_a_group_claims_one_field_of_a_kind() {
    for source in sources() {
        let pairs: Vec<_> = source
            .fields
            .iter()
            .flat_map(|field| field.under.iter().map(move |under| (field, under)))
            .map(|(field, under)| (&field.name, normal(&under.group), normal(&under.header)))
            .collect();
        for (one, one_group, one_header) in &pairs {
            for (other, other_group, other_header) in &pairs {
                let same = one_header == other_header && other_group.starts_with(one_group);
                assert!(!same || one == other, "{one} and {other} under {one_group}");
            }
        }
    }
}

#[test]
fn a_spelling_means_one_code_of_a_dictionary() {
    for source in sources() {
        for field in &source.fields {
            let place = format!("{} {}", source.kind, field.name);
            let coded =
                matches!(field.kind, FieldType::Code | FieldType::Codes | FieldType::CodeList);
            assert_eq!(coded, !field.dictionary.entries.is_empty(), "{place}");
            let mut meanings = BTreeMap::new();
            for (position, entry) in field.dictionary.entries.iter().enumerate() {
                assert_eq!(field.dictionary.position(&entry.code), Some(position), "{place}");
                assert!(!entry.spellings.is_empty(), "{place} {}", entry.code);
                for spelling in &entry.spellings {
                    assert!(!normal(spelling).is_empty(), "{place} {}", entry.code);
                    claim(&mut meanings, spelling, &entry.code, &place);
                }
            }
        }
    }
}

#[test]
fn field_names_are_used_once_and_persons_are_marked() {
    for source in sources() {
        for (position, field) in source.fields.iter().enumerate() {
            assert_eq!(source.field(&field.name).map(|found| found.0), Some(position));
            let personal = ["pesel", "document", "first_name", "last_name", "full_name", "address"];
            let identifies = personal.contains(&field.name.as_str());
            assert_eq!(field.identifies, identifies, "{} {}", source.kind, field.name);
        }
    }
}

#[test]
fn the_comparison_group_has_the_fields_of_participants_but_a_referral_for_the_stay() {
    let sources = sources();
    let [participants, .., comparison] = sources.as_slice() else { panic!("nine kinds") };
    let required = |source: &Source, name: &str| source.field(name).unwrap().1.required;
    assert!(!required(participants, "referral_date") && required(comparison, "referral_date"));
    assert!(required(participants, "groups") && !required(comparison, "groups"));
    assert!(comparison.field("exit_date").is_none() && comparison.field("job_start").is_some());
    let spellings = |source: &Source| {
        let (_, field) = source.field("labour_status").unwrap();
        field.dictionary.entries.iter().map(|entry| entry.spellings.len()).collect::<Vec<_>>()
    };
    assert_eq!(spellings(participants), spellings(comparison));
    assert!(comparison.may_be_named("dane/Grupa porównawcza.xlsx", "Arkusz1"));
    assert!(comparison.may_be_named("dane/lista.xlsx", "grupa PORÓWNAWCZA"));
    assert!(!comparison.may_be_named("dane/lista.xlsx", "2024"));
}

#[test]
fn the_codes_of_groups_are_those_of_the_rulings() {
    let participants = sources().swap_remove(0);
    let (_, groups) = participants.field("groups").unwrap();
    let codes: Vec<_> = groups.dictionary.entries.iter().map(|entry| entry.code.as_str()).collect();
    let expected = [
        "homeless",
        "alcohol",
        "drugs",
        "mental",
        "long_term_unemployed",
        "ex_prisoner",
        "refugee",
        "disabled",
        "other",
    ];
    assert_eq!(codes, expected);
    assert!(groups.column_per_code);
}

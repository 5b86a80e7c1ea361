//! The layouts that are compiled into the program, and what a layout may be.

use std::collections::BTreeSet;

use super::*;

fn period(text: &str) -> Period {
    Period::parse(text, Day::parse_iso("2026-06-30").unwrap()).unwrap()
}

#[test]
fn a_layout_names_nothing_that_is_not_there() {
    let catalogue = Catalogue::embedded().unwrap();
    let known: BTreeSet<&str> =
        catalogue.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    assert!(catalogue.layouts.len() >= 2);
    for layout in &catalogue.layouts {
        for id in layout.named_indicators() {
            assert!(known.contains(id), "{}: {id}", layout.path);
        }
        let printed: BTreeSet<&str> = layout.indicators.iter().map(String::as_str).collect();
        for id in layout.sheets.iter().flat_map(SheetLayout::named_indicators) {
            assert!(printed.contains(id), "{}: {id} has no definition there", layout.path);
        }
    }
}

#[test]
fn a_layout_uses_texts_of_both_languages_alone() {
    let catalogue = Catalogue::embedded().unwrap();
    for language in [Language::Polish, Language::English] {
        let texts = embedded_texts(language).unwrap();
        for layout in &catalogue.layouts {
            let id = &layout.id;
            let parts = ["title", "subtitle", "purpose", "readers", "basis"];
            let mut wanted: Vec<String> = parts.map(|part| format!("{id}-{part}")).to_vec();
            for note in &layout.notes {
                wanted.extend([note.clone(), format!("{note}-subject")]);
            }
            for block in &layout.absent {
                let block = format!("{id}-absent-{block}");
                wanted.extend([format!("{block}-why"), block]);
            }
            for sheet in layout.sheets.iter().filter(|sheet| !sheet.made) {
                wanted.push(format!("sheet-{id}-{}", sheet.id));
                wanted.extend(["title", "about"].map(|part| format!("{id}-{}-{part}", sheet.id)));
                wanted.extend(sheet.columns.iter().map(|column| column.head.clone()));
                for chart in &sheet.charts {
                    wanted.extend([chart.text.clone(), format!("{}-alt", chart.text)]);
                    wanted.push(chart.value_title.clone());
                    wanted.extend(chart.category_title.clone());
                }
            }
            for text in wanted {
                assert!(texts.has(&text), "{} {}: {text}", layout.path, language.code());
            }
        }
    }
}

#[test]
fn a_form_that_changed_keeps_its_layout_for_the_periods_in_which_it_applied() {
    let layout = |name: &str, days: &str| {
        let text = format!(
            "id = \"form\"\nsource = \"x\"\nindicators = []\n{days}\n[[sheet]]\nid = \"a\"\nmade = true\n"
        );
        ReportLayout::parse(&format!("reports/{name}.toml"), &text)
    };
    let old = layout("form_until_2020", "until = \"2020-12-31\"").unwrap();
    let new = layout("form", "since = \"2021-01-01\"").unwrap();
    for (year, is_old) in [("2019", true), ("2020", true), ("2021", false), ("2025", false)] {
        assert_eq!(old.is_for(period(year)), is_old, "{year}");
        assert_eq!(new.is_for(period(year)), !is_old, "{year}");
    }
    // The last day of the period counts.
    assert!(new.is_for(period("2020-07..2021-06")) && !old.is_for(period("2020-07..2021-06")));
    let error = layout("other", "").unwrap_err();
    assert!(error.to_string().contains("not named form.toml"), "{error}");
    let error = layout("form", "since = \"2021\"").unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("reports/form.toml", 4));
}

#[test]
fn a_sheet_without_rows_is_refused() {
    let text = "id = \"form\"\nsource = \"x\"\nindicators = []\n[[sheet]]\nid = \"a\"\n";
    let error = ReportLayout::parse("reports/form.toml", text).unwrap_err();
    assert!(error.to_string().contains("`a` has no rows"), "{error}");
}

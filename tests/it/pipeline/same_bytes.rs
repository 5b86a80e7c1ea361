//! The same inputs, settings and as-of day give the same bytes, wherever and however the program runs.

use std::collections::BTreeMap;

use crate::pipeline::people::town;
use crate::pipeline::run::{AS_OF, Files, efekt, file, tree, write};
use crate::pipeline::tables::{csv, ods, xlsx};

fn input() -> Files {
    let town = town(5, 14);
    vec![
        file("dane/lista.xlsx", xlsx(&[town.participants])),
        file("dane/zasiłki.csv", csv(&town.benefits)),
        file("dane/praca.ods", ods(&[town.jobs, town.support])),
        file("dane/notatka.xlsx", b"PK\x03\x04 cut off".to_vec()),
        file("dane/efekt.toml", "title = \"Próba\"\n[settings]\nbenefit_window_months = 6\n"),
    ]
}

/// All files of a run and what the program said, without the folder's own path.
fn published(files: &Files, environment: &[(&str, &str)]) -> (BTreeMap<String, Vec<u8>>, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files);
    let arguments = ["report", "dane", "--period", "2024", "--as-of", AS_OF, "--lang", "pl"];
    let output = efekt(folder.path(), &arguments, environment);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (tree(&folder.path().join("out/2024")), output.stdout)
}

#[test]
fn a_second_run_elsewhere_with_another_clock_language_and_thread_count_gives_the_same_bytes() {
    let one =
        [("TZ", "UTC"), ("LC_ALL", "C"), ("POLARS_MAX_THREADS", "1"), ("RAYON_NUM_THREADS", "1")];
    let two = [
        ("TZ", "Pacific/Kiritimati"),
        ("LC_ALL", "pl_PL.UTF-8"),
        ("LANG", "de_DE.UTF-8"),
        ("POLARS_MAX_THREADS", "2"),
        ("RAYON_NUM_THREADS", "2"),
        ("SOURCE_DATE_EPOCH", "86400"),
    ];
    let mut written_last_first = input();
    written_last_first.reverse();
    let (first, said_first) = published(&input(), &one);
    let (second, said_second) = published(&written_last_first, &two);
    let names: Vec<&String> = first.keys().collect();
    assert!(names.len() >= 14 && first.contains_key("indicators.parquet"), "{names:?}");
    assert_eq!(names, second.keys().collect::<Vec<_>>());
    for (name, bytes) in &first {
        assert!(*bytes == second[name], "{name} differs");
    }
    assert_eq!(String::from_utf8(said_first), String::from_utf8(said_second));
}

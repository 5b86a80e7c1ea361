//! The SQL guard: what it refuses, and that what it lets through is answered right.
//!
//! Right answers are worked out by hand; `.ci/duckdb_compare.py` compares whole runs.

use efekt::facts::{FactStore, Rule};

use crate::sql_rows::{run, store};

/// Seven persons: Cela has no sex, Ewa and Feliks no age, centre B has a NULL score.
fn people() -> FactStore {
    store(&[
        "person(id i, sex t, age i, centre t, score i)
         1, K, 20, A, 5
         2, M, 30, A, -
         3, -, 40, B, 7
         4, K, 50, B, -
         5, K, -, -, 2
         6, M, -, B, 7
         7, M, 30, A, -4",
        "job(person i, start i, kind t)
         1, 100, umowa
         1, 200, zlecenie
         2, 100, umowa
         4, -, umowa
         9, 300, umowa
         -, 400, -",
    ])
}

#[test]
fn accepted_queries_give_the_rows_that_were_worked_out_by_hand() {
    let people = people();
    for (name, outputs, sql, expected) in ANSWERS {
        match run(&people, outputs, sql) {
            Ok(rows) => assert_eq!(rows, *expected, "{name}"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

const ANSWERS: &[(&str, &str, &str, &str)] = &[
    (
        "where keeps rows whose condition is true and drops unknown ones",
        "id i",
        "select id from person where age > 25 order by id",
        "2 | 3 | 4 | 7",
    ),
    (
        "left join keeps every left row once for each match",
        "id i, start i",
        "select p.id, j.start from person p left join job j on p.id = j.person order by id, start",
        "1,100 | 1,200 | 2,100 | 3,- | 4,- | 5,- | 6,- | 7,-",
    ),
    (
        "group by with counts, sums and distinct counts",
        "centre t, n i, scored i, total i, kinds i",
        "select centre, count(*) as n, count(score) as scored, sum(score) as total,
                count(distinct score) as kinds
         from person group by centre order by centre",
        "A,3,2,1,2 | B,3,2,14,1 | -,1,1,2,1",
    ),
    (
        "row_number with a total order",
        "id i, place i",
        "select id, row_number() over (partition by centre order by score) - 2 as place
         from person order by id",
        "1,0 | 2,1 | 3,-1 | 4,1 | 5,-1 | 6,0 | 7,-1",
    ),
];

#[test]
fn a_query_outside_the_proven_part_is_refused_with_its_place() {
    let error = run(&people(), "id i", "select id\nfrom person\nwhere age / 2 > 3 order by id")
        .unwrap_err();
    assert_eq!((error.rule, error.line, error.column), (Rule::Division, 13, 7));
}

//! Queries that the guard lets through give the rows that SQL says.

use efekt::facts::FactStore;

use crate::sql_rows::{run, store};

/// Seven persons and six jobs with a NULL in every column but the persons' numbers.
pub(crate) fn people() -> FactStore {
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

/// The cases of `answers.txt`: outputs, query, rows.
fn cases() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut lines = include_str!("../cases/queries/answers.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut cases = Vec::new();
    while let (Some(head), Some(rows)) = (lines.next(), lines.next()) {
        let (outputs, sql) = head.split_once(": ").unwrap();
        cases.push((outputs, sql, rows.strip_prefix('=').unwrap().trim()));
    }
    cases
}

#[test]
fn accepted_queries_give_the_rows_that_sql_says() {
    let people = people();
    let cases = cases();
    assert!(cases.len() > 100);
    for (outputs, sql, expected) in cases {
        match run(&people, outputs, sql) {
            Ok(rows) => assert_eq!(rows, expected, "{sql}"),
            Err(error) => panic!("{sql}: {error}"),
        }
    }
}

#[test]
fn the_order_of_the_input_rows_changes_no_row() {
    let people = people();
    let mut turned = people.clone();
    for table in &mut turned.tables {
        for (_, column) in &mut table.columns {
            match column {
                efekt::facts::FactColumn::Integers(values) => values.reverse(),
                efekt::facts::FactColumn::Texts(values) => values.reverse(),
            }
        }
    }
    for (outputs, sql, _) in cases() {
        assert_eq!(run(&people, outputs, sql), run(&turned, outputs, sql), "{sql}");
    }
    // Equal rows: both windows must put the same one first.
    let pairs = "with twice as (select kind from job union all select kind from job)
                 select row_number() over (order by kind) as place,
                        count(*) over (order by kind nulls first rows unbounded preceding) as n
                 from twice order by place";
    let expected = "1,3 | 2,4 | 3,5 | 4,6 | 5,7 | 6,8 | 7,9 | 8,10 | 9,11 | 10,12 | 11,1 | 12,2";
    assert_eq!(run(&people, "place i, n i", pairs).unwrap(), expected);
    assert_eq!(run(&turned, "place i, n i", pairs).unwrap(), expected);
    // The order says nothing about the two persons aged 30: the other columns decide.
    let ties = "select id, row_number() over (order by age) as place from person order by place";
    let expected = "1,1 | 7,2 | 2,3 | 3,4 | 4,5 | 5,6 | 6,7";
    let by_columns =
        "select id, row_number() over (order by age, score) as place from person order by place";
    assert_eq!(run(&turned, "id i, place i", by_columns).unwrap(), expected);
    assert_eq!(run(&people, "id i, place i", ties), run(&turned, "id i, place i", ties));
}

#[test]
fn tables_without_rows_count_zero_and_sum_to_null() {
    let empty = store(&["person(id i, score i, sex t)"]);
    let totals =
        "select count(*) as n, count(score) as scored, sum(score) as total, max(sex) as last
                  from person order by n";
    assert_eq!(run(&empty, "n i, scored i, total i, last t", totals).unwrap(), "0,0,-,-");
    let grouped = "select sex, count(*) as n from person group by sex order by sex";
    assert_eq!(run(&empty, "sex t, n i", grouped).unwrap(), "");
    let joined =
        "select p.id, q.id as other from person p left join person q on p.id = q.id order by id";
    assert_eq!(run(&empty, "id i, other i", joined).unwrap(), "");
    let window = "select id, sum(score) over () as total from person order by id";
    assert_eq!(run(&empty, "id i, total i", window).unwrap(), "");
}

#[test]
fn rows_that_are_equal_under_the_order_by_are_ordered_by_the_other_outputs() {
    let rows = run(
        &people(),
        "centre t, id i",
        "select centre, id from person order by centre desc nulls last",
    );
    assert_eq!(rows.unwrap(), "B,3 | B,4 | B,6 | A,1 | A,2 | A,7 | -,5");
}

#[test]
fn large_sums_are_exact() {
    let store = store(&["money(amount i)\n 9007199254740993\n 9007199254740993\n 1"]);
    let rows = run(&store, "total i", "select sum(amount) as total from money order by total");
    assert_eq!(rows.unwrap(), "18014398509481987");
}

#[test]
fn a_literal_to_the_left_of_a_repeated_value_keeps_all_rows() {
    // Persons 5 and 7 have a number above their score, so person 2, aged 30, is crossed with the six
    // jobs; the engine keeps such a column as one value.
    let first = "with counted as (select distinct count(*) as n from person where id > score),
                 crossed as (select p.age from counted c join person p on p.id = c.n
                             cross join job j)";
    let sql = format!(
        "{first} select case when (30 is distinct from age) then 1 else 2 end as v
         from crossed order by v"
    );
    assert_eq!(run(&people(), "v i", &sql).unwrap(), "2 | 2 | 2 | 2 | 2 | 2");
    let sql = format!("{first} select 100 - age as v from crossed order by v");
    assert_eq!(run(&people(), "v i", &sql).unwrap(), "70 | 70 | 70 | 70 | 70 | 70");
}

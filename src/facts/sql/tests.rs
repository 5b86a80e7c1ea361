//! Each rule: a query just outside it is refused, one just inside is run.

use std::sync::Arc;

use super::*;
use crate::facts::FactColumn;

fn store() -> FactStore {
    let integers =
        |values: &[i64]| FactColumn::Integers(values.iter().copied().map(Some).collect());
    let texts = FactColumn::Texts(vec![Some(Arc::from("a")), None]);
    let person = FactTable {
        name: "person".to_owned(),
        columns: vec![
            ("id".to_owned(), integers(&[1, 2])),
            ("age".to_owned(), integers(&[20, 30])),
            ("sex".to_owned(), texts),
        ],
    };
    let job = FactTable {
        name: "job".to_owned(),
        columns: vec![
            ("person".to_owned(), integers(&[2, 2, 5])),
            ("start".to_owned(), integers(&[7, 8, 9])),
        ],
    };
    FactStore { tables: vec![person, job] }
}

fn run(sql: &str) -> Result<FactTable, QueryError> {
    let outputs = [("v", ColumnKind::Integer)];
    store().run(&Query { path: "x.sql", sql, lines_before: 0, outputs: &outputs })
}

/// Rule, a query outside it, a query inside it.
const CASES: &[(Rule, &str, &str)] = &[
    (Rule::Syntax, "select id as v from person order by", "select id as v from person order by v"),
    (Rule::Syntax, "select (id as v from person", "select (id) as v from person order by v"),
    (
        Rule::OneSelect,
        "select id as v from person order by v; select 1",
        "select id as v from person order by v;",
    ),
    (Rule::OneSelect, "show tables", "-- a comment\nselect id as v from person order by v"),
    (
        Rule::OneSelect,
        "create table x as select id as v from person",
        "select id as v from person order by v",
    ),
    (
        Rule::Recursive,
        "with recursive x as (select id as v from person) select v from x order by v",
        "with x as (select id as v from person) select v from x order by v",
    ),
    (
        Rule::CteName,
        "with person as (select id as v from person) select v from person order by v",
        "with persons as (select id as v from person) select v from persons order by v",
    ),
    (
        Rule::CteName,
        "with x as (select id as v from person), x as (select v from x) select v from x order by v",
        "with x as (select id as v from person), y as (select v from x) select v from y order by v",
    ),
    (
        Rule::UnknownTable,
        "select id as v from persons order by v",
        "select id as v from person order by v",
    ),
    (
        Rule::UnknownTable,
        "select q.id as v from person p order by v",
        "select p.id as v from person p order by v",
    ),
    (
        Rule::UnknownColumn,
        "select ids as v from person order by v",
        "select id as v from person order by v",
    ),
    (
        Rule::UnknownColumn,
        "select p.start as v from person p join job j on p.id = j.person order by v",
        "select j.start as v from person p join job j on p.id = j.person order by v",
    ),
    (
        Rule::Qualify,
        "select start as v from person p join job j on p.id = j.person order by v",
        "select start as v from job order by v",
    ),
    (
        Rule::Identifier,
        "select ID as v from person order by v",
        "select id as v from person order by v",
    ),
    (
        Rule::Identifier,
        "select \"^.*$\" as v from person order by v",
        "select \"id\" as v from person order by v",
    ),
    (
        Rule::DuplicateName,
        "select id as v, age as v from person order by v",
        "with x as (select id as v, age as w from person) select v from x order by v",
    ),
    (
        Rule::DuplicateName,
        "select p.id as v from person p join job p on p.id = p.person order by v",
        "select p.id as v from person p join job q on p.id = q.person order by v",
    ),
    (
        Rule::Construct,
        "select id as v from person where sex like 'a%' order by v",
        "select id as v from person where sex = 'a' order by v",
    ),
    (
        Rule::Construct,
        "select distinct on (sex) id as v from person order by v",
        "select distinct id as v from person order by v",
    ),
    (
        Rule::Construct,
        "select id as v from person group by all order by v",
        "select id as v from person group by id order by v",
    ),
    (
        Rule::Construct,
        "select id as v from person except select id as v from person order by v",
        "select id as v from person union select id as v from person order by v",
    ),
    (
        Rule::Construct,
        "values (1)",
        "select p.id as v from (select id from person) as p order by v",
    ),
    (
        Rule::CommaJoin,
        "select p.id as v from person p, job j where p.id = j.person order by v",
        "select p.id as v from person p cross join job j where p.id = j.person order by v",
    ),
    (
        Rule::JoinKind,
        "select p.id as v from person p right join job j on p.id = j.person order by v",
        "select p.id as v from job j left join person p on p.id = j.person order by v",
    ),
    (
        Rule::JoinKind,
        "select p.id as v from person p semi join job j on p.id = j.person order by v",
        "select distinct p.id as v from person p join job j on p.id = j.person order by v",
    ),
    (
        Rule::JoinCondition,
        "select p.id as v from person p join job j on p.id = j.person or p.age = j.start order by v",
        "select p.id as v from person p join job j on p.id = j.person and p.age = j.start order by v",
    ),
    (
        Rule::JoinCondition,
        "select p.id as v from person p join job j using (id) order by v",
        "select p.id as v from person p join person j on p.id = j.id order by v",
    ),
    (
        Rule::JoinCondition,
        "select p.id as v from person p natural join job j order by v",
        "select p.id as v from person p inner join job j on (p.id = j.person) order by v",
    ),
    (
        Rule::JoinCondition,
        "select p.id as v from person p join job j on p.id = person order by v",
        "select p.id as v from person p join job j on j.person = p.id order by v",
    ),
    (
        Rule::JoinSides,
        "select p.id as v from person p join job j on j.person = j.start order by v",
        "select p.id as v from person p join job j on j.person = p.id order by v",
    ),
    (
        Rule::JoinSides,
        "select p.id as v from person p join job j on p.id = p.age order by v",
        "select p.id as v from person p join job j on p.id = j.start order by v",
    ),
    (
        Rule::TableFunction,
        "select v from read_csv('/etc/passwd') order by v",
        "select id as v from person order by v",
    ),
    (
        Rule::Function,
        "select median(age) as v from person order by v",
        "select max(age) as v from person order by v",
    ),
    (
        Rule::Function,
        "select concat(sex, sex) as v from person order by v",
        "select length(sex || sex) as v from person order by v",
    ),
    (
        Rule::Arguments,
        "select abs(id, age) as v from person order by v",
        "select abs(id) as v from person order by v",
    ),
    (
        Rule::Arguments,
        "select sum(distinct id) as v from person order by v",
        "select count(distinct id) as v from person order by v",
    ),
    (
        Rule::AggregateInWhere,
        "select id as v from person where max(age) > 1 order by v",
        "select id as v from person group by id having max(age) > 1 order by v",
    ),
    (
        Rule::NestedAggregate,
        "select sum(max(age)) as v from person order by v",
        "select sum(abs(age)) as v from person order by v",
    ),
    (
        Rule::NestedAggregate,
        "select sum(row_number() over (order by id)) as v from person order by v",
        "with x as (select row_number() over (order by id) as n from person)
         select sum(n) as v from x order by v",
    ),
    (
        Rule::ConstantAggregate,
        "select max(3) as v from person order by v",
        "select max(id + 3) as v from person order by v",
    ),
    (
        Rule::WindowPlace,
        "select id as v from person where row_number() over (order by id) = 1 order by v",
        "with x as (select id, row_number() over (order by id) as n from person)
         select id as v from x where n = 1 order by v",
    ),
    (
        Rule::WindowOrder,
        "select row_number() over () as v from person order by v",
        "select row_number() over (order by sex) as v from person order by v",
    ),
    (
        Rule::WindowOrder,
        "select row_number() over (order by sex desc nulls last) as v from person order by v",
        "select row_number() over (order by age desc nulls last) as v from person order by v",
    ),
    (
        Rule::WindowFrame,
        "select sum(age) over (order by id) as v from person order by v",
        "select sum(age) over (order by id rows unbounded preceding) as v from person order by v",
    ),
    (
        Rule::WindowFrame,
        "select sum(age) over (order by id rows between 1 preceding and current row) as v from person order by v",
        "select sum(age) over (order by id rows between unbounded preceding and current row) as v from person order by v",
    ),
    (
        Rule::TruthTest,
        "select id as v from person where (age > 1) is true order by v",
        "select id as v from person where coalesce(age > 1, false) = true order by v",
    ),
    (
        Rule::Parentheses,
        "select id as v from person where age is distinct from 20 and id = 2 order by v",
        "select id as v from person where (age is distinct from 20) and id = 2 order by v",
    ),
    (
        Rule::NullComparison,
        "select id as v from person where age = null order by v",
        "select id as v from person where age is null order by v",
    ),
    (
        Rule::NullComparison,
        "select id as v from person where age not in (1, null) order by v",
        "select id as v from person where age not in (1, 2) order by v",
    ),
    (
        Rule::UntypedNull,
        "with x as (select id as v, null as w from person) select v from x order by v",
        "with x as (select id as v, cast(null as bigint) as w from person) select v from x order by v",
    ),
    (
        Rule::Cast,
        "select cast(sex as bigint) as v from person order by v",
        "select cast(id as bigint) as v from person order by v",
    ),
    (
        Rule::Cast,
        "select cast(id as double) as v from person order by v",
        "select cast(id > 1 as bigint) as v from person order by v",
    ),
    (
        Rule::Cast,
        "select try_cast(id as bigint) as v from person order by v",
        "select id::bigint as v from person order by v",
    ),
    (
        Rule::Division,
        "select id % 2 as v from person order by v",
        "select id * 2 as v from person order by v",
    ),
    (
        Rule::Fraction,
        "select id as v from person where age > 1e1 order by v",
        "select id as v from person where age > 10 order by v",
    ),
    (
        Rule::IntegerRange,
        "select id + 1000000000000000001 as v from person order by v",
        "select id + 1000000000000000000 as v from person order by v",
    ),
    (
        Rule::Date,
        "select id as v from person where age + interval '1 day' > 1 order by v",
        "select id as v from person where age + 1 > 1 order by v",
    ),
    (
        Rule::Date,
        "select year(age) as v from person order by v",
        "select age as v from person order by v",
    ),
    (
        Rule::Placeholder,
        "select id as v from person where age > $1 order by v",
        "select id as v from person where age > 1 order by v",
    ),
    (
        Rule::Subquery,
        "select id as v from person where id in (select person from job) order by v",
        "with j as (select distinct person from job)
         select p.id as v from person p join j on p.id = j.person order by v",
    ),
    (
        Rule::Subquery,
        "select id as v from person where exists (select person from job) order by v",
        "select id as v from person order by v",
    ),
    (
        Rule::Subquery,
        "select id as v from person where age > (select max(start) from job) order by v",
        "with j as (select max(start) as start from job)
         select p.id as v from person p cross join j where p.age > j.start order by v",
    ),
    (
        Rule::Kinds,
        "select id as v from person where sex = 1 order by v",
        "select id as v from person where sex = '1' order by v",
    ),
    (
        Rule::Kinds,
        "select coalesce(age, 'x') as v from person order by v",
        "select coalesce(age, 0) as v from person order by v",
    ),
    (
        Rule::Kinds,
        "select id as v from person where id order by v",
        "select id as v from person where true order by v",
    ),
    (
        Rule::Alias,
        "select id + 1 from person order by v",
        "select id + 1 as v from person order by v",
    ),
    (
        Rule::Star,
        "with x as (select id as v from person) select * from x order by v",
        "with x as (select id as v from person), y as (select * from x) select v from y order by v",
    ),
    (
        Rule::Constant,
        "select 1 as v from person order by v",
        "select 1 + 0 * id as v from person order by v",
    ),
    (Rule::Constant, "select 1 as v", "select count(*) as v from person order by v"),
    (
        Rule::NotGrouped,
        "select age as v from person group by id order by v",
        "select max(age) as v from person group by id order by v",
    ),
    (
        Rule::NotGrouped,
        "select id + count(*) as v from person order by v",
        "select id + count(*) as v from person group by id order by v",
    ),
    (
        Rule::GroupByColumn,
        "select id + 1 as v from person group by id + 1 order by v",
        "select id + 1 as v from person group by id order by v",
    ),
    (
        Rule::GroupByColumn,
        "select id as v from person group by 1 order by v",
        "select id as v from person group by id, id order by v",
    ),
    (
        Rule::GroupAlias,
        "with x as (select id as v from person) select v + 1 as v from x group by v order by v",
        "with x as (select id as w from person) select w + 1 as v from x group by w order by v",
    ),
    (
        Rule::UnionColumns,
        "select id as v from person union all select start as w from job order by v",
        "select id as v from person union all select start as v from job order by v",
    ),
    (Rule::OrderBy, "select id as v from person", "select id as v from person order by v"),
    (
        Rule::OrderByColumn,
        "select id as v from person order by age",
        "select id as v from person order by v asc",
    ),
    (
        Rule::OrderByColumn,
        "select id as v from person order by 1",
        "select id as v from person order by v nulls first",
    ),
    (
        Rule::NullsOrder,
        "select id as v from person order by v desc",
        "select id as v from person order by v desc nulls last",
    ),
    (
        Rule::InnerOrder,
        "with x as (select id as v from person order by v) select v from x order by v",
        "with x as (select id as v from person) select v from x order by v",
    ),
    (
        Rule::Limit,
        "select id as v from person order by v limit 1",
        "select id as v from person order by v",
    ),
    (
        Rule::Outputs,
        "select id as w from person order by w",
        "select id as v from person order by v",
    ),
    (
        Rule::OutputKind,
        "select sex as v from person order by v",
        "select length(sex) as v from person order by v",
    ),
    (
        Rule::OutputKind,
        "select id > 1 as v from person order by v",
        "select case when id > 1 then 1 else 0 end as v from person order by v",
    ),
];

#[test]
fn just_outside_each_rule_a_query_is_refused_and_just_inside_it_runs() {
    for (rule, outside, inside) in CASES {
        let error = run(outside).map(|table| table.height()).expect_err(outside);
        assert_eq!(error.rule, *rule, "{outside}: {error}");
        if let Err(error) = run(inside) {
            panic!("{inside}: {error}");
        }
    }
}

#[test]
fn every_rule_has_a_case() {
    // The last three have tests of their own below.
    let others = [Rule::TooLong, Rule::TooDeep, Rule::Engine];
    for rule in Rule::ALL {
        let has_case = CASES.iter().any(|(known, _, _)| known == rule);
        assert!(has_case || others.contains(rule), "{rule}");
    }
}

#[test]
fn a_query_of_32_kibibytes_is_read_and_a_longer_one_is_not() {
    let query = "select id as v from person order by v";
    let longest = format!("{query}{}", " ".repeat(LONGEST - query.len()));
    assert!(run(&longest).is_ok());
    assert_eq!(run(&format!("{longest} ")).unwrap_err().rule, Rule::TooLong);
}

#[test]
fn a_sum_of_150_parts_runs_and_one_of_thousands_is_refused() {
    let sum =
        |parts: usize| format!("select id{} as v from person order by v", " + 1".repeat(parts));
    let table = run(&sum(150)).unwrap();
    let expected = FactColumn::Integers(vec![Some(151), Some(152)]);
    assert_eq!(table.column("v"), Some(&expected));
    assert_eq!(run(&sum(5000)).unwrap_err().rule, Rule::TooDeep);
}

#[test]
fn deep_parentheses_are_an_error_and_no_crash() {
    let sql =
        format!("select {}id{} as v from person order by v", "(".repeat(9000), ")".repeat(9000));
    assert_eq!(run(&sql).unwrap_err().rule, Rule::Syntax);
}

#[test]
fn what_the_engine_cannot_run_is_an_error_of_one_short_line() {
    let lowered = Lowered {
        steps: vec![format!("SELECT \"{}\" FROM person", "x".repeat(500))],
        tables: ["person".to_owned()].into(),
        reads: BTreeSet::new(),
        columns: Vec::new(),
        span: sqlparser::tokenizer::Span::empty(),
    };
    let place = Place { file: "x.sql", lines_before: 4 };
    let error = engine::run(&store(), &lowered, "x", &[], &place).unwrap_err();
    assert_eq!((error.rule, error.line), (Rule::Engine, 5));
    assert!(error.arguments.iter().all(|(_, text)| text.len() <= 200 && !text.contains('\n')));
}

#[test]
fn the_place_of_an_error_counts_the_lines_before_the_query() {
    let outputs = [("v", ColumnKind::Integer)];
    let sql = "select id as v\nfrom person\norder by w";
    let query = Query { path: "indicators/x/y.sql", sql, lines_before: 12, outputs: &outputs };
    let error = store().check(&query).unwrap_err();
    assert_eq!(error.to_string(), "indicators/x/y.sql:15:10: order-by-column name=\"w\"");
    let sql = "select id as v\nfrom person\norder by (v";
    let error = store().check(&Query { sql, ..query }).unwrap_err();
    assert_eq!((error.rule, error.line), (Rule::Syntax, 15));
}

#[test]
fn the_result_is_named_after_its_file() {
    let outputs = [("v", ColumnKind::Integer)];
    let sql = "select id as v from person order by v";
    let query = Query { path: "indicators/x/y.sql", sql, lines_before: 0, outputs: &outputs };
    assert_eq!(store().run(&query).unwrap().name, "y");
}

#[test]
fn the_columns_that_a_query_names_are_known_and_no_others() {
    let reads = |sql| {
        let outputs = [("v", ColumnKind::Integer)];
        let query = Query { path: "x.sql", sql, lines_before: 0, outputs: &outputs };
        let reads = store().reads(&query).unwrap();
        reads.iter().map(|(table, column)| format!("{table}.{column}")).collect::<Vec<_>>()
    };
    assert_eq!(
        reads(
            "with old as (select p.id from person as p where p.age > 25) \
             select o.id as v from old as o inner join job as j on j.person = o.id order by v"
        ),
        ["job.person", "person.age", "person.id"]
    );
    assert_eq!(
        reads("with all_of as (select * from job) select a.start as v from all_of as a order by v"),
        ["job.person", "job.start"]
    );
}

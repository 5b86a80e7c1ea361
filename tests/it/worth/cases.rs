//! Small cases worked out by hand.

use efekt::model::Movement;

use crate::pipeline::people::pesel;
use crate::pipeline::tables::{Cell, Table, csv, text};
use crate::worth::{assert_far, checked, checked_files, checked_with, declare, movement};

const HEADER: [&str; 11] = [
    "Placówka",
    "PESEL",
    "Płeć",
    "Data urodzenia",
    "Wykształcenie",
    "Status na rynku pracy w chwili przystąpienia",
    "Grupa (art. 1 ust. 2)",
    "Data rozpoczęcia",
    "Data zakończenia",
    "Sposób zakończenia",
    "Sytuacja po 6 miesiącach",
];

const RATE: &str = "employment_rate_6m";
const BENEFITS: &str = "benefit_reduction_rate";

/// A woman born on 4 March 1980 who was there from 8 January 2024.
fn person(number: u32) -> String {
    pesel((1980, 3, 4), number, true)
}

fn row(number: u32, exit: Cell, situation: &str) -> Vec<Cell> {
    vec![
        text("CIS Dolny"),
        text(&person(number)),
        text("K"),
        Cell::Day(1980, 3, 4),
        text("średnie"),
        text("bezrobotny zarejestrowany"),
        text("inne"),
        Cell::Day(2024, 1, 8),
        exit,
        text("zgodnie z IPZS"),
        text(situation),
    ]
}

/// Ten women who left on 28 June 2024; six months later three of them work.
fn ten() -> Table {
    let mut list = Table::new("lista", &HEADER, &[]);
    for number in 0..10 {
        let situation = if number < 3 { "praca" } else { "bierny" };
        list.rows.push(row(number * 7 + 1, Cell::Day(2024, 6, 28), situation));
    }
    list
}

fn column(header: &str) -> usize {
    HEADER.iter().position(|known| *known == header).unwrap()
}

#[test]
fn a_row_that_an_impossible_exit_left_out_is_one_more_of_eleven() {
    let mut list = ten();
    list.rows.push(row(100, text("31.02.2024"), "praca"));
    let outcome = checked(&[&list]);
    // 3 of 10 = 30 %; it could become 4 of 11 = 36.4 % or 3 of 11 = 27.3 %.
    let found = movement(&outcome, "W021", "I12", RATE);
    assert_far(found, 4.0 / 11.0 - 0.3, "employment");
    // 10 of 10 completed: one more could be 10 of 11.
    assert_far(movement(&outcome, "W021", "I12", "completion_rate"), 1.0 / 11.0, "completion");
    assert_far(movement(&outcome, "W021", "I12", "participants"), 1.0, "participants");
    let headline = outcome.worths.headlines.iter().find(|known| known.indicator == RATE).unwrap();
    assert_eq!(headline.now, Some(0.3));
    assert_eq!(headline.range, Some((3.0 / 11.0, 4.0 / 11.0)));
    assert_eq!((headline.movers, headline.without_bound), (1, 0));
}

#[test]
fn two_rows_together_move_less_than_twice_as_far() {
    let mut list = ten();
    list.rows.push(row(100, text("31.02.2024"), ""));
    list.rows.push(row(107, text("30.02.2024"), ""));
    let outcome = checked(&[&list]);
    for cell in ["I12", "I13"] {
        assert_far(movement(&outcome, "W021", cell, RATE), 4.0 / 11.0 - 0.3, cell);
    }
    // Both succeed: 5 of 12 = 41.7 %. Both fail: 3 of 12 = 25 %.
    let headline = outcome.worths.headlines.iter().find(|known| known.indicator == RATE).unwrap();
    assert_eq!(headline.range, Some((3.0 / 12.0, 5.0 / 12.0)));
    assert_far(headline.together, 5.0 / 12.0 - 0.3, "together");
    assert_eq!((outcome.worths.open(), outcome.worths.harmless()), (2, 0));
}

#[test]
fn a_row_that_begins_after_the_period_moves_nothing() {
    let mut list = ten();
    let mut later = row(100, text("31.02.2025"), "praca");
    later[column("Data rozpoczęcia")] = Cell::Day(2025, 1, 1);
    list.rows.push(later.clone());
    assert_eq!(checked(&[&list]).worths.harmless(), 1);
    // The day before, it could have left in the period.
    later[column("Data rozpoczęcia")] = Cell::Day(2024, 12, 31);
    list.rows[10] = later;
    assert_eq!(checked(&[&list]).worths.harmless(), 0);
}

#[test]
fn a_value_of_a_stay_outside_the_period_moves_nothing_and_one_inside_flips_a_unit() {
    let mut list = ten();
    let mut earlier = row(100, Cell::Day(2023, 12, 29), "cokolwiek");
    earlier[column("Data rozpoczęcia")] = Cell::Day(2023, 2, 1);
    list.rows.push(earlier);
    let outcome = checked(&[&list]);
    assert_eq!(movement(&outcome, "W020", "K12", RATE), Movement::None);
    assert_eq!(outcome.worths.harmless(), 1);
    // The follow-up of a woman who counts as not working: 4 of 10 would be the other answer.
    let mut list = ten();
    list.rows[9][column("Sytuacja po 6 miesiącach")] = text("cokolwiek");
    let outcome = checked(&[&list]);
    assert_far(movement(&outcome, "W020", "K11", RATE), 0.1, "flip");
    assert_eq!(movement(&outcome, "W020", "K11", "completion_rate"), Movement::None);
    assert_eq!(movement(&outcome, "W020", "K11", "participants"), Movement::None);
}

#[test]
fn a_field_that_no_main_figure_reads_moves_nothing() {
    for header in ["Wykształcenie", "Grupa (art. 1 ust. 2)", "Płeć"] {
        let mut list = ten();
        list.rows[9][column(header)] = text("cokolwiek");
        let outcome = checked(&[&list]);
        assert_eq!((outcome.worths.open(), outcome.worths.harmless()), (1, 1), "{header}");
    }
    // The labour status decides whether she is looked at: now 3 of 9, she could be a success or not.
    let mut list = ten();
    list.rows[9][column("Status na rynku pracy w chwili przystąpienia")] = text("cokolwiek");
    let outcome = checked(&[&list]);
    assert_far(movement(&outcome, "W020", "F11", RATE), 0.4 - 3.0 / 9.0, "status");
}

#[test]
fn a_number_with_a_wrong_control_digit_may_be_anybody_s() {
    let mut list = ten();
    let number = person(64);
    let last = number.chars().last().unwrap().to_digit(10).unwrap();
    list.rows[9][column("PESEL")] = text(&format!("{}{}", &number[..10], (last + 1) % 10));
    let outcome = checked(&[&list]);
    // Her own failure goes and one of the other six turns: 4 of 9 = 44.4 %, 14.4 points above 30 %. Or a
    // success turns: 2 of 9 = 22.2 %.
    assert_far(movement(&outcome, "P003", "B11", RATE), 4.0 / 9.0 - 0.3, "number");
    // She may be one of the nine: one person fewer.
    assert_far(movement(&outcome, "P003", "B11", "participants"), 1.0, "participants");
}

#[test]
fn a_figure_that_has_no_value_yet_has_no_bound() {
    let mut list = ten();
    list.rows.truncate(1);
    list.rows[0][column("Data zakończenia")] = text("31.02.2024");
    let outcome = checked(&[&list]);
    assert_eq!(movement(&outcome, "W021", "I2", RATE), Movement::NotKnown);
    assert_far(movement(&outcome, "W021", "I2", "participants"), 1.0, "participants");
    // Nobody was paid anything: there is no such figure, whatever the day.
    assert_eq!(movement(&outcome, "W021", "I2", BENEFITS), Movement::None);
}

/// Benefits of the first woman: 100 zł in each of the twelve months before, and in six of those after.
fn benefits() -> Table {
    let header = ["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota"];
    let mut table = Table::new("zasiłki", &header, &[]);
    let months = (1..=12).map(|month| (2023, month)).chain((7..=12).map(|month| (2024, month)));
    for (year, month) in months {
        table.rows.push(vec![
            text(&person(1)),
            text("zasiłek okresowy"),
            text(&format!("{year}-{month:02}")),
            Cell::Grosze(10_000),
        ]);
    }
    table
}

/// A check of one leaver with her benefits, complete for 2022 to 2026.
fn paid(benefits: &Table) -> efekt::pipeline::Outcome {
    let mut list = ten();
    list.rows.truncate(1);
    checked_with(&[&list, benefits], |settings| {
        declare(settings, "zasiłki.csv", "2022-01..2026-05");
    })
}

fn payment(kind: &str, month: &str, amount: Cell) -> Vec<Cell> {
    vec![text(&person(1)), text(kind), text(month), amount]
}

#[test]
fn an_amount_counts_on_the_side_of_its_month() {
    // 1200 zł before, 600 zł after: 50 %.
    let mut table = benefits();
    table.rows.push(payment("zasłek", "2023-05", Cell::Grosze(5_000)));
    let outcome = paid(&table);
    let headline = outcome.worths.headlines.last().unwrap();
    assert_eq!((headline.indicator.as_str(), headline.now), (BENEFITS, Some(0.5)));
    // (1250 − 600) ÷ 1250 = 52 %.
    assert_far(movement(&outcome, "W020", "B20", BENEFITS), 0.02, "before");
    assert_eq!(movement(&outcome, "W020", "B20", RATE), Movement::None);
    table.rows[18] = payment("zasłek", "2024-09", Cell::Grosze(5_000));
    // (1200 − 650) ÷ 1200 = 45.8 %.
    let after = movement(&paid(&table), "W020", "B20", BENEFITS);
    assert_far(after, 0.5 - 550.0 / 1200.0, "after");
    table.rows[18] = payment("zasłek", "2024-03", Cell::Grosze(5_000));
    assert_eq!(movement(&paid(&table), "W020", "B20", BENEFITS), Movement::None, "during");
    // Of a month that nobody knows it is the worse side.
    table.rows[18] = payment("zasiłek okresowy", "2024-13", Cell::Grosze(5_000));
    let some = movement(&paid(&table), "W027", "C20", BENEFITS);
    assert_far(some, 0.5 - 550.0 / 1200.0, "some month");
    // A housing benefit is not among the kinds that are compared.
    table.rows[18] = payment("dodatek mieszkaniowy", "2024-13", Cell::Grosze(5_000));
    assert_eq!(movement(&paid(&table), "W027", "C20", BENEFITS), Movement::None, "housing");
}

#[test]
fn an_unreadable_amount_may_be_any_that_is_accepted() {
    let mut table = benefits();
    table.rows.push(payment("zasiłek okresowy", "2023-05", text("35O,00")));
    // Up to 50,000 zł: (51,200 − 600) ÷ 51,200 = 98.8 %.
    let found = movement(&paid(&table), "W022", "D20", BENEFITS);
    assert_far(found, 50_600.0 / 51_200.0 - 0.5, "amount");
}

#[test]
fn a_payment_of_a_woman_whose_row_is_left_out_counts_with_the_row() {
    let mut list = ten();
    list.rows.truncate(1);
    list.rows.push(row(100, text("31.02.2024"), "praca"));
    let with = |amount: Cell| {
        let mut table = benefits();
        let mut payment = payment("zasiłek okresowy", "2023-05", amount);
        payment[0] = text(&person(100));
        table.rows.push(payment);
        checked_with(&[&list, &table], |settings| {
            declare(settings, "zasiłki.csv", "2022-01..2026-05");
        })
    };
    // Alone neither does anything: her row brings no known payment, the payment no row.
    let outcome = with(text("35O,00"));
    let benefits = outcome.worths.headlines.last().unwrap();
    assert_eq!((benefits.indicator.as_str(), benefits.now), (BENEFITS, Some(0.5)));
    // Both: up to 50,000 zł before, (51,200 − 600) ÷ 51,200, or after, (1200 − 50,600) ÷ 1200.
    let (low, high) = benefits.range.unwrap();
    assert!((high - 50_600.0 / 51_200.0).abs() < 1e-9, "{high}");
    assert!((low + 49_400.0 / 1200.0).abs() < 1e-9, "{low}");
    assert_eq!(movement(&outcome, "W022", "D20", BENEFITS), benefits.together);
    assert_eq!((benefits.movers, benefits.without_bound), (2, 0));
    // A payment that can be read comes with her row: (1200 + 350 − 600) ÷ 1550.
    let outcome = with(Cell::Grosze(35_000));
    let (_, high) = outcome.worths.headlines.last().unwrap().range.unwrap();
    assert!((high - 950.0 / 1550.0).abs() < 1e-9, "{high}");
}

#[test]
fn a_doubtful_number_may_mean_a_participant_of_another_year_with_her_benefits() {
    let mut list = ten();
    list.rows.truncate(3);
    // She left in 2023, and was paid 9000 zł in August 2024.
    let mut earlier = row(200, Cell::Day(2023, 12, 29), "bierny");
    earlier[column("Data rozpoczęcia")] = Cell::Day(2023, 2, 1);
    list.rows.push(earlier);
    let number = person(8);
    let last = number.chars().last().unwrap().to_digit(10).unwrap();
    list.rows[1][column("PESEL")] = text(&format!("{}{}", &number[..10], (last + 1) % 10));
    let mut table = benefits();
    // The third woman was paid as much as the first: 2400 zł before, 1200 zł after.
    for mut same in benefits().rows {
        same[0] = text(&person(15));
        table.rows.push(same);
    }
    let mut payment = payment("zasiłek okresowy", "2024-08", Cell::Grosze(900_000));
    payment[0] = text(&person(200));
    table.rows.push(payment);
    let outcome = checked_with(&[&list, &table], |settings| {
        declare(settings, "zasiłki.csv", "2022-01..2026-05");
    });
    // The doubtful row may be hers: (2400 − 1200 − 9000) ÷ 2400 = −325 %.
    assert_far(movement(&outcome, "P003", "B3", BENEFITS), 3.75, "number");
}

#[test]
fn a_copy_may_be_a_second_equal_payment() {
    let mut table = benefits();
    table.rows.push(table.rows[4].clone());
    // (1300 − 600) ÷ 1300.
    let found = movement(&paid(&table), "X001", "A20", BENEFITS);
    assert_far(found, 700.0 / 1300.0 - 0.5, "copy");
}

#[test]
fn months_that_were_taken_to_be_complete_have_no_bound() {
    let mut list = ten();
    list.rows.truncate(1);
    let outcome = checked(&[&list, &benefits()]);
    assert_eq!(movement(&outcome, "B004", "", BENEFITS), Movement::NotKnown, "not counted yet");
    // With a payment in December 2022 and June 2025 all months are taken to be known.
    let mut table = benefits();
    table.rows.push(payment("zasiłek stały", "2022-12", Cell::Grosze(100)));
    table.rows.push(payment("zasiłek stały", "2025-06", Cell::Grosze(100)));
    let outcome = checked(&[&list, &table]);
    assert_eq!(movement(&outcome, "B004", "", BENEFITS), Movement::NotKnown);
    assert_eq!(movement(&outcome, "B004", "", RATE), Movement::None);
}

#[test]
fn a_file_that_cannot_be_read_has_no_bound_and_a_sheet_with_a_missing_column_that_of_its_rows() {
    let broken = ("b.xlsx".to_owned(), b"PK\x03\x04 no workbook".to_vec());
    let files = vec![("lista.csv".to_owned(), csv(&ten())), broken];
    let outcome = checked_files(files, |_| {});
    for indicator in ["participants", RATE, BENEFITS] {
        assert_eq!(movement(&outcome, "W001", "", indicator), Movement::NotKnown, "{indicator}");
    }
    // A list of two rows without the column of days: two persons more, or two of the ten turn.
    let mut other = ten();
    other.name = "druga".to_owned();
    other.rows.truncate(2);
    let place = column("Data rozpoczęcia");
    other.header.remove(place);
    other.rows.iter_mut().for_each(|row| {
        row.remove(place);
    });
    let outcome = checked(&[&ten(), &other]);
    let code = outcome.findings.iter().find(|finding| finding.code == "W010").unwrap();
    let cell = code.place.address();
    assert_far(movement(&outcome, "W010", &cell, "participants"), 2.0, "participants");
    assert_far(movement(&outcome, "W010", &cell, RATE), 0.2, "two failures turn");
}

#[test]
fn two_persons_who_may_be_one_are_one_fewer_at_most() {
    let mut list = ten();
    list.header.extend(["Imię".to_owned(), "Nazwisko".to_owned()]);
    for (number, row) in (b'a'..).zip(&mut list.rows) {
        row.extend([text("Anna"), text(&format!("Wymyślak{}", char::from(number)))]);
    }
    list.rows[9][12] = text("Wymyślaki");
    list.rows[8][12] = text("Wymyślaki");
    let outcome = checked(&[&list]);
    let found = outcome.findings.iter().find(|finding| finding.code == "X007").unwrap();
    let cell = found.place.address();
    assert_far(movement(&outcome, "X007", &cell, "participants"), 1.0, "participants");
    // Two failures become one unit, which may be a success: 4 of 9.
    assert_far(movement(&outcome, "X007", &cell, RATE), 4.0 / 9.0 - 0.3, "employment");
}

#[test]
fn a_finding_of_another_centre_moves_nothing_in_the_run_of_one() {
    let mut list = ten();
    let mut elsewhere = row(100, text("31.02.2024"), "praca");
    elsewhere[0] = text("CIS Górny");
    list.rows.push(elsewhere);
    let mut there = row(107, Cell::Day(2024, 6, 28), "praca");
    there[0] = text("CIS Górny");
    list.rows.push(there);
    let only = |name: &'static str| {
        checked_with(&[&list], move |settings| settings.centre = Some(name.to_owned()))
    };
    assert_eq!(movement(&only("CIS Dolny"), "W021", "I12", RATE), Movement::None);
    // Of one, who works: a failure makes it 1 of 2.
    assert_far(movement(&only("CIS Górny"), "W021", "I12", RATE), 0.5, "its own centre");
}

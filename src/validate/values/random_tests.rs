//! Every reader of values against texts and numbers that nobody thought of: none stops, and what is
//! read can be trusted. The same inputs in every run.

use crate::catalogue::{Catalogue, Dictionary};
use crate::ingest::{CellError, RawCell};
use crate::model::{DateOrder, Day, Month, Pesel};
use crate::validate::privacy;
use crate::validate::values::{
    DayForm, Reading, Value, read_code, read_codes, read_day, read_flag, read_money, read_month,
    read_pesel, read_quantity, read_working_time, split_many,
};

const CASES: usize = 5_000;

/// Texts that people write; the random ones begin as one of them.
const WRITTEN: [&str; 40] = [
    "31.12.2024",
    "31-12-24 r.",
    "2024-12-31T10:15:00",
    "1 grudnia 2024",
    "1 XII 2024 roku",
    "12/31/2024",
    "03.2024",
    "marzec 2024",
    "2024-03",
    "44051401359",
    "4405140135",
    "PESEL 440514",
    "1 490,64 zł",
    "1.490,64",
    "1490.6",
    "350,-",
    "-15,00",
    "brak",
    "-",
    "b.d.",
    "n/d",
    "tak",
    "nie",
    "x",
    "+",
    "odmowa",
    "1/2",
    "0,75",
    "pełny",
    "½ etatu",
    "40 godz.",
    "praca",
    "zasiłek okresowy",
    "bezdomni; niepełnosprawni / inne",
    "a|b\nc",
    "#N/A",
    "",
    " ",
    "\u{a0}",
    "Zażółć gęślą jaźń",
];

/// Letters that readers stumble over.
const LETTERS: [char; 40] = [
    '0', '1', '9', '٣', '½', '²', '.', ',', '-', '−', '–', '/', ':', ';', '|', ' ', '\u{a0}',
    '\u{2009}', '\n', '\t', '\'', '"', '+', 'e', 'E', 'r', 'z', 'ł', 'Ł', 'ż', 'Ż', 'ẞ', 'İ',
    '\u{301}', '\u{200b}', '\u{feff}', '\u{fffd}', '\0', '😀', '𝟙',
];

/// `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    fn text(&mut self) -> String {
        let mut letters: Vec<char> = WRITTEN[self.below(WRITTEN.len())].chars().collect();
        for _ in 0..self.below(4) {
            let at = self.below(letters.len() + 1);
            match self.below(4) {
                0 => letters.insert(at, LETTERS[self.below(LETTERS.len())]),
                1 if at < letters.len() => letters[at] = LETTERS[self.below(LETTERS.len())],
                2 if at < letters.len() => drop(letters.remove(at)),
                _ => letters.extend(WRITTEN[self.below(WRITTEN.len())].chars()),
            }
        }
        letters.into_iter().collect()
    }

    fn cell(&mut self) -> RawCell {
        let numbers = [
            0.0,
            -0.0,
            1.0,
            0.5,
            45_658.0,
            3.2024,
            202_403.0,
            44_051_401_359.0,
            1e15,
            1e16,
            1e308,
            -1e308,
            5e-324,
            2_958_465.99,
            350.005,
            -15.0,
        ];
        match self.below(8) {
            0 => RawCell::Number(f64::from_bits(self.next())),
            1 | 2 => RawCell::Number(numbers[self.below(numbers.len())]),
            3 => {
                RawCell::Day(Day::from_number(i32::try_from(self.below(60_000)).unwrap()).unwrap())
            }
            4 => RawCell::Flag(self.below(2) == 0),
            5 => RawCell::Error(CellError::Value),
            6 => RawCell::NoValue,
            _ => RawCell::Text(0),
        }
    }
}

fn form(dice: &mut Dice) -> DayForm {
    let order = [DateOrder::DayFirst, DateOrder::MonthFirst][dice.below(2)];
    DayForm { from_1904: dice.below(2) == 0, latest_year: 2026, order }
}

/// What can be trusted of a value, whatever was written.
fn check(reading: &Reading, what: &str) {
    let (Reading::Value(value) | Reading::Repaired(value, _) | Reading::Partly(value, ..)) =
        reading
    else {
        return;
    };
    match *value {
        Value::Day(day) => {
            let (year, month, number) = day.parts();
            assert_eq!(Day::new(year, month, number), Some(day), "{what}");
        }
        Value::Month(month) => {
            let (year, number) = month.parts();
            assert_eq!(Month::new(year, number), Some(month), "{what}");
        }
        Value::Pesel(number) => {
            assert!(number < 100_000_000_000, "{what}");
            Pesel::new(number).birth_date();
            Pesel::new(number).sex();
        }
        _ => {}
    }
}

#[test]
fn no_text_and_no_cell_stops_a_reader_of_values() {
    let catalogue = Catalogue::embedded().unwrap();
    let dictionaries: Vec<&Dictionary> = catalogue
        .sources
        .iter()
        .flat_map(|source| &source.fields)
        .map(|field| &field.dictionary)
        .filter(|dictionary| !dictionary.entries.is_empty())
        .collect();
    let fields: Vec<_> = catalogue.sources.iter().flat_map(|source| &source.fields).collect();
    let mut dice = Dice(0x5EED);
    let mut understood = 0;
    for _ in 0..CASES {
        let text = dice.text();
        let text_cell = RawCell::Text(0);
        for cell in [text_cell, dice.cell()] {
            let form = form(&mut dice);
            let readings = [
                read_day(cell, &text, form),
                read_month(cell, &text, form),
                read_money(cell, &text),
                read_flag(cell, &text, true),
                read_pesel(cell, &text),
                read_quantity(cell, &text),
                read_working_time(cell, &text),
            ];
            for reading in &readings {
                check(reading, &text);
                understood += usize::from(!matches!(reading, Reading::Bad(..)));
            }
        }
        let dictionary = dictionaries[dice.below(dictionaries.len())];
        for reading in [read_code(&text, dictionary), read_codes(&text, dictionary)] {
            if let Reading::Value(Value::Code(code)) = reading {
                assert!(dictionary.code(usize::from(code)).is_some(), "{text}");
            }
        }
        assert!(split_many(&text).count() <= text.len() + 1);
        // Masked: no row of eleven digits is left, whatever stands between them.
        let shown = privacy::shown(fields[dice.below(fields.len())], &text);
        assert!(longest_run(&shown) < 11, "{text} was shown as {shown}");
    }
    assert!(understood > CASES, "the texts are too strange to show anything: {understood}");
}

fn longest_run(text: &str) -> usize {
    let digits = |letter: char| !letter.is_ascii_digit();
    text.split(digits).map(str::len).max().unwrap_or(0)
}

#[test]
fn an_amount_is_read_to_the_grosz_in_every_style() {
    let mut dice = Dice(0xA11);
    for _ in 0..CASES {
        let grosze = i64::try_from(dice.below(100_000_000)).unwrap();
        let (whole, rest) = (grosze / 100, grosze % 100);
        let grouped = |mark: &str| {
            let digits = whole.to_string();
            let mut text = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place) % 3 == 0 {
                    text.push_str(mark);
                }
                text.push(digit);
            }
            text
        };
        for text in [
            format!("{whole},{rest:02}"),
            format!("{whole}.{rest:02} zł"),
            format!("{},{rest:02} PLN", grouped(" ")),
            format!("{},{rest:02}", grouped("\u{a0}")),
            format!("{},{rest:02}zł", grouped(".")),
            format!("{}.{rest:02}", grouped(",")),
        ] {
            assert_eq!(
                read_money(RawCell::Text(0), &text),
                Reading::Value(Value::Grosze(grosze)),
                "{text}"
            );
        }
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let number = grosze as f64 / 100.0;
        assert_eq!(read_money(RawCell::Number(number), ""), Reading::Value(Value::Grosze(grosze)));
    }
}

#[test]
fn a_day_is_read_back_from_every_form_in_which_it_is_written() {
    let mut dice = Dice(0xDA7E);
    for _ in 0..CASES {
        // 1927-01-01 to 2026-12-31, so that two digits name the year.
        let number = i32::try_from(dice.below(36_525)).unwrap() - 15_706;
        let day = Day::from_number(number).unwrap();
        let (year, month, date) = day.parts();
        let short = year % 100;
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
            let form = DayForm { from_1904: false, latest_year: 2026, order };
            let (first, second) =
                if order == DateOrder::DayFirst { (date, month) } else { (month, date) };
            for text in [
                day.to_string(),
                format!("{first}.{second}.{year}"),
                format!("{first:02}/{second:02}/{year} 10:15"),
                format!("{first:02}-{second:02}-{short:02}"),
                format!("{first:02}.{second:02}.{year} r."),
            ] {
                let reading = read_day(RawCell::Text(0), &text, form);
                assert_eq!(reading, Reading::Value(Value::Day(day)), "{text}");
            }
        }
    }
}

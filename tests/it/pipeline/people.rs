//! Made-up people: a list of participants, their benefits, jobs and support, from a seed.

use crate::pipeline::tables::{Cell, Table, text};

/// Numbers that look random and are the same every time (xorshift64*, Vigna 2016).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        u32::try_from(high % u64::from(limit)).unwrap()
    }

    pub(crate) fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let place = self.below(u32::try_from(choices.len()).unwrap());
        choices[usize::try_from(place).unwrap()]
    }

    /// Another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(u32::try_from(last + 1).unwrap());
            list.swap(last, usize::try_from(other).unwrap());
        }
    }
}

/// A PESEL with the right control digit, for births from 1900 to 2099.
pub(crate) fn pesel((year, month, day): (i32, u32, u32), serial: u32, woman: bool) -> String {
    let month = if year >= 2000 { month + 20 } else { month };
    let sex = serial % 5 * 2 + u32::from(!woman);
    let ten = format!("{:02}{month:02}{day:02}{:03}{sex}", year % 100, serial % 1000);
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let sum: u32 =
        ten.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap() * weight).sum();
    format!("{ten}{}", (10 - sum % 10) % 10)
}

/// The tables of one made-up town, all without a contradiction: what a row says depends on no other row.
pub(crate) struct Town {
    pub(crate) participants: Table,
    pub(crate) benefits: Table,
    pub(crate) jobs: Table,
    pub(crate) support: Table,
}

impl Town {
    /// All tables, in an order.
    pub(crate) fn tables(&self) -> Vec<Table> {
        [&self.participants, &self.benefits, &self.jobs, &self.support].map(Clone::clone).to_vec()
    }
}

const PARTICIPANTS: [&str; 31] = [
    "Placówka",
    "PESEL",
    "Nr dokumentu",
    "Imię",
    "Nazwisko",
    "Płeć",
    "Data urodzenia",
    "Wykształcenie",
    "Gmina",
    "Status na rynku pracy w chwili przystąpienia",
    "Grupa (art. 1 ust. 2)",
    "Stopień niepełnosprawności",
    "Data skierowania",
    "Data rozpoczęcia",
    "Data zakończenia",
    "Sposób zakończenia",
    "Warsztat",
    "Sytuacja po zakończeniu",
    "Data sytuacji",
    "Sytuacja po 6 miesiącach",
    "Nr projektu",
    "Obywatel państwa trzeciego",
    "Obce pochodzenie",
    "Mniejszość",
    "Bezdomność",
    "Obszar (DEGURBA)",
    "Bezrobotny od",
    "Uzyskano kwalifikacje",
    "Podjęto naukę",
    "Postęp społeczny",
    "Dotacja na działalność z EFS",
];

/// `count` persons with one or two stays in two centres, between 2022 and 2025.
pub(crate) fn town(seed: u64, count: u32) -> Town {
    let mut dice = Dice::new(seed);
    let mut town = Town {
        participants: Table::new("Uczestnicy", &PARTICIPANTS, &[]),
        benefits: Table::new(
            "Zasiłki",
            &["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota", "Płatnik"],
            &[],
        ),
        jobs: Table::new(
            "Praca",
            &[
                "PESEL",
                "Początek zatrudnienia",
                "Koniec zatrudnienia",
                "Forma zatrudnienia",
                "Wymiar etatu",
                "Pracodawca",
            ],
            &[],
        ),
        support: Table::new("Wsparcie", &["PESEL", "Forma wsparcia", "Od", "Obszar"], &[]),
    };
    // Dice of their own, so that what was made before stays as it is.
    let mut more = Dice::new(seed + 77);
    for serial in 0..count {
        let woman = dice.below(2) == 0;
        let birth =
            (1960 + i32::try_from(dice.below(45)).unwrap(), 1 + dice.below(12), 1 + dice.below(28));
        let number = pesel(birth, serial * 7 + 11, woman);
        // Every eleventh person has a document only, and so neither benefits nor jobs.
        let document = serial % 11 == 10;
        let first = 2022 + i32::try_from(dice.below(3)).unwrap();
        for year in first..=first + i32::try_from(dice.below(2)).unwrap() {
            let mut stay = stay(&mut dice, &number, document, serial, woman, birth, year);
            let status = town.participants.column("Status na rynku pracy w chwili przystąpienia");
            if more.below(6) == 0 {
                stay[status] = text("pracujący");
            }
            let ended = stay[town.participants.column("Data zakończenia")] != Cell::Empty;
            stay.extend(characteristics(&mut more, year, ended));
            town.participants.rows.push(stay);
        }
        if document {
            continue;
        }
        for month in 0..dice.below(30) {
            let kind = dice.one_of(&[
                "zasiłek okresowy",
                "zasiłek celowy",
                "zasiłek stały",
                "dodatek mieszkaniowy",
            ]);
            let payer = dice.one_of(&["", "gmina"]);
            town.benefits.rows.push(vec![
                text(&number),
                text(kind),
                text(&format!("{}-{:02}", 2022 + month / 12, month % 12 + 1)),
                Cell::Grosze(i64::from(dice.below(90_000) + 1_000)),
                text(payer),
            ]);
        }
        if dice.below(2) == 0 {
            let start = 2023 + i32::try_from(dice.below(3)).unwrap();
            let end = if dice.below(2) == 0 {
                Cell::Empty
            } else {
                Cell::Day(start + 1, 1 + dice.below(12), 15)
            };
            town.jobs.rows.push(vec![
                text(&number),
                Cell::Day(start, 1 + dice.below(12), 1 + dice.below(28)),
                end,
                text(dice.one_of(&["umowa o pracę", "umowa zlecenie", "działalność gospodarcza"])),
                text(dice.one_of(&["1", "1/2", "0,75", ""])),
                text(dice.one_of(&["Tartak", "Piekarnia", "Szwalnia"])),
            ]);
        }
        let kind = dice.one_of(&["szkolenie zawodowe", "kurs", "targi pracy", "wolontariat"]);
        town.support.rows.push(vec![
            text(&number),
            text(kind),
            Cell::Day(2024, 1 + dice.below(12), 3),
            text(more.one_of(&["zawodowa", "społeczna", ""])),
        ]);
    }
    // The same payment twice: one of the two is a duplicate, whichever stands first.
    let twice = town.benefits.rows[0].clone();
    town.benefits.rows.push(twice);
    town
}

fn stay(
    dice: &mut Dice,
    number: &str,
    document: bool,
    serial: u32,
    woman: bool,
    birth: (i32, u32, u32),
    year: i32,
) -> Vec<Cell> {
    let month = 1 + dice.below(6);
    let entry = Cell::Day(year, month, 1 + dice.below(28));
    let referral =
        if dice.below(3) == 0 { Cell::Empty } else { Cell::Day(year - 1, 11 + dice.below(2), 20) };
    let ended = dice.below(5) > 0;
    let exit = Cell::Day(year, month + 2 + dice.below(5), 1 + dice.below(28));
    let outcome = dice.one_of(&[
        "praca",
        "bezrobotny",
        "bierny",
        "poszukiwanie pracy",
        "nauka lub szkolenie",
        "",
    ]);
    let only_ended = |cell: Cell| if ended { cell } else { Cell::Empty };
    vec![
        text(dice.one_of(&["CIS Dolny", "CIS Górny"])),
        text(if document { "" } else { number }),
        text(&if document { format!("DOK {serial:06}") } else { String::new() }),
        text(if woman { "Anna" } else { "Jan" }),
        text("Wymyślak"),
        text(if woman { "K" } else { "M" }),
        Cell::Day(birth.0, birth.1, birth.2),
        text(dice.one_of(&["podstawowe", "średnie", "wyższe", ""])),
        text(dice.one_of(&["Dolna", "Górna"])),
        text(dice.one_of(&[
            "bezrobotny zarejestrowany",
            "bierny zawodowo",
            "bezrobotny niezarejestrowany",
        ])),
        text(dice.one_of(&[
            "bezdomni",
            "bezdomni; niepełnosprawni",
            "długotrwale bezrobotni",
            "inne",
        ])),
        text(dice.one_of(&["brak", "lekki", "umiarkowany"])),
        referral,
        entry,
        only_ended(exit),
        only_ended(text(dice.one_of(&[
            "zgodnie z IPZS",
            "rezygnacja",
            "wcześniej – podjęcie pracy",
            "zgon",
        ]))),
        text(dice.one_of(&["stolarnia", "ogród; kuchnia", "kuchnia"])),
        only_ended(text(outcome)),
        Cell::Empty,
        only_ended(text(dice.one_of(&["praca", "bierny", ""]))),
    ]
}

/// What projects ask for, and what is known after the exit. Projects last as long as people come back.
fn characteristics(dice: &mut Dice, year: i32, ended: bool) -> Vec<Cell> {
    let answers = ["tak", "nie", "nie", "", "odmowa"];
    let only_ended = |cell: Cell| if ended { cell } else { Cell::Empty };
    let since = Cell::Day(year - 1, 1 + dice.below(12), 1 + dice.below(28));
    vec![
        text(dice.one_of(&["P-1", "P-1", "P-2", ""])),
        text(dice.one_of(&answers)),
        text(dice.one_of(&answers)),
        text(dice.one_of(&answers)),
        text(dice.one_of(&answers)),
        text(dice.one_of(&["1", "2", "3", "3", ""])),
        if dice.below(3) == 0 { Cell::Empty } else { since },
        only_ended(text(dice.one_of(&["tak", "nie", ""]))),
        only_ended(text(dice.one_of(&["tak", "nie", "nie", ""]))),
        only_ended(text(dice.one_of(&["tak", "nie", ""]))),
        only_ended(text(dice.one_of(&["nie", "nie", "tak"]))),
    ]
}

#[test]
fn a_made_pesel_has_its_control_digit_worked_out_by_hand() {
    // 4·1 + 4·3 + 0·7 + 5·9 + 1·1 + 4·3 + 0·7 + 1·9 + 3·1 + 7·3 = 107, so 3.
    assert_eq!(pesel((1944, 5, 14), 13, false), "44051401373");
    // 0·1 + 1·3 + 2·7 + 2·9 + 0·1 + 3·3 + 0·7 + 0·9 + 1·1 + 2·3 = 51, so 9.
    assert_eq!(pesel((2001, 2, 3), 1, true), "01220300129");
}

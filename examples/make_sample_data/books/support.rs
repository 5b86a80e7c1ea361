//! `formy wsparcia.xlsx`: what each person took part in, two to six forms a stay.

use jiff::civil::Date;

use super::participants::{Dates, day};
use crate::calendar::{KEPT_ON, plus_days};
use crate::cluster::{Cluster, Stay};
use crate::planted::{Garden, row_left_out};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};

const SHEET: &str = "formy wsparcia";

const COLUMNS: [Column; 6] = [
    column("PESEL", "pesel", 13.0),
    column("Forma wsparcia", "kind", 26.0),
    column("Obszar", "area", 13.0),
    column("Od", "from", 12.0),
    column("Do", "to", 12.0),
    column("Liczba godzin", "hours", 10.0),
];

const OTHERS: [(&str, &str); 12] = [
    ("szkolenie zawodowe", "zawodowa"),
    ("kurs", "zawodowa"),
    ("praktyka u pracodawcy", "zawodowa"),
    ("doradztwo zawodowe", "zawodowa"),
    ("pośrednictwo pracy", "zawodowa"),
    ("targi pracy", "zawodowa"),
    ("wsparcie psychologiczne", "społeczna"),
    ("trening interpersonalny", "społeczna"),
    ("trening intrapersonalny", "społeczna"),
    ("poradnictwo prawne", "społeczna"),
    ("zajęcia edukacyjne", "społeczna"),
    ("wolontariat", "społeczna"),
];

struct Support {
    person: usize,
    kind: &'static str,
    area: &'static str,
    from: Date,
    to: Option<Date>,
    hours: i64,
}

fn invent(random: &mut Random, stay: &Stay) -> Vec<Support> {
    let person = stay.person;
    let mut all = vec![Support {
        person,
        kind: "warsztat zawodowy",
        area: "zawodowa",
        from: stay.entry,
        to: stay.exit,
        hours: random.between(4, 60) * 10,
    }];
    let end = stay.exit.unwrap_or(KEPT_ON);
    let days = i64::from((end - stay.entry).get_days()).max(1);
    let addicted = stay.groups.contains(&"alcohol") || stay.groups.contains(&"drugs");
    if addicted {
        let from = plus_days(stay.entry, random.between(0, (days - 1).min(25)));
        all.push(Support {
            person,
            kind: "terapia uzależnień",
            area: "społeczna",
            from,
            to: stay.exit,
            hours: random.between(8, 40),
        });
    }
    let first = random.between(0, 11);
    for step in 0..random.between(1, 4) {
        let at = usize::try_from((first + step * 5) % 12).unwrap_or_default();
        let (kind, area) = OTHERS.get(at).copied().unwrap_or(("kurs", "zawodowa"));
        let from = plus_days(stay.entry, random.between(0, days - 1));
        let to = plus_days(from, random.between(1, 60));
        let to = (to <= end).then_some(to).or(stay.exit);
        all.push(Support { person, kind, area, from, to, hours: random.between(1, 15) * 4 });
    }
    all
}

/// Writes the forms of support and plants a defect.
pub(crate) fn book(
    random: &mut Random,
    cluster: &Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut all: Vec<Support> =
        cluster.stays.iter().flat_map(|stay| invent(random, stay)).collect();
    all.sort_by_key(|support| (support.from, support.person, support.kind));
    let mut sheet = Sheet::new(SHEET, &COLUMNS, 0x00FF_E699);
    sheet.titles(&["Formy wsparcia uczestników – wszystkie centra"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    sheet.filter = true;
    for (key, support) in all.iter().enumerate() {
        let pesel = cluster.people.get(support.person).map_or("", |person| person.pesel.as_str());
        sheet.record(key, |field| match field {
            "pesel" => Cell::text(pesel),
            "kind" => Cell::text(support.kind),
            "area" => Cell::text(support.area),
            "from" => day(random, Dates::Real, support.from),
            "to" => support.to.map_or(Cell::Empty, Cell::Day),
            _ => Cell::Whole(support.hours),
        });
    }
    let mut book = Book { path: "formy wsparcia.xlsx", sheets: vec![sheet] };
    let typo = all
        .iter()
        .position(|support| support.kind == "doradztwo zawodowe" && support.from.year() == 2024)
        .ok_or("no counselling")?;
    garden.plant(
        &mut book,
        SHEET,
        typo,
        "kind",
        Some(Cell::text("doradctwo zawdowe")),
        row_left_out("unknown code in kind: 'doradctwo zawdowe'", "this form of support only"),
    )?;
    Ok(book)
}

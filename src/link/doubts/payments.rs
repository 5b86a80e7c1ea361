//! What mending a row of a benefits table could change: an amount, and the months that a source holds.

use std::sync::Arc;

use crate::link::benefits::{Spread, Spreads, declared};
use crate::link::doubts::context::Located;
use crate::link::doubts::{Change, Follower, PaymentChange, RowId, Way, What, Who};
use crate::link::{LinkRules, SOCIAL_ASSISTANCE};
use crate::model::{Finding, Grosze, Month};
use crate::validate::RowUse;

/// Fields that say when.
const TIME: [&str; 3] = ["month", "from", "to"];
/// Fields without which the payment is another one.
const WHOLE: [&str; 8] =
    ["pesel", "document", "kind", "month", "from", "to", "amount", "amount_total"];

impl Follower<'_> {
    pub(super) fn benefits_row(&mut self, located: &Located<'_>, what: &What<'_>) {
        self.joined_persons(located, what);
        match located.state {
            RowUse::Used => self.payment_in_use(located, what),
            // A copy may be a second, equal payment; a row that is left out may come back.
            RowUse::Copy => self.payment_that_may_come(located, what),
            RowUse::LeftOut => {
                if what.row || what.person || what.fields.iter().any(|field| WHOLE.contains(field))
                {
                    self.payment_that_may_come(located, what);
                }
            }
        }
    }

    fn payment_in_use(&mut self, located: &Located<'_>, what: &What<'_>) {
        let named = self.named(located);
        if what.fields.contains("payer") {
            self.changes.extend(named.iter().map(|person| Change::Payer { person: *person }));
        }
        let moves = what.fields.iter().any(|field| WHOLE.contains(field));
        if !(what.row || what.person || moves) {
            return;
        }
        let payment = PaymentChange { way: Way::Goes, ..self.payment(located, what, false) };
        if what.person {
            // Every row of the table that bears the number goes to somebody else.
            for (kind, paid) in self.context.paid_under(located) {
                let kind = Some(kind);
                let most = Some(Grosze(paid));
                let all =
                    PaymentChange { kind, most, months: None, monthly: false, ..payment.clone() };
                self.goes(&named, &all);
                self.changes.push(Change::Payment(PaymentChange { way: Way::Comes, ..all }));
            }
        } else {
            self.goes(&named, &payment);
        }
        if moves {
            let whose = self.whose(located, what);
            self.come(located, what, &whose);
        }
        if what.row {
            self.source_may_change(located, what, Way::Goes);
        }
    }

    fn goes(&mut self, named: &[usize], payment: &PaymentChange) {
        for person in named {
            let who = Who::Person(*person);
            self.changes.push(Change::Payment(PaymentChange { who, ..payment.clone() }));
        }
    }

    fn payment_that_may_come(&mut self, located: &Located<'_>, what: &What<'_>) {
        let whose = self.whose(located, what);
        self.come(located, what, &whose);
        self.source_may_change(located, what, Way::Comes);
    }

    fn come(&mut self, located: &Located<'_>, what: &What<'_>, whose: &[Who]) {
        let payment = self.payment(located, what, true);
        for who in whose {
            self.changes.push(Change::Payment(PaymentChange { who: *who, ..payment.clone() }));
        }
    }

    /// The payment of a row; after mending when `mended`, with everything open that is in doubt.
    fn payment(&self, located: &Located<'_>, what: &What<'_>, mended: bool) -> PaymentChange {
        let Located { table, row, state, .. } = *located;
        let rules = self.context.linking.rules;
        let of_row = self.context.doubted(&located.id());
        let open = |field: &str| {
            mended
                && (what.fields.contains(field)
                    || state == RowUse::LeftOut && of_row.contains(field))
        };
        let time_is_open = TIME.iter().any(|field| open(field));
        let months = months(located, rules).filter(|_| !time_is_open);
        let monthly = table.grosze(row, "amount");
        let total = table.grosze(row, "amount_total");
        let unlimited =
            open("amount_total") || open("amount") && table.has("amount_total") && total.is_none();
        let most = if unlimited {
            None
        } else if open("amount") {
            rules.catalogue.whole_number("maximum_amount_month", rules.as_of).map(|zl| zl * 100)
        } else {
            monthly.or(total)
        };
        PaymentChange {
            row: located.id(),
            who: Who::Anybody,
            kind: table.code(row, "kind", rules.catalogue).filter(|_| !open("kind")).map(Arc::from),
            months,
            most: most.map(Grosze),
            // A payment has one month; a decision pays its amount in every month.
            monthly: table.has("from")
                && table.month(row, "month").is_none()
                && (monthly.is_some() || open("amount")),
            way: Way::Comes,
        }
    }

    /// A source that declares no months is complete from its first to its last one: a row that comes or
    /// goes at either end moves them.
    fn source_may_change(&mut self, located: &Located<'_>, what: &What<'_>, way: Way) {
        let linking = self.context.linking;
        let table = located.table;
        if !declared(table, linking.rules).is_empty() {
            return;
        }
        let key = (Arc::clone(&table.file), linking.centres.of_table(table, linking.rules));
        let payment = self.payment(located, what, way == Way::Comes);
        let social = payment.kind.as_ref().is_none_or(|kind| SOCIAL_ASSISTANCE.contains(&&**kind));
        let source = linking.sources.get(&key);
        let ends = source.and_then(|source| source.first.zip(source.last));
        let is_social = source.is_some_and(|source| source.social);
        let moves = match (ends, payment.months) {
            (Some((first, last)), Some((from, until))) => match way {
                Way::Comes => from < first || until > last,
                Way::Goes => from <= first || until >= last,
            },
            _ => true,
        };
        let begins = social && !is_social;
        if moves && (social || is_social) || begins {
            self.changes.push(Change::Coverage { narrower: way == Way::Goes });
        }
    }

    /// A total that differs from its rows: so much too much or too little, of nobody knows whom.
    pub(super) fn total(&mut self, finding: &Finding) {
        let table = self.context.table_at(&finding.place).map(|(_, table)| table);
        if table.is_none_or(|table| table.kind != "benefits") {
            return;
        }
        let amount = |name: &str| finding.argument(name).and_then(Grosze::parse);
        let difference = amount("expected").zip(amount("computed"));
        let most = difference.map(|(said, summed)| Grosze((said.0 - summed.0).abs()));
        let row = finding.place.cell.map(|cell| cell.row);
        for way in [Way::Comes, Way::Goes] {
            self.changes.push(Change::Payment(PaymentChange {
                row: RowId {
                    file: Arc::clone(&finding.place.file),
                    sheet: Arc::clone(&finding.place.sheet),
                    row,
                },
                who: Who::Anybody,
                kind: None,
                months: None,
                most,
                monthly: false,
                way,
            }));
        }
    }
}

/// First and last month of a row, as far as it says.
fn months(located: &Located<'_>, rules: LinkRules<'_>) -> Option<(Month, Month)> {
    let table = located.table;
    Spreads::of_table(table, rules, declared(table, rules)).of(located.row).map(Spread::ends)
}

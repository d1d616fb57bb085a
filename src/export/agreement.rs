//! The pair agreement as one sheet: what is printed on a page, and what the report holds of it.

use super::dated_moment;
use crate::domain::{Pairing, PersonId, Promise, PromiseState, Signature};
use crate::i18n::{Labels, capitalised};

/// A promise on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// A few words that name it.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub state: PromiseState,
    /// Whether the mentor accepts it, and whether the student does.
    pub ticks: [bool; 2],
    /// Where it stands, in words.
    pub words: String,
}

/// A name at the foot of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub person: PersonId,
    /// Their first name.
    pub name: String,
    /// When they signed, if they did.
    pub moment: Option<String>,
    /// What the agreement says otherwise since they signed, in a sentence.
    pub changed: Option<String>,
}

/// The agreement, ready to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// “Entre Karim et Léa”.
    pub between: String,
    /// Its promises of which something was said, in order.
    pub lines: Vec<Line>,
    /// The mentor's signature, then the student's.
    pub signed: Vec<Signed>,
}

/// The agreement of a pair as a sheet.
pub fn sheet(pair: &Pairing, labels: &Labels<'_>) -> Sheet {
    let both = [PersonId::MENTOR, PersonId::STUDENT];
    let line = |promise: &Promise| Line {
        title: labels.promise_title(&promise.id).to_owned(),
        text: labels.promise(promise, pair),
        state: promise.state(),
        ticks: both.map(|person| promise.ticks.contains(&person)),
        words: labels.promise_state(promise),
    };
    let signed = |person| Signed {
        person,
        name: labels.person(person).to_owned(),
        moment: pair.agreement.signatures.get(&person).map(|signature| dated_moment(labels, signature.at)),
        changed: pair.agreement.signatures.get(&person).and_then(|signature| changed(pair, person, signature, labels)),
    };
    Sheet {
        between: (labels.words.agreement().between)(labels.mentor, labels.student),
        lines: pair.agreement.worded().filter(|promise| promise.is_discussed()).map(line).collect(),
        signed: both.map(signed).into(),
    }
}

/// What somebody signed that is said otherwise now, promise by promise.
fn changed(pair: &Pairing, person: PersonId, signature: &Signature, labels: &Labels<'_>) -> Option<String> {
    let words = labels.words.agreement();
    let changed = pair.changed_since(signature);
    let titles = changed.promises.iter().map(|id| labels.promise_title(id));
    let mut all: Vec<&str> = titles.chain(changed.removed.then_some(words.changed_removed)).collect();
    // The pair's own promises stand together and share their title.
    all.dedup();
    (!all.is_empty()).then(|| format!("{}{}.", (words.changed_before)(labels.person(person)), all.join(", ")))
}

impl Sheet {
    /// The sheet as lines of plain text: a promise each, then a signature each.
    pub fn lines_of_text(&self, labels: &Labels<'_>) -> Vec<String> {
        let (report, words) = (labels.words.report(), labels.words.agreement());
        let promises = self.lines.iter().map(|line| (report.promise)(&line.text, &line.words));
        let signed = self.signed.iter().flat_map(|signed| {
            let line = match &signed.moment {
                Some(moment) => (report.signed)(&signed.name, moment),
                None => (report.line)(&signed.name, words.not_signed),
            };
            std::iter::once(line).chain(signed.changed.clone())
        });
        promises.chain(signed).map(|line| capitalised(&line)).collect()
    }
}

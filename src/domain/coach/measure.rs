//! What can be counted in a goal's words: quantities, hours, months, how many times.

use chrono::{Datelike, NaiveDate};

use super::lexicon::{ALL_OF, LABELS, MONTHS, NUMBERS, PIECES, WEEKDAYS};
use super::words::Word;
use crate::domain::time::Day;

/// The most hours that a goal's words are taken to mean.
const MOST_HOURS: u32 = 168;

/// What bounds a goal, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// “5 test cases”, “3 of 8”, “80 %”, “in 15 min”.
    Quantity,
    /// “chapter 3”, “every remark”: small enough to see whether it is done.
    Piece,
    /// Nothing that can be counted.
    None,
}

/// What bounds those words.
pub(super) fn bound(words: &[Word]) -> Bound {
    (0..words.len()).map(|at| bound_at(words, at)).min().unwrap_or(Bound::None)
}

fn bound_at(words: &[Word], at: usize) -> Bound {
    let word = &words[at];
    if word.is(ALL_OF) {
        // “All the remarks” is a set; “all day” or “tout” alone is not, but needs something after it either way.
        return if at + 1 < words.len() { Bound::Piece } else { Bound::None };
    }
    let before = at.checked_sub(1).map(|at| &words[at]);
    let after = words.get(at + 1);
    let after_is = |any: &[&str]| after.is_some_and(|it| it.is(any));
    let is_number = word.digits().is_some() || word.is(NUMBERS);
    if !is_number {
        return Bound::None;
    }
    if after_is(&["%"]) {
        return Bound::Quantity;
    }
    if is_date(words, at) || is_clock(words, at) || is_ordinal(words, at) || is_year(word) {
        return Bound::None;
    }
    let joined = before.filter(|_| !word.cut);
    if joined.is_some_and(|it| it.is_noun(PIECES)) {
        return Bound::Piece;
    }
    if joined.is_some_and(|it| it.is_noun(LABELS)) || follows_a_label(words, at) {
        return Bound::None;
    }
    // Hours alone are effort, not a result; minutes bound a talk.
    if after_is(&["h", "hour", "hours", "heure", "heures"]) {
        let bounds = before.is_some_and(|it| it.is(&["en", "in", "within"]));
        return if bounds { Bound::Quantity } else { Bound::None };
    }
    Bound::Quantity
}

/// “projects 2 and 3”, “modules 4 à 6”: a number that follows a labelled one through a small word.
fn follows_a_label(words: &[Word], at: usize) -> bool {
    let Some(from) = at.checked_sub(3) else { return false };
    words[at - 1].is(&["et", "and", "a", "to", "ou", "or"])
        && words[at - 2].digits().is_some()
        && words[from].is_noun(LABELS)
}

fn is_month(word: &Word) -> bool {
    MONTHS.iter().any(|months| word.is(months))
}

fn is_date(words: &[Word], at: usize) -> bool {
    let near = |at: Option<usize>| at.and_then(|at| words.get(at));
    let before = near(at.checked_sub(1));
    near(Some(at + 1)).is_some_and(is_month)
        || before.is_some_and(|it| is_month(it) || it.is(WEEKDAYS) || it.is(&["le"]))
        || near(Some(at + 1)).is_some_and(|it| it.is(&["of"])) && near(Some(at + 2)).is_some_and(is_month)
}

/// “à 18 h”, “at 6”, “mardi 18 h 30”.
fn is_clock(words: &[Word], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &words[at]);
    let time_word =
        |word: &Word| word.is(&["vers", "avant", "des", "at", "before", "after", "apres"]) || word.is(WEEKDAYS);
    let is_hour = words.get(at + 1).is_some_and(|it| it.is(&["h", "am", "pm", "heures"]));
    is_hour && before(1).is_some_and(|it| time_word(it) || it.is(&["a", "by"]))
        || before(1).is_some_and(|it| it.is(&["h"])) && before(3).is_some_and(|it| time_word(it) || it.is(&["a", "by"]))
}

/// “3rd”, “2e”, “1er”.
fn is_ordinal(words: &[Word], at: usize) -> bool {
    let glued = |next: &&Word| next.start == words[at].end;
    words
        .get(at + 1)
        .filter(glued)
        .is_some_and(|it| it.is(&["e", "er", "re", "eme", "nd", "rd", "th", "st", "de", "ieme"]))
}

fn is_year(word: &Word) -> bool {
    word.folded.len() == 4 && word.digits().is_some_and(|year| (1990..=2099).contains(&year))
}

/// Minutes of work that the words give the goal, when they name hours: “20 h”, “2 hours”.
pub(super) fn minutes_said(words: &[Word]) -> Option<u32> {
    let hours = (0..words.len()).filter_map(|at| {
        let hours = words[at].digits().filter(|hours| (1..=MOST_HOURS).contains(hours))?;
        let is_hour = words.get(at + 1).is_some_and(|it| it.is(&["h", "hour", "hours", "heure", "heures"]));
        (is_hour && !is_clock(words, at) && !is_date(words, at)).then_some(hours * 60)
    });
    hours.max()
}

/// How many times a goal says that it comes back: “third time”, “4e fois”.
pub(super) fn times_said(words: &[Word]) -> usize {
    const NAMED: [&[&str]; 4] =
        [&["troisieme", "third"], &["quatrieme", "fourth"], &["cinquieme", "fifth"], &["sixieme", "sixth"]];
    let times = (0..words.len()).filter_map(|at| {
        let named = NAMED.iter().position(|names| words[at].is(names)).map(|at| at + 3);
        let (times, next) = match named {
            Some(times) => (times, at + 1),
            None => {
                (words[at].digits().filter(|_| is_ordinal(words, at)).and_then(|it| usize::try_from(it).ok())?, at + 2)
            }
        };
        words.get(next).is_some_and(|it| it.is(&["fois", "time"])).then_some(times)
    });
    times.max().unwrap_or(0)
}

/// The day before which the words cannot mean to be done: the first of a month they name, or its day; read from today on.
pub(super) fn day_said(words: &[Word], today: Day) -> Option<Day> {
    let days = (0..words.len()).filter_map(|at| {
        let month = MONTHS.iter().find_map(|months| months.iter().position(|month| words[at].is(&[month])));
        match month {
            Some(month) => named_day(words, at, u32::try_from(month).ok()? + 1, today),
            None => relative_day(words, at, today),
        }
    });
    days.max()
}

fn named_day(words: &[Word], at: usize, month: u32, today: Day) -> Option<Day> {
    let before = |back: usize| at.checked_sub(back).map(|at| &words[at]);
    let number = |word: Option<&Word>| word.and_then(Word::digits).filter(|day| (1..=31).contains(day));
    let day = number(before(1)).or_else(|| {
        number(before(2)).filter(|_| before(1).is_some_and(|it| it.is(&["er", "of", "st", "nd", "rd", "th"])))
    });
    let day = day.or_else(|| number(words.get(at + 1)));
    // “May” and “mars” are words of their own: without a day, something must say that it is a date.
    let is_dated = before(1).is_some_and(|it| {
        it.is(&[
            "pour", "avant", "d", "en", "fin", "mi", "debut", "a", "by", "for", "in", "until", "before", "of", "mid",
            "late", "early",
        ])
    });
    if day.is_none() && !is_dated {
        return None;
    }
    let year = if month < today.month() { today.year() + 1 } else { today.year() };
    NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1))
}

/// “Next month”, “l’an prochain”.
fn relative_day(words: &[Word], at: usize, today: Day) -> Option<Day> {
    let pair = |one: &[&str], two: &[&str]| words[at].is(one) && words.get(at + 1).is_some_and(|it| it.is(two));
    let (year, month) = (today.year(), today.month());
    if pair(&["mois"], &["prochain"]) || pair(&["next"], &["month"]) {
        // Some day of that month: its middle.
        let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        return NaiveDate::from_ymd_opt(year, month, 15);
    }
    if pair(&["an", "annee"], &["prochain", "prochaine"]) || pair(&["next"], &["year"]) {
        return NaiveDate::from_ymd_opt(year + 1, 1, 1);
    }
    None
}

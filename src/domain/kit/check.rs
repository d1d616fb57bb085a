//! Names that people made, against those that the pattern gives: which fits, which does not, and what to change.

use super::pattern::plain;
use crate::domain::search::words;

/// What is to change in a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has letters with accents.
    Accents,
    /// It has spaces.
    Spaces,
    /// Its words are joined otherwise, or it has other signs.
    Signs,
    /// Small letters and capitals are otherwise.
    Case,
    /// Its words are in another order.
    Order,
    /// These words are missing.
    Missing(Vec<String>),
    /// These words are too many.
    Extra(Vec<String>),
}

/// What a name comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is one of those expected: which.
    Fits(usize),
    /// It is nearest to one of those expected, and not it.
    Nearly {
        /// Which.
        expected: usize,
        /// What it is to be, its own ending included.
        name: String,
        /// What is to change.
        faults: Vec<Fault>,
    },
    /// It is like none of them.
    Unlike,
}

/// A name that was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The name as pasted, without the folder it was in.
    pub name: String,
    /// What it comes to.
    pub verdict: Verdict,
}

/// The most names that are looked at.
const MOST: usize = 100;

/// Looks at the names that were pasted, one a line.
pub fn check(pasted: &str, expected: &[String]) -> Vec<Checked> {
    let lines = pasted.lines().map(|line| line.rsplit(['/', '\\']).next().unwrap_or(line).trim().trim_matches('"'));
    let named = lines.filter(|line| !line.is_empty()).take(MOST);
    named.map(|name| Checked { name: name.to_owned(), verdict: verdict(name, expected) }).collect()
}

/// Those expected that no name fits or is near, by their place.
pub fn left(checked: &[Checked], expected: &[String]) -> Vec<usize> {
    let is_met = |at: usize| {
        checked.iter().any(|checked| match checked.verdict {
            Verdict::Fits(met) | Verdict::Nearly { expected: met, .. } => met == at,
            Verdict::Unlike => false,
        })
    };
    (0..expected.len()).filter(|at| !is_met(*at)).collect()
}

/// A name and its ending: `rapport`, `.pdf`.
fn parted(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty()
                && (1..=5).contains(&ending.len())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && ending.bytes().any(|byte| byte.is_ascii_alphabetic()) =>
        {
            name.split_at(stem.len())
        }
        _ => (name, ""),
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|(_, word)| word).collect()
}

/// What one list has that the other has not, each as often as it stands there.
fn without(list: &[String], other: &[String]) -> Vec<String> {
    let mut rest = other.to_vec();
    let mut missing = Vec::new();
    for word in list {
        match rest.iter().position(|it| it == word) {
            Some(at) => drop(rest.swap_remove(at)),
            None => missing.push(word.clone()),
        }
    }
    missing
}

fn verdict(name: &str, expected: &[String]) -> Verdict {
    let (stem, ending) = parted(name);
    if let Some(at) = expected.iter().position(|it| it == stem) {
        return Verdict::Fits(at);
    }
    let mine = folded(stem);
    // The nearest has the most words in common, and then the fewest that it lacks.
    let mut nearest: Option<((usize, usize), usize)> = None;
    for (at, other) in expected.iter().enumerate() {
        let theirs = folded(other);
        let lacking = without(&theirs, &mine).len();
        let shared = theirs.len() - lacking;
        let rank = (shared, usize::MAX - lacking);
        if shared > 0 && nearest.is_none_or(|(best, _)| rank > best) {
            nearest = Some((rank, at));
        }
    }
    let Some((_, at)) = nearest else { return Verdict::Unlike };
    let wanted = expected.get(at).map_or("", String::as_str);
    Verdict::Nearly { expected: at, name: format!("{wanted}{ending}"), faults: faults(stem, wanted) }
}

fn faults(stem: &str, wanted: &str) -> Vec<Fault> {
    let (mine, theirs) = (folded(stem), folded(wanted));
    let (missing, extra) = (without(&theirs, &mine), without(&mine, &theirs));
    let same_words = missing.is_empty() && extra.is_empty();
    let has_accents = plain(stem) != *stem;
    let has_spaces = stem.contains(char::is_whitespace);
    let signs = |text: &str| text.chars().filter(|letter| !letter.is_alphanumeric()).collect::<String>();
    let other_signs = stem.chars().any(|it| !it.is_alphanumeric() && !it.is_whitespace() && !wanted.contains(it));
    let mut faults = Vec::new();
    if has_accents {
        faults.push(Fault::Accents);
    }
    if has_spaces {
        faults.push(Fault::Spaces);
    }
    if other_signs || (same_words && !has_spaces && signs(stem) != signs(wanted)) {
        faults.push(Fault::Signs);
    }
    if same_words && mine != theirs {
        faults.push(Fault::Order);
    }
    if mine == theirs {
        let letters = |text: &str| plain(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        if letters(stem) != letters(wanted) {
            faults.push(Fault::Case);
        }
    }
    if !missing.is_empty() {
        faults.push(Fault::Missing(missing));
    }
    if !extra.is_empty() {
        faults.push(Fault::Extra(extra));
    }
    faults
}

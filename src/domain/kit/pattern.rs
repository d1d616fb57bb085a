//! A file name's pattern, written as an example: `Titre_du_projet_nom_prenom`, `Nom_Prenom_1_livrable_mmaaaa`.
//!
//! Its words stand for what they say (in French or English), written as they are written: `nom` in small letters, `Nom` with a capital,
//! `NOM` in capitals. Any other word stands for itself. What joins the words is kept, and joins those of a title too. No accent, no space.

use crate::domain::search::words;
use crate::domain::time::Day;
use chrono::Datelike;

/// What a word of a pattern stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// The project's title.
    Title,
    /// The student's family name.
    Surname,
    /// The student's first name.
    First,
    /// The deliverable's number.
    Number,
    /// The deliverable.
    Deliverable,
}

/// What the words stand for, for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The project's title.
    pub title: String,
    /// The student's family name.
    pub surname: String,
    /// The student's first name.
    pub first: String,
    /// The deliverable's number.
    pub number: usize,
    /// The deliverable.
    pub deliverable: String,
    /// The day that dates are of.
    pub day: Day,
}

/// A name made from a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The name, without the ending that says what kind of file it is. What is missing stands there as in the pattern.
    pub name: String,
    /// What is missing in the record.
    pub missing: Vec<Piece>,
}

/// The words that stand for something, the longest first: what begins alike must not hide what goes on.
const MEANINGS: [(&[&str], Piece); 20] = [
    (&["titre", "du", "projet"], Piece::Title),
    (&["nom", "du", "projet"], Piece::Title),
    (&["nom", "du", "livrable"], Piece::Deliverable),
    (&["nom", "livrable"], Piece::Deliverable),
    (&["nom", "projet"], Piece::Title),
    (&["nom", "de", "famille"], Piece::Surname),
    (&["project", "title"], Piece::Title),
    (&["deliverable", "name"], Piece::Deliverable),
    (&["first", "name"], Piece::First),
    (&["last", "name"], Piece::Surname),
    (&["titre"], Piece::Title),
    (&["projet"], Piece::Title),
    (&["title"], Piece::Title),
    (&["prenom"], Piece::First),
    (&["nom"], Piece::Surname),
    (&["surname"], Piece::Surname),
    (&["livrable"], Piece::Deliverable),
    (&["deliverable"], Piece::Deliverable),
    (&["1"], Piece::Number),
    (&["numero"], Piece::Number),
];

/// The longest that one value is, in letters: systems and platforms cut or refuse longer names.
const LONGEST: usize = 60;

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Capital,
    Capitals,
}

impl Case {
    fn of(word: &str) -> Self {
        let letters = || word.chars().filter(|letter| letter.is_alphabetic());
        if letters().count() > 1 && letters().all(char::is_uppercase) {
            Self::Capitals
        } else if letters().next().is_some_and(char::is_uppercase) {
            Self::Capital
        } else {
            Self::Small
        }
    }
}

/// The name that a pattern gives.
pub fn render(pattern: &str, naming: &Naming) -> Rendered {
    let parts = parts(pattern);
    let joint = parts.iter().find_map(|(_, joint)| (!joint.is_empty()).then_some(*joint)).unwrap_or("_");
    let mut made = Rendered { name: String::new(), missing: Vec::new() };
    let mut at = 0;
    while let Some((word, after)) = parts.get(at) {
        let folded = |step: usize| parts.get(at + step).map(|(word, _)| plain(word).to_lowercase());
        let fits = |names: &[&str]| names.iter().enumerate().all(|(step, name)| folded(step).as_deref() == Some(*name));
        let meant = MEANINGS.iter().find(|(names, _)| fits(names));
        let taken = meant.map_or(1, |(names, _)| names.len());
        let after = parts.get(at + taken - 1).map_or(*after, |(_, after)| *after);
        let written = match meant {
            Some((_, piece)) => value(*piece, naming, Case::of(word), joint).or_else(|| {
                made.missing.push(*piece);
                None
            }),
            None => date(&plain(word), naming.day),
        };
        let as_it_is =
            || parts.iter().skip(at).take(taken).map(|(word, _)| plain(word)).collect::<Vec<_>>().join(joint);
        made.name.push_str(&written.unwrap_or_else(as_it_is));
        made.name.push_str(after);
        at += taken;
    }
    made.missing.sort_unstable();
    made.missing.dedup();
    made
}

/// The words of a pattern, each with what joins it to the next; at the end nothing does.
fn parts(pattern: &str) -> Vec<(&str, &'static str)> {
    let is_joint = |letter: char| !letter.is_alphanumeric();
    let mut rest = pattern.trim_matches(is_joint);
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(is_joint).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let next = after.find(|letter: char| !is_joint(letter)).unwrap_or(after.len());
        let joint = match after.chars().next() {
            None => "",
            Some('-') => "-",
            Some('.') => ".",
            // No space and no other sign has its place in a file's name.
            Some(_) => "_",
        };
        parts.push((word, joint));
        rest = after.get(next..).unwrap_or_default();
    }
    parts
}

/// Letters without what dresses them, in their case.
pub fn plain(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut all, letter| {
        let folded: String = words(&letter.to_string()).into_iter().map(|(_, word)| word).collect();
        let mut letters = folded.chars();
        match letters.next() {
            Some(first) if letter.is_uppercase() => {
                all.extend(first.to_uppercase());
                all.push_str(letters.as_str());
            }
            Some(_) => all.push_str(&folded),
            // A sign, which parts words, or an accent that stands by itself.
            None if letter.is_alphanumeric() || !letter.is_ascii() && !letter.is_whitespace() => {}
            None => all.push(letter),
        }
        all
    })
}

/// A piece as it stands in the name; nothing when it is not known.
fn value(piece: Piece, naming: &Naming, case: Case, joint: &str) -> Option<String> {
    let text = match piece {
        Piece::Title => &naming.title,
        Piece::Surname => &naming.surname,
        Piece::First => &naming.first,
        Piece::Deliverable => &naming.deliverable,
        Piece::Number => return Some(naming.number.to_string()),
    };
    let is_name = matches!(piece, Piece::Surname | Piece::First);
    let mut value = String::new();
    // An apostrophe parts words: “L’API” is two.
    for word in text.split(|letter: char| !letter.is_alphanumeric()).map(plain).filter(|word| !word.is_empty()) {
        let word = match case {
            Case::Small => word.to_lowercase(),
            Case::Capitals => word.to_uppercase(),
            Case::Capital if is_name || value.is_empty() => capital(&word),
            Case::Capital => word,
        };
        if value.chars().count() + word.chars().count() + joint.len() > LONGEST && !value.is_empty() {
            break;
        }
        if !value.is_empty() {
            value.push_str(joint);
        }
        value.extend(word.chars().take(LONGEST));
    }
    (!value.is_empty()).then_some(value)
}

/// The word with its first letter as a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What `mmaaaa`, `aaaa-mm-jj`, `ddmmyyyy` say of a day; nothing when the word is not made of days, months and years alone.
fn date(word: &str, day: Day) -> Option<String> {
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut said = String::new();
    while !rest.is_empty() {
        let signs: [(&str, String); 6] = [
            ("aaaa", format!("{:04}", day.year())),
            ("yyyy", format!("{:04}", day.year())),
            ("mm", format!("{:02}", day.month())),
            ("jj", format!("{:02}", day.day())),
            ("dd", format!("{:02}", day.day())),
            ("aa", format!("{:02}", day.year().rem_euclid(100))),
        ];
        let (sign, value) = signs.into_iter().find(|(sign, _)| rest.starts_with(sign))?;
        said.push_str(&value);
        rest = rest.get(sign.len()..).unwrap_or_default();
    }
    (!said.is_empty()).then_some(said)
}

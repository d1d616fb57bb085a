//! Finding words without regard to accents or case: text folded once, then looked through for the beginnings of words.

use std::ops::Range;

/// The letters of Latin alphabets with a sign on them, under the letter they are looked for by.
const FOLDED: [(&str, &str); 34] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁẚ"),
    ("ae", "æǽǣ"),
    ("b", "ƀɓḃḅḇ"),
    ("c", "çćĉċčƈȼḉ"),
    ("d", "ďđḋḍḏḑḓð"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ"),
    ("f", "ƒḟ"),
    ("ff", "ﬀ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĝğġģǧǵǥḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋịỉḭḯ"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩƙḱḳḵ"),
    ("l", "ĺļľŀłƚḷḹḻḽ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ"),
    ("oe", "œ"),
    ("p", "ṕṗƥ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșſṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("y", "ýÿŷȳỳỵỷỹẏẙ"),
    ("z", "źżžƶẑẓẕ"),
];

/// What a letter is looked for by; nothing for signs that only dress the letter before them.
fn fold_letter(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    if is_dressing(letter) {
        return;
    }
    for small in letter.to_lowercase() {
        match FOLDED.iter().find(|(_, dressed)| dressed.contains(small)) {
            Some((plain, _)) => out.push_str(plain),
            None if is_dressing(small) => {}
            None => out.push(small),
        }
    }
}

/// Accents that stand as letters of their own (as some keyboards and files write them), and what hyphenates or joins unseen.
fn is_dressing(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{feff}'
    )
}

/// The words of a text, each with the place where it stands and as it is looked for. Spaces of every kind, apostrophes, hyphens and
/// signs part words.
pub fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter.is_alphanumeric() {
            if !inside {
                found.push((at..end, String::new()));
                inside = true;
            }
        } else if !is_dressing(letter) {
            inside = false;
        }
        if let Some((range, folded)) = found.last_mut().filter(|_| inside) {
            range.end = end;
            fold_letter(letter, folded);
        }
    }
    found.retain(|(_, folded)| !folded.is_empty());
    found
}

/// A text as it is looked through: its words, each after a space.
fn folded(text: &str) -> String {
    words(text).into_iter().fold(String::with_capacity(text.len() + 1), |mut line, (_, word)| {
        line.push(' ');
        line.push_str(&word);
        line
    })
}

/// What is looked for: the beginnings of words, all of which must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        Self(words(typed).into_iter().map(|(_, word)| format!(" {word}")).collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in pieces, true for the words that begin as one that is looked for.
    pub fn marked(&self, text: &str) -> Vec<(bool, String)> {
        let mut pieces = Vec::new();
        let mut from = 0;
        for (range, word) in words(text) {
            if self.0.iter().any(|wanted| word.starts_with(wanted.trim_start())) {
                pieces.push((false, text.get(from..range.start).unwrap_or_default().to_owned()));
                from = range.end;
                pieces.push((true, text.get(range).unwrap_or_default().to_owned()));
            }
        }
        pieces.push((false, text.get(from..).unwrap_or_default().to_owned()));
        pieces.retain(|(_, piece)| !piece.is_empty());
        pieces
    }

    /// The part of a long text around the first word that is looked for, about `room` letters, with `…` where it was cut.
    pub fn excerpt(&self, text: &str, room: usize) -> String {
        let letters = text.chars().count();
        if letters <= room {
            return text.to_owned();
        }
        let is_wanted = |word: &str| self.0.iter().any(|wanted| word.starts_with(wanted.trim_start()));
        let places = words(text);
        let start = places.iter().find(|(_, word)| is_wanted(word)).map_or(0, |(range, _)| range.start);
        // A third of the room before it, from the beginning of a word.
        let before = text.get(..start).unwrap_or_default().chars().count().saturating_sub(room / 3);
        let cut = text.char_indices().nth(before).map_or(0, |(at, _)| at);
        let from = places.iter().map(|(range, _)| range.start).find(|at| *at >= cut).unwrap_or(cut).min(start);
        let from = if before == 0 { 0 } else { from };
        let rest = text.get(from..).unwrap_or_default();
        let end = rest.char_indices().nth(room).map(|(at, _)| at);
        let kept = end
            .and_then(|end| rest.get(..end))
            .map_or(rest, |kept| kept.rfind(char::is_whitespace).and_then(|at| kept.get(..at)).unwrap_or(kept));
        let lead = if from > 0 { "…" } else { "" };
        let trail = if kept.len() < rest.len() { "…" } else { "" };
        format!("{lead}{}{trail}", kept.trim())
    }
}

/// Something that can be found: a title and what is under it, as they are looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    title: String,
    whole: String,
}

impl Folded {
    /// Folds a title and the text under it, once.
    pub fn new(title: &str, body: &str) -> Self {
        let title = folded(title);
        let whole = format!("{title}{}", folded(body));
        Self { title, whole }
    }

    /// How well it answers: nothing unless every word is there; more of them in the title is better.
    pub fn answers(&self, query: &Query) -> Option<usize> {
        let is_there = query.0.iter().all(|word| self.whole.contains(word.as_str()));
        (is_there && !query.is_empty())
            .then(|| query.0.iter().filter(|word| self.title.contains(word.as_str())).count())
    }
}

//! A goal's words as the coach reads them: lower case, without accents, apostrophes and hyphens opened.

/// One word or number of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded: `œuvrer` is `oeuvrer`, `É` is `e`.
    pub folded: String,
    /// Where it starts in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether a comma, colon, stop or bracket stands before it.
    pub cut: bool,
}

impl Word {
    /// Its number, when it is one written in digits (`3`, `2,5`).
    pub fn digits(&self) -> Option<u32> {
        let whole = self.folded.split(['.', ',']).next()?;
        (whole.len() <= 6 && self.folded.starts_with(|it: char| it.is_ascii_digit()))
            .then(|| whole.parse().ok())
            .flatten()
    }

    /// Whether it is one of those.
    pub fn is(&self, any: &[&str]) -> bool {
        any.contains(&self.folded.as_str())
    }

    /// Whether it, or its singular, is one of those.
    pub fn is_noun(&self, any: &[&str]) -> bool {
        let word = self.folded.as_str();
        let singular = word.strip_suffix('s').or_else(|| word.strip_suffix('x')).unwrap_or(word);
        any.contains(&word) || any.contains(&singular)
    }
}

/// The words of a text, in order. Signs that matter (`%`, `/`) are words too.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut cut = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let inside = open && words.last().is_some_and(|word| word.folded.bytes().all(|it| it.is_ascii_digit()));
        let next_is_digit = letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let decimal = matches!(letter, '.' | ',') && inside && next_is_digit;
        if letter.is_alphanumeric() || is_combining(letter) || decimal {
            // A number and what is glued after it are two words: `20h`, `4s`.
            let breaks = open
                && letter.is_alphabetic()
                && words
                    .last()
                    .is_some_and(|word| word.digits().is_some() && !word.folded.ends_with(char::is_alphabetic));
            if !open || breaks {
                words.push(Word { folded: String::new(), start: at, end, cut });
                (open, cut) = (true, false);
            }
            if let Some(word) = words.last_mut() {
                fold(letter, &mut word.folded);
                word.end = end;
            }
        } else {
            open = false;
            match letter {
                '%' | '/' => words.push(Word { folded: letter.to_string(), start: at, end, cut: false }),
                ',' | ';' | ':' | '.' | '(' | ')' | '!' | '?' | '\n' | '–' | '—' => cut = true,
                _ => {}
            }
        }
    }
    words.retain(|word| !word.folded.is_empty());
    words
}

/// An accent that stands on the letter before it.
fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Adds a letter in lower case, without its accent.
fn fold(letter: char, into: &mut String) {
    for letter in letter.to_lowercase() {
        match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => into.push('a'),
            'ç' => into.push('c'),
            'è' | 'é' | 'ê' | 'ë' => into.push('e'),
            'ì' | 'í' | 'î' | 'ï' => into.push('i'),
            'ñ' => into.push('n'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => into.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => into.push('u'),
            'ÿ' | 'ý' => into.push('y'),
            'œ' => into.push_str("oe"),
            'æ' => into.push_str("ae"),
            other if is_combining(other) => {}
            other => into.push(other),
        }
    }
}

/// Words that say little by themselves: what stands before the first verb, or between two.
pub(super) const SMALL: &[&str] = &[
    "a",
    "ai",
    "aimerais",
    "am",
    "an",
    "and",
    "au",
    "aussi",
    "aux",
    "be",
    "beaucoup",
    "bien",
    "but",
    "by",
    "ce",
    "ces",
    "cet",
    "cette",
    "compte",
    "d",
    "davantage",
    "de",
    "demain",
    "des",
    "devrais",
    "dimanche",
    "dois",
    "doit",
    "du",
    "elle",
    "en",
    "enfin",
    "et",
    "etre",
    "faudra",
    "faudrait",
    "faut",
    "finally",
    "first",
    "for",
    "friday",
    "from",
    "going",
    "have",
    "hope",
    "i",
    "ici",
    "il",
    "in",
    "j",
    "je",
    "jeudi",
    "just",
    "l",
    "la",
    "le",
    "les",
    "like",
    "ll",
    "lundi",
    "m",
    "ma",
    "mardi",
    "me",
    "mercredi",
    "mes",
    "mieux",
    "mon",
    "monday",
    "more",
    "must",
    "my",
    "need",
    "next",
    "nous",
    "objectif",
    "of",
    "on",
    "one",
    "our",
    "plan",
    "plus",
    "pour",
    "pouvoir",
    "prochain",
    "prochaine",
    "qu",
    "que",
    "really",
    "s",
    "samedi",
    "saturday",
    "se",
    "semaine",
    "session",
    "should",
    "simplement",
    "souhaite",
    "souhaiterais",
    "sunday",
    "surtout",
    "t",
    "ta",
    "te",
    "tes",
    "the",
    "this",
    "thursday",
    "to",
    "today",
    "ton",
    "tomorrow",
    "tout",
    "tu",
    "tuesday",
    "un",
    "une",
    "va",
    "vais",
    "vendredi",
    "veux",
    "voudrais",
    "vraiment",
    "want",
    "we",
    "wednesday",
    "week",
    "will",
    "would",
    "better",
];

/// The words of a text that say something, folded, final plural off: what two wordings of one goal are compared by.
fn meaning(text: &str) -> Vec<String> {
    let words = words_of(text).into_iter().filter(|word| !word.is(SMALL));
    words.map(|word| word.folded.strip_suffix('s').unwrap_or(&word.folded).to_owned()).collect()
}

/// Whether two wordings say the same: little words, accents, capitals, plurals and one mistyped letter in a long word aside.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (meaning(one), meaning(other));
    one.len() == other.len()
        && one.iter().zip(&other).all(|(a, b)| a == b || (is_long(a) && is_long(b) && is_one_slip(a, b)))
}

/// Numbers never count as mistyped: 3 pages are not 8 pages.
fn is_long(word: &str) -> bool {
    word.chars().count() >= 5 && !word.starts_with(|it: char| it.is_ascii_digit())
}

/// Whether one letter was added, left out or replaced.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short.get(same + 1..).unwrap_or_default() == long.get(same + 1..).unwrap_or_default(),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

//! How words that people wrote in the place of a part are read: a line that begins with a hyphen or a number is an item, lines set in
//! below it belong to it, anything else is a paragraph. What the session says, written out and read again, stays what it was.

use super::{Entry, Marker};

/// The entries of `words`.
pub(super) fn entries(words: &str) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut blank = 0;
    for line in words.lines().map(str::trim_end) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        match (marked(line), all.last_mut()) {
            (None, Some(last)) if continues(last.marker, line.starts_with([' ', '\t']), blank) => {
                last.text.extend(std::iter::repeat_n('\n', blank + 1));
                last.text.push_str(set_out(line, last.marker.words().len()));
            }
            (Some((marker, text)), _) => all.push(Entry { marker, ..Entry::item(text.trim().to_owned()) }),
            (None, _) => all.push(Entry { marker: Marker::None, ..Entry::item(line.trim_start().to_owned()) }),
        }
        blank = 0;
    }
    all.retain(|entry| !entry.text.is_empty());
    all
}

/// Whether a line without a marker of its own goes on with the entry before it.
fn continues(before: Marker, is_set_in: bool, blank: usize) -> bool {
    match before {
        Marker::None => blank == 0,
        Marker::Bullet | Marker::Number(_) => is_set_in,
    }
}

/// A line without as much of the space before it as its entry's marker is long.
fn set_out(line: &str, width: usize) -> &str {
    let space = line.bytes().take(width).take_while(|byte| *byte == b' ').count();
    line.strip_prefix('\t').or_else(|| line.get(space..)).unwrap_or(line)
}

/// The marker that a line begins with, and the rest. Lines that are set in have none.
fn marked(line: &str) -> Option<(Marker, &str)> {
    let bullet = ["-", "•", "*", "–"].into_iter().find_map(|sign| line.strip_prefix(sign));
    if let Some(rest) = bullet {
        return (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some((Marker::Bullet, rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits).filter(|_| (1..=3).contains(&digits))?;
    let rest = rest.strip_prefix(['.', ')'])?;
    rest.starts_with(char::is_whitespace).then_some((Marker::Number(number.parse().ok()?), rest))
}

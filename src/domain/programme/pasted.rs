//! A list of projects as people paste it: one to a line, with whatever numbers and bullets came along.

use super::{MAX_PROJECTS, Programme};

/// The longest title of a pasted project, in characters; a longer line is a paragraph, not a title.
pub const MAX_TITLE: usize = 200;

/// What was understood of a pasted list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The titles to add, in order.
    pub titles: Vec<String>,
    /// Lines that are not added, with why.
    pub left_out: Vec<(String, LeftOut)>,
}

/// Why a line of a pasted list is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The path or the list has this title already.
    Double,
    /// Longer than [`MAX_TITLE`].
    TooLong,
    /// The path would have more than [`MAX_PROJECTS`].
    TooMany,
}

/// Reads a pasted list against the path as it is.
pub fn pasted(text: &str, programme: &Programme) -> Pasted {
    let mut read = Pasted::default();
    let mut known: Vec<String> = programme.projects.iter().map(|project| folded(&project.title)).collect();
    for line in text.lines() {
        let Some(title) = title_of(line) else { continue };
        let why = if known.contains(&folded(&title)) {
            LeftOut::Double
        } else if title.chars().count() > MAX_TITLE {
            LeftOut::TooLong
        } else if known.len() >= MAX_PROJECTS {
            LeftOut::TooMany
        } else {
            known.push(folded(&title));
            read.titles.push(title);
            continue;
        };
        read.left_out.push((title, why));
    }
    read
}

/// Two titles that differ only in capitals and spaces are the same.
fn folded(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The title in a line, without bullet and number; `None` when nothing is left.
fn title_of(line: &str) -> Option<String> {
    // Pages and documents put marks that nobody sees at the edges of what is copied.
    let line = line.replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = without_bullets(&line);
    let mut title = whole;
    // “1. Projet 1 : …” has two numbers.
    for _ in 0..2 {
        title = without_number(title).unwrap_or(title);
    }
    let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
    if has_words(title) {
        return Some(title.to_owned());
    }
    // A number with its word, “Projet 4”, is all that some know of it; a number alone is nothing.
    let named = whole.chars().any(char::is_alphabetic);
    named.then(|| whole.trim_end_matches([':', '.', ')', '-', '–', '—', ' ']).to_owned())
}

fn without_bullets(line: &str) -> &str {
    const BULLETS: [char; 12] = ['-', '*', '+', '•', '·', '–', '—', '▪', '◦', '‣', '●', '>'];
    const BOXES: [&str; 6] = ["[ ]", "[x]", "[X]", "☐", "☑", "✓"];
    let mut rest = line.trim_start();
    loop {
        let boxed = BOXES.into_iter().find_map(|tick| rest.strip_prefix(tick));
        let bullet = || {
            let after = rest.strip_prefix(BULLETS)?;
            // “-5 %” is a title; a dash before a word is a bullet only with its space.
            let alone = after.is_empty() || after.starts_with(char::is_whitespace);
            (alone || rest.starts_with(['•', '▪', '◦', '‣', '●', '·'])).then_some(after)
        };
        match boxed.or_else(bullet) {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// What follows “P1”, “Projet 1 :”, “Project n° 2”, “#3”, “4.” or “5)”; `None` when the line does not begin so.
fn without_number(line: &str) -> Option<&str> {
    const NAMES: [&str; 3] = ["projet", "project", "p"];
    let lower = line.to_lowercase();
    // Lower case may have other lengths elsewhere in the line, never in these names.
    let named = NAMES.into_iter().find(|name| lower.starts_with(name)).and_then(|name| {
        let rest = line.get(name.len()..)?;
        let rest = rest.trim_start_matches(' ');
        let rest = ["n°", "N°", "no.", "#"].into_iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
        let (_, after) = digits(rest.trim_start())?;
        Some(after)
    });
    if let Some(after) = named {
        return Some(after.trim_start_matches([' ', '.', ')', ':', '-', '–', '—', '/', ',']));
    }
    let hashed = line.strip_prefix('#').or_else(|| line.strip_prefix("n°")).or_else(|| line.strip_prefix("N°"));
    let (_, after) = digits(hashed.unwrap_or(line).trim_start())?;
    // “3 écrans à livrer” begins with a number that belongs to it.
    let marked = after.trim_start().strip_prefix(['.', ')', ':', '-', '–', '—', '/']);
    let rest = match marked {
        // “2.5 points”, “24/7”: the sign joins two numbers.
        Some(rest) if rest.starts_with(|next: char| next.is_ascii_digit()) => return None,
        Some(rest) => rest,
        None if hashed.is_some() || after.is_empty() => after,
        None => return None,
    };
    Some(rest.trim_start_matches([' ', '.', ')', ':', '-', '–', '—']))
}

/// One or two digits that stand by themselves, and what follows.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, after) = text.split_at(end);
    let by_itself = !after.starts_with(char::is_alphanumeric);
    ((1..=2).contains(&number.len()) && by_itself).then_some((number, after))
}

//! The report as Markdown that any reader of it reads alike: headings, lists and bold of the page's own, and no other markup,
//! whatever people wrote.

use super::links::{Piece, pieces};
use super::{Entry, SessionReport, joined};

/// The whole report.
pub(super) fn report(report: &SessionReport) -> String {
    let head = format!("# {}\n\n{}", escaped(&report.title), lines([report.when.as_str(), &report.who], ""));
    let parts = report.parts.iter().filter(|part| !part.entries().is_empty());
    let parts = parts.map(|part| format!("## {}\n\n{}", escaped(&part.title), joined(part.entries(), entry)));
    std::iter::once(head).chain(parts).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// One entry, what is below its first line set in as far as its marker is long.
fn entry(entry: &Entry) -> String {
    let marker = entry.marker.words();
    let indent = " ".repeat(marker.len());
    let bold = |line: &str| format!("**{}**", escaped(line));
    let lead: Vec<String> = trimmed(&entry.lead).map(bold).collect();
    let text: Vec<String> = trimmed(&entry.text).map(escaped).collect();
    let details: Vec<String> = entry.details.iter().flat_map(|detail| trimmed(detail)).map(escaped).collect();
    let mut all = lead;
    match (all.pop(), text.split_first()) {
        // The words go on on the line of what stands out.
        (Some(lead), Some((first, rest))) => {
            all.push(format!("{lead} {first}"));
            all.extend(rest.iter().cloned());
        }
        (lead, _) => all.extend(lead.into_iter().chain(text)),
    }
    all.extend(details);
    format!("{marker}{}", all.join(&format!("\\\n{indent}")))
}

fn lines<'a>(texts: impl IntoIterator<Item = &'a str>, indent: &str) -> String {
    texts.into_iter().flat_map(trimmed).map(escaped).collect::<Vec<_>>().join(&format!("\\\n{indent}"))
}

/// The lines of a text that say something.
fn trimmed(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty())
}

/// A line in which nothing is markup but addresses, written as links.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    for piece in pieces(line) {
        match piece {
            Piece::Link(address) => {
                out.push('<');
                out.push_str(address.as_str());
                out.push('>');
            }
            Piece::Text(text) => escape(text, &mut out),
        }
    }
    out
}

/// Signs that mean something anywhere in a line of Markdown, or of its common extensions.
const ANYWHERE: &str = "\\`*_[]<>~^|$&#";

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        // At the beginning of a line: lists, rules and underlines of headings; a number makes a list with the sign after it.
        let is_first = match letter {
            '-' | '+' | '=' | ':' => out.is_empty(),
            '.' | ')' => !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if is_first || ANYWHERE.contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
}

//! The little reading of HTML that the build needs: start tags, their attributes, and what inline scripts contain.
//!
//! It reads the page that Trunk wrote from our own `index.html`, never anything from outside.

use std::ops::Range;

/// A start tag and where it is.
pub struct Tag<'a> {
    /// Its name, as written.
    pub name: &'a str,
    /// Where it is, from `<` to `>`.
    pub range: Range<usize>,
    attributes: Vec<(&'a str, Range<usize>)>,
}

impl Tag<'_> {
    /// Where the value of an attribute is.
    pub fn value(&self, name: &str) -> Option<Range<usize>> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, range)| range.clone())
    }

    /// Whether an attribute is there, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }
}

/// Every start tag, skipping comments and what scripts contain.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(html, start);
            at = tag.range.end;
            if tag.name.eq_ignore_ascii_case("script") {
                at = html[at..].find("</script").map_or(html.len(), |end| at + end);
            }
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

/// The text of every script that is in the page itself.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    tags(html)
        .iter()
        .filter(|tag| tag.name.eq_ignore_ascii_case("script") && !tag.has("src"))
        .map(|tag| {
            let rest = &html[tag.range.end..];
            &rest[..rest.find("</script").unwrap_or(rest.len())]
        })
        .collect()
}

fn tag(html: &str, start: usize) -> Tag<'_> {
    let bytes = html.as_bytes();
    let mut at = start + 1;
    let name_end = end_of(bytes, at, |byte| byte.is_ascii_whitespace() || byte == b'>' || byte == b'/');
    let name = &html[at..name_end];
    at = name_end;
    let mut attributes = Vec::new();
    loop {
        at = end_of(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        if at >= bytes.len() || bytes[at] == b'>' {
            break;
        }
        let key_end = end_of(bytes, at, |byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
        // A stray `=` would otherwise never move on.
        let key_end = key_end.max(at + 1);
        let key = &html[at..key_end];
        at = key_end;
        let mut value = at..at;
        if at < bytes.len() && bytes[at] == b'=' {
            at += 1;
            value = match bytes.get(at) {
                Some(quote @ (b'"' | b'\'')) => at + 1..end_of(bytes, at + 1, |byte| byte == *quote),
                _ => at..end_of(bytes, at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            at = if matches!(bytes.get(at), Some(b'"' | b'\'')) { value.end + 1 } else { value.end };
        }
        attributes.push((key, value));
    }
    Tag { name, range: start..(at + 1).min(html.len()), attributes }
}

fn end_of(bytes: &[u8], from: usize, stop: impl Fn(u8) -> bool) -> usize {
    bytes[from.min(bytes.len())..].iter().position(|byte| stop(*byte)).map_or(bytes.len(), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::{inline_scripts, tags};

    const PAGE: &str = "<!DOCTYPE html><!-- <script>not this</script> --><html lang=fr><head>\
        <link rel=\"modulepreload\" href=\"./a.js\" integrity=\"sha384-x\"/>\
        <script type=\"module\">import '<a href=\"no\">';\n</script><script src=\"b.js\" defer></script></head></html>";

    #[test]
    fn attributes_are_found_where_they_are() {
        let found = tags(PAGE);
        let names: Vec<&str> = found.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["html", "head", "link", "script", "script"]);
        assert_eq!(found[0].value("lang").map(|range| &PAGE[range]), Some("fr"));
        assert_eq!(found[2].value("integrity").map(|range| &PAGE[range]), Some("sha384-x"));
        assert!(found[4].has("defer"));
    }

    #[test]
    fn a_scripts_text_is_kept_to_the_byte() {
        assert_eq!(inline_scripts(PAGE), ["import '<a href=\"no\">';\n"]);
    }

    #[test]
    fn broken_markup_ends() {
        for broken in ["<", "<a", "<a =", "<a b='", "<script>", "<!--", "<a ==='"] {
            let _ = tags(broken);
        }
    }
}

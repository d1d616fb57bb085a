//! Addresses inside what people write. Only `http` and `https` ones can become a link: whatever else looks like an address, a
//! `javascript:` one above all, is text.

/// An address that may be followed: `http` or `https` and a host. There is no other way to make one than [`pieces`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebAddress<'a>(&'a str);

impl<'a> WebAddress<'a> {
    /// The address as it was written.
    pub fn as_str(self) -> &'a str {
        self.0
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// An address.
    Link(WebAddress<'a>),
}

/// The pieces of a text, in order; together they are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let begins = text[..from].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let length = if begins { address(rest) } else { None };
        match length {
            Some(length) => {
                if done < from {
                    all.push(Piece::Text(&text[done..from]));
                }
                all.push(Piece::Link(WebAddress(&rest[..length])));
                from += length;
                done = from;
            }
            None => from += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if done < text.len() {
        all.push(Piece::Text(&text[done..]));
    }
    all
}

/// The length of the address that `text` begins with.
fn address(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    // Quotes and brackets of a sentence are not part of an address, and signs that escape markup have no place in one.
    let ends = |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"`{}|\\^[]«»“”‘’…".contains(letter);
    let whole = text.find(ends).and_then(|end| text.get(..end)).unwrap_or(text);
    let mut kept = whole;
    // The sentence's own signs at its end; a closing bracket stays when the address opened it.
    while let Some(last) = kept.chars().next_back() {
        let is_opened = last == ')' && kept.matches('(').count() >= kept.matches(')').count();
        if !".,;:!?)'*_~".contains(last) || is_opened {
            break;
        }
        kept = &kept[..kept.len() - last.len_utf8()];
    }
    let host = kept.get(scheme.len()..)?;
    host.starts_with(char::is_alphanumeric).then_some(kept.len())
}

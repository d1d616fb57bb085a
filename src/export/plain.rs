//! Plain text that reads the same in a field of the platform, a mail and a chat: no marks of any language but hyphens and numbers.

use crate::i18n::visible;

/// A text somebody wrote, as it can be shown anywhere; `None` when it is empty.
pub(super) fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| visible(text))
}

/// A text as an item behind `marker`: what follows its first line stands under it, so that no text can look like an item or a
/// heading of its own.
pub(super) fn item(marker: &str, text: &str) -> String {
    let indent = " ".repeat(marker.chars().count());
    let mut lines = text.split('\n').map(str::trim_end);
    let first = format!("{marker}{}", lines.next().unwrap_or_default());
    lines.fold(first, |all, line| if line.is_empty() { all + "\n" } else { format!("{all}\n{indent}{line}") })
}

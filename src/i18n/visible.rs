//! Text that somebody sent, with nothing hidden in it.

use std::fmt::Write as _;

/// The text with control and direction-changing characters written out: what somebody sent must not hide or turn round.
pub fn visible(text: &str) -> String {
    let hidden = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(
                letter,
                // What turns the direction of writing, ends lines unseen, or takes no room. What joins emoji and Persian letters stays.
                '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            )
    };
    text.chars().fold(String::with_capacity(text.len()), |mut shown, letter| {
        if hidden(letter) {
            // Writing into a string does not fail.
            let _ = write!(shown, "[U+{:04X}]", u32::from(letter));
        } else {
            shown.push(letter);
        }
        shown
    })
}

//! The five letters beside the editor.

use leptos::prelude::*;

use super::coach::Coach;
use super::hours::hours_words;
use crate::domain::{Goal, Rule};
use crate::i18n::Formats;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{SmartLetter, SmartLetters};

/// The five letters: what answers each, or what is still to sharpen.
#[component]
pub(super) fn Letters(record: Memo<Goal>, coach: Coach) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let letters = Signal::derive(move || {
        let words = texts.get().goal_editor();
        let goal = record.get();
        let answered = goal.letters();
        // The words alone may say how it is seen; a vague, heavy or late goal is still to sharpen, unless kept as it is.
        let seen = match (answered[1], goal.kept.contains_key(&Rule::Measurable)) {
            (true, _) => words.has_m,
            (false, true) => words.kept_m,
            (false, false) => words.shows_m,
        };
        let mut held = [answered[0], answered[0], answered[2], answered[3], answered[4]];
        for (held, rule) in held.iter_mut().zip(Rule::ALL) {
            *held &= coach.is_silent(rule);
        }
        let formats = store.formats();
        let hours = goal.minutes.map(|minutes| (words.has_a)(&hours_words(minutes, &formats))).unwrap_or_default();
        let day = goal.end.map(|day| (words.has_t)(&formats.day(day))).unwrap_or_default();
        let letter = |letter, name: &str, held: bool, said: &str, question| SmartLetter {
            letter,
            name: name.to_owned(),
            said: if held { said.to_owned() } else { (words.to_sharpen)(question) },
            held,
        };
        vec![
            letter("S", words.letter_s, held[0], words.has_s, words.ask_s),
            letter("M", words.letter_m, held[1], seen, words.ask_m),
            letter("A", words.letter_a, held[2], &hours, words.ask_a),
            letter("R", words.letter_r, held[3], words.has_r, words.ask_r),
            letter("T", words.letter_t, held[4], &day, words.ask_t),
        ]
    });
    view! { <SmartLetters label=say(|t| t.goal_editor().smart) letters=letters/> }
}

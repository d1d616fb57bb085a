//! “Qui contacter ?”: what people write, and the situation it is taken for. A wrong one costs days, so that being unsure is an answer too.

mod phrases;

use binome::document::{Document, project};
use binome::domain::whom::{Answer, Need, whom};
use binome::domain::{Help, Situation};
use binome::export::message;
use binome::i18n::{GuideLink, Locale, link_of, links_of_need};
use proptest::prelude::*;

use super::export::told;
use super::support::words::in_words;
use super::support::{at, karim, write};
use phrases::{EN_HELD_OUT, EN_KNOWN, FR_HELD_OUT, FR_KNOWN, Phrase};

/// How an answer compares with what was meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    /// The very situation, or none where none was named.
    Right,
    /// Unsure, with the situation among what is shown; or unsure where none was named.
    Near,
    /// Nothing, though something was named.
    Missed,
    /// Somebody else: the one that costs.
    Wrong,
}

fn mark((words, meant): Phrase) -> Mark {
    match (whom(words), meant) {
        (Answer::Sure(need), Some(meant)) if need == meant => Mark::Right,
        (Answer::Sure(_), _) => Mark::Wrong,
        (Answer::Unknown, None) => Mark::Right,
        (Answer::Unknown, Some(_)) => Mark::Missed,
        (Answer::Perhaps(_) | Answer::Between(..), None) => Mark::Near,
        (Answer::Perhaps(need), Some(meant)) => {
            if need == meant {
                Mark::Near
            } else {
                Mark::Missed
            }
        }
        (Answer::Between(one, two), Some(meant)) => {
            if one == meant || two == meant {
                Mark::Near
            } else {
                Mark::Missed
            }
        }
    }
}

/// Those of a list that were marked so.
fn marked(phrases: &[Phrase], wanted: Mark) -> Vec<&'static str> {
    phrases.iter().filter(|phrase| mark(**phrase) == wanted).map(|(words, _)| *words).collect()
}

#[test]
fn what_is_known_is_answered_and_what_names_nothing_is_not() {
    for phrases in [FR_KNOWN, EN_KNOWN] {
        assert!(phrases.len() >= 40, "{}", phrases.len());
        let not_right: Vec<_> =
            phrases.iter().filter(|it| mark(**it) != Mark::Right).map(|it| (it, whom(it.0))).collect();
        assert!(not_right.is_empty(), "{not_right:#?}");
    }
}

#[test]
fn what_was_held_out_is_rarely_taken_for_something_else() {
    for (name, phrases) in [("fr", FR_HELD_OUT), ("en", EN_HELD_OUT)] {
        let count = |wanted: Mark| marked(phrases, wanted).len();
        let told = format!(
            "{name}: {} right, {} near, missed {:?}, wrong {:?}",
            count(Mark::Right),
            count(Mark::Near),
            marked(phrases, Mark::Missed),
            marked(phrases, Mark::Wrong),
        );
        println!("{told}");
        assert!(count(Mark::Wrong) <= 1 && count(Mark::Missed) <= 4, "{told}");
    }
}

#[test]
fn accents_case_and_apostrophes_do_not_matter() {
    for typed in ["Mon MENTOR ne répond plus", "mon mentor ne repond plus", "mon mentor ne re\u{301}pond plus !"] {
        assert_eq!(whom(typed), Answer::Sure(Need::Partner), "{typed}");
    }
    assert_eq!(whom("s'ouvre plus"), whom("s’ouvre plus"));
}

#[test]
fn each_need_has_a_help_and_the_cases_of_the_call_keep_theirs() {
    for situation in Situation::ALL {
        let need = Need::ALL.into_iter().find(|need| need.case() == Some(situation)).expect("a need");
        assert_eq!((need.first(), need.also()), (situation.first(), situation.also()));
    }
    // What concerns the student's file reaches the adviser through Support.
    assert_eq!((Need::File.first(), Need::File.also()), (Help::Support, Some(Help::Adviser)));
    assert!(Need::ALL.into_iter().all(|need| need.also() != Some(need.first())));
}

/// Every message, one under the other.
fn messages(locale: Locale, described: &str) -> String {
    let mut document = told();
    write(&mut document, "programme/main/name", "Développement web", &karim(), "2026-11-24T19:00:00Z");
    write(&mut document, "project/p1/title", "Maquette du site", &karim(), "2026-11-24T19:00:00Z");
    write(&mut document, "programme/main/current", "p1", &karim(), "2026-11-24T19:00:00Z");
    let pair = project(&document);
    let draft = |need| {
        in_words(locale, &pair, |labels| {
            let draft = message::draft(&pair, need, described, at("2026-11-25T08:00:00Z"), labels);
            format!("== {}\n{draft}\n", labels.words.whom().need(need))
        })
    };
    Need::ALL.map(draft).join("\n")
}

#[test]
fn the_messages_for_each_situation() {
    insta::assert_snapshot!("messages_fr", messages(Locale::Fr, "  Depuis hier,\nrien ne va. "));
    insta::assert_snapshot!("messages_en", messages(Locale::En, ""));
}

#[test]
fn a_pair_of_which_nothing_is_known_has_messages_too() {
    let pair = project(&Document::new(super::support::pair("p0")));
    for need in Need::ALL {
        let draft =
            in_words(Locale::Fr, &pair, |labels| message::draft(&pair, need, "", at("2026-11-25T08:00:00Z"), labels));
        assert!(draft.starts_with("Bonjour") && draft.contains("Merci"), "{draft}");
    }
}

#[test]
fn the_links_of_a_case_are_those_of_the_call() {
    for need in Need::ALL {
        if let Some(case) = need.case() {
            assert_eq!(links_of_need(need), link_of(case).into_iter().collect::<Vec<_>>());
        }
        // Whatever goes through Support leads to its form.
        let leads = links_of_need(need).contains(&GuideLink::SupportForm);
        assert!(leads || need.first() != Help::Support, "{need:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_has_an_answer_and_the_same_one_again(words in "\\PC{0,200}") {
        prop_assert_eq!(whom(&words), whom(&words));
        if let Answer::Between(one, two) = whom(&words) {
            prop_assert_ne!(one, two);
        }
    }
}

//! The typography and the voice of every text on screen, in both languages: what `words.md` asks for, asserted.

use binome::i18n::{Demo, LedgerWords, Locale, Messages, Rules};

/// Every text of a language with its name, functions filled with samples (“Karim”, 2).
fn texts(locale: Locale) -> Vec<(String, String)> {
    let mut all = Vec::new();
    locale.messages().each(&mut |name, text| all.push((name.to_owned(), text.to_owned())));
    // The example's words and those of the rules stand apart from those of every page.
    Demo::of(locale).each(&mut |name, text| all.push((name.to_owned(), text.to_owned())));
    LedgerWords::of(locale).visit(&mut |name, text| all.push((name.to_owned(), text.to_owned())));
    Rules::of(locale).visit(&mut |name, text| all.push((name.to_owned(), text.to_owned())));
    assert!(all.len() > 100, "the texts are visited");
    all
}

/// Fails with every text of `locale` in which `fault` finds something to say.
fn check(locale: Locale, rule: &str, fault: impl Fn(&str, &str) -> Option<String>) {
    let faults: Vec<String> = texts(locale)
        .iter()
        .filter_map(|(name, text)| fault(name, text).map(|said| format!("  {name}: {said} in {text:?}")))
        .collect();
    assert!(faults.is_empty(), "{rule} ({locale:?})\n{}", faults.join("\n"));
}

fn check_both(rule: &str, fault: impl Fn(&str, &str) -> Option<String> + Copy) {
    for locale in Locale::ALL {
        check(locale, rule, fault);
    }
}

/// Each letter with the one before and the one after it.
fn neighbours(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).map(move |at| {
        (at.checked_sub(1).and_then(|at| letters.get(at)).copied(), letters[at], letters.get(at + 1).copied())
    })
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://")
}

/// Pieces of sentences that a name or a component stands between.
fn is_piece(name: &str) -> bool {
    ["_prefix", "_before", "_between", "_after"].iter().any(|end| name.ends_with(end))
}

#[test]
fn french_puts_a_non_breaking_space_before_tall_signs() {
    check(Locale::Fr, "U+00A0 before : ; ! ? » %", |_, text| {
        if is_address(text) {
            return None;
        }
        neighbours(text)
            .find(|(before, sign, _)| {
                matches!(sign, ':' | ';' | '!' | '?' | '»' | '%') && !matches!(before, Some('\u{a0}') | None)
            })
            .map(|(_, sign, _)| format!("no U+00A0 before {sign}"))
    });
}

#[test]
fn french_puts_a_non_breaking_space_after_an_opening_quote() {
    check(Locale::Fr, "U+00A0 after «", |_, text| {
        neighbours(text).any(|(_, sign, after)| sign == '«' && after != Some('\u{a0}')).then(|| "«".to_owned())
    });
}

#[test]
fn french_keeps_a_number_with_the_word_it_counts() {
    check(Locale::Fr, "U+00A0 between a number and the next word", |_, text| {
        let letters: Vec<char> = text.chars().collect();
        letters
            .windows(3)
            .find(|three| three[0].is_ascii_digit() && three[1] == ' ' && three[2].is_alphanumeric())
            .map(|three| three.iter().collect())
    });
}

#[test]
fn spaces_are_plain_or_non_breaking_and_never_double() {
    check_both("spaces", |name, text| {
        let odd = text.contains(['\u{202f}', '\u{2009}', '\t']);
        let double = text.contains("  ") || text.contains("\u{a0} ") || text.contains(" \u{a0}");
        let edge = !is_piece(name) && text.trim() != text;
        (odd || double || edge).then(|| "a space".to_owned())
    });
}

#[test]
fn english_has_no_space_before_signs() {
    check(Locale::En, "no space before : ; ! ? %", |_, text| {
        neighbours(text)
            .find(|(before, sign, _)| {
                matches!(sign, ':' | ';' | '!' | '?' | '%') && before.is_some_and(char::is_whitespace)
            })
            .map(|(_, sign, _)| format!("a space before {sign}"))
    });
}

#[test]
fn apostrophes_dots_and_dashes_are_the_typographic_ones() {
    check_both("’ and …, never ' nor ... nor —", |_, text| {
        ["'", "...", "—", "\"", " …", "\u{a0}…"].into_iter().find(|sign| text.contains(sign)).map(str::to_owned)
    });
}

#[test]
fn quotes_are_those_of_the_language() {
    check(Locale::Fr, "« »", |_, text| text.contains(['“', '”']).then(|| "English quotes".to_owned()));
    check(Locale::En, "“ ”", |_, text| text.contains(['«', '»']).then(|| "French quotes".to_owned()));
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn nothing_is_invalid_and_nobody_begs() {
    let banned = |list: &'static [&'static str]| {
        move |_: &str, text: &str| words(text).into_iter().find(|word| list.contains(&word.as_str()))
    };
    check(Locale::Fr, "banned words", banned(&["invalide", "invalides", "oups", "veuillez"]));
    check(Locale::En, "banned words", banned(&["invalid", "oops", "please"]));
}

#[test]
fn one_term_per_thing() {
    let never = |list: &'static [&'static str]| {
        move |_: &str, text: &str| {
            let padded = format!(" {} ", words(text).join(" "));
            list.iter().find(|term| padded.contains(&format!(" {term} "))).map(|term| (*term).to_owned())
        }
    };
    check(
        Locale::Fr,
        "terms that words.md never uses",
        never(&[
            "séance",
            "séances",
            "supprimer",
            "éditer",
            "réinitialiser",
            "récupérable",
            "mot de passe",
            "feu vert",
            "planifier",
            "devoirs",
            "récapituler la séance",
        ]),
    );
    check(
        Locale::En,
        "terms that words.md never uses",
        never(&["delete", "upload", "password", "reset", "reschedule", "postpone", "approve", "edit"]),
    );
}

#[test]
fn french_never_puts_a_name_after_de_or_que() {
    // A name may begin with a vowel: “d’Ali”, “qu’Ali” would have to be written, and no text knows which.
    check(Locale::Fr, "no name after de, que", |_, text| {
        ["de Karim", "De Karim", "que Karim", "Que Karim", "d’Karim", "qu’Karim", "si Karim il"]
            .into_iter()
            .find(|fault| text.contains(fault))
            .map(str::to_owned)
    });
}

#[test]
fn ordinals_are_written_1er_1re_2e() {
    check(Locale::Fr, "1er, 1re, 2e", |_, text| {
        ["1ère", "1ere", "2ème", "2nde", "3ème", "1ᵉʳ"]
            .into_iter()
            .find(|fault| text.contains(fault))
            .map(str::to_owned)
    });
}

#[test]
fn titles_and_buttons_have_no_full_stop() {
    check_both("no full stop", |name, text| {
        let last = name.rsplit('.').next().unwrap_or(name);
        let short = last == "title"
            || ["_title", "_button", "_action", "_link", "_legend", "_label"].iter().any(|end| last.ends_with(end))
            || ["nav_", "give_"].iter().any(|start| last.starts_with(start));
        (short && text.ends_with('.')).then(|| "a full stop".to_owned())
    });
}

#[test]
fn the_two_languages_do_not_share_their_sentences() {
    // A sentence left in the other language shows as the same text in both.
    let english = texts(Locale::En);
    let same: Vec<_> = texts(Locale::Fr)
        .into_iter()
        .zip(english)
        .filter(|((_, fr), (_, en))| fr == en && !is_address(fr) && fr.split_whitespace().count() > 3)
        .map(|((name, _), _)| name)
        .collect();
    assert!(same.is_empty(), "the same in both languages: {same:?}");
}

#[test]
fn one_is_singular_and_two_is_plural() {
    type Count = fn(&Messages) -> fn(u32) -> String;
    let counts: &[(Count, [&str; 3], [&str; 3])] = &[
        (
            |m| m.dashboard().goals,
            ["0\u{a0}objectif", "1\u{a0}objectif", "2\u{a0}objectifs"],
            ["0 goals", "1 goal", "2 goals"],
        ),
        (
            |m| m.share().questions,
            ["0\u{a0}question", "1\u{a0}question", "2\u{a0}questions"],
            ["0 questions", "1 question", "2 questions"],
        ),
        (
            |m| m.share().sessions,
            ["0\u{a0}session", "1\u{a0}session", "2\u{a0}sessions"],
            ["0 sessions", "1 session", "2 sessions"],
        ),
        (
            |m| m.share().projects,
            ["0\u{a0}projet", "1\u{a0}projet", "2\u{a0}projets"],
            ["0 projects", "1 project", "2 projects"],
        ),
        (
            |m| m.share().contacts,
            ["0\u{a0}contact", "1\u{a0}contact", "2\u{a0}contacts"],
            ["0 contacts", "1 contact", "2 contacts"],
        ),
        (
            |m| m.programme().added,
            ["0\u{a0}projet ajouté.", "1\u{a0}projet ajouté.", "2\u{a0}projets ajoutés."],
            ["0 projects added.", "1 project added.", "2 projects added."],
        ),
        (|m| m.import().new, ["0\u{a0}nouveau", "1\u{a0}nouveau", "2\u{a0}nouveaux"], ["0 new", "1 new", "2 new"]),
        (
            |m| m.import().changed,
            ["0\u{a0}modifié", "1\u{a0}modifié", "2\u{a0}modifiés"],
            ["0 changed", "1 changed", "2 changed"],
        ),
        (
            |m| m.import().conflicts,
            ["0\u{a0}conflit", "1\u{a0}conflit", "2\u{a0}conflits"],
            ["0 conflicts", "1 conflict", "2 conflicts"],
        ),
        (
            |m| m.questions().settled,
            ["0\u{a0}réglée", "1\u{a0}réglée", "2\u{a0}réglées"],
            ["0 settled", "1 settled", "2 settled"],
        ),
        (|m| m.dashboard().in_days, ["aujourd’hui", "demain", "dans 2\u{a0}jours"], ["today", "tomorrow", "in 2 days"]),
    ];
    for (text, french, english) in counts {
        for (locale, expected) in [(Locale::Fr, french), (Locale::En, english)] {
            let said = [0, 1, 2].map(|count| text(locale.messages())(count));
            assert_eq!(said.each_ref().map(String::as_str), *expected);
        }
    }
}

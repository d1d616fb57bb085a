//! The name that a copy is saved under.

use crate::domain::{Day, Pairing};

/// The longest part of a name that one person's takes.
const LONGEST: usize = 24;

/// `binome-lea-karim-2026-11-23.json`: the name of a pair's own file.
pub fn name(pairing: &Pairing, day: Day) -> String {
    name_ending(pairing, day, "json")
}

/// `binome-lea-karim-2026-11-23.ics`: the student first, in letters that every system and mail keeps.
pub fn name_ending(pairing: &Pairing, day: Day, ending: &str) -> String {
    let mut name = String::from("binome");
    for person in [&pairing.student, &pairing.mentor] {
        let slug = slug(&person.name);
        if !slug.is_empty() {
            name.push('-');
            name.push_str(&slug);
        }
    }
    format!("{name}-{}.{ending}", day.format("%Y-%m-%d"))
}

/// A name as lower-case ASCII letters and digits with single hyphens; empty when it has none that fold to them.
pub(in crate::document) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match fold(letter) {
            // A combining accent or an apostrophe goes with its letter.
            Some("") => {}
            Some(folded) => slug.push_str(folded),
            None if letter.is_ascii_alphanumeric() => slug.push(letter),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(LONGEST);
    slug.trim_end_matches('-').to_owned()
}

/// The plain letters for an accented one of Europe's languages written in Latin script.
fn fold(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ċ' | 'ĉ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ĕ' => "e",
        'ğ' | 'ģ' | 'ġ' | 'ĝ' => "g",
        'ħ' | 'ĥ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' | 'ŕ' => "r",
        'š' | 'ś' | 'ş' | 'ș' | 'ŝ' => "s",
        'ť' | 'ţ' | 'ț' | 'ŧ' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ŭ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        '\u{300}'..='\u{36f}' | '\'' | '’' => "",
        _ => return None,
    })
}

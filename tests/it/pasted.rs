//! A pasted list of projects: what is a title, what is only its number, what is left out and why.

use binome::domain::programme::{LeftOut, MAX_PROJECTS, MAX_TITLE, Pasted, Programme, Project, pasted};
use rstest::rstest;

use super::support::project_id;

fn read(text: &str) -> Pasted {
    pasted(text, &Programme::default())
}

/// A path with these titles.
fn path(titles: &[&str]) -> Programme {
    let project = |(at, title): (usize, &&str)| {
        let id = project_id(&format!("p{at}"));
        Project { title: (*title).to_owned(), ..Project::empty(id) }
    };
    Programme { projects: titles.iter().enumerate().map(project).collect(), ..Programme::default() }
}

#[rstest]
#[case::plain("Préparer son année", "Préparer son année")]
#[case::spaces("  \tPréparer \u{a0} son\u{202f}année \r", "Préparer son année")]
#[case::p_and_number("P1 Préparer son année", "Préparer son année")]
#[case::p_colon("P1 : Préparer son année", "Préparer son année")]
#[case::p_dash("p12 – Préparer son année", "Préparer son année")]
#[case::word("Projet 1 Préparer son année", "Préparer son année")]
#[case::word_colon("PROJET 1\u{a0}: Préparer son année", "Préparer son année")]
#[case::word_number_sign("Projet n° 1 - Préparer son année", "Préparer son année")]
#[case::english("Project 3. Build a page", "Build a page")]
#[case::numbered("1. Préparer son année", "Préparer son année")]
#[case::numbered_tight("1.Préparer son année", "Préparer son année")]
#[case::bracket("2) Préparer son année", "Préparer son année")]
#[case::hash("#3 Préparer son année", "Préparer son année")]
#[case::bullet("• Préparer son année", "Préparer son année")]
#[case::tight_bullet("•Préparer son année", "Préparer son année")]
#[case::dash("- Préparer son année", "Préparer son année")]
#[case::box_to_tick("- [ ] Préparer son année", "Préparer son année")]
#[case::bullet_and_number("* 1. Préparer son année", "Préparer son année")]
#[case::two_numbers("1. Projet 1 : Préparer son année", "Préparer son année")]
#[case::table("1\t-\tPréparer son année", "Préparer son année")]
#[case::hidden_mark("\u{feff}P1 Préparer\u{200b} son année", "Préparer son année")]
#[case::only_its_name("Projet 4", "Projet 4")]
#[case::only_p("P4 :", "P4")]
// What belongs to the title stays.
#[case::counted("3 écrans à livrer", "3 écrans à livrer")]
#[case::decimal("2.5 points d’écart", "2.5 points d’écart")]
#[case::year("2027 : bilan d’une année", "2027 : bilan d’une année")]
#[case::joined("P2P, un réseau", "P2P, un réseau")]
#[case::no_number("Projet personnel", "Projet personnel")]
#[case::plural("Projets 1 et 2", "Projets 1 et 2")]
#[case::negative("-5 % de rebond", "-5 % de rebond")]
#[case::hours("24/7 : tenir un service", "24/7 : tenir un service")]
#[case::hours_in_word("Projet 10h", "Projet 10h")]
#[case::another_script("1. 日本語の案件", "日本語の案件")]
#[case::markup("<b>Titre</b>", "<b>Titre</b>")]
fn a_line_is_its_title(#[case] line: &str, #[case] title: &str) {
    assert_eq!(read(line), Pasted { titles: vec![title.to_owned()], left_out: vec![] });
}

#[rstest]
#[case("")]
#[case("\n \n\t\r\n\u{a0}\n")]
#[case("-\n•\n1.\n42\n[ ]\n…\n---")]
fn lines_without_words_are_nothing(#[case] text: &str) {
    assert_eq!(read(text), Pasted::default());
}

#[test]
fn a_list_keeps_its_order_and_says_what_is_double() {
    let text = "P1 – Préparer son année\n\nP2 – Enquêter\r\n3. préparer  SON année\n• Le catalogue\n";
    let read = pasted(text, &path(&["Le Catalogue"]));
    assert_eq!(read.titles, ["Préparer son année", "Enquêter"]);
    let double = |title: &str| (title.to_owned(), LeftOut::Double);
    assert_eq!(read.left_out, [double("préparer SON année"), double("Le catalogue")]);
}

#[test]
fn a_paragraph_is_not_a_title() {
    let (longest, longer) = ("é".repeat(MAX_TITLE), "é".repeat(MAX_TITLE + 1));
    assert_eq!(read(&longest).titles, [longest]);
    assert_eq!(read(&longer), Pasted { titles: vec![], left_out: vec![(longer, LeftOut::TooLong)] });
}

#[test]
fn what_is_beyond_the_longest_path_is_left_out() {
    let text = (1..=MAX_PROJECTS).map(|number| format!("Titre {number}")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&text).titles.len(), MAX_PROJECTS);
    let full = pasted(&text, &path(&["Un autre"]));
    assert_eq!(full.titles.len(), MAX_PROJECTS - 1);
    assert_eq!(full.left_out, [(format!("Titre {MAX_PROJECTS}"), LeftOut::TooMany)]);
}

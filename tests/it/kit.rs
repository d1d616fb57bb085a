//! The defence kit: names made from a pattern, names that people made looked at, and the plan of the time.

use binome::document::project;
use binome::domain::kit::check::{Checked, Fault, Verdict, check, left};
use binome::domain::kit::pattern::{Naming, Piece, render};
use binome::domain::kit::{ARCHIVE, FILES, Kit, KitCommand, Stage, deliverables, names};
use binome::domain::{Command, Refusal, decide};
use proptest::prelude::*;
use rstest::rstest;

use super::support::{act, at, day, karim, lea, project_id, started, write};

fn naming() -> Naming {
    Naming {
        title: "Créez l’API d’une œuvre, à Noël".into(),
        surname: "Martin-Élie".into(),
        first: "Léa".into(),
        number: 2,
        deliverable: "Rapport d’analyse (PDF)".into(),
        day: day("2026-12-17"),
    }
}

#[rstest]
#[case::the_archive(ARCHIVE, "Creez_l_API_d_une_oeuvre_a_Noel_martin_elie_lea")]
#[case::a_file(FILES, "Martin_Elie_Lea_2_rapport_d_analyse_pdf_122026")]
#[case::small_letters("nom_prenom_1_livrable_mmaaaa", "martin_elie_lea_2_rapport_d_analyse_pdf_122026")]
#[case::capitals("NOM_Prenom", "MARTIN_ELIE_Lea")]
#[case::accents_in_the_pattern("Prénom_Nom", "Lea_Martin_Elie")]
#[case::hyphens("Nom-Prenom-livrable", "Martin-Elie-Lea-rapport-d-analyse-pdf")]
#[case::spaces_become_joints("Nom Prenom", "Martin_Elie_Lea")]
#[case::words_that_stand_for_themselves("P5_Nom_final", "P5_Martin_Elie_final")]
#[case::dates("Nom_aaaammjj", "Martin_Elie_20261217")]
#[case::a_date_in_parts("jj-mm-aa", "17-12-26")]
#[case::in_english(
    "Surname_title_deliverable_mmyyyy",
    "Martin_Elie_creez_l_api_d_une_oeuvre_a_noel_rapport_d_analyse_pdf_122026"
)]
#[case::nothing("", "")]
#[case::only_joints("__", "")]
fn a_name_is_made_from_its_pattern(#[case] pattern: &str, #[case] name: &str) {
    let made = render(pattern, &naming());
    assert_eq!(made.name, name);
    assert_eq!(made.missing, []);
}

#[test]
fn what_is_not_known_is_said_and_stands_as_in_the_pattern() {
    let made = render(ARCHIVE, &Naming { title: " ".into(), surname: String::new(), ..naming() });
    assert_eq!(
        (made.name.as_str(), made.missing.as_slice()),
        ("Titre_du_projet_nom_lea", &[Piece::Title, Piece::Surname][..])
    );
}

#[test]
fn a_projects_deliverables_are_its_lines() {
    let mut document = started();
    write(&mut document, "project/p1/title", "Maquette", &karim(), "2026-11-24T19:00:00Z");
    write(
        &mut document,
        "project/p1/deliverables",
        "- Le rapport\n\n  • La maquette \n",
        &karim(),
        "2026-11-24T19:00:00Z",
    );
    let surname = Command::Write(binome::domain::kit::field("surname"), "Martin".into());
    act(&mut document, &surname, &lea(), "2026-11-24T19:01:00Z");
    let pair = project(&document);
    let found = pair.programme.projects.first().expect("a project");
    assert_eq!(deliverables(found), ["Le rapport", "La maquette"]);
    let (archive, files) = names(&pair, found, day("2026-12-17"));
    assert_eq!(archive.name, "Maquette_martin_lea");
    let files: Vec<_> = files.iter().map(|(what, made)| (what.as_str(), made.name.as_str())).collect();
    assert_eq!(
        files,
        [("Le rapport", "Martin_Lea_1_rapport_122026"), ("La maquette", "Martin_Lea_2_maquette_122026"),]
    );
    let only = project_id("p1");
    assert_eq!(pair.project_to_defend(Some(&only)).map(|it| &it.id), Some(&only));
    assert!(pair.defence_of(&only).is_none());
}

fn expected() -> Vec<String> {
    ["Maquette_martin_lea", "Martin_Lea_1_rapport_122026", "Martin_Lea_2_maquette_122026"].map(str::to_owned).into()
}

fn one(name: &str) -> Checked {
    check(name, &expected()).remove(0)
}

#[rstest]
#[case::as_expected("Martin_Lea_1_rapport_122026.pdf", 1, None)]
#[case::the_archive("Maquette_martin_lea.zip", 0, None)]
#[case::in_a_folder("C:\\Bureau\\Maquette_martin_lea.zip", 0, None)]
#[case::without_an_ending("Maquette_martin_lea", 0, None)]
#[case::accents("Martin_Léa_1_rapport_122026.pdf", 1, Some(vec![Fault::Accents]))]
#[case::spaces("Martin Lea 1 rapport 122026.pdf", 1, Some(vec![Fault::Spaces]))]
#[case::hyphens("Martin-Lea-1-rapport-122026.pdf", 1, Some(vec![Fault::Signs]))]
#[case::small_letters("martin_lea_1_rapport_122026.pdf", 1, Some(vec![Fault::Case]))]
#[case::another_order("Lea_Martin_1_rapport_122026.pdf", 1, Some(vec![Fault::Order]))]
#[case::no_date("Martin_Lea_2_maquette.fig", 2, Some(vec![Fault::Missing(vec!["122026".into()])]))]
#[case::another_number("Martin_Lea_3_maquette_122026.fig", 2, Some(vec![Fault::Missing(vec!["2".into()]), Fault::Extra(vec!["3".into()])]))]
#[case::all_at_once("rapport léa (final).pdf", 1, Some(vec![
    Fault::Accents, Fault::Spaces, Fault::Signs,
    Fault::Missing(vec!["martin".into(), "1".into(), "122026".into()]), Fault::Extra(vec!["final".into()]),
]))]
fn a_pasted_name_fits_or_says_what_to_change(
    #[case] name: &str,
    #[case] at: usize,
    #[case] faults: Option<Vec<Fault>>,
) {
    match (one(name).verdict, faults) {
        (Verdict::Fits(met), None) => assert_eq!(met, at),
        (Verdict::Nearly { expected: met, name: rather, faults: found }, Some(faults)) => {
            assert_eq!((met, &found), (at, &faults));
            // What is proposed fits, with the ending that the name had.
            assert_eq!(one(&rather).verdict, Verdict::Fits(at));
            assert_eq!(rather.rsplit('.').next(), name.rsplit('.').next());
        }
        (verdict, faults) => panic!("{name}: {verdict:?}, not {faults:?}"),
    }
}

#[test]
fn what_is_like_nothing_and_what_is_missing_are_said() {
    assert_eq!(one("IMG_0421.jpg").verdict, Verdict::Unlike);
    let checked = check("\n Martin_Lea_1_rapport_122026.pdf\nnotes.txt\n", &expected());
    assert_eq!(checked.len(), 2);
    assert_eq!(left(&checked, &expected()), [0, 2]);
    assert!(check("", &expected()).is_empty());
}

#[test]
fn the_time_of_a_defence_is_usual_until_the_pair_says_otherwise() {
    let mut document = started();
    let minutes = |kit: &Kit| Stage::ALL.map(|stage| kit.minutes(stage));
    assert_eq!(minutes(&project(&document).kit), [15, 10, 5]);
    act(
        &mut document,
        &Command::Kit(KitCommand::SetMinutes(Stage::Presentation, Some(20))),
        &lea(),
        "2026-11-24T19:00:00Z",
    );
    assert_eq!(minutes(&project(&document).kit), [20, 10, 5]);
    act(
        &mut document,
        &Command::Kit(KitCommand::SetMinutes(Stage::Presentation, None)),
        &lea(),
        "2026-11-24T19:01:00Z",
    );
    assert_eq!(minutes(&project(&document).kit), [15, 10, 5]);
    let context = binome::domain::Context { now: at("2026-11-24T19:02:00Z"), today: day("2026-11-24"), author: lea() };
    let refused = decide(&project(&document), &Command::Kit(KitCommand::SetMinutes(Stage::Debrief, Some(0))), &context);
    assert_eq!(refused, Err(Refusal::LengthOutOfRange));
    // What another version wrote and this one cannot read is set aside.
    write(&mut document, "kit/main/debrief", "bientôt", &lea(), "2026-11-24T19:03:00Z");
    let pair = project(&document);
    assert_eq!((pair.oddities.len(), pair.kit.minutes(Stage::Debrief)), (1, 5));
}

proptest! {
    /// Whatever is typed, a name has no accent that folds, no space, no sign that a system refuses, and fits itself.
    #[test]
    fn any_pattern_gives_a_name_for_files(pattern in "\\PC{0,40}", title in "\\PC{0,80}", surname in "\\PC{0,30}") {
        let made = render(&pattern, &Naming { title, surname, ..naming() });
        prop_assert!(!made.name.contains(|letter: char| letter.is_whitespace() || "/\\:*?\"<>|’'".contains(letter)), "{}", made.name);
        if !made.name.is_empty() && !made.name.contains('.') {
            prop_assert_eq!(&check(&made.name, std::slice::from_ref(&made.name))[0].verdict, &Verdict::Fits(0));
        }
    }

    #[test]
    fn any_pasted_text_has_an_answer(pasted in "(\\PC|\n){0,200}") {
        for checked in check(&pasted, &expected()) {
            if let Verdict::Nearly { faults, .. } = checked.verdict {
                prop_assert!(!faults.is_empty(), "{}", checked.name);
            }
        }
    }
}

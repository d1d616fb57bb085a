//! What a field and its value are called on screen.

use binome::domain::field::Value;
use binome::i18n::{Locale, visible};

use super::support::{labels, path};

#[test]
fn every_field_has_words_of_its_own() {
    let named = [
        ("pair/main/zone", "Binôme · fuseau", "Pair · time zone"),
        ("pair/main/call-minutes", "Premier appel · durée", "First call · length"),
        ("person/mentor-1/name", "Karim · prénom", "Karim · first name"),
        ("person/mentor-1/story", "Karim · Votre histoire, en bref", "Karim · Your story, in short"),
        ("section/formation/done-student-1", "Formation · Léa a fini", "Programme · Léa has finished"),
        ("goal/g1/evidence", "Objectif · preuve", "Goal · evidence"),
        ("goal/g1/progress-student-1", "Objectif · avancement chez Léa", "Goal · Léa’s progress"),
        ("goal/g1/kept-measurable", "Objectif · gardé tel quel, lettre M", "Goal · kept as it is, letter M"),
        ("question/q1/answer-mentor-1", "Question · réponse chez Karim", "Question · Karim’s answer"),
        ("session/s1/state", "Session · créneau", "Session · slot"),
        ("contact/c1/name", "Contact · nom", "Contact · name"),
        ("case/stuck/answer", "Le code plante dimanche · vers qui d’abord", "Code crashes on Sunday · whom first"),
        ("programme/main/end", "Formation · dernier jour", "Programme · last day"),
        ("project/p1/mode", "Projet · validation", "Project · validation"),
        ("project/p1/validated", "Projet · jour de validation", "Project · validated on"),
        ("project/p1/created", "Projet · date d’écriture", "Project · written on"),
        ("session/s1/scenario-read", "Session · scénario lu", "Session · scenario read"),
        ("session/s1/began", "Session · début", "Session · start"),
        ("session/s1/finished-2", "Session · fin de l’étape 2", "Session · end of step 2"),
        (
            "session/s1/remarks-mentor-1",
            "Session · livrables, écrit par Karim",
            "Session · deliverables, written by Karim",
        ),
        ("session/s1/surveyed-student-1", "Session · enquête remplie par Léa", "Session · survey answered by Léa"),
        ("session/s1/kind", "Session · type", "Session · kind"),
        ("session/s1/project", "Session · projet", "Session · project"),
        ("session/s1/created", "Session · date d’écriture", "Session · written on"),
        ("session/s1/moved-from", "Session · créneau d’avant", "Session · earlier slot"),
        ("session/s1/agreed", "Session · accord donné", "Session · agreement given"),
        ("session/s1/replaced-by", "Session · remplacée par", "Session · replaced by"),
        ("session/s1/corrected-from", "Session · notée d’abord", "Session · first noted as"),
        ("session/s1/reason", "Session · raison de la correction", "Session · reason for the correction"),
        ("session/s1/deposited", "Session · dépôt des livrables", "Session · deliverables submitted"),
        ("session/s1/resubmitted", "Session · nouveau dépôt", "Session · submitted again"),
        ("session/s1/assessor", "Session · évaluateur·rice", "Session · assessor"),
        ("session/s1/result", "Session · résultat", "Session · result"),
        (
            "session/s1/result-reason",
            "Session · raison du résultat corrigé",
            "Session · reason for the corrected result",
        ),
        ("project/p1/authorised", "Projet · autorisation de soutenir", "Project · authorisation to defend"),
        ("project/p1/ready-told", "Projet · évaluation prévenue", "Project · assessor told"),
        ("project/p1/reason", "Projet · raison de la correction", "Project · reason for the correction"),
        ("session/s1/paused-1", "Session · pause 1, début", "Session · pause 1, start"),
        ("session/s1/resumed-12", "Session · pause 12, fin", "Session · pause 12, end"),
        ("session/s1/mood", "Session · mood", "Session · mood"),
        ("outcome/s1-g1/result", "Résultat d’un objectif · résultat", "Outcome of a goal · result"),
        ("question/q1/searched", "Question · cherché avec Companion", "Question · searched with Companion"),
        ("goal/g2/from", "Objectif · réécrit à partir de", "Goal · rewritten from"),
        ("goal-step/e1/text", "Sous-étape · texte", "Sub-step · text"),
        ("goal-step/e1/done", "Sous-étape · faite", "Sub-step · done"),
        ("goal-step/e1/goal", "Sous-étape · objectif", "Sub-step · goal"),
        ("goal-step/e1/order", "Sous-étape · place", "Sub-step · place"),
        ("goal-step/e1/created", "Sous-étape · date d’écriture", "Sub-step · written on"),
        ("goal/g1/project", "Objectif · projet servi", "Goal · project it serves"),
        ("question/q1/first", "Question · à voir en premier", "Question · to take up first"),
        ("private/student-1/session/s1/note", "Note privée · note", "Private note · note"),
        ("organisation/main/slot", "Organisation · créneau", "Working together · slot"),
        ("organisation/main/channel-email", "Organisation · L’e-mail", "Working together · E-mail"),
        (
            "organisation/main/channels",
            "Organisation · bon à savoir sur les messages",
            "Working together · good to know about messages",
        ),
        (
            "organisation/main/answer-hours-student-1",
            "Organisation · délai de réponse, Léa",
            "Working together · Léa’s time to answer",
        ),
        (
            "organisation/main/prepare-hours",
            "Organisation · avance des questions",
            "Working together · questions ahead by",
        ),
        ("organisation/main/preparation", "Organisation · préparation", "Working together · preparation"),
        (
            "contract/main/deposit-hours",
            "Contrat · délai pour déposer avant une soutenance",
            "Contract · time to submit before a defence",
        ),
        ("contract/main/conditional", "Contrat · validation sous condition", "Contract · conditional pass"),
        ("kit/main/surname", "Soutenance · nom de famille pour les fichiers", "Defence · family name for files"),
        ("kit/main/archive", "Soutenance · modèle de l’archive", "Defence · pattern of the archive"),
        ("kit/main/presentation", "Soutenance · présentation", "Defence · presentation"),
        (
            "week/2026-12-21/excused",
            "Semaine du 2026-12-21 2026 · semaine excusée",
            "Week of 2026-12-21 2026 · week excused",
        ),
        ("week/2026-12-21/reason", "Semaine du 2026-12-21 2026 · raison", "Week of 2026-12-21 2026 · reason"),
        ("promise/weekly/tick-mentor-1", "Le créneau · Karim accepte", "The slot · Karim accepts"),
        ("promise/weekly/revisit", "Le créneau · à revoir", "The slot · to revisit"),
        ("promise/p1/text", "Une promesse à vous · texte", "A promise of your own · text"),
        ("promise/p1/created", "Une promesse à vous · date d’écriture", "A promise of your own · written on"),
        ("agreement/main/signed-student-1", "Charte · Léa a signé", "Agreement · Léa has signed"),
        ("report/s1/goals", "Compte-rendu · objectifs", "Report · goals"),
        (
            "report/s1/over-goals",
            "Compte-rendu · objectifs, la session d’alors",
            "Report · goals, the session at the time",
        ),
        ("report/r1/body", "Compte-rendu · body", "Report · body"),
        ("badge/b1/body", "Autre · body", "Other · body"),
    ];
    for (field, french, english) in named {
        assert_eq!(labels(Locale::Fr).path(&path(field)), french);
        assert_eq!(labels(Locale::En).path(&path(field)), english);
    }
}

#[test]
fn values_are_read_out_in_words() {
    let said = [
        ("goal/g1/what", Value::from("rédige 5 cas"), "rédige 5 cas"),
        ("goal/g1/what", Value::Null, "vide"),
        ("goal/g1/what", Value::from(""), "vide"),
        ("goal/g1/minutes", Value::Int(45), "45\u{a0}min"),
        ("goal/g1/minutes", Value::Int(120), "2\u{a0}h"),
        ("goal/g1/minutes", Value::Int(90), "1\u{a0}h\u{a0}30"),
        ("goal/g1/minutes", Value::Int(65), "1\u{a0}h\u{a0}05"),
        ("goal/g1/end", Value::from("2026-11-24"), "2026-11-24"),
        ("goal/g1/kept-specific", Value::from("avance"), "avance"),
        ("goal/g1/kept-achievable", Value::from("1200"), "20\u{a0}h"),
        ("goal/g1/kept-dated", Value::from("2026-12-20"), "2026-12-20"),
        ("goal/g1/kept-dated", Value::from(""), "vide"),
        ("goal/g1/status", Value::from("partly"), "en partie"),
        ("question/q1/settled", Value::Bool(true), "oui"),
        ("question/q1/asked-by", Value::from("student-1"), "Léa"),
        ("question/q1/created", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("point/companion/state", Value::from("to_clarify"), "à éclaircir"),
        ("organisation/main/answer-hours-mentor-1", Value::Int(48), "48\u{a0}h"),
        ("organisation/main/prepare-hours", Value::Int(168), "7\u{a0}jours"),
        ("organisation/main/channel-email", Value::Bool(true), "oui"),
        ("promise/p1/created", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("pair/main/address", Value::from("tu"), "tu"),
        ("session/s1/began", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("session/s1/finished-5", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("question/q1/carried-in", Value::from("s1"), "Session"),
        ("session/s1/kind", Value::from("defence"), "soutenance"),
        ("session/s1/corrected-from", Value::from("held"), "tenue"),
        ("session/s1/moved-from", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("session/s1/resumed-1", Value::from("2026-11-24T17:00:00.000Z"), "2026-11-24, 18:00"),
        ("session/s1/replaced-by", Value::from("s2"), "Session"),
        ("session/s1/agreed", Value::Bool(false), "non"),
        ("goal/g2/from", Value::from("g1"), "Objectif"),
        ("goal/g2/project", Value::from("p1"), "Projet"),
        ("goal-step/e1/goal", Value::from("g1"), "Objectif"),
        ("goal-step/e1/order", Value::from("a5"), "autre place dans la liste"),
        ("case/ready/answer", Value::from("mentor"), "Karim"),
        ("case/ready/answer", Value::from("nobody"), "nobody"),
        ("programme/main/end", Value::from("2027-08-31"), "2027-08-31 2027"),
        ("project/p1/mode", Value::from("defence"), "soutenance"),
        ("project/p1/validated", Value::from("2026-11-24"), "2026-11-24 2026"),
        ("project/p1/order", Value::from("a5"), "autre place sur le chemin"),
        ("pair/main/zone", Value::from("America/Port_of_Spain"), "Port of Spain"),
    ];
    for (field, value, expected) in said {
        assert_eq!(labels(Locale::Fr).value(&path(field), &value), expected, "{field}");
    }
}

#[test]
fn a_session_is_read_out_as_its_slot() {
    let state = [
        ("minutes", Value::Int(45)),
        ("start", Value::from("2026-11-24T17:00:00.000Z")),
        ("state", Value::from("booked")),
    ];
    let value = Value::Map(state.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    assert_eq!(labels(Locale::Fr).value(&path("session/s1/state"), &value), "2026-11-24, 18:00, 45\u{a0}min, réservée");
    assert_eq!(labels(Locale::En).value(&path("session/s1/state"), &value), "2026-11-24, 18:00, 45 min, booked");
}

#[test]
fn a_session_that_does_not_take_place_is_read_out_with_who_and_when() {
    let state = |members: &[(&str, &str)]| {
        let slot = [("minutes", Value::Int(45)), ("start", Value::from("2026-11-24T17:00:00.000Z"))];
        let said = members.iter().map(|(name, value)| (*name, Value::from(*value)));
        let all = slot.into_iter().chain(said).map(|(name, value)| (name.to_owned(), value)).collect();
        labels(Locale::Fr).value(&path("session/s1/state"), &Value::Map(all))
    };
    assert_eq!(
        state(&[("state", "cancelled"), ("by", "mentor-1"), ("told", "2026-11-22T17:00:00.000Z")]),
        "2026-11-24, 18:00, 45\u{a0}min, annulée par Karim (2026-11-22, 18:00)"
    );
    assert_eq!(
        state(&[("state", "absent"), ("who", "student-1")]),
        "2026-11-24, 18:00, 45\u{a0}min, absence\u{a0}: Léa"
    );
}

#[test]
fn an_authorisation_and_a_result_are_read_out_with_their_day() {
    let map = |members: &[(&str, &str)]| {
        Value::Map(members.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect())
    };
    let given = map(&[("day", "2026-11-24"), ("by", "student-1")]);
    let said = labels(Locale::Fr).value(&path("project/p1/authorised"), &given);
    assert_eq!(said, "2026-11-24 2026, noté par Léa");
    let result = map(&[("result", "to_rework"), ("day", "2026-12-03"), ("at", "2026-12-03T15:00:00.000Z")]);
    let said = labels(Locale::En).value(&path("session/s1/result"), &result);
    assert_eq!(said, "to rework, 2026-12-03 2026");
    let moment = Value::from("2026-11-24T17:00:00.000Z");
    assert_eq!(labels(Locale::Fr).value(&path("session/s1/deposited"), &moment), "2026-11-24, 18:00");
}

#[test]
fn what_a_goal_came_to_is_read_out_with_what_becomes_of_the_rest() {
    let said = |result: &[(&str, &str)]| {
        let value = result.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect();
        labels(Locale::Fr).value(&path("outcome/s1-g1/result"), &Value::Map(value))
    };
    assert_eq!(said(&[("result", "reached")]), "atteint");
    assert_eq!(said(&[("result", "partly")]), "en partie");
    assert_eq!(said(&[("result", "not_yet"), ("rest", "carried")]), "pas encore, reporté");
    let held = [("state", Value::from("held")), ("start", Value::from("2026-11-24T17:00:00.000Z"))];
    let held = held.into_iter().chain([("minutes", Value::Int(45)), ("lasted", Value::Int(42))]);
    let held = Value::Map(held.map(|(name, value)| (name.to_owned(), value)).collect());
    let said = labels(Locale::Fr).value(&path("session/s1/state"), &held);
    assert_eq!(said, "2026-11-24, 18:00, 45\u{a0}min, tenue en 42\u{a0}min");
}

#[test]
fn a_value_that_does_not_fit_its_field_is_shown_as_it_stands() {
    assert_eq!(labels(Locale::Fr).value(&path("goal/g1/minutes"), &Value::from("beaucoup")), "beaucoup");
    assert_eq!(labels(Locale::Fr).value(&path("goal/g1/status"), &Value::Int(-3)), "-3");
    assert_eq!(labels(Locale::Fr).value(&path("session/s1/state"), &Value::List(vec![Value::Null])), "[null]");
}

#[test]
fn letters_that_hide_or_turn_text_round_are_written_out() {
    assert_eq!(visible("fac\u{202e}txt.exe"), "fac[U+202E]txt.exe");
    assert_eq!(visible("a\u{0}b\nc"), "a[U+0000]b\nc");
    assert_eq!(visible("a\u{61c}b\u{2028}c\u{2060}d"), "a[U+061C]b[U+2028]c[U+2060]d");
    let joined = "👩\u{200d}💻 می\u{200c}خواهم 12\u{202f}h";
    assert_eq!(visible(joined), joined, "what joins letters and keeps words together stays");
}

#[test]
fn a_slot_and_a_signature_are_read_out_in_words() {
    let map = |members: &[(&str, Value)]| {
        Value::Map(members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    };
    let slot = [("weekday", Value::from("Tue")), ("time", Value::from("18:00")), ("zone", Value::from("Europe/Paris"))];
    // Weekdays come from dates: any Tuesday will do.
    let said = labels(Locale::Fr).value(&path("organisation/main/slot"), &map(&slot));
    assert_eq!(said, "1970-01-06 18:00 à Paris");
    let signature =
        [("at", Value::from("2026-11-24T17:00:00.000Z")), ("terms", map(&[("weekly", Value::from("agreed"))]))];
    let said = labels(Locale::En).value(&path("agreement/main/signed-mentor-1"), &map(&signature));
    assert_eq!(said, "2026-11-24, 18:00");
}

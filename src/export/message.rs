//! A message drafted for a situation, in the student's words as far as they were said: to Support, to the mentor, to peers, to the
//! coaching. The names and facts of the pair are in it; nobody sends it but the two.

use super::plain::said;
use crate::domain::whom::Need;
use crate::domain::{Address, Instant, Pairing};
use crate::i18n::Labels;

/// What is known of the pair and may be told in a message.
struct Facts {
    programme: Option<String>,
    project: Option<String>,
    session: Option<String>,
    tu: bool,
}

impl Facts {
    fn of(pair: &Pairing, now: Instant, labels: &Labels<'_>) -> Self {
        let current = pair.programme.current().and_then(|at| pair.programme.projects.get(at));
        Self {
            programme: said(&pair.programme.name),
            project: current.and_then(|project| said(&project.title)),
            session: pair.next_session(now).map(|(_, booking)| labels.moment(booking.start)),
            tu: pair.call.address == Some(Address::Tu),
        }
    }
}

/// The message for a need; `described` is what was typed of it, which may be nothing.
pub fn draft(pair: &Pairing, need: Need, described: &str, now: Instant, labels: &Labels<'_>) -> String {
    let words = labels.words.whom();
    let facts = Facts::of(pair, now, labels);
    let blank = words.blank;
    // Where the need says enough by itself, nothing stands for what was not said.
    let more = said(described).unwrap_or_default();
    let described = if more.is_empty() { blank(words.said_nothing) } else { more.clone() };
    let project = facts.project.as_deref().unwrap_or(words.project_unnamed);
    let either = |tu: &str, vous: &str| if facts.tu { tu.to_owned() } else { vous.to_owned() };
    let mentor = (words.hello_name)(labels.mentor);
    let presented = facts
        .programme
        .as_ref()
        .map_or_else(|| (words.i_am)(labels.student), |programme| (words.i_am_in)(labels.student, programme));
    let to_support =
        |about: String, ask: String| vec![words.hello.to_owned(), presented.clone(), about, described.clone(), ask];
    let mut parts = match need {
        Need::Platform => {
            let mut parts = to_support(words.about_platform.to_owned(), words.look_please.to_owned());
            parts.insert(4, format!("{}\n{}", blank(words.tried), blank(words.device)));
            parts
        }
        Need::Funding => to_support(words.about_funding.to_owned(), words.answer_please.to_owned()),
        Need::File => to_support(words.about_file.to_owned(), words.answer_please.to_owned()),
        Need::Rules => to_support(words.about_rules.to_owned(), words.answer_please.to_owned()),
        Need::Partner => {
            let mut parts = to_support((words.about_partner)(labels.mentor), words.answer_please.to_owned());
            parts.insert(4, blank(&(words.partner_told)(labels.mentor)));
            parts
        }
        Need::Job => to_support(words.about_job.to_owned(), words.job_how.to_owned()),
        Need::Stuck => vec![
            words.hello_all.to_owned(),
            (words.about_stuck)(project),
            described,
            format!("{}\n{}", blank(words.wanted), blank(words.tried)),
            words.any_idea.to_owned(),
        ],
        Need::Alone => {
            vec![words.hello_all.to_owned(), (words.about_alone)(project), more, words.alone_who.to_owned()]
        }
        Need::Advice => {
            vec![mentor, (words.about_advice)(project), described, either(words.tell_me_tu, words.tell_me_vous)]
        }
        Need::Ready => {
            vec![mentor, (words.about_ready)(project), more, either(words.ready_ok_tu, words.ready_ok_vous)]
        }
        Need::Move => {
            let moment = facts.session.clone().unwrap_or_else(|| blank(words.moving_new));
            let ok = either(words.moving_ok_tu, words.moving_ok_vous);
            vec![mentor, (words.about_moving)(&moment), more, format!("{ok}\n{}", blank(words.moving_new))]
        }
    };
    if is_to_support(need) {
        parts.push(known(&facts, labels));
    }
    parts.push(format!("{}\n{}", words.thanks, labels.student));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Whether it goes to people who do not know the pair: Support, who passes it on.
fn is_to_support(need: Need) -> bool {
    matches!(need, Need::Platform | Need::Funding | Need::File | Need::Partner | Need::Rules)
}

/// What they would ask for first.
fn known(facts: &Facts, labels: &Labels<'_>) -> String {
    let words = labels.words.whom();
    let project = facts.project.as_ref().map(|project| (words.fact_project)(project));
    let session = facts.session.as_ref().map(|session| (words.fact_session)(session));
    [project, Some((words.fact_mentor)(labels.mentor)), session].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

//! What is said of a session besides its day: its kind, where it stands, where it was before, what it replaces, what was corrected.

use leptos::prelude::*;

use super::change::Refused;
use super::use_here;
use crate::domain::{Instant, Pairing, Phase, ProjectId, Session, SessionKind, StandingCommand};
use crate::i18n::{Labels, capitalised, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::kit::KitNote;
use crate::web::pages::path::SessionNote;
use crate::web::pages::reading::use_reading;
use crate::web::ui::{MarginNote, Select};

/// A session's kind, with the project that it is for: “bilan : Refaire le parcours”.
pub fn kind_words(pair: &Pairing, session: &Session, labels: &Labels<'_>) -> String {
    let words = labels.words.standing();
    let kind = words.kind(session.kind);
    let project = session.project.as_ref().and_then(|id| project_words(pair, id, labels));
    project.map_or_else(|| kind.to_owned(), |project| (words.kind_of)(kind, &project))
}

/// What a project is called: its title, else its number.
fn project_words(pair: &Pairing, id: &ProjectId, labels: &Labels<'_>) -> Option<String> {
    let at = pair.programme.projects.iter().position(|project| project.id == *id)?;
    let title = visible(pair.programme.projects.get(at)?.title.trim());
    Some(if title.is_empty() { (labels.words.standing().project_untitled)(at + 1) } else { title })
}

/// Where a session stands, in a few words: “réservée”, “tenue en 42 min, 45 min prévues”, “annulée par Léa”.
pub fn stands(session: &Session, now: Instant, labels: &Labels<'_>) -> String {
    use crate::domain::SessionState::{Absent, Booked, Cancelled, Held};
    let (words, standing) = (labels.words.session(), labels.words.standing());
    let duration = |minutes: u32| labels.words.fields().duration(minutes);
    match (session.state, session.phase()) {
        (Some(Booked(_)), Some(Phase::During)) => words.under_way.to_owned(),
        (Some(Booked(slot)), _) if slot.end() <= now => standing.to_confirm.to_owned(),
        (Some(Booked(_)), _) => words.planned.to_owned(),
        (Some(Held { minutes, lasted: Some(lasted), .. }), _) if lasted != minutes => {
            (standing.lasted_of)(&duration(lasted), &duration(minutes))
        }
        (Some(Held { lasted: Some(lasted), .. }), _) => (words.held)(&duration(lasted)),
        (Some(Held { lasted: None, .. }), _) => words.took_place.to_owned(),
        (Some(Cancelled { by, .. }), _) => (standing.cancelled_by)(labels.person(by)),
        (Some(Absent { who, .. }), _) => (standing.absent_of)(labels.person(who)),
        (None, _) => String::new(),
    }
}

/// What is worth knowing of how it came to stand there: moved, in place of another, replaced, corrected.
pub fn notes(pair: &Pairing, session: &Session, labels: &Labels<'_>) -> Vec<String> {
    let words = labels.words.standing();
    let mut said = Vec::new();
    if let (Some(before), Some(slot)) = (session.moved_from, session.booking()) {
        let (from, to) = (before.day(labels.zone), slot.start.day(labels.zone));
        said.push(if from == to {
            let time = |at: Instant| labels.formats.time(at.wall_time(labels.zone));
            (words.moved_hour)(&labels.formats.day(to), &time(before), &time(slot.start))
        } else {
            (words.moved)(&labels.formats.day(from), &labels.formats.day(to))
        });
    }
    let named = |other: &Session| pair.session_number(&other.id).map(|number| (labels.words.session().named)(number));
    said.extend(pair.stands_in_for(session).filter_map(named).map(|of| (words.stands_in_for)(&of)));
    if session.state.is_some_and(|state| state.is_off())
        && let Some(other) = session.replaced_by.as_ref().and_then(|id| pair.session(id))
        && let (Some(named), Some(slot)) = (named(other), other.booking())
    {
        said.push((words.replaced_by)(&named, &labels.moment(slot.start)));
    }
    if let Some(from) = session.corrected_from {
        let (from, reason) = (words.state(from), visible(session.reason.trim()));
        said.push(if reason.is_empty() { (words.corrected)(from) } else { (words.corrected_why)(from, &reason) });
    }
    said
}

/// The kind and the notes of the session on screen, under its title.
#[component]
pub fn Facts() -> impl IntoView {
    let here = use_here();
    let reading = use_reading();
    let id = here.id;
    let said = here.store.read(move |pair| {
        let session = pair.session(&id)?;
        Some(reading.with(|labels| {
            let kind = capitalised(&kind_words(pair, session, labels));
            let notes = notes(pair, session, labels).into_iter().map(|note| capitalised(&note));
            [kind].into_iter().chain(notes).collect::<Vec<_>>()
        }))
    });
    let lines = move || {
        let lines = said.get().unwrap_or_default().into_iter();
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! { <ul class="session-facts">{lines}</ul> }
}

/// Choosing what kind of session it is, and the project that it validates.
#[component]
pub fn KindNote() -> impl IntoView {
    let here = use_here();
    let chosen = here.read(|session| (session.kind, session.project.clone()));
    let kind = here.read(|session| session.kind);
    let start = here.read(|session| session.state.filter(|state| !state.is_off()).map(|state| state.booking().start));
    let id = here.id.clone();
    let refused = RwSignal::new(None);
    let set = Callback::new(move |(kind, project): (SessionKind, Option<ProjectId>)| {
        refused.set(here.stand(StandingCommand::SetKind(here.id.clone(), kind, project)).err());
    });
    view! {
        <MarginNote title=say(|t| t.standing().kind_title)>
            <KindChoice chosen=chosen on_choose=set/>
            <Refused refused=refused/>
            <SameWeekNote id=Some(id) kind=kind start=start/>
        </MarginNote>
        {move || {
            chosen
                .get()
                .1
                .filter(|_| kind.get() == SessionKind::Defence)
                .map(|project| view! { <KitNote project=Some(project)/> })
        }}
    }
}

/// Of a session that validates: where its project stands, with the act that comes next.
#[component]
pub fn TrackNote() -> impl IntoView {
    view! { <SessionNote id=use_here().id/> }
}

/// A kind, and the project for those that validate one.
#[component]
pub fn KindChoice(
    /// The present answers.
    #[prop(into)]
    chosen: Signal<(SessionKind, Option<ProjectId>)>,
    /// Called with both.
    #[prop(into)]
    on_choose: Callback<(SessionKind, Option<ProjectId>)>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let kinds = Signal::derive(move || {
        let words = texts.get().standing();
        SessionKind::ALL.map(|kind| (kind, capitalised(words.kind(kind)))).to_vec()
    });
    let projects = store.read(move |pair| {
        let projects = pair.programme.projects.iter();
        projects
            .map(|project| (project.id.clone(), reading.with(|labels| project_words(pair, &project.id, labels))))
            .collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let none = (None, texts.get().standing().no_project.to_owned());
        let named = projects.get().into_iter().map(|(id, words)| (Some(id), words.unwrap_or_default()));
        [none].into_iter().chain(named).collect::<Vec<_>>()
    });
    // The project under way is the likely one.
    let current = store.read(|pair| {
        let at = pair.programme.current()?;
        pair.programme.projects.get(at).map(|project| project.id.clone())
    });
    let asks_project =
        Memo::new(move |_| chosen.with(|(kind, _)| kind.validates()) && projects.with(|projects| !projects.is_empty()));
    let choose_kind = move |kind: SessionKind| {
        let project = chosen.with_untracked(|(_, project)| project.clone()).or_else(|| current.get_untracked());
        on_choose.run((kind, project.filter(|_| kind.validates())));
    };
    view! {
        <Select
            label=move || capitalised(texts.get().standing().kind)
            options=kinds
            value=Signal::derive(move || chosen.with(|(kind, _)| *kind))
            on_choose=choose_kind
        />
        <Show when=move || asks_project.get()>
            <Select
                label=move || capitalised(texts.get().standing().project)
                options=options
                value=Signal::derive(move || chosen.with(|(_, project)| project.clone()))
                on_choose=move |project| on_choose.run((chosen.with_untracked(|(kind, _)| *kind), project))
            />
        </Show>
    }
}

/// What R4 says of a session of that kind at that moment, when there is something to say.
#[component]
pub fn SameWeekNote(
    /// The session being changed, when it exists already.
    #[prop(optional_no_strip)]
    id: Option<crate::domain::SessionId>,
    /// Its kind.
    #[prop(into)]
    kind: Signal<SessionKind>,
    /// Its start, once it can be read.
    #[prop(into)]
    start: Signal<Option<Instant>>,
) -> impl IntoView {
    use crate::domain::rule::answer::GuideRule;
    use crate::domain::rule::same_week::same_week;
    use crate::web::route::rule_href;
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let flagged = store.read(move |pair| same_week(pair, id.as_ref(), kind.get(), start.get()?, &store.zone()));
    let words = move || {
        flagged.get().map(|flagged| {
            let words = texts.get().standing();
            let other = reading.moment(flagged.other);
            let said = if flagged.mentoring_first { words.same_week_first } else { words.same_week_after };
            view! {
                <p class="session-flag">
                    {said(&other)} " "
                    <a href=rule_href(GuideRule::SameWeek)>{texts.get().common().whole_rule}</a>
                </p>
            }
        })
    };
    view! { <div role="status">{words}</div> }
}

/// The real length of a session that was held, to say anew.
#[component]
pub fn LengthNote() -> impl IntoView {
    use crate::web::ui::{FieldWidth, Input};
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let lengths = here.read(|session| {
        session.state.map(|state| (state.lasted().unwrap_or(state.booking().minutes), state.booking().minutes))
    });
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None);
    Effect::new(move |_| typed.set(lengths.get().map(|(lasted, _)| lasted.to_string()).unwrap_or_default()));
    let hint = move || {
        let words = texts.get();
        let planned = lengths.get().map(|(_, planned)| words.fields().duration(planned)).unwrap_or_default();
        (words.standing().length_hint)(&planned)
    };
    let change = move || {
        let minutes = typed.with_untracked(|typed| typed.trim().parse().unwrap_or(0));
        let outcome = here.stand(StandingCommand::SetLasted(here.id.clone(), minutes));
        if outcome.is_ok() {
            store.announce(texts.get_untracked().standing().length_said.to_owned());
        }
        refused.set(outcome.err());
    };
    view! {
        <MarginNote title=say(|t| t.standing().length_title)>
            <Input
                label=say(|t| t.session().lasted)
                hint=hint
                suffix=say(|t| t.session().minutes_unit)
                value=typed
                inputmode="numeric"
                maxlength=3
                width=FieldWidth::Short
                error=Signal::derive(move || refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()))
                on_change=change
            />
        </MarginNote>
    }
}

//! The line of projects: an ordered list hung on the two strands, the project that matters today opened on its sheet, the jury last.

use leptos::prelude::*;

use super::super::focus::focus_soon;
use super::super::reading::use_reading;
use super::super::road::title_words;
use super::sheet::Sheet;
use super::{Seen, use_seen};
use crate::domain::rule::forecast::{Outlook, Span};
use crate::domain::{Finding, Mode, Pairing, ProjectId, Stage};
use crate::i18n::{Labels, capitalised};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, StitchDrawing, StopState};

/// How much of the project that is opened is drawn as lived: that it has begun is known, how far it is is not.
const BEGUN: f64 = 0.42;

/// The projects and the jury.
#[component]
pub fn Line() -> impl IntoView {
    let store = use_store();
    let ids = store.read(|pair| pair.programme.projects.iter().map(|project| project.id.clone()).collect::<Vec<_>>());
    let opened = store.read(|pair| pair.programme.opened().map(|project| project.id.clone()));
    // What a person unfolds besides stays so until they fold it away.
    let unfolded = RwSignal::new(Vec::<ProjectId>::new());
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <ol class="path" aria-label=say(|t| t.path().line)>
                <For each=move || ids.get() key=ProjectId::clone let:id>
                    <Stop id=id opened=opened unfolded=unfolded/>
                </For>
                <Jury/>
            </ol>
        </Show>
    }
}

/// Where the other projects would be: their places among those to come.
fn expected(pair: &Pairing, id: &ProjectId, today: crate::domain::Day) -> Option<Span> {
    let Outlook::Ahead(projection) = pair.programme.forecast(today).outlook else { return None };
    let opened = pair.programme.opened().map(|project| &project.id);
    let left = pair.programme.projects.iter().filter(|project| project.validated.is_none());
    // The one under way comes first, wherever it stands.
    let mut others = left.filter(|project| Some(&project.id) != opened);
    let at = others.position(|project| project.id == *id)?;
    Some(projection.after(u32::try_from(at + 2).unwrap_or(u32::MAX)))
}

#[component]
fn Stop(id: ProjectId, opened: Memo<Option<ProjectId>>, unfolded: RwSignal<Vec<ProjectId>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let seen = use_seen(&id);
    let (now_id, fold_id, mine) = (id.clone(), id.clone(), id.clone());
    let is_now = Memo::new(move |_| opened.with(|opened| opened.as_ref() == Some(&now_id)));
    let is_unfolded = Memo::new(move |_| unfolded.with(|unfolded| unfolded.contains(&fold_id)));
    let shows = Memo::new(move |_| is_now.get() || is_unfolded.get());
    let span = store.read(move |pair| expected(pair, &mine, store.minute().get().day(&store.zone())));
    let at = Memo::new(move |_| seen.with(|seen| seen.as_ref().map_or(0, |seen| seen.at)));
    let state =
        Memo::new(move |_| match seen.with(|seen| seen.as_ref().map(|seen| seen.project.validated.is_some())) {
            Some(true) => StopState::Done,
            _ if is_now.get() => StopState::Now(BEGUN),
            _ => StopState::Ahead,
        });
    let title = Memo::new(move |_| {
        let words = texts.get().programme();
        seen.with(|seen| title_words(seen.as_ref().map_or("", |seen| &seen.project.title), words))
    });
    let line = move || {
        let number = (texts.get().programme().number)(at.get() + 1);
        let said = seen.with(|seen| {
            let seen = seen.as_ref()?;
            Some(reading.with(|labels| state_words(seen, span.get(), is_now.get(), labels)))
        });
        said.map_or_else(|| number.clone(), |said| format!("{number} · {said}"))
    };
    let class = move || match state.get() {
        StopState::Done => "path__stop is-done",
        StopState::Now(_) => "path__stop is-now",
        StopState::Ahead => "path__stop is-ahead",
    };
    let (folding, heading) = (id.clone(), format!("path-{id}"));
    let fold = move || {
        let id = folding.clone();
        let opens = !is_unfolded.get_untracked();
        unfolded.update(|unfolded| {
            unfolded.retain(|other| *other != id);
            if opens {
                unfolded.push(id.clone());
            }
        });
        focus_soon(&[&format!("#path-{id} .path__fold button")]);
    };
    let words = move || {
        let words = texts.get().path();
        if is_unfolded.get() { (words.fold, words.fold_named) } else { (words.see, words.see_named) }
    };
    view! {
        <li class=class id=heading aria-current=move || is_now.get().then_some("step")>
            <span class="path__strands">
                {move || view! { <StitchDrawing at=at.get() state=state.get()/> }}
            </span>
            <div class="path__what">
                <p class="path__state">{line}</p>
                <h2>{title}</h2>
                <Show when=move || !is_now.get()>
                    <p class="path__fold">
                        <Button kind=ButtonKind::Quiet label=move || (words().1)(&title.get()) on_click=fold.clone()>
                            {move || words().0}
                        </Button>
                    </p>
                </Show>
                {move || shows.get().then(|| view! { <Sheet id=id.clone() seen=seen/> })}
            </div>
        </li>
    }
}

/// Where a project stands, in a few words.
fn state_words(seen: &Seen, span: Option<Span>, is_now: bool, labels: &Labels<'_>) -> String {
    let words = labels.words.path();
    let day = |at: crate::domain::Instant| labels.formats.day(at.day(labels.zone));
    match (&seen.track.stage, seen.track.mode) {
        (Stage::Validated { day }, mode) => {
            let by = seen.sessions.iter().rev().find(|session| session.finding() == Some(Finding::Validated));
            let says = match (by, mode) {
                (Some(_), Some(Mode::Review)) => words.validated_review,
                (Some(_), Some(Mode::Defence)) => words.validated_defence,
                _ => words.validated_on,
            };
            says(&labels.formats.dated(*day))
        }
        (Stage::ModeUnknown, _) => words.state_mode.to_owned(),
        (Stage::ToDeposit { start, .. } | Stage::ToPresent { start, .. }, Some(Mode::Review)) => {
            (words.state_review_on)(&day(*start))
        }
        (Stage::ToDeposit { start, .. } | Stage::ToPresent { start, .. }, _) => (words.state_defence_on)(&day(*start)),
        (Stage::ToConclude { .. }, _) => words.state_result.to_owned(),
        (Stage::ToResubmit { .. } | Stage::ToDecide { .. }, _) => words.state_conditional.to_owned(),
        (Stage::ToTell { .. } | Stage::ToPlan { .. }, _) => words.state_rework.to_owned(),
        (_, Some(mode)) if !is_now && !seen.track.begun => {
            let mode = labels.words.programme().mode(mode);
            let short = |day| labels.formats.day_month(day);
            match span {
                Some(span) if span.earliest == span.latest => (words.expected_on)(mode, &short(span.likely)),
                Some(span) => (words.expected)(mode, &short(span.earliest), &short(span.latest)),
                None => mode.to_owned(),
            }
        }
        (Stage::ToAuthorise, _) => words.state_authorise.to_owned(),
        (_, Some(Mode::Review)) => words.state_book_review.to_owned(),
        (_, _) => words.state_book_defence.to_owned(),
    }
}

/// The end of the line.
#[component]
fn Jury() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let jury = store.read(|pair| pair.programme.jury());
    let when = move || {
        let words = texts.get().path();
        match jury.get() {
            Some(day) => (words.jury_since)(&reading.with(|labels| labels.formats.dated(day))),
            None => words.jury_when.to_owned(),
        }
    };
    let note = move || {
        let words = texts.get().path();
        if jury.get().is_some() { words.jury_here } else { words.jury_note }
    };
    let count = store.read(|pair| pair.programme.projects.len());
    view! {
        <li class="path__stop path__stop--jury" class:is-done=move || jury.get().is_some()>
            <span class="path__strands">
                {move || {
                    let state = if jury.get().is_some() { StopState::Done } else { StopState::Ahead };
                    view! { <StitchDrawing at=count.get() state=state last=true/> }
                }}
            </span>
            <div class="path__what">
                <p class="path__state">{move || capitalised(&when())}</p>
                <h2>{say(|t| t.path().jury)}</h2>
                <p class="quiet">{note}</p>
            </div>
        </li>
    }
}

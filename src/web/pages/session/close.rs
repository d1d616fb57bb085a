//! Closing a session: its real length, and one word of what it ends without.

use leptos::html;
use leptos::prelude::*;

use super::during::use_step;
use super::use_here;
use crate::domain::decide::LENGTHS;
use crate::domain::{Refusal, SessionCommand, Step};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goals_section::Missing;
use crate::web::pages::names::use_names;
use crate::web::route::report_href;
use crate::web::ui::{Button, ButtonKind, FieldWidth, Input, LinkButton, Notice, Part};

/// The end of a session under way.
#[component]
pub fn Closing() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let names = use_names();
    let step = use_step();
    let warned = RwSignal::new(false);
    let refused = RwSignal::new(None::<Refusal>);
    let warning = NodeRef::<html::Div>::new();
    let id_of_report = here.id.clone();
    let id = here.id.clone();
    let missing = store.read(move |pair| {
        let session = pair.session(&id)?;
        let has_goal = pair
            .goals
            .iter()
            .any(|goal| !goal.what.trim().is_empty() && !goal.status.is_over() && pair.is_for_next(goal, session));
        Missing::of(has_goal, pair.session_besides(Some(&id), store.now()).is_some())
    });
    // What is missing, once somebody tried to leave; it goes as soon as it is there.
    let told = Memo::new(move |_| missing.get().filter(|_| warned.get()));
    let length = use_length();
    let close = {
        let here = here.clone();
        move || {
            // Once is enough: the same button then lets them go.
            if missing.with_untracked(Option::is_some) && !warned.get_untracked() {
                warned.set(true);
                request_animation_frame(move || {
                    if let Some(warning) = warning.try_get_untracked().flatten() {
                        let _ = warning.focus();
                    }
                });
                return;
            }
            let minutes = length.with_untracked(|typed| typed.trim().parse().unwrap_or(0));
            let outcome = here.ask(SessionCommand::Close(here.id.clone(), minutes));
            match outcome {
                Ok(()) => {
                    store.announce(texts.get_untracked().session().closed.to_owned());
                    focus_soon(&["main h1"]);
                }
                Err(refusal) => refused.set(Some(refusal)),
            }
        }
    };
    let take_back = move || {
        if here.ask(SessionCommand::TakeBack(here.id.clone())).is_ok() {
            focus_soon(&["main h1"]);
        }
    };
    let words = move || {
        let words = texts.get().session();
        if told.with(Option::is_some) { words.close_anyway } else { words.close }
    };
    let kind = move || if step.get() == Step::Resources { ButtonKind::Primary } else { ButtonKind::Secondary };
    let close = Callback::new(move |()| close());
    view! {
        <Part title=say(|t| t.session().close_title) note=say(|t| t.session().close_lede)>
            <div class="session-close">
                <Input
                    label=say(|t| t.session().lasted)
                    suffix=say(|t| t.session().minutes_unit)
                    value=length
                    inputmode="numeric"
                    maxlength=3
                    width=FieldWidth::Short
                    error=Signal::derive(move || {
                        refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned())
                    })
                />
                <Show when=move || told.with(Option::is_some)>
                    <div tabindex="-1" node_ref=warning>
                        <Notice title=say(|t| t.session().close_missing)>
                            <p>
                                {move || {
                                    told.get()
                                        .map(|missing| names.with(|names| missing.words(texts.get(), &names.mentor)))
                                }}
                            </p>
                        </Notice>
                    </div>
                </Show>
                <p class="actions">
                    {move || view! { <Button kind=kind() on_click=close>{words}</Button> }}
                    <LinkButton kind=ButtonKind::Quiet href=report_href(&id_of_report)>
                        {say(|t| t.session_report().read)}
                    </LinkButton>
                    <Button kind=ButtonKind::Quiet on_click=take_back>{say(|t| t.session().take_back)}</Button>
                </p>
            </div>
        </Part>
    }
}

/// The real length as typed; until somebody types, the minutes gone by since the session began.
fn use_length() -> RwSignal<String> {
    let here = use_here();
    let store = here.store;
    let gone = here.read(move |session| {
        let planned = session.booking().map_or(0, |booking| booking.minutes);
        // What was paused does not count.
        let gone = session.gone(store.minute().get()).and_then(|gone| u32::try_from(gone).ok());
        // One that was left open for hours lasted as planned, as far as anyone knows.
        gone.filter(|gone| *gone <= planned + 60).unwrap_or(planned).clamp(*LENGTHS.start(), *LENGTHS.end())
    });
    let typed = RwSignal::new(String::new());
    Effect::new(move |before: Option<u32>| {
        let now = gone.get();
        let untouched = before.is_none_or(|before| typed.with_untracked(|typed| *typed == before.to_string()));
        if untouched {
            typed.set(now.to_string());
        }
        now
    });
    typed
}

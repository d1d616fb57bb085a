//! What a mentor keeps in this browser for the students to come: kept and taken over where it is written, changed in the settings.

use leptos::prelude::*;
use std::collections::BTreeSet;

use super::habits::DELAYS;
use super::names::use_names;
use crate::domain::organisation::Channel;
use crate::domain::person::IntroPrompt;
use crate::domain::profile::Reach;
use crate::domain::sorting::Gather as _;
use crate::domain::{Command, Mode, Pairing, Profile, ProfileCommand, ProjectId, Role, Template};
use crate::i18n::{capitalised, visible};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Checkbox, FieldWidth, Input, Part, Select};

/// Whether this is the mentor's browser: only they keep anything for other students.
fn is_mentors(store: Store) -> bool {
    store.me().get().role() == Role::Mentor
}

/// Keeps something of the opened pair, and says so.
fn keep(store: Store, change: impl FnOnce(&mut Profile, &Pairing)) {
    if let Some(pairing) = store.pairing().get_untracked() {
        store.keep_profile(|profile| change(profile, &pairing));
        store.announce(
            store.settings().with_untracked(|settings| settings.locale.messages().profile().kept_now).to_owned(),
        );
    }
}

/// Something to keep: a button while the pair's is not the one kept, a word once it is.
#[component]
fn Keep(
    /// Whether the pair has something, and whether it is kept already.
    #[prop(into)]
    stands: Signal<(bool, bool)>,
    /// The button's words.
    words: Signal<&'static str>,
    #[prop(into)] on_keep: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    move || {
        let (has, kept) = stands.get();
        (has && is_mentors(store)).then(|| {
            if kept {
                view! { <p class="hint">{say(|t| t.profile().kept)}</p> }.into_any()
            } else {
                view! { <Button kind=ButtonKind::Quiet on_click=on_keep>{words}</Button> }.into_any()
            }
        })
    }
}

/// Section 1: the introduction kept is taken over while the mentor's card is empty, and the one here is kept.
#[component]
pub fn OwnIntro() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let profile = store.profile();
    let has = store.read(|pair| !pair.mentor.intro.is_empty());
    let kept = store.read(move |pair| profile.with(|profile| profile.has_intro_of(pair)));
    let can_take = move || is_mentors(store) && !has.get() && profile.with(|profile| !profile.intro.is_empty());
    let take = move || {
        let words = ProfileCommand::TakeWords(profile.get_untracked());
        if store.dispatch(Command::Profile(words)).is_ok() {
            store.announce(texts.get_untracked().profile().taken.to_owned());
        }
    };
    view! {
        <Show when=can_take>
            <div>
                <Button on_click=take>{say(|t| t.profile().take)}</Button>
                <p class="hint">{say(|t| t.profile().take_hint)}</p>
            </div>
        </Show>
        <Keep
            stands=Signal::derive(move || (has.get(), kept.get()))
            words=say(|t| t.profile().keep)
            on_keep=move || keep(store, Profile::keep_intro)
        />
    }
}

/// Section 4: how to reach the mentor is kept.
#[component]
pub fn OwnReach() -> impl IntoView {
    let store = use_store();
    let profile = store.profile();
    let has = store.read(|pair| !Reach::of(pair).is_empty());
    let kept = store.read(move |pair| profile.with(|profile| profile.reach == Reach::of(pair)));
    view! {
        <Keep
            stands=Signal::derive(move || (has.get(), kept.get()))
            words=say(|t| t.profile().keep_reach)
            on_keep=move || keep(store, |profile, pair| profile.reach = Reach::of(pair))
        />
    }
}

/// Section 3: a programme kept is what a path without projects starts from, and the one here is kept.
#[component]
pub fn OwnProgrammes() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let profile = store.profile();
    let has = store.read(|pair| Template::of(pair).is_some());
    let kept = store.read(move |pair| {
        let template = Template::of(pair);
        profile.with(|profile| profile.programmes.iter().any(|kept| Some(kept) == template.as_ref()))
    });
    let take = Callback::new(move |template: Template| {
        let ids = template.projects.iter().filter_map(|_| ProjectId::parse(&new_id())).collect();
        // Refused only for a programme longer than any; it then stays where it is kept.
        let _ = store.dispatch(Command::Profile(ProfileCommand::TakeProgramme(template, ids)));
    });
    let offers = move || {
        let words = texts.get().profile();
        let kept = if is_mentors(store) && !has.get() {
            profile.with(|profile| profile.programmes.clone())
        } else {
            Vec::new()
        };
        let offer = |template: Template| {
            let words = (words.start_from)(&name_of(&template, words), template.projects.len());
            view! { <Button on_click=move || take.run(template.clone())>{words}</Button> }
        };
        kept.into_iter().map(offer).collect_view()
    };
    view! {
        <p class="actions">{offers}</p>
        <Keep
            stands=Signal::derive(move || (has.get(), kept.get()))
            words=say(|t| t.profile().keep_programme)
            on_keep=move || {
                keep(store, |profile, pair| {
                    if let Some(template) = Template::of(pair) {
                        profile.keep_programme(template);
                    }
                });
            }
        />
    }
}

fn name_of(template: &Template, words: &crate::i18n::Profile) -> String {
    let name = visible(&template.name);
    if name.is_empty() { words.unnamed.to_owned() } else { name }
}

/// The settings' part: everything that is kept, to change.
#[component]
pub fn ProfileSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let profile = store.profile();
    let is_there = Memo::new(move |_| {
        let has_pair = store.pairing().with(Option::is_some);
        (has_pair && is_mentors(store)) || profile.with(|profile| !profile.is_empty())
    });
    // What is typed goes into the store when its field is left; what another screen kept shows when this one is opened.
    let text = move |of: fn(&Profile) -> String, put: fn(&mut Profile, &str)| {
        let typed = RwSignal::new(profile.with_untracked(of));
        let keep = Callback::new(move |()| {
            store.keep_profile(|profile| put(profile, &typed.get_untracked()));
            store.announce(texts.get_untracked().settings().saved.to_owned());
        });
        (typed, keep)
    };
    let intro = move |prompt: IntroPrompt| {
        let typed =
            RwSignal::new(profile.with_untracked(|profile| profile.intro.get(&prompt).cloned().unwrap_or_default()));
        let keep = move || {
            store.keep_profile(|profile| profile.say(prompt, &typed.get_untracked()));
            store.announce(texts.get_untracked().settings().saved.to_owned());
        };
        let label = move || names.with(|names| texts.get().meeting().prompt(prompt, &names.mentor)).0;
        view! { <Input label=label value=typed rows=2 on_change=keep/> }
    };
    view! {
        <Show when=move || is_there.get()>
            <Part title=say(|t| t.profile().title) note=say(|t| t.profile().lede)>
                <div class="settings">
                    {
                        let (name, keep) = text(
                            |profile| profile.name.clone(),
                            |profile, text| text.trim().clone_into(&mut profile.name),
                        );
                        view! { <Input label=say(|t| t.profile().name) value=name width=FieldWidth::Medium on_change=keep/> }
                    }
                    <h3>{say(|t| t.profile().intro_title)}</h3>
                    {IntroPrompt::MENTOR.map(intro).collect_view()}
                    <h3 id="profile-reach">{say(|t| t.profile().reach_title)}</h3>
                    <Reaching/>
                    {
                        let (note, keep) = text(
                            |profile| profile.reach.note.clone(),
                            |profile, text| text.trim().clone_into(&mut profile.reach.note),
                        );
                        view! { <Input label=say(|t| t.profile().note) value=note on_change=keep/> }
                    }
                    <h3>{say(|t| t.profile().programmes_title)}</h3>
                    <Programmes/>
                </div>
            </Part>
        </Show>
    }
}

/// The channels, and how soon the mentor answers.
#[component]
fn Reaching() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let profile = store.profile();
    let boxes = Channel::ALL.map(|channel| {
        let used = Signal::derive(move || profile.with(|profile| profile.reach.channels.contains(&channel)));
        let put = move |yes: bool| {
            store.keep_profile(|profile| {
                if yes {
                    profile.reach.channels.insert(channel);
                } else {
                    profile.reach.channels.remove(&channel);
                }
            });
        };
        view! { <Checkbox label=move || texts.get().organisation().channel(channel) checked=used on_change=put/> }
    });
    let value = Signal::derive(move || profile.with(|profile| profile.reach.hours));
    let options = Signal::derive(move || {
        let words = texts.get();
        let hours: BTreeSet<u32> = DELAYS.into_iter().chain(value.get()).gather();
        let named = hours.into_iter().map(|hours| (Some(hours), words.organisation().delay(hours)));
        std::iter::once((None, words.settings().zone_unsaid.to_owned())).chain(named).collect::<Vec<_>>()
    });
    view! {
        <div role="group" aria-labelledby="profile-reach">{boxes.collect_view()}</div>
        <Select
            label=say(|t| t.profile().hours)
            options=options
            value=value
            on_choose=move |hours| store.keep_profile(|profile| profile.reach.hours = hours)
            width=FieldWidth::Medium
        />
    }
}

/// The programmes kept: each one's name, how its projects are validated, and removing it.
#[component]
fn Programmes() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let profile = store.profile();
    let count = Memo::new(move |_| profile.with(|profile| profile.programmes.len()));
    // Made anew only when there is one more or one less, so that the focus survives every other change.
    move || {
        let count = count.get();
        if count == 0 {
            return view! { <p class="quiet">{say(|t| t.profile().programmes_none)}</p> }.into_any();
        }
        let all = (0..count).map(|at| {
            let template = profile.with_untracked(|profile| profile.programmes.get(at).cloned().unwrap_or_default());
            let name = RwSignal::new(template.name.clone());
            let change = move |change: &dyn Fn(&mut Template)| {
                store.keep_profile(|profile| {
                    if let Some(kept) = profile.programmes.get_mut(at) {
                        change(kept);
                    }
                });
                store.announce(texts.get_untracked().settings().saved.to_owned());
            };
            let rename = move || change(&|kept| name.with_untracked(|name| name.trim().clone_into(&mut kept.name)));
            let projects = template.projects.iter().enumerate().map(|(place, project)| {
                let title = visible(&project.title);
                let mode = Signal::derive(move || {
                    profile.with(|profile| profile.programmes.get(at)?.projects.get(place)?.mode)
                });
                let options = Signal::derive(move || {
                    let words = texts.get();
                    let modes = Mode::ALL.map(|mode| (Some(mode), capitalised(words.programme().mode(mode))));
                    [(None, words.profile().mode_later.to_owned())].into_iter().chain(modes).collect::<Vec<_>>()
                });
                let choose = move |mode: Option<Mode>| {
                    change(&|kept| {
                        if let Some(project) = kept.projects.get_mut(place) {
                            project.mode = mode;
                        }
                    });
                };
                view! {
                    <li>
                        <Select
                            label=move || (texts.get().profile().mode_of)(&title)
                            options=options
                            value=mode
                            on_choose=choose
                            width=FieldWidth::Medium
                        />
                    </li>
                }
            });
            let (removed, count) = (template.clone(), template.projects.len());
            let remove = move || {
                store.keep_profile(|profile| {
                    if at < profile.programmes.len() {
                        profile.programmes.remove(at);
                    }
                });
                store.announce(texts.get_untracked().profile().removed.to_owned());
            };
            view! {
                <details class="kept-programme">
                    <summary>
                        {move || {
                            let words = texts.get().profile();
                            let name = profile
                                .with(|profile| profile.programmes.get(at).map(|kept| name_of(kept, words)))
                                .unwrap_or_default();
                            format!("{name} · {}", (words.projects)(count))
                        }}
                    </summary>
                    <div class="settings">
                        <Input label=say(|t| t.profile().programme_name) value=name on_change=rename/>
                        <ol class="kept-programme__projects">{projects.collect_view()}</ol>
                        <p class="actions">
                            <Button
                                kind=ButtonKind::Quiet
                                label=move || {
                                    let words = texts.get().profile();
                                    (words.remove_named)(&name_of(&removed, words))
                                }
                                on_click=remove
                            >
                                {say(|t| t.profile().remove)}
                            </Button>
                        </p>
                    </div>
                </details>
            }
        });
        all.collect_view().into_any()
    }
}

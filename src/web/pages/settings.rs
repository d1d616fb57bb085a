//! The settings: the page, this browser, the pair, and erasing.

use leptos::prelude::*;

use super::names::use_names;
use super::profile::ProfileSettings;
use super::removal_pair::PairRemoval;
use super::settings_backups::{BackupSettings, WholeBrowser};
use super::settings_storage::StorageSettings;
use crate::domain::call::FirstCall;
use crate::domain::sorting;
use crate::domain::{Command, PersonId, Refusal, ZoneName};
use crate::i18n::{Locale, Settings as Words, visible};
use crate::web::app::{PageTitle, share_screen};
use crate::web::dispatch::{EraseScope, TextSize, Theme, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::platform::IntlZone;
use crate::web::route::{Route, navigate};
use crate::web::ui::{
    Button, ButtonKind, Choices, ChoicesLook, Dialog, FieldWidth, Input, LinkButton, Part, Select, Switch,
};

/// The screen.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let has_pair = Memo::new(move |_| store.pairing().with(Option::is_some));
    view! {
        <PageTitle text=Signal::derive(move || texts.get().settings().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.settings().title)}</h1>
        </div>
        <PageSettings/>
        <Show
            when=move || has_pair.get()
            fallback=move || view! { <p class="quiet">{say(|t| t.settings().no_pair)}</p> }
        >
            <BrowserSettings/>
            <PairSettings/>
            <BackupSettings/>
        </Show>
        <ProfileSettings/>
        <WholeBrowser/>
        <StorageSettings/>
        <Show when=move || has_pair.get()>
            <PairRemoval/>
        </Show>
        <Erasing/>
    }
}

/// Language, theme, size of words, single keys: for this browser, whatever the pair.
#[component]
fn PageSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let settings = store.settings();
    let themes = Signal::derive(move || {
        let words = texts.get().settings();
        [(Theme::Auto, words.theme_auto), (Theme::Light, words.theme_light), (Theme::Dark, words.theme_dark)]
            .map(|(theme, words)| (theme, words.to_owned()))
            .to_vec()
    });
    let sizes = Signal::derive(move || {
        let words = texts.get().settings();
        [
            (TextSize::Normal, words.size_normal),
            (TextSize::Large, words.size_large),
            (TextSize::Larger, words.size_larger),
        ]
        .map(|(size, words)| (size, words.to_owned()))
        .to_vec()
    });
    let languages = Signal::derive(move || {
        let words = texts.get().settings();
        vec![(Locale::Fr, words.french.to_owned()), (Locale::En, words.english.to_owned())]
    });
    view! {
        <Part title=say(|t| t.settings().page_title)>
            <div class="settings">
                <Choices
                    legend=say(|t| t.settings().language)
                    options=languages
                    value=Signal::derive(move || Some(settings.with(|settings| settings.locale)))
                    on_choose=move |locale| settings.update(|settings| settings.locale = locale)
                    look=ChoicesLook::Segments
                />
                <Choices
                    legend=say(|t| t.settings().theme)
                    options=themes
                    value=Signal::derive(move || Some(settings.with(|settings| settings.theme)))
                    on_choose=move |theme| settings.update(|settings| settings.theme = theme)
                    look=ChoicesLook::Segments
                />
                <Choices
                    legend=say(|t| t.settings().size)
                    options=sizes
                    value=Signal::derive(move || Some(settings.with(|settings| settings.text_size)))
                    on_choose=move |size| settings.update(|settings| settings.text_size = size)
                    look=ChoicesLook::Segments
                />
                <Switch
                    label=say(|t| t.settings().single_keys)
                    hint=say(|t| t.settings().single_keys_hint)
                    checked=Signal::derive(move || settings.with(|settings| settings.single_keys))
                    on_change=move |on| settings.update(|settings| settings.single_keys = on)
                />
            </div>
        </Part>
    }
}

/// Whose browser this is, and the shared screen.
#[component]
fn BrowserSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let people = Signal::derive(move || {
        let words = texts.get().settings();
        names.with(|names| {
            vec![
                (PersonId::MENTOR, (words.whose_mentor)(&visible(&names.mentor))),
                (PersonId::STUDENT, (words.whose_student)(&visible(&names.student))),
            ]
        })
    });
    let several = move || store.pairs().with(|pairs| pairs.len() > 1);
    view! {
        <Part title=say(|t| t.settings().browser_title)>
            <div class="settings">
                <Choices
                    legend=say(|t| t.settings().whose)
                    options=people
                    value=Signal::derive(move || Some(PersonId::of(store.me().get().role())))
                    on_choose=move |person| store.set_me(person)
                    look=ChoicesLook::Stack
                />
                <Switch
                    label=say(|t| t.settings().shared_screen)
                    hint=say(|t| t.settings().shared_screen_hint)
                    checked=store.shared_screen()
                    on_change=move |on| share_screen(store, on)
                />
                <p class="actions">
                    <Show when=several>
                        <LinkButton href=Route::Pairs.href()>{say(|t| t.settings().other_pairs)}</LinkButton>
                    </Show>
                    <LinkButton kind=ButtonKind::Quiet href=Route::Welcome.href()>
                        {say(|t| t.pairs().start)}
                    </LinkButton>
                </p>
            </div>
        </Part>
    }
}

/// The zones and the length of the first call, shared by both.
#[component]
fn PairSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let pair_zone = store.read(|pair| pair.zone().cloned());
    let me = store.me();
    let own_zone = store.read(move |pair| pair.person(me.get().role()).zone.clone());
    let my_name = move || names.with(|names| visible(names.of(me.get().role())));
    view! {
        <Part title=say(|t| t.settings().pair_title)>
            <div class="settings">
                <ZoneField
                    label=move || texts.get().settings().pair_zone.to_owned()
                    hint=|words| words.pair_zone_hint
                    value=pair_zone
                    put=move |zone| store.dispatch(Command::SetZone(zone)).is_ok()
                />
                <ZoneField
                    label=move || (texts.get().settings().own_zone)(&my_name())
                    hint=|words| words.own_zone_hint
                    value=own_zone
                    put=move |zone| store.dispatch(Command::SetPersonZone(me.get_untracked(), zone)).is_ok()
                />
                <CallLength/>
            </div>
        </Part>
    }
}

/// One zone among those the browser knows, the present one always among them.
#[component]
pub fn ZoneField(
    /// What is asked.
    label: impl Fn() -> String + Send + Sync + 'static,
    /// A line of help under the label.
    hint: fn(&Words) -> &'static str,
    /// The present zone.
    value: Memo<Option<ZoneName>>,
    /// Puts a zone down; whether that was done.
    put: impl Fn(ZoneName) -> bool + Send + Sync + 'static,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let options = Signal::derive(move || {
        let mut zones = IntlZone::all();
        if let Some(present) = value.get()
            && !zones.contains(&present)
        {
            zones.push(present);
            sorting::sort(&mut zones);
        }
        // A person's own zone may stay unsaid: they then live in the pair's.
        let unsaid = value.with(Option::is_none).then(|| (None, texts.get().settings().zone_unsaid.to_owned()));
        let named = zones.into_iter().map(|zone| {
            let words = zone.as_str().replace('_', " ");
            (Some(zone), words)
        });
        unsaid.into_iter().chain(named).collect::<Vec<_>>()
    });
    let choose = move |zone: Option<ZoneName>| {
        if let Some(zone) = zone
            && put(zone)
        {
            store.announce(texts.get_untracked().settings().saved.to_owned());
        }
    };
    view! {
        <Select
            label=label
            hint=move || hint(texts.get().settings())
            options=options
            value=value
            on_choose=choose
            width=FieldWidth::Medium
        />
    }
}

/// The length of the first call.
#[component]
fn CallLength() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let kept = store.read(|pair| pair.call.length());
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Refusal>);
    Effect::new(move |_| {
        let minutes = kept.get();
        let minutes = if minutes == 0 { FirstCall::DEFAULT_MINUTES } else { minutes };
        if wrong.with_untracked(Option::is_none) {
            typed.set(minutes.to_string());
        }
    });
    let keep = move || {
        let outcome = typed
            .with_untracked(|text| text.trim().parse::<u32>())
            .map_err(|_| Refusal::LengthOutOfRange)
            .and_then(|minutes| store.dispatch(Command::SetCallMinutes(minutes)));
        if outcome.is_ok() {
            store.announce(texts.get_untracked().settings().saved.to_owned());
        }
        wrong.set(outcome.err());
    };
    view! {
        <Input
            label=say(|t| t.settings().call_minutes)
            hint=say(|t| t.settings().call_minutes_hint)
            value=typed
            error=Signal::derive(move || wrong.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()))
            inputmode="numeric"
            maxlength=3
            width=FieldWidth::Short
            suffix="min"
            on_change=keep
        />
    }
}

/// Erasing everything here, after a question that offers a copy first.
#[component]
fn Erasing() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let several = move || store.pairs().with(|pairs| pairs.len() > 1);
    let question = move || {
        let words = texts.get().settings();
        let other = names.with(|names| visible(names.of(store.me().get().role().other())));
        // With several pairs there is no one other to name.
        if other.is_empty() || several() {
            words.erase_question_alone.to_owned()
        } else {
            (words.erase_question)(&other)
        }
    };
    let has_pair = Memo::new(move |_| store.pairing().with(Option::is_some));
    let erase = move || {
        let words = texts.get_untracked().settings();
        leptos::task::spawn_local(async move {
            let outcome = store.erase(EraseScope::Everything).await;
            open.set(false);
            failed.set(outcome.is_err());
            store.announce(if outcome.is_ok() { words.erased } else { words.erase_failed }.to_owned());
            if outcome.is_ok() {
                navigate(Route::Home);
            }
        });
    };
    view! {
        <Part title=say(|t| t.settings().erase_title) note=say(|t| t.settings().erase_body)>
            <p class="actions">
                <Button on_click=move || open.set(true)>{say(|t| t.settings().erase_button)}</Button>
            </p>
            <Show when=move || failed.get()>
                <p class="field__error" role="alert">{say(|t| t.settings().erase_failed)}</p>
            </Show>
        </Part>
        <Dialog open=open title=question>
            <div class="actions">
                <Button autofocus=true kind=ButtonKind::Primary on_click=move || open.set(false)>
                    {say(|t| t.settings().erase_keep)}
                </Button>
                <Show when=move || has_pair.get()>
                    <LinkButton href=Route::Share.href()>{say(|t| t.settings().erase_copy_first)}</LinkButton>
                </Show>
                <Button on_click=erase>{say(|t| t.settings().erase_yes)}</Button>
            </div>
        </Dialog>
    }
}

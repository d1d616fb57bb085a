//! What stands around every page: skip link, header with the navigation, storage banner, footer, the one status region.

use leptos::prelude::*;

use super::{Icon, IconShape, Logo, SaveStatus, SkipLink};
use crate::domain::Instant;
use crate::i18n::{Formats, Locale};
use crate::web::app::{share_screen, use_screen};
use crate::web::dispatch::{Missing, SaveState, StorageFault, use_store};
use crate::web::locale::{say, use_locale, use_texts};
use crate::web::pages::{CaptureButtons, CopySince, HistoryButtons, focus_soon};
use crate::web::platform::files::{self, FileKind};
use crate::web::route::Route;

/// The first stop of the keyboard.
#[component]
pub fn Skip() -> impl IntoView {
    view! { <SkipLink text=say(|t| t.common().skip_to_content) to="contenu"/> }
}

/// Mark, navigation or names of the pair, and when the last words were saved.
#[component]
pub fn Header() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let screen = use_screen();
    let names = store.read(|pair| Some((pair.mentor.name.clone(), pair.student.name.clone())));
    let has_pair = move || names.with(Option::is_some);
    let pair =
        move || names.with(|names| names.as_ref().map(|(mentor, student)| (texts.get().shell().pair)(mentor, student)));
    view! {
        <header class="top">
            <Logo href=Route::Home.href() name=say(|t| t.common().brand)/>
            <Show when=move || has_pair() && screen.get() != Route::Welcome>
                <Show when=move || screen.get().is_call() || store.shared_screen().get() fallback=Navigation>
                    <span class="top__pair">{pair}</span>
                </Show>
            </Show>
            <span class="top__saved">
                <Show when=move || has_pair() && screen.get() != Route::Welcome fallback=LanguageButton>
                    <ShareScreen/>
                    <span class="top__kept">
                        <Saved/>
                        <CopySince/>
                    </span>
                </Show>
            </span>
        </header>
    }
}

/// The weeks' pages, as many as one line takes on a small laptop; the others are in the footer. Not there in shared-screen mode nor
/// during the first call.
#[component]
fn Navigation() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let screen = use_screen();
    let several = move || store.pairs().with(|pairs| pairs.len() > 1);
    let item = move |route: Route, label: fn(&crate::i18n::Shell) -> &'static str| {
        view! {
            <li>
                <a href=route.href() aria-current=move || (screen.get() == route).then_some("page")>
                    {move || label(texts.get().shell())}
                </a>
            </li>
        }
    };
    // On a phone the list waits behind a button; the styles show it always where there is room.
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        screen.track();
        open.set(false);
    });
    let opener = NodeRef::<leptos::html::Button>::new();
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.try_get_untracked().unwrap_or_default() {
            open.set(false);
            if let Some(opener) = opener.try_get_untracked().flatten() {
                let _ = opener.focus();
            }
        }
    };
    view! {
        <nav class="nav" aria-label=say(|t| t.common().main_navigation) on:keydown=escape>
            <button
                type="button"
                class="nav__opener"
                node_ref=opener
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="nav-list"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {say(|t| t.common().main_navigation)}
                <Icon shape=IconShape::Down/>
            </button>
            <ul id="nav-list" class:is-open=move || open.get()>
                {item(Route::Home, |shell| shell.nav_home)}
                {item(Route::Sessions, |shell| shell.nav_sessions)}
                {item(Route::Goals, |shell| shell.nav_goals)}
                {item(Route::Questions, |shell| shell.nav_questions)}
                {item(Route::Path, |shell| shell.nav_path)}
                {item(Route::Search, |shell| shell.nav_search)}
                {item(Route::Share, |shell| shell.nav_share)}
                <Show when=several>{item(Route::Pairs, |shell| shell.nav_pairs)}</Show>
            </ul>
        </nav>
    }
}

/// The shared screen on and off, in sight: the same act as the `P` key.
#[component]
fn ShareScreen() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let shared = store.shared_screen();
    let words = move || {
        let shell = texts.get().shell();
        if shared.get() { shell.leave_shared } else { shell.share_screen }
    };
    view! {
        <button type="button" class="link top__share" on:click=move |_| share_screen(store, !shared.get_untracked())>
            {words}
        </button>
    }
}

/// “Enregistré à 14 h 32”: the moment at which the browser confirmed that it keeps the last words.
#[component]
fn Saved() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let words = move || {
        let common = texts.get().common();
        match store.save_state().get() {
            SaveState::Idle => String::new(),
            SaveState::Saving => common.saving.to_owned(),
            SaveState::Saved(at) => (common.saved_at)(&store.formats().time(store.wall_time(at))),
            SaveState::NotKept(_) => common.not_saved_yet.to_owned(),
        }
    };
    let trouble = Signal::derive(move || matches!(store.save_state().get(), SaveState::NotKept(_)));
    view! { <SaveStatus text=words trouble=trouble/> }
}

/// Switches to the other language, named in that language.
#[component]
pub fn LanguageButton() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let other = move || match locale.get() {
        Locale::Fr => Locale::En,
        Locale::En => Locale::Fr,
    };
    view! {
        <button
            type="button"
            class="link"
            lang=move || other().tag()
            on:click=move |_| store.settings().update(|settings| settings.locale = other())
        >
            {say(|t| t.shell().other_language)}
        </button>
    }
}

/// What the browser does not keep.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble {
    /// The database alone makes words durable: without the other store nothing is lost.
    Partly,
    /// Words are in local storage at most, which a browser that stops may forget.
    Fragile,
    /// Words live in this page alone: there is no room.
    Full,
    /// Words live in this page alone: the browser keeps nothing.
    Blocked,
}

impl Trouble {
    fn of(missing: &Missing) -> Option<Self> {
        match (&missing.local, &missing.database) {
            (None, None) => None,
            (Some(_), None) => Some(Self::Partly),
            (None, Some(_)) => Some(Self::Fragile),
            (Some(local), Some(database)) if [local, database].contains(&&StorageFault::Full) => Some(Self::Full),
            (Some(_), Some(_)) => Some(Self::Blocked),
        }
    }
}

/// Says for as long as it lasts that the browser does not keep what is typed, and saves everything elsewhere in one press. Above all
/// else on the page, and in sight however far down somebody types, as long as words can be lost.
#[component]
pub fn StorageBanner() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let trouble = Memo::new(move |_| store.missing().with(Trouble::of));
    let has_pair = Memo::new(move |_| store.pairing().with(Option::is_some));
    let words = move || {
        let texts = texts.get();
        trouble.get().map(|trouble| match trouble {
            Trouble::Partly => texts.shell().storage_partly,
            Trouble::Fragile => texts.keeping().fragile,
            Trouble::Full if has_pair.get() => texts.shell().storage_full,
            Trouble::Full => texts.shell().storage_full_yet,
            Trouble::Blocked if has_pair.get() => texts.shell().storage_blocked,
            Trouble::Blocked => texts.shell().storage_blocked_yet,
        })
    };
    let unread = move || store.quarantined().with(Vec::len);
    let is_held = move || store.outdated().get() || trouble.get().is_some_and(|trouble| trouble != Trouble::Partly);
    view! {
        // What is added is read out, not everything again.
        <div role="alert" aria-atomic="false" class="banner-region" class:is-held=is_held>
            <Show when=move || store.outdated().get()>
                <div class="banner">
                    <p>{say(|t| t.keeping().outdated)}</p>
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| {
                            // Nothing can be refused here: it is the page's own address.
                            let _ = window().location().reload();
                        }
                    >
                        {say(|t| t.keeping().reload)}
                    </button>
                </div>
            </Show>
            <Show when=move || trouble.with(Option::is_some)>
                <div class="banner" class:banner--calm=move || trouble.get() == Some(Trouble::Partly)>
                    <p>{words}</p>
                    <Show when=move || has_pair.get()>
                        <SaveElsewhere/>
                    </Show>
                </div>
            </Show>
            <Show when=move || { unread() > 0 }>
                <div class="banner banner--calm">
                    <p>{move || (texts.get().shell().quarantined)(unread())}</p>
                    // On the settings already, following the link changes no screen.
                    <a href=format!("{}?vers=stockage", Route::Settings.href()) on:click=|_| focus_soon(&["#stockage h2"])>
                        {say(|t| t.keeping().see_set_aside)}
                    </a>
                </div>
            </Show>
        </div>
    }
}

/// One press saves all that this browser, or this page alone, holds: every pair, private notes too, since nothing else has them.
#[component]
fn SaveElsewhere() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let saved = RwSignal::new(None::<Result<Instant, ()>>);
    let save = move |_| {
        leptos::task::spawn_local(async move {
            let (name, text, _) = store.full_backup().await;
            let outcome = files::download(&name, FileKind::Json, &text).map(|()| store.now()).map_err(drop);
            if outcome.is_ok() {
                store.copy_given();
            }
            let _ = saved.try_set(Some(outcome));
        });
    };
    let said = move || {
        saved.get().map(|saved| match saved {
            Ok(at) => (texts.get().keeping().saved_elsewhere)(&store.formats().time(store.wall_time(at))),
            Err(()) => texts.get().backups().full_failed.to_owned(),
        })
    };
    view! {
        <button type="button" class="link" on:click=save>
            {say(|t| t.shell().give_copy)}
        </button>
        {move || said().map(|said| view! { <p>{said}</p> })}
        // Where downloads are refused, the text can still be copied.
        <Show when=move || saved.get() == Some(Err(()))>
            <a href=Route::Share.href()>{say(|t| t.share().text_title)}</a>
        </Show>
    }
}

/// Under every page: what is opened less often, help and language; the language is in the header where there is nothing saved to
/// speak of yet.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let texts = use_texts();
    let says_saved = move || store.pairing().with(Option::is_some) && screen.get() != Route::Welcome;
    let item = move |route: Route, label: fn(&crate::i18n::Shell) -> &'static str| {
        view! {
            <a href=route.href() aria-current=move || (screen.get() == route).then_some("page")>
                {move || label(texts.get().shell())}
            </a>
        }
    };
    view! {
        <Show when=move || !store.shared_screen().get()>
            <footer class="bottom">
                <Show when=says_saved>
                    <Show when=move || !screen.get().is_call()>{item(Route::Call, |shell| shell.nav_call)}</Show>
                    <Show when=move || !screen.get().is_call()>{item(Route::Rules, |shell| shell.nav_rules)}</Show>
                    <a href=Route::Contacts.href()>{say(|t| t.helps().page)}</a>
                </Show>
                <a href=Route::Help.href()>{say(|t| t.shell().help)}</a>
                <Show when=says_saved>{item(Route::Settings, |shell| shell.nav_settings)} <LanguageButton/></Show>
                // An older page than the one in another tab writes nothing.
                <Show when=move || !store.outdated().get()>
                    <Show when=move || says_saved() && !screen.get().is_call()><CaptureButtons/></Show>
                    <HistoryButtons/>
                </Show>
            </footer>
        </Show>
    }
}

/// The one polite status: undo, copies, moves and modes are announced here; saves are only shown.
#[component]
pub fn StatusRegion() -> impl IntoView {
    let announcement = use_store().announcement();
    view! { <p role="status" class="visually-hidden">{move || announcement.get()}</p> }
}

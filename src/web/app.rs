//! What surrounds every page: the shell, the keyboard, the title, and where the focus goes when the screen changes.

mod guard;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::dispatch::{Jot, Store, TextSize, Theme, use_store};
use super::locale::{use_locale, use_texts};
use super::pages;
use super::route::{self, Arrival, Pairs, Place, Route, Screen, navigate, navigate_to};
use super::ui::example::ExampleBanner;
use super::ui::shell::{Footer, Header, Skip, StatusRegion, StorageBanner};

/// Starts the page: opens the record, then puts the app in the place of the static shell of `index.html`.
pub fn mount() {
    std::panic::set_hook(Box::new(|fault| {
        console_error_panic_hook::hook(fault);
        say_stopped(&fault.to_string());
    }));
    leptos::mount::mount_to_body(|| {
        let store = Store::new();
        provide_context(store);
        let ready = RwSignal::new(false);
        leptos::task::spawn_local(async move {
            store.load().await;
            if let Some(shell) = document().get_element_by_id("shell") {
                shell.remove();
            }
            ready.set(true);
            if let Some(performance) = window().performance() {
                let _ = performance.mark("app-ready");
            }
            pages::fetch_all().await;
        });
        view! { <Show when=move || ready.get()><App/></Show> }
    });
}

/// A fault of ours stopped the page: start.js brings back the message that offers a copy of everything kept.
fn say_stopped(reason: &str) {
    let detail = web_sys::CustomEventInit::new();
    detail.set_detail(&reason.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("binome-stopped", &detail) {
        let _ = window().dispatch_event(&event);
    }
}

/// The whole page. Expects the [`Store`] in context and loaded.
#[component]
pub fn App() -> impl IntoView {
    let store = use_store();
    let place = route::follow();
    let screen = Memo::new(move |_| place.with(|place| place.screen.clone()).with(pairs_here(store)));
    provide_context(screen);
    let noting = RwSignal::new(None::<Jot>);
    provide_context(pages::Noting(noting));
    dress_document(store);
    move_focus(place, screen);
    listen_to_keys(store, noting);
    guard::read_only(store, screen);
    guard::ask_before_leaving(store);
    view! {
        <Skip/>
        <Header/>
        <StorageBanner/>
        <ExampleBanner/>
        <main id="contenu" tabindex="-1">
            {move || pages::page(screen.get())}
        </main>
        <Show when=move || !store.outdated().get()><pages::HistoryBar/></Show>
        <pages::Capture/>
        <Footer/>
        <StatusRegion/>
    }
}

/// The screen on show, for the navigation.
pub fn use_screen() -> Memo<Screen> {
    expect_context()
}

fn pairs_here(store: Store) -> Pairs {
    if store.pairing().with(Option::is_some) {
        Pairs::Opened
    } else if store.pairs().with(Vec::is_empty) && store.retired().with(Vec::is_empty) {
        if store.lost().with(Option::is_some) { Pairs::Lost } else { Pairs::None }
    } else {
        Pairs::NoneOpened
    }
}

/// The document's title: “Objectifs – Binôme”, led by “Erreur : ” while the page shows errors.
#[component]
pub fn PageTitle(
    /// The screen's title.
    #[prop(into)]
    text: Signal<String>,
    /// Whether the page shows errors.
    #[prop(into, optional)]
    error: Signal<bool>,
) -> impl IntoView {
    let texts = use_texts();
    Effect::new(move |_| {
        let common = texts.get().common();
        let prefix = if error.get() { common.error_prefix } else { "" };
        document().set_title(&format!("{prefix}{} – {}", text.get(), common.brand));
    });
}

/// Keeps the language, theme, size of words and shared-screen mode on the root element, where the styles look for them.
fn dress_document(store: Store) {
    let locale = use_locale();
    let attribute = |name: &'static str, value: Option<&str>| {
        if let Some(root) = document().document_element() {
            let _ = match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            };
        }
    };
    Effect::new(move |_| attribute("lang", Some(locale.get().tag())));
    Effect::new(move |_| {
        let theme = match store.settings().with(|settings| settings.theme) {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        attribute("data-theme", theme);
    });
    Effect::new(move |_| {
        let size = match store.settings().with(|settings| settings.text_size) {
            TextSize::Normal => None,
            TextSize::Large => Some("large"),
            TextSize::Larger => Some("larger"),
        };
        attribute("data-text", size);
    });
    Effect::new(move |_| attribute("data-shared", store.shared_screen().get().then_some("")));
}

/// On a change of screen the new page's effects set the title first; then, at the next frame, the focus goes to its `h1`, or
/// back to the link that had led away.
fn move_focus(place: ReadSignal<Place>, screen: Memo<Screen>) {
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            let arrival = place.with_untracked(|place| place.arrival.clone());
            focus_when_drawn(arrival, document().active_element(), place);
        }
        now
    });
}

/// The heading of the place on the screen that the address asks for, or a field that is what one comes for:
/// `#/premier-appel/organisation?vers=charte`.
fn place_asked_for() -> Option<web_sys::HtmlElement> {
    let hash = window().location().hash().ok()?;
    let (_, place) = hash.split_once("?vers=").or_else(|| hash.split_once("&vers="))?;
    let plain = place.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-');
    if !plain || place.is_empty() {
        return None;
    }
    find(&format!("main :is(h2, h3, input)#{place}, main #{place} :is(h2, h3)"))
}

/// At the next frame that has the new screen: its code may still be on its way.
fn focus_when_drawn(arrival: Arrival, held: Option<web_sys::Element>, place: ReadSignal<Place>) {
    let asked = place.with_untracked(|place| place.screen.clone());
    request_animation_frame(move || {
        // A page out of sight gets its next frame late: whoever has moved on meanwhile keeps the focus.
        let holds = document().active_element();
        let moved = holds != held && holds.is_some_and(|holds| holds.tag_name() != "BODY");
        let left = place.with_untracked(|place| place.screen != asked);
        if moved || left {
            return;
        }
        if find("main h1").is_some() {
            focus_on_arrival(&arrival);
        } else {
            focus_when_drawn(arrival, held, place);
        }
    });
}

fn focus_on_arrival(arrival: &Arrival) {
    let opener = match arrival {
        Arrival::Back { opener: Some(href) } => find(&format!("main a[href='{href}']")),
        _ => None,
    };
    if *arrival == Arrival::Forward
        && let Some(heading) = place_asked_for()
    {
        // Fields are in the tab order; headings are not, but can be given the focus.
        if heading.tag_name() != "INPUT" {
            let _ = heading.set_attribute("tabindex", "-1");
        }
        heading.scroll_into_view();
        let _ = heading.focus();
        return;
    }
    match (opener, find("main h1")) {
        (Some(link), _) => drop(link.focus()),
        (None, Some(title)) => {
            // Titles are not in the tab order, but can be given the focus.
            let _ = title.set_attribute("tabindex", "-1");
            window().scroll_to_with_x_and_y(0.0, 0.0);
            let _ = title.focus();
        }
        (None, None) => {}
    }
}

fn find(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Both look at this screen, or not any more: the navigation and what is private go or come back, and it is said.
pub fn share_screen(store: Store, on: bool) {
    store.shared_screen().set(on);
    let shell = store.settings().with_untracked(|settings| settings.locale.messages().shell());
    store.announce(if on { shell.shared_on } else { shell.shared_off }.to_owned());
}

/// Ctrl+Z undoes and Ctrl+Shift+Z does again, outside fields. `?` opens the help, `/` the search, `n` and `q` note a goal or a question,
/// and `P` turns the shared-screen mode on and off, unless single keys are turned off, a field has the focus or a dialog is open.
fn listen_to_keys(store: Store, noting: RwSignal<Option<Jot>>) {
    let turning = pages::use_turning();
    let pressed = Closure::<dyn FnMut(web_sys::KeyboardEvent)>::new(move |event: web_sys::KeyboardEvent| {
        if let Some(undo) = pages::asks_to_turn(&event) {
            // Inside a field the keys are the field's own.
            if !writes_text(&event) && find("dialog[open]").is_none() && store.pairing().with_untracked(Option::is_some)
            {
                event.prevent_default();
                turning.turn(undo);
            }
            return;
        }
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.repeat();
        let allowed = store.settings().with_untracked(|settings| settings.single_keys);
        if !plain
            || !allowed
            || store.outdated().get_untracked()
            || event.default_prevented()
            || is_typing(&event)
            || find("dialog[open]").is_some()
        {
            return;
        }
        match event.key().as_str() {
            "?" => navigate(Route::Help),
            "n" | "N" if store.pairing().with_untracked(Option::is_some) => {
                // The key must not be typed into the field that opens.
                event.prevent_default();
                noting.set(Some(Jot::Goal));
            }
            "q" | "Q" if store.pairing().with_untracked(Option::is_some) => {
                event.prevent_default();
                noting.set(Some(Jot::Question));
            }
            "/" if store.pairing().with_untracked(Option::is_some) => {
                event.prevent_default();
                match find("#search-words") {
                    Some(field) => drop(field.focus()),
                    None => navigate_to(Route::Search, "search-words"),
                }
            }
            "p" | "P" if store.pairing().with_untracked(Option::is_some) => {
                share_screen(store, !store.shared_screen().get_untracked());
            }
            _ => {}
        }
    });
    let _ = window().add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    // It listens as long as the page lives.
    pressed.forget();
}

fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    writes_text(event) || is_in(event, "select")
}

/// Whether the field that has the focus undoes its own typing.
fn writes_text(event: &web_sys::KeyboardEvent) -> bool {
    is_in(event, "input:not([type='checkbox'], [type='radio']), textarea, [contenteditable]")
}

fn is_in(event: &web_sys::KeyboardEvent, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

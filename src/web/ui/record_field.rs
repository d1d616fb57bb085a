//! Fields bound to a text of the record: kept while someone types, one edit when they leave.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;

use super::field::{FieldWidth, described_by, error_line, head};
use super::id::fresh_id;
use crate::domain::{Path, Refusal};
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts, words_now};
use crate::web::route::Route;

/// A text of the record behind a field.
#[derive(Clone)]
struct Bound {
    store: Store,
    path: Path,
    /// What stands there while the record has no words.
    otherwise: Option<Signal<String>>,
    refused: RwSignal<Option<Refusal>>,
}

/// What a field and an area have in common.
trait Control: JsCast + Clone {
    fn words(&self) -> String;
    fn set_words(&self, words: &str);
    fn fit(&self) {}
}

impl Control for web_sys::HtmlInputElement {
    fn words(&self) -> String {
        self.value()
    }
    fn set_words(&self, words: &str) {
        self.set_value(words);
    }
}

impl Control for web_sys::HtmlTextAreaElement {
    fn words(&self) -> String {
        self.value()
    }
    fn set_words(&self, words: &str) {
        self.set_value(words);
    }

    /// Grows with what is written, where the browser does not do so by itself (`field-sizing`).
    fn fit(&self) {
        let style = web_sys::HtmlElement::style(self);
        // A browser that knows the property keeps it; setting one it does not know changes nothing.
        let _ = style.set_property("field-sizing", "content");
        let knows = style.get_property_value("field-sizing").is_ok_and(|value| !value.is_empty());
        if knows {
            return;
        }
        let _ = style.set_property("block-size", "auto");
        let edges = self.offset_height() - self.client_height();
        let _ = style.set_property("block-size", &format!("{}px", self.scroll_height() + edges));
    }
}

impl Bound {
    fn new(path: Path) -> Self {
        Self { store: use_store(), path, otherwise: None, refused: RwSignal::new(None) }
    }

    /// The words as they stand now. Not followed.
    fn words(&self) -> String {
        let words = self.store.text(&self.path);
        match self.otherwise {
            Some(otherwise) if words.trim().is_empty() => otherwise.get_untracked(),
            _ => words,
        }
    }

    /// Keeps the words while they are typed.
    fn typed<C: Control>(&self, control: &C) {
        let words = control.words();
        // What would stand there anyhow is nobody's words.
        let is_own = self.otherwise.is_none_or(|otherwise| otherwise.with_untracked(|otherwise| *otherwise != words));
        self.store.draft(&self.path, if is_own { &words } else { "" });
        control.fit();
    }

    /// Makes one edit of what was typed; what is refused stays as typed, and the field says why.
    ///
    /// Browsers also tell a field that it is left when its page goes: nothing of the page's own may be there any more by then.
    fn left<C: Control>(&self, control: Option<C>) {
        let _ = self.refused.try_set(self.store.seal(&self.path).err());
        if let Some(control) = control {
            self.refresh(&control);
        }
    }

    /// Shows what the record has (after an undo, an import, another tab) unless someone is typing there: they go on replacing
    /// the words that they saw, so the record is not even asked.
    fn show<C: Control>(&self, control: &C) {
        let busy = document().active_element().is_some_and(|active| active.loose_eq(control.as_ref()));
        if !busy {
            self.refresh(control);
        }
    }

    fn refresh<C: Control>(&self, control: &C) {
        let words = self.words();
        if control.words() != words {
            control.set_words(&words);
            control.fit();
        }
    }

    /// Whether several versions of these words wait for a choice: then what somebody wrote may not be what stands here.
    fn disputed(&self) -> Memo<bool> {
        let (conflicts, path) = (self.store.conflicts(), self.path.clone());
        Memo::new(move |_| conflicts.with(|all| all.iter().any(|conflict| conflict.path == path)))
    }

    /// What is wrong: what the page found, else why the words could not stand.
    fn error(&self, found: Signal<Option<String>>) -> Signal<Option<String>> {
        let (texts, refused) = (use_texts(), self.refused);
        Signal::derive(move || {
            found.get().or_else(|| refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()))
        })
    }
}

/// Under the label of a field in several versions: that all are kept, and the way to choose.
#[component]
fn Disputed(when: Memo<bool>) -> impl IntoView {
    let store = use_store();
    Effect::new(move |before: Option<bool>| {
        let now = when.get();
        // While the field is on screen: what somebody writes there and what another tab or a copy brings part now.
        if now && before == Some(false) {
            store.announce(words_now(store).conflict().in_field.to_owned());
        }
        now
    });
    view! {
        <Show when=move || when.get()>
            <span class="field__note">
                {say(|t| t.conflict().in_field)} " "
                <a href=format!("{}?vers=to-decide", Route::Home.href())>{say(|t| t.conflict().in_field_link)}</a>
            </span>
        </Show>
    }
}

/// One line of the record.
///
/// ```ignore
/// view! { <TextField label=move || t.get().goals.evidence path=schema::goal(&id, name::EVIDENCE)/> }
/// ```
#[component]
pub fn TextField(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// Which text of the record.
    path: Path,
    /// The control's identifier; made up when none is given.
    #[prop(optional, into)]
    id: Option<String>,
    /// A word after the label, lighter: that it may stay empty, for instance.
    #[prop(optional, into)]
    tag: Option<TextProp>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong, once checked.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// How wide.
    #[prop(optional)]
    width: FieldWidth,
    /// The control itself, to put the focus on it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| fresh_id("field"));
    let bound = Bound::new(path);
    let error = bound.error(error);
    let described = described_by(&id, hint.is_some(), error);
    let words = bound.store.text(&bound.path);
    let disputed = bound.disputed();
    let (typed, left) = (bound.clone(), bound.clone());
    Effect::new(move |_| {
        bound.store.pairing().track();
        if let Some(control) = node_ref.get() {
            bound.show(&control);
        }
    });
    view! {
        <div class=width.class() class:has-error=move || error.with(Option::is_some)>
            {head(&id, label, tag, hint)}
            {error_line(&id, error)}
            <Disputed when=disputed/>
            <input
                class="field__control"
                type="text"
                id=id
                autocomplete="off"
                node_ref=node_ref
                prop:value=words
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
                on:input=move |_| {
                    if let Some(control) = node_ref.try_get_untracked().flatten() {
                        typed.typed(&control);
                    }
                }
                on:blur=move |_| {
                    left.left(node_ref.try_get_untracked().flatten());
                }
            />
        </div>
    }
}

/// A few lines of the record; grows with what is written.
///
/// ```ignore
/// view! { <TextArea label=move || t.get().meeting.story path=schema::intro(PersonId::MENTOR, IntroPrompt::Story) rows=2/> }
/// ```
#[component]
pub fn TextArea(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// Which text of the record.
    path: Path,
    /// The control's identifier; made up when none is given.
    #[prop(optional, into)]
    id: Option<String>,
    /// A word after the label, lighter: that it may stay empty, for instance.
    #[prop(optional, into)]
    tag: Option<TextProp>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// How many lines it shows before it grows.
    #[prop(default = 2)]
    rows: u32,
    /// Larger words, for a goal.
    #[prop(optional)]
    large: bool,
    /// What else describes the field: the identifier of the coach's question, for instance.
    #[prop(optional, into)]
    coach: Option<String>,
    /// What stands there while the record has no words, to be written over.
    #[prop(optional, into)]
    otherwise: Option<Signal<String>>,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// The control itself, to put the focus on it.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| fresh_id("field"));
    let bound = Bound { otherwise, ..Bound::new(path) };
    let error = bound.error(Signal::default());
    let own = described_by(&id, hint.is_some(), error);
    let describes = move || match (own(), &coach) {
        (Some(own), Some(more)) => Some(format!("{own} {more}")),
        (own, more) => own.or_else(|| more.clone()),
    };
    let words = bound.words();
    let disputed = bound.disputed();
    let (typed, left) = (bound.clone(), bound.clone());
    Effect::new(move |_| {
        bound.store.pairing().track();
        if let Some(otherwise) = otherwise {
            otherwise.track();
        }
        if let Some(control) = node_ref.get() {
            bound.show(&control);
            // Its height is known once it has been laid out.
            request_animation_frame(move || control.fit());
        }
    });
    view! {
        <div
            class=if large { "field field--large" } else { "field" }
            class:has-error=move || error.with(Option::is_some)
        >
            {head(&id, label, tag, hint)}
            {error_line(&id, error)}
            <Disputed when=disputed/>
            <textarea
                class="field__control"
                id=id
                rows=rows.to_string()
                node_ref=node_ref
                prop:value=words
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=describes
                on:input=move |_| {
                    if let Some(control) = node_ref.try_get_untracked().flatten() {
                        typed.typed(&control);
                    }
                }
                on:blur=move |_| {
                    left.left(node_ref.try_get_untracked().flatten());
                    if let Some(leave) = on_leave {
                        leave.try_run(());
                    }
                }
            ></textarea>
        </div>
    }
}

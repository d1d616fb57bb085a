//! One line of a form that is not part of the record: checked on Continue, never while someone types.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};
use super::id::fresh_id;

/// How wide a field is: as wide as what belongs in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    /// The whole column.
    #[default]
    Full,
    /// A date, an hour, a short name.
    Medium,
    /// Two or three digits.
    Short,
}

impl FieldWidth {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Full => "field",
            Self::Medium => "field field--medium",
            Self::Short => "field field--short",
        }
    }
}

/// A field's label, hint and error, tied to the control between them by the caller through [`described_by`].
pub(super) fn head(id: &str, label: TextProp, tag: Option<TextProp>, hint: Option<TextProp>) -> impl IntoView + use<> {
    let hint_id = format!("{id}-hint");
    let id = id.to_owned();
    view! {
        <label class="field__label" for=id>
            {move || label.get()}
            {tag.map(|tag| view! { <span class="field__tag">" "{move || tag.get()}</span> })}
        </label>
        {hint.map(|hint| view! { <span class="hint" id=hint_id>{move || hint.get()}</span> })}
    }
}

/// The error under a field's label, when there is one.
pub(super) fn error_line(id: &str, error: Signal<Option<String>>) -> impl IntoView + use<> {
    let id = format!("{id}-error");
    move || {
        let id = id.clone();
        error.get().map(|words| {
            view! {
                <span class="field__error" id=id>
                    <Icon shape=IconShape::Attention/>
                    <span>{words}</span>
                </span>
            }
        })
    }
}

/// What `aria-describedby` of a control names: its hint, then its error while there is one.
pub(super) fn described_by(
    id: &str,
    hint: bool,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Clone + use<> {
    let id = id.to_owned();
    move || match (hint, error.with(Option::is_some)) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// One line of a form.
///
/// ```ignore
/// let name = RwSignal::new(String::new());
/// view! { <Input id="mentor-name" label=move || t.get().welcome.mentor_name value=name error=error autocomplete="off"/> }
/// ```
#[component]
pub fn Input(
    /// The control's identifier, for an [`ErrorSummary`](super::ErrorSummary) to lead to; made up when none is given.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// A word after the label, lighter: what the field is in other terms, or that it may stay empty.
    #[prop(optional, into)]
    tag: Option<TextProp>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong, once checked: the same words as in the summary.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `text`, `date`, `time`, `number`, `search` …
    #[prop(default = "text")]
    input_type: &'static str,
    /// `numeric`, `decimal` …: which keys a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// How many lines it shows, when it takes several.
    #[prop(optional)]
    rows: Option<u32>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The longest text it takes.
    #[prop(optional)]
    maxlength: Option<u32>,
    /// How wide.
    #[prop(optional)]
    width: FieldWidth,
    /// Words after the control: a unit.
    #[prop(optional, into)]
    suffix: Option<TextProp>,
    /// Called when the field is left with another text than it was entered with.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| fresh_id("field"));
    let described = described_by(&id, hint.is_some(), error);
    let unsaid = StoredValue::new(false);
    let say_changed = move || {
        unsaid.try_set_value(false);
        if let Some(changed) = on_change {
            changed.try_run(());
        }
    };
    // A field that goes with its screen, by the browser's Back for instance, is left without a word: what is typed counts.
    on_cleanup(move || {
        if unsaid.try_get_value() == Some(true) {
            say_changed();
        }
    });
    let invalid = move || error.with(Option::is_some).then_some("true");
    let typed = move |event: web_sys::Event| {
        unsaid.try_set_value(true);
        value.set(event_target_value(&event));
    };
    let control = match rows {
        Some(rows) => view! {
            <textarea
                class="field__control"
                id=id.clone()
                rows=rows.to_string()
                prop:value=value
                aria-invalid=invalid
                aria-describedby=described
                on:input=typed
                on:change=move |_| say_changed()
            ></textarea>
        }
        .into_any(),
        None => view! {
            <input
                class="field__control"
                id=id.clone()
                type=input_type
                inputmode=inputmode
                autocomplete=autocomplete
                maxlength=maxlength.map(|most| most.to_string())
                prop:value=value
                aria-invalid=invalid
                aria-describedby=described
                on:input=typed
                on:change=move |_| say_changed()
            />
        }
        .into_any(),
    };
    view! {
        <div class=width.class() class:has-error=move || error.with(Option::is_some)>
            {head(&id, label, tag, hint)}
            {error_line(&id, error)}
            {match suffix {
                Some(suffix) => {
                    view! { <span class="field__row">{control}<span class="field__suffix">{move || suffix.get()}</span></span> }
                        .into_any()
                }
                None => control,
            }}
        </div>
    }
}

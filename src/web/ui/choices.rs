//! One answer among a few: native radio buttons.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id::fresh_id;
use super::mark::GoalMark;
use crate::domain::GoalStatus;

/// How the answers are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoicesLook {
    /// Side by side where there is room.
    #[default]
    Row,
    /// One under the other.
    Stack,
    /// Touching, as one control of two to four segments.
    Segments,
}

/// One answer among a few.
///
/// ```ignore
/// view! {
///     <Choices
///         legend=move || t.get().meeting.address
///         options=Signal::derive(move || vec![(Address::Tu, t.get().meeting.tu.into()), (Address::Vous, t.get().meeting.vous.into())])
///         value=address
///         on_choose=move |address| dispatch(Command::SetAddress(address))
///     />
/// }
/// ```
#[component]
pub fn Choices<T>(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// Whether the question is already said in sight, by a heading for instance.
    #[prop(optional)]
    legend_hidden: bool,
    /// The answers and their words.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// The present answer, if any.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// The mark that goes before an answer's words.
    #[prop(optional)]
    mark: Option<fn(&T) -> GoalStatus>,
    /// Called with the answer chosen.
    #[prop(into)]
    on_choose: Callback<(T,)>,
    /// How the answers are laid out.
    #[prop(optional)]
    look: ChoicesLook,
    /// A line of help under the question.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// The group's identifier, for an error summary to lead to.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let name = id.unwrap_or_else(|| fresh_id("choices"));
    // Rebuilt only when the answers' words change, so that the focus survives every other change of the record.
    let options = Memo::new(move |_| options.get());
    let group = name.clone();
    let radios = move || {
        let group = group.clone();
        options
            .get()
            .into_iter()
            .map(move |(option, words)| {
                let mark = mark.map(|mark| view! { <GoalMark status=Signal::stored(mark(&option))/> });
                let (mine, chosen) = (option.clone(), option);
                view! {
                    <label class="choices__option">
                        <input
                            type="radio"
                            name=group.clone()
                            prop:checked=move || value.with(|value| value.as_ref() == Some(&mine))
                            on:change=move |_| on_choose.run((chosen.clone(),))
                        />
                        {mark}
                        <span>{words}</span>
                    </label>
                }
            })
            .collect_view()
    };
    let class = match look {
        ChoicesLook::Row => "choices",
        ChoicesLook::Stack => "choices choices--stack",
        ChoicesLook::Segments => "choices choices--segments",
    };
    view! {
        <fieldset class=class id=name>
            <legend class=if legend_hidden { "visually-hidden" } else { "field__label" }>{move || legend.get()}</legend>
            {hint.map(|hint| view! { <span class="hint">{move || hint.get()}</span> })}
            <div class="choices__options">{move || radios()}</div>
        </fieldset>
    }
}

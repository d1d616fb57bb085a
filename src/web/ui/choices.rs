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
    // The rest knows the answers by their places alone, so that the page holds its code once, whatever the answers are.
    let answers = Memo::new(move |_| {
        let answer = |(option, words): &(T, String)| (mark.map(|mark| mark(option)), words.clone());
        options.with(|options| options.iter().map(answer).collect::<Vec<_>>())
    });
    let at = Memo::new(move |_| {
        let value = value.get()?;
        options.with(|options| options.iter().position(|(option, _)| *option == value))
    });
    let choose = Callback::new(move |(at,): (usize,)| {
        if let Some((option, _)) = options.with_untracked(|options| options.get(at).cloned()) {
            on_choose.run((option,));
        }
    });
    let id = id.unwrap_or_else(|| fresh_id("choices"));
    radios(legend, legend_hidden, answers, at, choose, look, hint, id)
}

#[allow(clippy::too_many_arguments, reason = "the component's own, one by one")]
fn radios(
    legend: TextProp,
    legend_hidden: bool,
    answers: Memo<Vec<(Option<GoalStatus>, String)>>,
    chosen: Memo<Option<usize>>,
    on_choose: Callback<(usize,)>,
    look: ChoicesLook,
    hint: Option<TextProp>,
    name: String,
) -> AnyView {
    let group = name.clone();
    // Rebuilt only when the answers' words change, so that the focus survives every other change of the record.
    let radios = move || {
        let group = group.clone();
        answers
            .get()
            .into_iter()
            .enumerate()
            .map(move |(at, (mark, words))| {
                view! {
                    <label class="choices__option">
                        <input
                            type="radio"
                            name=group.clone()
                            prop:checked=move || chosen.get() == Some(at)
                            on:change=move |_| on_choose.run((at,))
                        />
                        {mark.map(|mark| view! { <GoalMark status=Signal::stored(mark)/> })}
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
    .into_any()
}

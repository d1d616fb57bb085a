//! The floor, shared by area: whoever speaks has the wide tint, the other the narrow one with the button that hands over.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::button::{Button, ButtonKind};
use super::person::Stroke;
use super::roof::Roof;
use crate::domain::Role;

/// Who has the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// The mentor.
    #[default]
    Mentor,
    /// The student.
    Student,
    /// Both at once.
    Both,
}

impl Turn {
    fn class(self) -> &'static str {
        match self {
            Self::Mentor => "turn turn--mentor",
            Self::Student => "turn turn--student",
            Self::Both => "turn turn--both",
        }
    }
}

/// Whose turn it is, what they do with it, how long, and the button that hands over. Spans the page from edge to edge.
///
/// ```ignore
/// view! {
///     <TurnBanner
///         turn=turn
///         label=move || t.get().call.turn
///         title=move || t.get().call.over_to(&speaker.get())
///         instruction=move || t.get().meeting.instruction
///         clock=move || t.get().call.minutes(2)
///         clock_note=move || t.get().call.before(&other.get())
///         note=move || t.get().meeting.six_each
///         to_mentor=move || t.get().call.hand_over(&names.get().0)
///         to_student=move || t.get().call.hand_over(&names.get().1)
///     />
/// }
/// ```
#[component]
pub fn TurnBanner(
    /// Who has the floor; handing over sets it.
    turn: RwSignal<Turn>,
    /// The region's name.
    #[prop(into)]
    label: TextProp,
    /// “À Karim de parler.”
    #[prop(into)]
    title: TextProp,
    /// What the speaker does, in one sentence.
    #[prop(into)]
    instruction: TextProp,
    /// The time left, large: “2 min”.
    #[prop(optional, into)]
    clock: Option<TextProp>,
    /// What that time is: “avant la parole de Léa”.
    #[prop(optional, into)]
    clock_note: Option<TextProp>,
    /// What the listener does meanwhile.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// “Passer la parole à Karim”.
    #[prop(into)]
    to_mentor: TextProp,
    /// “Passer la parole à Léa”.
    #[prop(into)]
    to_student: TextProp,
    /// Called after the floor was handed over.
    #[prop(optional, into)]
    on_hand_over: Option<Callback<(Turn,)>>,
) -> impl IntoView {
    let heading = NodeRef::<html::P>::new();
    let hand = move |to: Turn| {
        turn.set(to);
        if let Some(told) = on_hand_over {
            told.run((to,));
        }
        // The button pressed is gone: the focus goes to the words that say whose turn it is.
        request_animation_frame(move || {
            if let Some(heading) = heading.try_get_untracked().flatten() {
                let _ = heading.focus();
            }
        });
    };
    // Bound to the banner's life, so that a button can be drawn anew each time it is needed.
    let hand_over = move |kind: ButtonKind, to: Turn, words: TextProp| {
        move || {
            let words = words.clone();
            (turn.get() != to)
                .then(|| view! { <Button kind=kind on_click=move || hand(to)>{move || words.get()}</Button> })
        }
    };
    let sign = move || match turn.get() {
        Turn::Mentor => view! { <Stroke role=Role::Mentor/> }.into_any(),
        Turn::Student => view! { <Stroke role=Role::Student/> }.into_any(),
        Turn::Both => view! { <Roof mentor=true student=true/> }.into_any(),
    };
    view! {
        <section class=move || turn.get().class() aria-label=move || label.get()>
            <div class="turn__now">
                <p class="turn__who" tabindex="-1" node_ref=heading>
                    {move || sign()}
                    <span>{move || title.get()}</span>
                </p>
                <p class="turn__do">{move || instruction.get()}</p>
                {clock
                    .map(|clock| {
                        view! {
                            <p class="turn__clock" role="timer">
                                <b>{move || clock.get()}</b>
                                {clock_note.map(|note| view! { <span>" "{move || note.get()}</span> })}
                            </p>
                        }
                    })}
            </div>
            <div class="turn__next">
                {note.map(|note| view! { <p>{move || note.get()}</p> })}
                <div class="turn__hand">
                    {hand_over(ButtonKind::Mentor, Turn::Mentor, to_mentor)}
                    {hand_over(ButtonKind::Student, Turn::Student, to_student)}
                </div>
            </div>
        </section>
    }
}

//! Two ticks that make one arch: each person says yes for themselves.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};

/// Two ticks, the mentor's on the left, the student's on the right.
///
/// ```ignore
/// view! {
///     <Duo
///         label=move || t.get().call.done_question
///         mentor_name=move || t.get().call.has_finished(&names.get().0)
///         student_name=move || t.get().call.has_finished(&names.get().1)
///         mentor=mentor_done
///         student=student_done
///         on_mentor=move |yes| dispatch_done(PersonId::MENTOR, yes)
///         on_student=move |yes| dispatch_done(PersonId::STUDENT, yes)
///     />
/// }
/// ```
#[component]
pub fn Duo(
    /// What both are asked.
    #[prop(into)]
    label: TextProp,
    /// The words on the mentor's half: their name, or “Karim a fini”.
    #[prop(into)]
    mentor_name: TextProp,
    /// The words on the student's half.
    #[prop(into)]
    student_name: TextProp,
    /// Whether the mentor ticked.
    #[prop(into)]
    mentor: Signal<bool>,
    /// Whether the student ticked.
    #[prop(into)]
    student: Signal<bool>,
    /// Called with the mentor's new answer.
    #[prop(into)]
    on_mentor: Callback<(bool,)>,
    /// Called with the student's new answer.
    #[prop(into)]
    on_student: Callback<(bool,)>,
) -> impl IntoView {
    view! {
        <div class="duo" role="group" aria-label=move || label.get()>
            {half("duo__half duo__half--mentor", mentor_name, mentor, on_mentor)}
            {half("duo__half duo__half--student", student_name, student, on_student)}
        </div>
    }
}

fn half(class: &'static str, words: TextProp, ticked: Signal<bool>, on_change: Callback<(bool,)>) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                prop:checked=ticked
                on:change=move |event| on_change.run((event_target_checked(&event),))
            />
            <span class="duo__box" aria-hidden="true">
                <Icon shape=IconShape::Tick/>
            </span>
            <span>{move || words.get()}</span>
        </label>
    }
}

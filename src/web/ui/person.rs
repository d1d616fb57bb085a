//! People in sentences and in lists: a shape goes with the colour, a name with the shape.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::domain::{PersonId, Role};

/// A person's stroke, one half of the circumflex: `╱` for the mentor, `╲` for the student.
#[component]
pub(super) fn Stroke(role: Role) -> impl IntoView {
    let path = match role {
        Role::Mentor => "M2 12 8 2",
        Role::Student => "M2 2l6 10",
    };
    view! {
        <svg class="stroke" viewBox="0 0 10 14" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}

/// The class that gives a person's colour: `who--mentor`.
pub(super) fn class_of(component: &str, role: Role) -> String {
    match role {
        Role::Mentor => format!("{component} {component}--mentor"),
        Role::Student => format!("{component} {component}--student"),
    }
}

/// Someone in a sentence: their stroke, then their name in their colour.
///
/// ```ignore
/// view! { <p><Who person=PersonId::MENTOR name=move || names.get().0/></p> }
/// ```
#[component]
pub fn Who(
    /// Who.
    person: PersonId,
    /// Their name.
    #[prop(into)]
    name: TextProp,
) -> impl IntoView {
    let role = person.role();
    view! {
        <span class=class_of("who", role)>
            <Stroke role=role/>
            {move || name.get()}
        </span>
    }
}

/// Someone in a list: their letter in a tilted square (mentor) or a disc (student). With `shown` the name follows in their
/// colour; without, the name is there for screen readers.
///
/// ```ignore
/// view! { <Initial person=PersonId::STUDENT name="Léa" shown=true/> }
/// ```
#[component]
pub fn Initial(
    /// Who.
    person: PersonId,
    /// Their name.
    #[prop(into)]
    name: TextProp,
    /// Whether the name is written beside the letter.
    #[prop(optional)]
    shown: bool,
) -> impl IntoView {
    let letter = {
        let name = name.clone();
        move || name.get().trim().chars().next().map(|first| first.to_uppercase().to_string())
    };
    view! {
        <span class=class_of("initial", person.role())>
            <span class="initial__letter" aria-hidden="true">{letter}</span>
            <span class=if shown { "initial__name" } else { "visually-hidden" }>{move || name.get()}</span>
        </span>
    }
}

//! Buttons, and links that look like them.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};
use crate::domain::Role;

/// What a button is for, which decides its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The way forward: ink, one per view.
    Primary,
    /// Anything else: an edge outline.
    #[default]
    Secondary,
    /// Looks like a link.
    Quiet,
    /// Gives the floor to the mentor, or signs for them.
    Mentor,
    /// Gives the floor to the student, or signs for them.
    Student,
}

impl ButtonKind {
    /// The button in the colour of someone of that role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Mentor => Self::Mentor,
            Role::Student => Self::Student,
        }
    }

    fn class(self, big: bool) -> &'static str {
        match (self, big) {
            (Self::Primary, false) => "button button--primary",
            (Self::Primary, true) => "button button--primary button--big",
            (Self::Secondary, false) => "button",
            (Self::Secondary, true) => "button button--big",
            (Self::Quiet, _) => "button--quiet",
            (Self::Mentor, false) => "button button--mentor",
            (Self::Mentor, true) => "button button--mentor button--big",
            (Self::Student, false) => "button button--student",
            (Self::Student, true) => "button button--student button--big",
        }
    }
}

/// A button: a verb and its object.
///
/// ```ignore
/// view! { <Button kind=ButtonKind::Primary on_click=move || save()>{move || t.get().goals.keep}</Button> }
/// view! { <Button kind=ButtonKind::Primary type_="submit" arrow=true>{move || t.get().common.continue_}</Button> }
/// ```
#[component]
pub fn Button(
    /// What it is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// `button` or `submit`.
    #[prop(default = "button")]
    type_: &'static str,
    /// Taller, for the one act of a first screen.
    #[prop(optional)]
    big: bool,
    /// With an arrow onwards.
    #[prop(optional)]
    arrow: bool,
    /// Takes the focus when the dialog around it opens: for the least destructive of its buttons.
    #[prop(optional)]
    autofocus: bool,
    /// A fuller name, when the words alone would be said of several things: it begins with the words seen.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// The button itself, to put the focus on it.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=type_
            class=kind.class(big)
            autofocus=autofocus
            aria-label=label.map(|label| move || label.get())
            node_ref=node_ref
            on:click=move |_| {
                if let Some(act) = on_click {
                    act.run(());
                }
            }
        >
            {children()}
            {arrow.then(|| view! { <Icon shape=IconShape::Arrow/> })}
        </button>
    }
}

/// A link that looks like a button (or, quiet, like a link with the height of one).
///
/// ```ignore
/// view! { <LinkButton href=Route::Call.href() kind=ButtonKind::Primary arrow=true>{move || t.get().hub.resume}</LinkButton> }
/// ```
#[component]
pub fn LinkButton(
    /// The address.
    #[prop(into)]
    href: TextProp,
    /// What it is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// Taller, for the one act of a first screen.
    #[prop(optional)]
    big: bool,
    /// With an arrow onwards.
    #[prop(optional)]
    arrow: bool,
    /// A fuller name, when the words alone would be said of several things: it begins with the words seen.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class(big) href=move || href.get() aria-label=label.map(|label| move || label.get())>
            {children()}
            {arrow.then(|| view! { <Icon shape=IconShape::Arrow/> })}
        </a>
    }
}

//! The pair's own contacts: who, what for, how to reach them.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::removal::Removal;
use crate::domain::schema::name;
use crate::domain::{Command, Contact, ContactCommand, ContactId, contact};
use crate::i18n::visible;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Part, TextField};

/// The button that adds a contact, where the focus goes when one has gone.
const ADD: &str = ".contacts__add button";

/// The contacts, the one being written, and room for more.
#[component]
pub fn OwnContacts() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let kept = store.read(|pair| pair.contacts.iter().map(|contact| contact.id.clone()).collect::<Vec<_>>());
    let editing = RwSignal::new(None::<ContactId>);
    let removing = RwSignal::new(None::<String>);
    let keep = move || {
        editing.set(None);
        focus_soon(&[ADD]);
    };
    let open = move |id: Option<ContactId>| {
        editing.set(id);
        focus_soon(&[".contact-editor input"]);
    };
    let rows = move || {
        let open = editing.get();
        let mut ids = kept.get();
        if let Some(open) = &open
            && !ids.contains(open)
        {
            ids.push(open.clone());
        }
        ids.into_iter().map(|id| (Some(&id) == open.as_ref(), id)).collect::<Vec<_>>()
    };
    let none = move || kept.with(Vec::is_empty) && editing.with(Option::is_none);
    let remove = move |id: String| {
        if let Some(id) = ContactId::parse(&id) {
            // Already removed elsewhere is as good as removed here.
            let _ = store.dispatch(Command::Contact(ContactCommand::Remove(id)));
            store.announce(texts.get_untracked().helps().own_removed.to_owned());
        }
        focus_soon(&[ADD]);
    };
    view! {
        <Part title=say(|t| t.helps().own_title) note=say(|t| t.helps().own_note)>
            <div class="contacts">
                <Show when=none>
                    <p class="quiet">{say(|t| t.helps().own_none)}</p>
                </Show>
                <ul class="rows contacts__list">
                    <For
                        each=rows
                        key=Clone::clone
                        children=move |(is_open, id)| {
                            if is_open {
                                view! { <li class="contact-editor"><ContactEditor id=id on_keep=keep/></li> }.into_any()
                            } else {
                                let (change, remove) = (id.clone(), id.to_string());
                                view! {
                                    <ContactRow
                                        id=id
                                        on_change=move || open(Some(change.clone()))
                                        on_remove=move || removing.set(Some(remove.clone()))
                                    />
                                }
                                    .into_any()
                            }
                        }
                    />
                </ul>
                <Show when=move || editing.with(Option::is_none)>
                    <p class="contacts__add">
                        <Button on_click=move || open(ContactId::parse(&new_id()))>
                            {say(|t| t.helps().own_add)}
                        </Button>
                    </p>
                </Show>
                <Removal
                    asked=removing
                    title=say(|t| t.helps().own_remove_title)
                    body=say(|t| t.helps().own_remove_body)
                    keep=say(|t| t.helps().own_remove_keep)
                    remove=say(|t| t.helps().own_remove_yes)
                    on_remove=remove
                />
            </div>
        </Part>
    }
}

fn use_contact(id: &ContactId) -> Memo<Option<Contact>> {
    let id = id.clone();
    use_store().read(move |pair| pair.contacts.iter().find(|contact| contact.id == id).cloned())
}

/// A contact to read.
#[component]
fn ContactRow(
    id: ContactId,
    #[prop(into)] on_change: Callback<()>,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    let texts = use_texts();
    let contact = use_contact(&id);
    let part = move |of: fn(&Contact) -> &str| {
        contact.with(|contact| contact.as_ref().map(|contact| visible(of(contact).trim())).unwrap_or_default())
    };
    let who = Memo::new(move |_| {
        let name = part(|contact| &contact.name);
        if name.is_empty() { texts.get().helps().own_unnamed.to_owned() } else { name }
    });
    view! {
        <li class="row row--bare row--side">
            <div class="row__body">
                <p class="row__title">{who}</p>
                <p class="row__meta">{move || part(|contact| &contact.purpose)}</p>
                <p>{move || part(|contact| &contact.reach)}</p>
            </div>
            <p class="row__side contacts__acts">
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor().change_named)(&who.get())
                    on_click=on_change
                >
                    {say(|t| t.common().change)}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor().remove_named)(&who.get())
                    on_click=on_remove
                >
                    {say(|t| t.goal_editor().remove)}
                </Button>
            </p>
        </li>
    }
}

/// A contact to write. It comes into the record with its first character.
#[component]
fn ContactEditor(id: ContactId, #[prop(into)] on_keep: Callback<()>) -> impl IntoView {
    let store = use_store();
    let contact = use_contact(&id);
    let begin = {
        let id = id.clone();
        move |_| {
            if contact.with_untracked(|contact| contact.as_ref().is_none_or(|contact| contact.created.is_none())) {
                // Never refused: the identifier is new.
                let _ = store.dispatch(Command::Contact(ContactCommand::Add(id.clone())));
            }
        }
    };
    view! {
        <div class="contact-editor__fields" on:input=begin>
            <TextField label=say(|t| t.helps().own_name) path=contact::field(&id, name::NAME)/>
            <TextField
                label=say(|t| t.helps().own_purpose)
                hint=say(|t| t.helps().own_purpose_hint)
                path=contact::field(&id, name::PURPOSE)
            />
            <TextField
                label=say(|t| t.helps().own_reach)
                hint=say(|t| t.helps().own_reach_hint)
                path=contact::field(&id, name::REACH)
            />
        </div>
        <p class="actions">
            <Button on_click=on_keep>{say(|t| t.helps().own_keep)}</Button>
        </p>
    }
}

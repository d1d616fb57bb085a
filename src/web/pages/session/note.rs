//! A note for oneself: never on the shared screen, never in a copy.

use leptos::prelude::*;

use super::use_here;
use crate::domain::session;
use crate::web::locale::say;
use crate::web::ui::{MarginNote, TextArea};

/// The private note on a session, of whoever's browser this is. In shared-screen mode it is not on the page at all.
#[component]
pub fn PrivateNote() -> impl IntoView {
    let here = use_here();
    let (store, id) = (here.store, here.id);
    let path = move || session::private_note(&id, store.me().get());
    move || {
        let path = path();
        (!store.shared_screen().get()).then(|| {
            view! {
                <MarginNote title=say(|t| t.session().private_title)>
                    <TextArea
                        label=say(|t| t.session().private_label)
                        hint=say(|t| t.session().private_hint)
                        path=path
                        rows=3
                    />
                </MarginNote>
            }
        })
    }
}

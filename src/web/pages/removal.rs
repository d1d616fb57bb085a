//! Asking before all the words of a record go.

use leptos::prelude::*;

use crate::web::ui::{Button, Dialog};

/// The question, and its least destructive answer first. `asked` holds what is to go while the question is open.
#[component]
pub fn Removal<T>(
    /// What names the record to remove, while the question is open.
    asked: RwSignal<Option<T>>,
    /// What is asked.
    title: Signal<&'static str>,
    /// What goes.
    body: Signal<&'static str>,
    /// The words that keep it.
    keep: Signal<&'static str>,
    /// The words that remove it.
    remove: Signal<&'static str>,
    /// Called with that name once it may go.
    #[prop(into)]
    on_remove: Callback<(T,)>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let open = RwSignal::new(false);
    // Each effect writes only what differs: setting a signal to what it holds would start the other one again, for ever.
    Effect::new(move |_| {
        let wanted = asked.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    // Esc closes the dialog by itself.
    Effect::new(move |_| {
        if !open.get() && asked.with_untracked(Option::is_some) {
            asked.set(None);
        }
    });
    let go = move || {
        let id = asked.get_untracked();
        asked.set(None);
        if let Some(id) = id {
            on_remove.run((id,));
        }
    };
    view! {
        <Dialog open=open title=title>
            <p>{body}</p>
            <div class="actions">
                <Button autofocus=true on_click=move || asked.set(None)>
                    {keep}
                </Button>
                <Button on_click=go>{remove}</Button>
            </div>
        </Dialog>
    }
}

//! The example: opened when it is here, else made; and what says on every screen that it is one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::demo::{Asked, example};
use crate::document::Incoming;
use crate::domain::id::EXAMPLE;
use crate::domain::{PairId, Role};
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::platform::IntlZone;
use crate::web::route::{Route, example_owner, replace};

/// Leads to the example. Its address leaves no trace in the history: going back must not make it again.
#[component]
pub fn ExamplePage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let failed = RwSignal::new(false);
    let owner = example_owner();
    spawn_local(async move {
        if show(store, owner).await.is_some() {
            replace(Route::Home);
        } else {
            failed.try_set(true);
        }
    });
    view! {
        <PageTitle text=Signal::derive(move || texts.get().example().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.example().title)}</h1>
            <p class="lede">
                {move || {
                    let words = texts.get().example();
                    if failed.get() { words.trouble } else { words.on_its_way }
                }}
            </p>
        </div>
    }
}

/// Opens the example of this browser, or a new one as its mentor or its student would see it.
async fn show(store: Store, owner: Role) -> Option<()> {
    let here = store.pairs().with_untracked(|pairs| pairs.iter().map(|pair| pair.id.clone()).find(PairId::is_example));
    if let Some(pair) = here {
        store.open_pair(pair).await;
        return Some(());
    }
    let clocks = IntlZone::of_browser();
    let asked = Asked {
        pair: PairId::parse(&format!("{EXAMPLE}{}", new_id()))?,
        now: store.now(),
        zone: clocks.name().clone(),
        clocks: &clocks,
        locale: store.settings().with_untracked(|settings| settings.locale),
        owner,
    };
    let document = example(&asked).ok()?;
    let incoming = Incoming { document, by_hand: Vec::new(), refused: Vec::new(), unplaced: Vec::new() };
    // Without durable storage it is open in this page all the same, and that is said by the banner of every page.
    let _ = store.adopt(incoming, owner).await;
    Some(())
}

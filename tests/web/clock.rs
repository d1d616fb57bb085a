//! The minutes of a call are computed from moments: right after a sleep of the machine, or when the page comes back.

use binome::domain::{Booking, Command, Section, SessionCommand, SessionId, StepTable, Timetable};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, script};

/// The clock runs ahead by that many minutes, as after a sleep in which no timer ran.
fn slept(minutes: u32) -> Misbehaving {
    script("globalThis.realNow = Date.now");
    let later = format!("Date.now = () => realNow.call(Date) + {minutes} * 60000");
    Misbehaving::now(&later, "Date.now = realNow")
}

fn tell(target: &str, event: &str) {
    script(&format!("{target}.dispatchEvent(new Event('{event}'))"));
}

fn gone(page: &Page) -> Option<u32> {
    let now = page.store.minute().get_untracked();
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    Timetable::of(&pairing.call, now).gone(now)
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_tells_the_time_at_once() {
    for (target, event) in [("document", "visibilitychange"), ("window", "pageshow"), ("window", "focus")] {
        let page = Page::with_pair().await;
        assert_eq!(gone(&page), Some(0));
        let _asleep = slept(17);
        assert_eq!(gone(&page), Some(0), "nothing ticked meanwhile");
        tell(target, event);
        assert_eq!(gone(&page), Some(17), "{event}");
    }
}

#[wasm_bindgen_test]
async fn a_page_opened_again_in_the_middle_of_a_call_goes_on_with_its_time() {
    let page = Page::with_pair().await;
    drop(page);
    let _later = slept(20);
    let page = Page::open().await;
    assert_eq!(gone(&page), Some(20));
    let now = page.store.minute().get_untracked();
    let call = page.store.pairing().get_untracked().expect("a pair").call.clone();
    assert_eq!(Timetable::of(&call, now).lived(Section::Programme, now), Some(2));
}

#[wasm_bindgen_test]
async fn a_session_goes_on_with_its_time_after_a_reload_and_a_sleep() {
    let page = Page::with_pair().await;
    let id = SessionId::parse("s1").expect("an identifier");
    let slot = Booking { start: page.store.now().plus_minutes(5), minutes: 30 };
    page.store.dispatch(Command::Book(id.clone(), slot)).expect("booked");
    page.store.dispatch(Command::Session(SessionCommand::Begin(id.clone()))).expect("begun");
    page.saved().await;
    drop(page);
    let _later = slept(12);
    let page = Page::open().await;
    let table = |page: &Page| {
        let now = page.store.minute().get_untracked();
        let pairing = page.store.pairing().get_untracked().expect("a pair");
        StepTable::of(pairing.session(&id).expect("the session"), now).lived(now)
    };
    assert_eq!(table(&page), Some(12));
    let _much_later = slept_more(40);
    tell("window", "pageshow");
    assert_eq!(table(&page), Some(30), "all of it, and no more");
}

/// On top of what it slept before.
fn slept_more(minutes: u32) -> Misbehaving {
    let later = format!("Date.now = () => realNow.call(Date) + {minutes} * 60000");
    Misbehaving::now(&later, "Date.now = realNow")
}

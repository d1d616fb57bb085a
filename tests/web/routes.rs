//! Addresses: every screen's is read back as itself, and one that names nothing leads to a calm screen or home.

use binome::domain::{ProjectId, Section, SessionId};
use binome::web::route::{Pairs, Route, Screen, session_href};
use wasm_bindgen_test::wasm_bindgen_test;

fn session(id: &str) -> Screen {
    Screen::Session(SessionId::parse(id).expect("an identifier"))
}

#[wasm_bindgen_test]
fn every_address_leads_back_to_its_screen() {
    let routes = [Route::Home, Route::Sessions, Route::Goals, Route::Search, Route::Charts, Route::Settings];
    let routes = routes.into_iter().chain([Route::Section(Section::Helps)]).map(Screen::Route);
    let report = Screen::Report(SessionId::parse("k3f9-1").expect("an identifier"));
    let kit = Screen::Kit(ProjectId::parse("projet2"));
    for screen in routes.chain([session("k3f9-1"), Screen::NoSession, report, Screen::Reports, Screen::Kit(None), kit])
    {
        assert_eq!(Screen::parse(&screen.href()), Some(screen));
    }
    assert_eq!(session_href(&SessionId::parse("s4").expect("an identifier")), "#/session?id=s4");
}

#[wasm_bindgen_test]
fn a_session_is_named_by_its_parameter_alone() {
    for address in ["#/session?id=s4", "#session?id=s4", "#/session/?id=s4", "#/session?from=x&id=s4&more"] {
        assert_eq!(Screen::parse(address), Some(session("s4")), "{address}");
    }
    let too_long = format!("#/session?id={}", "a".repeat(41));
    for address in ["#/session", "#/session?", "#/session?id=", "#/session?id=S4", "#/session?id=../x", &too_long] {
        assert_eq!(Screen::parse(address), Some(Screen::NoSession), "{address}");
    }
    assert_eq!(Screen::parse("#/sessions?id=s4"), Some(Screen::Route(Route::Sessions)));
    assert_eq!(Screen::parse("#/seances?id=s4"), None);
    assert_eq!(Screen::parse("#/objectifs?id=s4"), Some(Screen::Route(Route::Goals)));
}

#[wasm_bindgen_test]
fn without_an_opened_pair_there_is_no_session() {
    let shown = [Pairs::Opened, Pairs::None, Pairs::NoneOpened, Pairs::Lost].map(|pairs| session("s4").with(pairs));
    let elsewhere = [Route::Welcome, Route::Pairs, Route::Lost].map(Screen::Route);
    assert_eq!(shown[0], session("s4"));
    assert_eq!(shown[1..], elsewhere);
}

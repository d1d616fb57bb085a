//! How the time of a defence is shared: a plan to read beforehand, no clock that runs.

use leptos::prelude::*;

use super::use_here;
use crate::domain::Command;
use crate::domain::kit::{KitCommand, Stage};
use crate::i18n::capitalised;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{FieldWidth, Input, MarginNote};

/// The three parts with their minutes, and when each begins.
#[component]
pub fn Plan() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let minutes = here.store.read(|pair| Stage::ALL.map(|stage| pair.kit.minutes(stage)));
    let defence = here.defence();
    let lines = move || {
        let all = texts.get();
        let mut from = 0;
        let lines = Stage::ALL.into_iter().zip(minutes.get()).map(|(stage, minutes)| {
            let (begins, ends) = (all.fields().duration(from), all.fields().duration(from + minutes));
            from += minutes;
            let line = (all.kit().plan_line)(&begins, &ends, all.kit().stage(stage));
            view! { <li>{line}</li> }
        });
        lines.collect_view()
    };
    let whole = move || {
        let all = texts.get();
        let time: u32 = minutes.get().into_iter().sum();
        match defence.get() {
            Some((_, _, slot)) if slot != time => {
                (all.kit().plan_longer)(&all.fields().duration(time), &all.fields().duration(slot))
            }
            _ => (all.kit().plan_whole)(&all.fields().duration(time)),
        }
    };
    view! {
        <MarginNote title=say(|t| t.kit().plan)>
            <ol class="plain">{lines}</ol>
            <p>{whole}</p>
            <div class="kit-minutes">{Stage::ALL.map(|stage| view! { <Minutes stage=stage/> })}</div>
            <p class="hint">{say(|t| t.kit().plan_note)}</p>
        </MarginNote>
    }
}

/// How long one part is.
#[component]
fn Minutes(stage: Stage) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let kept = store.read(move |pair| pair.kit.minutes(stage));
    let typed = RwSignal::new(kept.get_untracked().to_string());
    let error = RwSignal::new(None::<String>);
    // Shows what the record has after an undo or a copy taken in.
    Effect::new(move |_| {
        let minutes = kept.get().to_string();
        if typed.get_untracked() != minutes {
            typed.set(minutes);
        }
    });
    let keep = move || {
        let text = typed.get_untracked();
        let minutes = text.trim().parse::<u32>();
        let words = texts.get_untracked().refusals();
        let out_of_range = words.of(crate::domain::Refusal::LengthOutOfRange).to_owned();
        // Emptied, it is as long as usual.
        let asked = if text.trim().is_empty() { Ok(None) } else { minutes.map(Some) };
        let told = match asked {
            Ok(minutes) => store
                .dispatch(Command::Kit(KitCommand::SetMinutes(stage, minutes)))
                .err()
                .map(|it| words.of(it).to_owned()),
            Err(_) => Some(out_of_range),
        };
        if told.is_none() {
            typed.set(kept.get_untracked().to_string());
        }
        error.set(told);
    };
    view! {
        <Input
            label=move || capitalised(texts.get().kit().stage(stage))
            value=typed
            error=error
            inputmode="numeric"
            width=FieldWidth::Short
            suffix=say(|t| t.kit().minutes_unit)
            on_change=move |()| keep()
        />
    }
}

//! Booking the next session: a day of the coming week or the one after, a time in the pair's zone, and the same slot a week later.

mod answer;
mod choice;
mod kind;
mod usual;
mod week_after;
mod when;

use leptos::prelude::*;

use self::answer::Answer;
pub use self::choice::on_the_half_hour;
use self::choice::{Choice, use_agenda};
use self::kind::Kind;
use self::usual::UsualSlot;
use self::week_after::WeekAfter;
use self::when::{Slot, Week};
use crate::domain::{Command, Day, GoalId, Instant};
use crate::i18n::Formats;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};

/// Goals without a last day, or that ended on the day of the session as it was, end on its new day.
pub fn follow_with_goals(store: Store, before: Option<Instant>, start: Instant) {
    let zone = store.zone();
    let (before, end) = (before.map(|before| before.day(&zone)), start.day(&zone));
    let goals: Vec<(GoalId, Option<Day>)> = store.pairing().with_untracked(|pair| {
        pair.as_ref().map_or_else(Vec::new, |pair| {
            let follows = |day: Option<Day>| day.is_none() || day == before;
            let open = pair.goals.iter().filter(|goal| !goal.status.is_over() && follows(goal.end));
            open.map(|goal| (goal.id.clone(), goal.start)).collect()
        })
    });
    for (id, first) in goals {
        // A goal that starts after the session keeps its own end: the record refuses the other.
        let _ = store.dispatch(Command::SetGoalDays(id, first, Some(end)));
    }
}

/// A moment in words in the pair's zone: “mardi 24 novembre, 18 h 00”.
pub fn slot_words(store: Store, words: &crate::i18n::NextSession, at: Instant) -> String {
    let (formats, zone) = (store.formats(), store.zone());
    (words.slot)(&formats.day(at.day(&zone)), &formats.time(at.wall_time(&zone)))
}

/// Choosing the next session.
#[component]
pub fn NextSessionPicker() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let agenda = use_agenda();
    let choice = Choice::new(store, &agenda.get_untracked());
    choice.follow(store, agenda);
    let book = move || {
        choice.book(store, &agenda.get_untracked());
        if choice.refused.with_untracked(Option::is_none)
            && let Some((_, booking)) = agenda.get_untracked().next
        {
            store.announce(slot_words(store, texts.get_untracked().next_session(), booking.start));
        }
    };
    let weeks = [1, 2].map(|week| view! { <Week from=week choice=choice on_choose=book/> });
    view! {
        <div class="booking">
            <UsualSlot agenda=agenda choice=choice on_choose=book/>
            {weeks.collect_view()}
            <div class="booking__slot">
                <div>
                    <Slot choice=choice on_change=book/>
                    <Kind agenda=agenda waiting=choice.kind/>
                </div>
                <Answer agenda=agenda/>
            </div>
            <WeekAfter agenda=agenda/>
            <p class="hint">{say(|t| t.next_session().on_the_platform)}</p>
        </div>
    }
}

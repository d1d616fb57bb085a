//! R2, the horizon: sessions are booked at least two weeks ahead. Our reading: each of the next two ISO weeks has one. A contract
//! can ask for more weeks, or fewer.

use crate::domain::pairing::Pairing;
use crate::domain::time::{Day, Instant, Zone, days_after, monday_of};

/// The Mondays of the coming weeks in which nothing is booked yet, up to the end of the programme.
pub fn unbooked(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Vec<Day> {
    let this_week = monday_of(now.day(zone));
    // One that the two held early is as good as booked.
    let is_booked = |monday: Day| {
        let states = pair.sessions.iter().filter_map(|session| session.state);
        states.filter(|state| !state.is_off()).any(|state| monday_of(state.booking().start.day(zone)) == monday)
    };
    let is_over = |monday: Day| pair.programme.end.is_some_and(|end| end < monday);
    let coming = (1..=u64::from(pair.contract.horizon_weeks)).map(|weeks| days_after(this_week, 7 * weeks));
    let is_asked = |monday: Day| !is_booked(monday) && !is_over(monday) && pair.excused(monday).is_none();
    coming.filter(|monday| is_asked(*monday)).collect()
}

//! Places in a list that two people can reorder apart: text that sorts, with room between any two.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The digits of a place, in the order in which they sort.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The longest place that is read or made; a list that would need longer ones is numbered anew.
const LONGEST: usize = 64;

/// A place in a list: a fraction between 0 and 1 written in base 36 without its zero, so that places sort as their texts do.
/// Equal places are told apart by whatever stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderKey(String);

impl OrderKey {
    /// Reads a place: 1 to 64 digits and small letters, the last of them not `0` (two texts would be one fraction).
    pub fn parse(text: &str) -> Option<Self> {
        ((1..=LONGEST).contains(&text.len())
            && text.bytes().all(|digit| DIGITS.contains(&digit))
            && !text.ends_with('0'))
        .then(|| Self(text.to_owned()))
    }

    /// The place of the first thing in a list; there is room before it.
    pub fn first() -> Self {
        Self("a".to_owned())
    }

    /// A place after this one, short however long the list grows; `None` when it would be too long.
    pub fn after(&self) -> Option<Self> {
        let digits = values(self);
        let highest = DIGITS.len() - 1;
        let mut next: Vec<usize> = digits.iter().copied().take_while(|digit| *digit == highest).collect();
        next.push(digits.get(next.len()).map_or(1, |digit| digit + 1));
        Self::of(&next)
    }

    /// A place between two; `None` on either side is the list's end. `None` when they leave no room: they are equal, the wrong
    /// way round, or the place would be too long.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Option<Self> {
        if matches!((before, after), (Some(before), Some(after)) if before >= after) {
            return None;
        }
        let (before, after) = (before.map(values).unwrap_or_default(), after.map(values));
        Self::of(&middle(&before, after.as_deref()))
    }

    /// The place as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(digits: &[usize]) -> Option<Self> {
        Self::parse(
            &digits.iter().filter_map(|digit| DIGITS.get(*digit)).map(|digit| char::from(*digit)).collect::<String>(),
        )
    }
}

/// The places that change so that a list stands in the order given, of which only the thing number `at` is not in its place yet:
/// its own where its neighbours leave room, else one for everything anew.
pub fn rearranged(places: &[Option<&OrderKey>], at: usize) -> Vec<(usize, OrderKey)> {
    let neighbour = |at: Option<usize>| at.and_then(|at| places.get(at)).copied();
    let place = match (neighbour(at.checked_sub(1)), neighbour(Some(at + 1))) {
        // A neighbour without a place of its own leaves no room beside it.
        (Some(None), _) | (_, Some(None)) => None,
        // At the end places stay short, however long the list grows.
        (Some(Some(before)), None) => before.after(),
        (before, after) => OrderKey::between(before.flatten(), after.flatten()),
    };
    match place {
        Some(place) => vec![(at, place)],
        None => numbered_anew(places.len()),
    }
}

/// A place for each of so many things.
fn numbered_anew(count: usize) -> Vec<(usize, OrderKey)> {
    let places = std::iter::successors(Some(OrderKey::first()), OrderKey::after);
    places.take(count).enumerate().collect()
}

/// The values of a place's digits.
fn values(key: &OrderKey) -> Vec<usize> {
    key.0.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte)).collect()
}

/// The shortest digits between `low` and `high` (the end of the list when there is none); `low` sorts before `high`.
fn middle(low: &[usize], high: Option<&[usize]>) -> Vec<usize> {
    let digit = |digits: &[usize], at: usize| digits.get(at).copied().unwrap_or(0);
    if let Some(high) = high {
        let shared = high.iter().enumerate().take_while(|(at, value)| digit(low, *at) == **value).count();
        if shared > 0 {
            let mut digits = high[..shared].to_vec();
            digits.extend(middle(low.get(shared..).unwrap_or_default(), Some(&high[shared..])));
            return digits;
        }
    }
    let from = digit(low, 0);
    let to = high.map_or(DIGITS.len(), |high| digit(high, 0));
    if to > from + 1 {
        return vec![usize::midpoint(from, to)];
    }
    match high {
        // The next digit alone sorts before anything longer that begins with it.
        Some(high) if high.len() > 1 => vec![to],
        _ => {
            let mut digits = vec![from];
            digits.extend(middle(low.get(1..).unwrap_or_default(), None));
            digits
        }
    }
}

impl fmt::Display for OrderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for OrderKey {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a place is 1 to 64 of 0-9 and a-z, not ending in 0")
    }
}

impl From<OrderKey> for String {
    fn from(key: OrderKey) -> Self {
        key.0
    }
}

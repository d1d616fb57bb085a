//! Putting things in order, and gathering them into ordered collections, with little code.
//!
//! The standard library compiles its sort anew for every type that is sorted, some 5 KB each time, and once more for every ordered
//! map or set that is collected. A pair's lists are short: here one compiled sort serves them all, and ordered collections are
//! filled one by one. Results are the same; in the page they were 57 copies of the sort (see `cargo xtask size`).

use std::cmp::Ordering;

/// Puts `items` in the order that `compare` says. Stable: what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = places(items.len(), &|one, two| compare(&items[one], &items[two]));
    // `places[at]` says which item belongs at `at`. What is swapped away from a place before it is looked up where it went.
    for at in 0..places.len() {
        let mut from = places[at];
        while from < at {
            from = places[from];
        }
        places[at] = from;
        items.swap(at, from);
    }
}

/// Puts `items` in the order of what `key` says of each. Stable.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, two| key(one).cmp(&key(two)));
}

/// Puts `items` in their own order. Stable.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Where the item of each place stands so far: the one sort.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|one, two| compare(*one, *two));
    places
}

/// Gathering into ordered maps and sets without sorting first.
pub trait Gather: Iterator + Sized {
    /// What [`Iterator::collect`] gives, put in one by one.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut gathered = C::default();
        gathered.extend(self);
        gathered
    }
}

impl<I: Iterator> Gather for I {}

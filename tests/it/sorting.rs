//! Lists are put in order as the standard library would, by the one sort of `domain::sorting`.

use std::collections::{BTreeMap, BTreeSet};

use binome::domain::sorting::{Gather as _, sort, sort_by, sort_by_key};
use proptest::prelude::*;

proptest! {
    #[test]
    fn items_stand_in_order_and_equal_ones_keep_theirs(items in prop::collection::vec((0..9_u8, any::<u16>()), 0..60)) {
        let mut ours: Vec<(u8, u16, usize)> = items.iter().enumerate().map(|(at, (key, rest))| (*key, *rest, at)).collect();
        let mut theirs = ours.clone();
        sort_by_key(&mut ours, |(key, ..)| *key);
        theirs.sort_by_key(|(key, ..)| *key);
        prop_assert_eq!(&ours, &theirs);
        sort_by(&mut ours, |one, two| two.1.cmp(&one.1));
        theirs.sort_by_key(|it| std::cmp::Reverse(it.1));
        prop_assert_eq!(&ours, &theirs);
        sort(&mut ours);
        theirs.sort_unstable();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn what_is_gathered_is_what_is_collected(items in prop::collection::vec((0..9_u8, any::<u16>()), 0..40)) {
        let collected: BTreeMap<u8, u16> = items.iter().copied().collect();
        prop_assert_eq!(items.iter().copied().gather::<BTreeMap<u8, u16>>(), collected);
        let collected: BTreeSet<(u8, u16)> = items.iter().copied().collect();
        prop_assert_eq!(items.into_iter().gather::<BTreeSet<(u8, u16)>>(), collected);
    }
}

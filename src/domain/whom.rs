//! “Qui contacter ?”: from a few words, in either language, to the situation they describe and the help that is nearest.
//!
//! Words are looked for without accents or case, as everywhere ([`search::words`](super::search::words)). A situation is named only when
//! it leads clearly; otherwise the two nearest are, or none: a wrong answer costs days, a list costs one look.

mod lexicon;

use super::contact::{Help, Situation};
use super::search::words;

/// What somebody can need a help for: the six cases of the call, and what else comes up over the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// The platform misbehaves.
    Platform,
    /// Funding stops, or asks for papers.
    Funding,
    /// The student's file: lateness, attendance, health, a pause.
    File,
    /// Stuck between two sessions.
    Stuck,
    /// A look at the work, a word on a project or a tool.
    Advice,
    /// Ready for the defence.
    Ready,
    /// A session cannot take place as booked.
    Move,
    /// The two do not get on, or one of them is not there.
    Partner,
    /// Working alone weighs.
    Alone,
    /// Looking for a job.
    Job,
    /// How something works: jury, diploma, rules.
    Rules,
}

impl Need {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Stuck,
        Self::Advice,
        Self::Move,
        Self::Ready,
        Self::Alone,
        Self::Platform,
        Self::Funding,
        Self::File,
        Self::Partner,
        Self::Job,
        Self::Rules,
    ];

    /// The case of the call that it is, when it is one.
    pub fn case(self) -> Option<Situation> {
        match self {
            Self::Platform => Some(Situation::Platform),
            Self::Funding => Some(Situation::Funding),
            Self::Stuck => Some(Situation::Stuck),
            Self::Ready => Some(Situation::Ready),
            Self::Alone => Some(Situation::Alone),
            Self::Job => Some(Situation::Job),
            Self::File | Self::Advice | Self::Move | Self::Partner | Self::Rules => None,
        }
    }

    /// Whom to turn to first. What the adviser sees to goes through Support, as the guide has it.
    pub fn first(self) -> Help {
        match self {
            Self::File | Self::Partner => Help::Support,
            Self::Advice | Self::Move => Help::Mentor,
            Self::Rules => Help::HelpCentre,
            Self::Platform | Self::Funding | Self::Stuck | Self::Ready | Self::Alone | Self::Job => {
                self.case().map_or(Help::Support, Situation::first)
            }
        }
    }

    /// Who helps as well.
    pub fn also(self) -> Option<Help> {
        match self {
            Self::File => Some(Help::Adviser),
            // Telling each other first is appreciated (R10).
            Self::Partner => Some(Help::Mentor),
            Self::Advice => Some(Help::Companion),
            Self::Rules => Some(Help::Support),
            Self::Move => None,
            Self::Platform | Self::Funding | Self::Stuck | Self::Ready | Self::Alone | Self::Job => {
                self.case().and_then(Situation::also)
            }
        }
    }
}

/// What a description comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One situation leads clearly.
    Sure(Need),
    /// Two are as near.
    Between(Need, Need),
    /// One is named by little.
    Perhaps(Need),
    /// Nothing in it names a situation.
    Unknown,
}

/// What a situation must weigh to be named.
const ENOUGH: u32 = 3;
/// By how much it must lead.
const LEAD: u32 = 2;
/// How many words may stand between those of one sign: “ne répond vraiment plus jamais”.
const BETWEEN: usize = 2;

/// A sign of a situation: the beginnings of words, in order, `=` after one that must be whole; and what it weighs.
type Sign = (&'static str, u32);

/// Which situation a description is of.
pub fn whom(description: &str) -> Answer {
    let words: Vec<String> = words(description).into_iter().map(|(_, word)| word).collect();
    let mut best: Option<(u32, Need)> = None;
    let mut second: Option<(u32, Need)> = None;
    for need in Need::ALL {
        let weight = weight(need, &words);
        let found = (weight > 0).then_some((weight, need));
        if weight > best.map_or(0, |(weight, _)| weight) {
            second = best;
            best = found;
        } else if weight > second.map_or(0, |(weight, _)| weight) {
            second = found;
        }
    }
    match (best, second) {
        (None, _) => Answer::Unknown,
        (Some((weight, need)), second) if weight >= ENOUGH && second.is_none_or(|(next, _)| weight >= next + LEAD) => {
            Answer::Sure(need)
        }
        (Some((_, need)), None) => Answer::Perhaps(need),
        (Some((_, first)), Some((_, second))) => Answer::Between(first, second),
    }
}

/// What the words weigh for a situation. Signs that begin alike count once, by the heaviest.
fn weight(need: Need, words: &[String]) -> u32 {
    let signs = lexicon::french(need).iter().chain(lexicon::english(need));
    let met = signs.filter(|(sign, _)| is_in(sign, words));
    let mut counted: Vec<(&str, u32)> = Vec::new();
    for (sign, weight) in met {
        let first = sign.split(' ').next().unwrap_or_default().trim_end_matches('=');
        let alike = counted.iter_mut().find(|(other, _)| first.starts_with(*other) || other.starts_with(first));
        match alike {
            Some((_, heaviest)) => *heaviest = (*heaviest).max(*weight),
            None => counted.push((first, *weight)),
        }
    }
    counted.iter().map(|(_, weight)| weight).sum()
}

/// Whether the words of a sign are there, in order and near one another.
fn is_in(sign: &str, words: &[String]) -> bool {
    let fits = |part: &str, word: &String| match part.strip_suffix('=') {
        Some(whole) => word == whole,
        None => word.starts_with(part),
    };
    let from = |start: usize| {
        let mut at = start;
        for (number, part) in sign.split(' ').enumerate() {
            let room = if number == 0 { 1 } else { BETWEEN + 1 };
            let Some(step) = words.iter().skip(at).take(room).position(|word| fits(part, word)) else { return false };
            at += step + 1;
        }
        true
    };
    (0..words.len()).any(from)
}

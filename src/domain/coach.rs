//! The coach: at most one question about a goal, the one that helps most. Silent when the goal holds.
//!
//! It reads the goal's words with two lists of verbs and nouns, French and English. Which verbs count is not the interface's
//! language but the goal's: a word of either language is known by itself, and [`tongue_of`] says which language the words are in.
//! It never changes anything: people mend the goal or keep it as it is, and what they kept is not asked again.

mod lexicon;
mod measure;
mod words;

use self::lexicon as lists;
use self::measure::Bound;
use self::words::{SMALL, Word, same_words, words_of};
use super::goal::Goal;
use super::id::GoalId;
use super::pairing::Pairing;
use super::time::Day;

/// From how many carries on the coach asks which part fits.
pub const MANY: usize = 3;

/// The hours a day that are taken to be free when nobody said: our reading, and said as such.
pub const HOURS_A_DAY: u32 = 2;

/// How far into a goal its first verb is looked for, in words that say something.
const FIRST: usize = 2;

/// What one letter of SMART asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// S: a verb that can mean many things.
    Specific,
    /// M: nothing to see it by.
    Measurable,
    /// A: more hours than there are.
    Achievable,
    /// R: it keeps coming back.
    Relevant,
    /// T: no day, or one that does not fit.
    Dated,
}

impl Rule {
    /// All of them, in the order of their letters.
    pub const ALL: [Self; 5] = [Self::Specific, Self::Measurable, Self::Achievable, Self::Relevant, Self::Dated];

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Specific => "S",
            Self::Measurable => "M",
            Self::Achievable => "A",
            Self::Relevant => "R",
            Self::Dated => "T",
        }
    }

    /// Its name in paths.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Specific => "specific",
            Self::Measurable => "measurable",
            Self::Achievable => "achievable",
            Self::Relevant => "relevant",
            Self::Dated => "dated",
        }
    }

    /// The rule of that name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.slug() == slug)
    }
}

/// The language of a goal's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// French.
    French,
    /// English.
    English,
}

/// What is wrong with a goal's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayTrouble {
    /// There is none.
    Missing,
    /// It comes before the first one.
    BeforeStart,
    /// It comes after the session, which would not see the goal.
    AfterSession,
}

/// One question about a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// S: what exactly? With the words that can mean many things, as they are written.
    Vague {
        /// The words.
        said: String,
        /// Their language, when it shows.
        tongue: Option<Tongue>,
    },
    /// M: how will we see that it is done?
    Unseen,
    /// A: which one can wait?
    TooMuch {
        /// Minutes of all the goals of that time.
        asked: u32,
        /// Minutes there are.
        free: u32,
        /// Whether people said so; else it is our reading.
        is_said: bool,
        /// Whether this goal alone takes them.
        is_alone: bool,
    },
    /// R: which part fits?
    ComesBack {
        /// How many times it was carried over.
        times: usize,
    },
    /// T: by when?
    Day {
        /// What is wrong.
        trouble: DayTrouble,
        /// The day that does not fit.
        day: Option<Day>,
        /// The session's day.
        session: Option<Day>,
    },
}

impl Suggestion {
    /// The rule it comes from.
    pub fn rule(&self) -> Rule {
        match self {
            Self::Vague { .. } => Rule::Specific,
            Self::Unseen => Rule::Measurable,
            Self::TooMuch { .. } => Rule::Achievable,
            Self::ComesBack { .. } => Rule::Relevant,
            Self::Day { .. } => Rule::Dated,
        }
    }

    /// What to remember of a goal kept as it is: for S and M its words, else the figure that was asked about.
    pub fn token(&self, goal: &Goal) -> String {
        match self {
            Self::Vague { .. } | Self::Unseen => goal.what.trim().to_owned(),
            Self::TooMuch { asked, .. } => asked.to_string(),
            Self::ComesBack { times } => times.to_string(),
            Self::Day { day, .. } => day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Whether what was remembered still answers it. Words must say the same; more hours or another carry are asked about anew.
    fn is_kept(&self, goal: &Goal) -> bool {
        let Some(kept) = goal.kept.get(&self.rule()) else { return false };
        let at_least = |now: usize| kept.parse().is_ok_and(|kept: usize| kept >= now);
        match self {
            Self::Vague { .. } | Self::Unseen => same_words(kept, &goal.what),
            Self::TooMuch { asked, .. } => usize::try_from(*asked).is_ok_and(at_least),
            Self::ComesBack { times } => at_least(*times),
            Self::Day { .. } => *kept == self.token(goal),
        }
    }
}

/// What surrounds a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The day in the pair's zone.
    pub today: Day,
    /// The day of the next session, when one is booked.
    pub session: Option<Day>,
    /// Minutes given to the other goals of the same days.
    pub others: u32,
    /// Minutes free in these days, when people said so.
    pub free: Option<u32>,
    /// How many sessions carried it over.
    pub carried: usize,
}

impl Circumstances {
    /// Those of a goal among the pair's.
    pub fn of(pair: &Pairing, id: &GoalId, today: Day, session: Option<Day>) -> Self {
        let mut around = Self { today, session, others: 0, free: None, carried: 0 };
        let Some(goal) = pair.goals.iter().find(|goal| goal.id == *id) else { return around };
        let until = goal.end.or(session);
        let same_days = |other: &&Goal| {
            let starts_in_time = until.is_none_or(|until| other.start.is_none_or(|start| start <= until));
            other.id != *id && !other.status.is_over() && starts_in_time && other.end.is_none_or(|end| end >= today)
        };
        let others = pair.goals.iter().filter(same_days).filter_map(|goal| goal.minutes);
        around.others = others.fold(0, u32::saturating_add);
        around.carried = pair.carried_by(goal).len();
        around
    }
}

/// All there is to ask about a goal, but for what was kept as it is; first what helps most.
///
/// What came back too often leads: everything else would sharpen what does not fit. Then what, then how it is seen, then the day;
/// hours last, as the days they are counted in come before them.
pub fn asks(goal: &Goal, around: &Circumstances) -> Vec<Suggestion> {
    let words = words_of(&goal.what);
    if words.is_empty() {
        return Vec::new();
    }
    let rules = [comes_back, vague, unseen, off_day, too_much];
    rules.iter().filter_map(|ask| ask(goal, &words, around)).filter(|found| !found.is_kept(goal)).collect()
}

/// The language most of a text's words are of; `None` when neither leads.
pub fn tongue_of(text: &str) -> Option<Tongue> {
    let words = words_of(text);
    let count = |small: &[&str], is_verb: &dyn Fn(&Word) -> bool| {
        words.iter().filter(|word| word.is(small)).count() + 2 * usize::from(words.iter().any(is_verb))
    };
    let french = count(lists::FRENCH, &|it| is_vague_french(it) || is_making_french(it));
    let english = count(lists::ENGLISH, &|it| it.is(lists::VAGUE_EN) || it.is(lists::MAKING_EN));
    let marked = usize::from(text.contains(['é', 'è', 'ê', 'à', 'ç', 'É', 'È', 'Ê', 'À', 'Ç']));
    match (french + marked).cmp(&english) {
        std::cmp::Ordering::Greater => Some(Tongue::French),
        std::cmp::Ordering::Less => Some(Tongue::English),
        std::cmp::Ordering::Equal => None,
    }
}

fn is_vague_french(word: &Word) -> bool {
    word.is(lists::VAGUE_FR) || lists::is_form(&word.folded, lists::VAGUE_STEMS)
}

fn is_making_french(word: &Word) -> bool {
    word.is(lists::MAKING_FR) || lists::is_form(&word.folded, lists::MAKING_STEMS)
}

fn is_making(word: &Word) -> bool {
    is_making_french(word) || word.is(lists::MAKING_EN)
}

/// The first verb or noun of a goal, past what only leads to it: “by Tuesday, I want to …”.
fn lead(words: &[Word]) -> impl Iterator<Item = usize> {
    (0..words.len()).filter(|at| !words[*at].is(SMALL)).take(FIRST)
}

/// Where the goal begins with words that can mean many things: from that word to that one.
fn vague_at(words: &[Word]) -> Option<(usize, usize)> {
    let first = lead(words).next()?;
    let phrase = (0..=first).find_map(|at| {
        let is_there = |phrase: &&&[&str]| {
            phrase.iter().enumerate().all(|(by, part)| words.get(at + by).is_some_and(|it| it.is(&[part])))
        };
        lists::VAGUE_PHRASES.iter().find(is_there).map(|phrase| (at, at + phrase.len() - 1))
    });
    phrase.or_else(|| {
        let word = &words[first];
        (is_vague_french(word) || word.is(lists::VAGUE_EN)).then(|| (first, last_of_phrase(words, first)))
    })
}

/// “Work on” and “avancer sur” are said back whole.
fn last_of_phrase(words: &[Word], verb: usize) -> usize {
    let follows = words.get(verb + 1).is_some_and(|it| it.is(&["on"]) && !it.cut);
    if follows { verb + 1 } else { verb }
}

/// Whether a later verb says what a vague first one comes to: “understand joins and explain them”.
fn comes_to_something(words: &[Word], after: usize) -> bool {
    let linked = |at: usize| {
        words[at].cut || (at > 0 && (words[at - 1].is(lists::LINKS) || (at > 1 && words[at - 2].is(lists::LINKS))))
    };
    (after + 1..words.len()).any(|at| linked(at) && is_making(&words[at]) && !words[at].is(lists::NOUNS_TOO))
}

/// Whether words name what will be handed over: a kind of file, or something counted.
fn is_counted(words: &[Word]) -> bool {
    measure::bound(words) == Bound::Quantity || words.iter().any(|it| it.is(lists::FORMATS))
}

fn vague(goal: &Goal, words: &[Word], _: &Circumstances) -> Option<Suggestion> {
    let (from, to) = vague_at(words)?;
    let evidence = words_of(&goal.evidence);
    let shows = is_counted(&evidence) || evidence.iter().any(|it| it.is_noun(lists::ARTEFACTS));
    if is_counted(words) || comes_to_something(words, to) || shows {
        return None;
    }
    let said = goal.what.get(words[from].start..words[to].end).unwrap_or_default();
    Some(Suggestion::Vague { said: said.to_owned(), tongue: tongue_of(&goal.what) })
}

fn unseen(goal: &Goal, words: &[Word], _: &Circumstances) -> Option<Suggestion> {
    let is_written = !words_of(&goal.evidence).is_empty();
    if is_written || is_counted(words) || measure::bound(words) == Bound::Piece {
        return None;
    }
    let first = lead(words).next();
    let verb = first.map(|at| &words[at]);
    if verb.is_some_and(is_making) || first.is_some_and(|at| comes_to_something(words, at)) {
        return None;
    }
    let leaves_no_trace = verb.is_some_and(|it| it.is(lists::CONSUMING));
    let named = words.iter().any(|it| it.is_noun(lists::ARTEFACTS));
    // A vague verb's object says what it is about, not what comes of it.
    let is_vague = vague_at(words).is_some();
    (leaves_no_trace || is_vague || !named).then_some(Suggestion::Unseen)
}

fn comes_back(_: &Goal, words: &[Word], around: &Circumstances) -> Option<Suggestion> {
    let times = around.carried.max(measure::times_said(words));
    (times >= MANY).then_some(Suggestion::ComesBack { times })
}

fn off_day(goal: &Goal, words: &[Word], around: &Circumstances) -> Option<Suggestion> {
    let session = around.session;
    let found = |trouble, day| Some(Suggestion::Day { trouble, day, session });
    let Some(end) = goal.end else { return found(DayTrouble::Missing, None) };
    if goal.start.is_some_and(|start| end < start) {
        return found(DayTrouble::BeforeStart, Some(end));
    }
    let last = measure::day_said(words, around.today).map_or(end, |said| said.max(end));
    if session.is_some_and(|session| last > session && end >= around.today) {
        return found(DayTrouble::AfterSession, Some(last));
    }
    None
}

fn too_much(goal: &Goal, words: &[Word], around: &Circumstances) -> Option<Suggestion> {
    let mine = goal.minutes.or_else(|| measure::minutes_said(words))?;
    let asked = mine.saturating_add(around.others);
    let until = goal.end.or(around.session);
    let days = until.map_or(7, |until| (until - around.today).num_days().max(1));
    let reading = u32::try_from(days).unwrap_or(u32::MAX).saturating_mul(HOURS_A_DAY * 60);
    let free = around.free.unwrap_or(reading);
    (asked > free).then_some(Suggestion::TooMuch {
        asked,
        free,
        is_said: around.free.is_some(),
        is_alone: mine > free || around.others == 0,
    })
}

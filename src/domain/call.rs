//! The first call: its five sections, the points each of them makes, and what the two decided.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::person::PersonId;
use super::time::Instant;

/// The five sections, in the guide's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// 1: get to know each other.
    Meeting,
    /// 2: who helps with what.
    Helps,
    /// 3: how the programme works.
    Programme,
    /// 4: how the two will work.
    Organisation,
    /// 5: goals and date of the next session.
    Goals,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Meeting, Self::Helps, Self::Programme, Self::Organisation, Self::Goals];

    /// The slug in addresses and paths, the same in both languages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Meeting => "rencontre",
            Self::Helps => "ecosysteme",
            Self::Programme => "formation",
            Self::Organisation => "organisation",
            Self::Goals => "objectifs",
        }
    }

    /// Reads a slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// 1 to 5.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The one after, if any.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// Its share of a call of 45 minutes; the last two minutes are for taking leave.
    fn share(self) -> u32 {
        match self {
            Self::Meeting => 12,
            Self::Helps => 6,
            Self::Programme => 9,
            Self::Organisation | Self::Goals => 8,
        }
    }
}

/// The five sections' minutes, then those for taking leave, scaled to a call of `total` minutes; they add up to `total`.
pub fn time_boxes(total: u32) -> [u32; 6] {
    let [meeting, helps, programme, organisation, goals] = Section::ALL.map(Section::share);
    share_out([meeting, helps, programme, organisation, goals, 2], total)
}

/// `total` minutes shared out in these proportions, in whole minutes that add up to it.
pub(super) fn share_out<const N: usize>(shares: [u32; N], total: u32) -> [u32; N] {
    let whole: u32 = shares.iter().sum();
    let (mut elapsed, mut given) = (0, 0);
    shares.map(|share| {
        elapsed += share;
        // Rounding the running total, not each part, keeps the sum exact.
        let until = (total * elapsed * 2 + whole) / (2 * whole);
        let part = until - given;
        given = until;
        part
    })
}

/// How the two say “you” to each other. The page itself always says *vous*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// *Tu*.
    Tu,
    /// *Vous*.
    Vous,
}

/// What the two say of one point of sections 2 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointState {
    /// Clear to both.
    Understood,
    /// Becomes a question that waits in the next session's agenda.
    ToClarify,
}

macro_rules! points {
    ($($section:ident { $($name:ident = $slug:literal),* $(,)? })*) => {
        /// One point of the guide in sections 2 to 4, in order. Its words are in `i18n`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PointId { $($(#[doc = $slug] $name),*),* }

        impl PointId {
            /// Every point, section by section.
            pub const ALL: &'static [Self] = &[$($(Self::$name),*),*];

            /// The identifier in paths.
            pub fn slug(self) -> &'static str {
                match self { $($(Self::$name => $slug),*),* }
            }

            /// The section that makes it.
            pub fn section(self) -> Section {
                match self { $($(Self::$name => Section::$section),*),* }
            }
        }
    };
}

points! {
    Helps {
        Support = "support",
        HelpCentre = "help-centre",
        Adviser = "adviser",
        MentorRole = "mentor-role",
        Companion = "companion",
        Community = "community",
        Coaching = "coaching",
    }
    Programme {
        WorkAlone = "work-alone",
        Mission = "mission",
        Deliverables = "deliverables",
        TwoMentors = "two-mentors",
        BookAhead = "book-ahead",
        Before = "before",
        During = "during",
        After = "after",
        EveryProject = "every-project",
        Review = "review",
        Defence = "defence",
        Rework = "rework",
        Jury = "jury",
    }
    Organisation {
        Slot = "slot",
        Channels = "channels",
        Between = "between",
        Attendance = "attendance",
        Prepare = "prepare",
        CancelEarly = "cancel-early",
        CancelLate = "cancel-late",
        SameWeek = "same-week",
        Partners = "partners",
        OpenWords = "open-words",
        Surveys = "surveys",
        ChangePartner = "change-partner",
        EndDate = "end-date",
    }
}

impl PointId {
    /// Reads an identifier.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|point| point.slug() == slug)
    }

    /// The points that `section` makes, in order.
    pub fn of(section: Section) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |point| point.section() == section)
    }
}

/// The first call as it went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstCall {
    /// When the pair pressed “start”.
    pub started: Option<Instant>,
    /// Its length in minutes; 45 unless changed.
    pub minutes: Option<u32>,
    /// *Tu* or *vous*, once said.
    pub address: Option<Address>,
    /// Who said “I have finished” in which section.
    pub done: BTreeSet<(Section, PersonId)>,
    /// What was said of each point.
    pub points: BTreeMap<PointId, PointState>,
}

impl FirstCall {
    /// The length when nobody chose one.
    pub const DEFAULT_MINUTES: u32 = 45;

    /// The call's length in minutes.
    pub fn length(&self) -> u32 {
        self.minutes.unwrap_or(Self::DEFAULT_MINUTES)
    }

    /// Whether both people said that `section` is finished.
    pub fn both_done(&self, section: Section) -> bool {
        [PersonId::MENTOR, PersonId::STUDENT].into_iter().all(|person| self.done.contains(&(section, person)))
    }

    /// Whether something written at that moment was written in the call: from its start until an hour after its planned end.
    pub fn is_during(&self, written: Instant) -> bool {
        let minutes = self.started.map(|started| written.minutes_since(started));
        minutes.is_some_and(|minutes| (0..i64::from(self.length()) + 60).contains(&minutes))
    }
}

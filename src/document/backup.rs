//! Backups kept in this browser: why each was made, and which ones go when newer ones come.

use std::collections::BTreeSet;
use std::fmt;

use crate::domain::Instant;
use crate::domain::sorting;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Once a day, when the pair is opened.
    Daily,
    /// Before a copy was taken in.
    Import,
    /// Before a backup was restored.
    Restore,
    /// Before the pair was removed from the list.
    Removal,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Daily, Self::Import, Self::Restore, Self::Removal];

    fn word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Removal => "removal",
        }
    }
}

/// The name under which a backup is kept, among those of its pair. Names sort by moment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupName {
    /// When it was made.
    pub at: Instant,
    /// Why.
    pub reason: Reason,
    /// Tells apart two of one moment.
    pub tag: String,
}

impl BackupName {
    /// Reads a name; `None` when it is not one.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.splitn(3, '~');
        let (at, word, tag) = (parts.next()?, parts.next()?, parts.next()?);
        let reason = Reason::ALL.into_iter().find(|reason| reason.word() == word)?;
        Some(Self { at: Instant::parse(at)?, reason, tag: tag.to_owned() })
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}~{}", self.at, self.reason.word(), self.tag)
    }
}

/// How many days keep one backup each.
const DAYS: usize = 7;
/// How many weeks do.
const WEEKS: usize = 8;
/// Of the last day, at most so many are kept: each import has its own.
const OF_LAST_DAY: usize = 12;

/// The backups of one pair that are not kept any more: all but those of the last day, the newest of each of seven days and the
/// newest of each of eight weeks. Days and weeks in which nothing was backed up do not count.
pub fn surplus(backups: &[BackupName], now: Instant) -> Vec<BackupName> {
    const DAY: i64 = 86_400_000;
    let mut newest_first: Vec<&BackupName> = backups.iter().collect();
    sorting::sort_by(&mut newest_first, |one, two| two.cmp(one));
    let (mut days, mut weeks, mut recent) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut is_kept = |backup: &BackupName| {
        let day = backup.at.millis().div_euclid(DAY);
        // 1 January 1970 was a Thursday; weeks begin on Monday.
        let week = (day + 3).div_euclid(7);
        let of_day = days.len() < DAYS && days.insert(day);
        let of_week = weeks.len() < WEEKS && weeks.insert(week);
        let is_recent = now.millis() - backup.at.millis() < DAY && recent < OF_LAST_DAY;
        recent += usize::from(is_recent);
        of_day || of_week || is_recent
    };
    newest_first.into_iter().filter(|backup| !is_kept(backup)).cloned().collect()
}

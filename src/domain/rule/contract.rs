//! The thresholds of the rules: those of the guide, unless this pair's training contract says otherwise. Every rule takes them
//! from here.

use super::super::decide::{int, put};
use super::super::field::{Change, Path, Value};
use super::super::organisation::HOURS;
use super::super::refusal::Refusal;
use super::super::schema::{kind, name};

/// R3: a session must be cancelled more than this many hours before its start to be recoverable.
pub const NOTICE_HOURS: u32 = 24;

/// R5: deliverables are submitted at least this many hours before a defence.
pub const DEPOSIT_HOURS: u32 = 48;

/// R2: how many weeks ahead sessions are booked.
pub const HORIZON_WEEKS: u32 = 2;

/// After a conditional pass, hours to submit again. Seen in practice, not in the guide.
pub const RESUBMIT_HOURS: u32 = 48;

/// After that, hours within which the assessor decides. Seen in practice, not in the guide.
pub const DECISION_HOURS: u32 = 48;

/// Weeks to book ahead: from one to eight.
pub const WEEKS: std::ops::RangeInclusive<u32> = 1..=8;

/// One number that a contract can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// [`NOTICE_HOURS`].
    Notice,
    /// [`DEPOSIT_HOURS`].
    Deposit,
    /// [`HORIZON_WEEKS`].
    Horizon,
    /// [`RESUBMIT_HOURS`].
    Resubmit,
    /// [`DECISION_HOURS`].
    Decision,
}

impl Threshold {
    /// All of them, in the order of the rules.
    pub const ALL: [Self; 5] = [Self::Horizon, Self::Notice, Self::Deposit, Self::Resubmit, Self::Decision];

    /// The field's name.
    pub fn field(self) -> &'static str {
        match self {
            Self::Notice => name::NOTICE_HOURS,
            Self::Deposit => name::DEPOSIT_HOURS,
            Self::Horizon => name::HORIZON_WEEKS,
            Self::Resubmit => name::RESUBMIT_HOURS,
            Self::Decision => name::DECISION_HOURS,
        }
    }

    /// The threshold whose field it is.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|threshold| threshold.field() == field)
    }

    /// What holds unless the contract says otherwise.
    pub fn usual(self) -> u32 {
        Contract::default().of(self)
    }

    /// What it may be: whole hours up to two weeks, or whole weeks.
    pub fn bounds(self) -> std::ops::RangeInclusive<u32> {
        if self == Self::Horizon { WEEKS } else { HOURS }
    }
}

/// What the rules are reckoned with for one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// R3, in hours.
    pub notice_hours: u32,
    /// R5, in hours.
    pub deposit_hours: u32,
    /// R2, in weeks.
    pub horizon_weeks: u32,
    /// Whether a defence can pass on a condition. Off by default: seen in practice, not in the guide.
    pub conditional: bool,
    /// In hours.
    pub resubmit_hours: u32,
    /// In hours.
    pub decision_hours: u32,
}

impl Default for Contract {
    fn default() -> Self {
        Self {
            notice_hours: NOTICE_HOURS,
            deposit_hours: DEPOSIT_HOURS,
            horizon_weeks: HORIZON_WEEKS,
            conditional: false,
            resubmit_hours: RESUBMIT_HOURS,
            decision_hours: DECISION_HOURS,
        }
    }
}

impl Contract {
    /// One of its numbers.
    pub fn of(&self, threshold: Threshold) -> u32 {
        match threshold {
            Threshold::Notice => self.notice_hours,
            Threshold::Deposit => self.deposit_hours,
            Threshold::Horizon => self.horizon_weeks,
            Threshold::Resubmit => self.resubmit_hours,
            Threshold::Decision => self.decision_hours,
        }
    }

    /// Puts down one of its numbers; false when it is out of bounds.
    pub fn put(&mut self, threshold: Threshold, number: u32) -> bool {
        let place = match threshold {
            Threshold::Notice => &mut self.notice_hours,
            Threshold::Deposit => &mut self.deposit_hours,
            Threshold::Horizon => &mut self.horizon_weeks,
            Threshold::Resubmit => &mut self.resubmit_hours,
            Threshold::Decision => &mut self.decision_hours,
        };
        let fits = threshold.bounds().contains(&number);
        if fits {
            *place = number;
        }
        fits
    }

    /// R3's limit in minutes.
    pub fn notice(&self) -> i64 {
        i64::from(self.notice_hours) * 60
    }

    /// R5's limit in minutes.
    pub fn deposit(&self) -> i64 {
        i64::from(self.deposit_hours) * 60
    }
}

/// What people ask of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractCommand {
    /// What the contract says of a threshold; `None`: what holds for everyone.
    Set(Threshold, Option<u32>),
    /// Whether a defence can pass on a condition.
    SetConditional(bool),
}

/// A field of the contract.
pub fn field(field: &str) -> Path {
    Path::of(kind::CONTRACT, "main", field)
}

/// What `command` changes.
pub(in crate::domain) fn decide(command: ContractCommand) -> Result<Vec<Change>, Refusal> {
    let change = match command {
        ContractCommand::Set(threshold, number) => {
            if number.is_some_and(|number| !threshold.bounds().contains(&number)) {
                let is_weeks = threshold == Threshold::Horizon;
                return Err(if is_weeks { Refusal::WeeksOutOfRange } else { Refusal::HoursOutOfRange });
            }
            put(field(threshold.field()), number.map_or(Value::Null, int))
        }
        ContractCommand::SetConditional(can) => put(field(name::CONDITIONAL), Value::Bool(can)),
    };
    Ok(vec![change])
}

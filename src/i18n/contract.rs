//! The thresholds of the rules and the weeks that the pair excuses: what they are called, and their numbers in words.

use crate::domain::Threshold;

texts! {
    /// The contract's fields.
    pub struct ContractWords {
        record,
        notice,
        deposit,
        horizon,
        resubmit,
        decision,
        conditional,
        unit_hours,
        unit_weeks,
        excused,
        reason,
        hours(hours: u32),
        weeks(weeks: u32),
    }
}

impl ContractWords {
    /// What a threshold is called, in lower case.
    pub fn threshold(&self, threshold: Threshold) -> &'static str {
        match threshold {
            Threshold::Notice => self.notice,
            Threshold::Deposit => self.deposit,
            Threshold::Horizon => self.horizon,
            Threshold::Resubmit => self.resubmit,
            Threshold::Decision => self.decision,
        }
    }

    /// A threshold's number with its unit.
    pub fn number(&self, threshold: Threshold, number: u32) -> String {
        if threshold == Threshold::Horizon { (self.weeks)(number) } else { (self.hours)(number) }
    }
}

pub(super) static FR: ContractWords = ContractWords {
    record: "Contrat",
    notice: "délai pour annuler",
    deposit: "délai pour déposer avant une soutenance",
    horizon: "semaines réservées d’avance",
    resubmit: "délai pour redéposer",
    decision: "délai de la décision",
    conditional: "validation sous condition",
    unit_hours: "heures",
    unit_weeks: "semaines",
    excused: "semaine excusée",
    reason: "raison",
    hours: |hours| format!("{hours} h"),
    weeks: |weeks| if weeks < 2 { format!("{weeks} semaine") } else { format!("{weeks} semaines") },
};

pub(super) static EN: ContractWords = ContractWords {
    record: "Contract",
    notice: "notice to cancel",
    deposit: "time to submit before a defence",
    horizon: "weeks booked ahead",
    resubmit: "time to submit again",
    decision: "time for the decision",
    conditional: "conditional pass",
    unit_hours: "hours",
    unit_weeks: "weeks",
    excused: "week excused",
    reason: "reason",
    hours: |hours| format!("{hours} h"),
    weeks: |weeks| if weeks == 1 { "1 week".to_owned() } else { format!("{weeks} weeks") },
};

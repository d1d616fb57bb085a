//! A project's track in words: its fields and its results.

use crate::domain::Finding;
use crate::domain::schema::name;

texts! {
    /// Facts of a track.
    pub struct TrackWords {
        field_authorised,
        field_ready_told,
        field_project_reason,
        field_deposited,
        field_resubmitted,
        field_assessor,
        field_result,
        field_result_reason,
        value_authorised(day: &str, name: &str),
        value_result(result: &str, day: &str),

        validated,
        not_yet,
        to_rework,
        conditional,
    }
}

impl TrackWords {
    /// A result, in lower case.
    pub fn finding(&self, finding: Finding) -> &'static str {
        match finding {
            Finding::Validated => self.validated,
            Finding::NotYet => self.not_yet,
            Finding::ToRework => self.to_rework,
            Finding::Conditional => self.conditional,
        }
    }

    /// A field of a project or a session, when it is one of a track.
    pub(super) fn field(&self, is_project: bool, field: &str) -> Option<&'static str> {
        Some(match field {
            name::AUTHORISED => self.field_authorised,
            name::READY_TOLD => self.field_ready_told,
            name::REASON if is_project => self.field_project_reason,
            name::DEPOSITED => self.field_deposited,
            name::RESUBMITTED => self.field_resubmitted,
            name::ASSESSOR => self.field_assessor,
            name::RESULT => self.field_result,
            name::RESULT_REASON => self.field_result_reason,
            _ => return None,
        })
    }
}

pub(super) static FR: TrackWords = TrackWords {
    field_authorised: "autorisation de soutenir",
    field_ready_told: "évaluation prévenue",
    field_project_reason: "raison de la correction",
    field_deposited: "dépôt des livrables",
    field_resubmitted: "nouveau dépôt",
    field_assessor: "évaluateur·rice",
    field_result: "résultat",
    field_result_reason: "raison du résultat corrigé",
    value_authorised: |day, name| format!("{day}, noté par {name}"),
    value_result: |result, day| format!("{result}, {day}"),

    validated: "validé",
    not_yet: "pas encore validé",
    to_rework: "à retravailler",
    conditional: "validé sous condition",
};

pub(super) static EN: TrackWords = TrackWords {
    field_authorised: "authorisation to defend",
    field_ready_told: "assessor told",
    field_project_reason: "reason for the correction",
    field_deposited: "deliverables submitted",
    field_resubmitted: "submitted again",
    field_assessor: "assessor",
    field_result: "result",
    field_result_reason: "reason for the corrected result",
    value_authorised: |day, name| format!("{day}, noted by {name}"),
    value_result: |result, day| format!("{result}, {day}"),

    validated: "validated",
    not_yet: "not validated yet",
    to_rework: "to rework",
    conditional: "validated on a condition",
};

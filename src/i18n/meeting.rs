//! Section 1: two cards with prompts, and how the two say “you”.

use crate::domain::person::IntroPrompt;

texts! {
    /// Section 1.
    pub struct Meeting {
        writing_is_optional,
        story,
        strengths,
        strengths_hint,
        qualities,
        qualities_hint,
        matters,
        self_,
        self_hint,
        why,
        expectations(mentor: &str),
        guidance,
        guidance_hint,
        learning,
        learning_hint,
        tell_length(student: &str),
        length_by_contract,
        address,
        address_hint,
        address_tu,
        address_vous,
        address_later,
    }
}

impl Meeting {
    /// The words of a prompt, and a hint when there is one.
    pub fn prompt(&self, prompt: IntroPrompt, mentor: &str) -> (String, Option<&'static str>) {
        match prompt {
            IntroPrompt::Story => (self.story.into(), None),
            IntroPrompt::Strengths => (self.strengths.into(), Some(self.strengths_hint)),
            IntroPrompt::Qualities => (self.qualities.into(), Some(self.qualities_hint)),
            IntroPrompt::Matters => (self.matters.into(), None),
            IntroPrompt::Self_ => (self.self_.into(), Some(self.self_hint)),
            IntroPrompt::Why => (self.why.into(), None),
            IntroPrompt::Expectations => ((self.expectations)(mentor), None),
            IntroPrompt::Guidance => (self.guidance.into(), Some(self.guidance_hint)),
            IntroPrompt::Learning => (self.learning.into(), Some(self.learning_hint)),
        }
    }
}

pub(super) static FR: Meeting = Meeting {
    writing_is_optional: "Écrire est facultatif",
    story: "Votre histoire, en bref",
    strengths: "Vos points forts",
    strengths_hint: "Ce sur quoi on peut compter.",
    qualities: "Vos qualités de guide",
    qualities_hint: "Patience, franchise, curiosité… avec un exemple.",
    matters: "Ce à quoi vous tenez, à deux",
    self_: "Qui êtes-vous ?",
    self_hint: "Le chemin qui vous amène ici.",
    why: "Pourquoi cette formation, pourquoi en ligne ?",
    expectations: |mentor| format!("Vos attentes envers {mentor}"),
    guidance: "Quel suivi vous va : cadré, libre ?",
    guidance_hint: "Des rappels, des étapes, de la marge…",
    learning: "Comment apprenez-vous ?",
    learning_hint: "En lisant, en essayant, en expliquant…",
    tell_length: |student| {
        format!("Dites à {student} : la durée des sessions suit les progrès, OpenClassrooms en décide.")
    },
    length_by_contract: "Le rythme et la durée suivent aussi le contrat de formation.",
    address: "Tu ou vous ?",
    address_hint: "Entre vous. La page, elle, dira toujours vous.",
    address_tu: "On se dit tu",
    address_vous: "On se dit vous",
    address_later: "Plus tard",
};

pub(super) static EN: Meeting = Meeting {
    writing_is_optional: "Writing is optional",
    story: "Your story, in short",
    strengths: "Your strengths",
    strengths_hint: "What people can count on.",
    qualities: "Your qualities as a guide",
    qualities_hint: "Patience, frankness, curiosity… with an example.",
    matters: "What matters to you in a pair",
    self_: "Who are you?",
    self_hint: "The road that brought you here.",
    why: "Why this programme, why online?",
    expectations: |mentor| format!("What you hope for from {mentor}"),
    guidance: "Which guidance suits you: close or loose?",
    guidance_hint: "Reminders, small steps, elbow room…",
    learning: "How do you learn?",
    learning_hint: "By reading, by trying, by explaining…",
    tell_length: |student| format!("Tell {student}: session length follows progress; OpenClassrooms decides."),
    length_by_contract: "Rhythm and length also follow the training contract.",
    address: "Tu or vous?",
    address_hint: "Between you, if you speak French together.",
    address_tu: "We say tu",
    address_vous: "We say vous",
    address_later: "Later",
};

//! Two wordings of one thing: a strand each, from the wording they share to the choice the two make.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::person::Who;
use crate::domain::{PersonId, Role};

/// One of the two wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where it is: “chez vous”, “chez Karim”.
    pub place: String,
    /// Its words, each with whether it differs from the wording before: see [`changed_words`].
    pub words: Vec<(String, bool)>,
    /// When, and on which device.
    pub when: String,
}

/// The words of `after` with the space after each, and whether it is absent from `before` (longest common subsequence).
/// A word that differs by the punctuation after it alone counts as kept, unless nothing else differs.
pub fn changed_words(before: &str, after: &str) -> Vec<(String, bool)> {
    let bare =
        |word: &str| word.trim_end_matches(|sign: char| sign.is_whitespace() || ",;:.!?…".contains(sign)).to_owned();
    let words = compare(before, after, bare);
    if before != after && words.iter().all(|(_, changed)| !changed) {
        return compare(before, after, |word| word.trim().to_owned());
    }
    words
}

fn compare(before: &str, after: &str, read: impl Fn(&str) -> String) -> Vec<(String, bool)> {
    // A no-break space belongs to its word: « fait ? » stays together.
    let parts = |text: &str| {
        text.split_inclusive([' ', '\n']).map(|word| (read(word), word.to_owned())).collect::<Vec<(String, String)>>()
    };
    let (old, new) = (parts(before), parts(after));
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, (from, _)) in old.iter().enumerate().rev() {
        for (j, (to, _)) in new.iter().enumerate().rev() {
            common[i][j] = if from == to { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let mut i = 0;
    let mut words = Vec::with_capacity(new.len());
    for (j, (read, word)) in new.iter().enumerate() {
        // Words of the old text that the best match leaves out come first.
        while i < old.len() && old[i].0 != *read && common[i + 1][j] >= common[i][j + 1] {
            i += 1;
        }
        let kept = i < old.len() && old[i].0 == *read;
        if kept {
            i += 1;
        }
        words.push((word.clone(), !kept));
    }
    words
}

/// Two wordings between the one before them, at a knot, and the choice, at an open knot.
///
/// ```ignore
/// view! {
///     <Conflict title=… before_note="Avant, à deux, le 10 novembre" before=Some("Écrire le plan".into()) mine=mine theirs=theirs>
///         <Choices legend=move || t.get().import.from_now_on …/>
///     </Conflict>
/// }
/// ```
#[component]
pub fn Conflict(
    /// What was written twice.
    #[prop(into)]
    title: TextProp,
    /// When the shared wording was written.
    #[prop(optional, into)]
    before_note: Option<TextProp>,
    /// The wording both started from, when there is one.
    before: Option<String>,
    /// The wording kept here.
    mine: Version,
    /// The wording that came in.
    theirs: Version,
    /// The choice.
    children: Children,
) -> impl IntoView {
    // The strand of the one whose wording stands on the left runs straight down; the other's loops out to its column.
    let (left, right) = match mine.person.role() {
        Role::Student => ("strands__student", "strands__mentor"),
        Role::Mentor => ("strands__mentor", "strands__student"),
    };
    view! {
        <section class="conflict">
            <h3 class="conflict__title">{move || title.get()}</h3>
            <div class="conflict__from">
                <span class="conflict__knot" aria-hidden="true"></span>
                {before_note.map(|note| view! { <p class="quiet">{move || note.get()}</p> })}
                {before.map(|before| view! { <p class="conflict__said">{before}</p> })}
            </div>
            <div class="conflict__ways">
                <svg class="conflict__strands strands" viewBox="0 0 1000 200" preserveAspectRatio="none" aria-hidden="true">
                    <path
                        class=right
                        d="M13 0C11 42 70 50 250 49 440 48 549 34 551 104 553 178 440 174 250 175 70 176 16 170 13 200"
                    ></path>
                    <path class=left d="M13 0C6 40 4 70 7 100 10 130 8 160 13 200"></path>
                </svg>
                {version(mine)}
                {version(theirs)}
            </div>
            <div class="conflict__to">
                <span class="conflict__knot conflict__knot--open" aria-hidden="true"></span>
                {children()}
            </div>
        </section>
    }
}

fn version(version: Version) -> impl IntoView {
    let class = match version.person.role() {
        Role::Mentor => "conflict__version conflict__version--mentor",
        Role::Student => "conflict__version conflict__version--student",
    };
    // Neighbouring words that changed share one mark.
    let mut runs: Vec<(String, bool)> = Vec::new();
    for (word, changed) in version.words {
        match runs.last_mut() {
            Some((run, same)) if *same == changed => run.push_str(&word),
            _ => runs.push((word, changed)),
        }
    }
    let words = runs
        .into_iter()
        .map(|(run, changed)| {
            // The space after a changed word is not underlined.
            let words = run.trim_end().to_owned();
            let space = run[words.len()..].to_owned();
            if changed { view! { <mark>{words}</mark> {space} }.into_any() } else { run.into_any() }
        })
        .collect_view();
    view! {
        <div class=class>
            <p>
                <Who person=version.person name=version.name/>
                " "
                <span class="quiet">{version.place}</span>
            </p>
            <p class="conflict__said">{words}</p>
            <p class="quiet">{version.when}</p>
        </div>
    }
}

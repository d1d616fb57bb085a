//! Taking the report along: copied for the platform or as Markdown; where the clipboard is refused, the text is there, selected.

use leptos::html;
use leptos::prelude::*;

use crate::export::session_report::SessionReport;
use crate::i18n::Messages;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts, words_now};
use crate::web::platform::clipboard;
use crate::web::ui::{Button, ButtonKind};

/// What the report is copied as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Platform,
    Markdown,
}

impl Form {
    fn of(self, report: &SessionReport) -> String {
        match self {
            Self::Platform => report.plain(),
            Self::Markdown => report.markdown(),
        }
    }
}

/// The buttons that copy a report, what came of it, and the text itself when it cannot be copied.
#[component]
pub fn CopyReport(
    /// The report.
    report: Memo<Option<SessionReport>>,
    /// Whether it is offered as Markdown too.
    #[prop(optional)]
    markdown: bool,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let area = NodeRef::<html::Textarea>::new();
    let outcome = RwSignal::new(None::<(Form, bool)>);
    let text = move |form: Form| report.with(|report| report.as_ref().map(|it| form.of(it)).unwrap_or_default());
    let told = |words: &'static Messages, (form, copied): (Form, bool)| match (copied, form) {
        (true, Form::Platform) => words.recap().report_copied,
        (true, Form::Markdown) => words.session_report().copied_markdown,
        (false, _) => words.recap().report_not_copied,
    };
    let copy = move |form: Form| {
        // What is being typed belongs to it.
        store.seal_all();
        let text = untrack(|| text(form));
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            outcome.try_set(Some((form, copied)));
            if !copied {
                request_animation_frame(move || {
                    if let Some(area) = area.try_get_untracked().flatten() {
                        let _ = area.focus();
                        area.select();
                    }
                });
            }
            store.announce(told(words_now(store), (form, copied)).to_owned());
        });
    };
    let refused = Memo::new(move |_| outcome.get().and_then(|(form, copied)| (!copied).then_some(form as u8)));
    let by_hand = move || outcome.get().filter(|(_, copied)| !copied).map(|(form, _)| text(form)).unwrap_or_default();
    view! {
        <div class="report-copy">
            <Button kind=ButtonKind::Primary on_click=move || copy(Form::Platform)>
                {say(|t| t.session_report().copy)}
            </Button>
            {markdown
                .then(|| {
                    view! {
                        <Button on_click=move || copy(Form::Markdown)>{say(|t| t.session_report().copy_markdown)}</Button>
                    }
                })}
            <p class="hint">{move || outcome.get().map(|outcome| told(texts.get(), outcome))}</p>
            <Show when=move || refused.get().is_some()>
                <textarea
                    class="field__control copy-text"
                    readonly
                    rows="14"
                    spellcheck="false"
                    aria-label=say(|t| t.session_report().text_label)
                    node_ref=area
                    prop:value=by_hand
                ></textarea>
            </Show>
        </div>
    }
}

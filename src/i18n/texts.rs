//! The macro that declares a screen's texts, and the samples with which tests read them.

/// A value that tests put into a text that takes one.
pub trait Sample {
    /// The sample.
    const SAMPLE: Self;
}

impl Sample for &str {
    const SAMPLE: Self = "Karim";
}

impl Sample for usize {
    const SAMPLE: Self = 2;
}

impl Sample for i64 {
    const SAMPLE: Self = 2;
}

impl Sample for u32 {
    const SAMPLE: Self = 2;
}

/// Declares the texts of one screen: plain ones by name, those with a value as `name(value: type)`.
///
/// ```text
/// texts! {
///     /// The welcome screen.
///     pub struct Welcome {
///         title,
///         over_to(name: &str),
///     }
/// }
/// pub(super) static FR: Welcome = Welcome { title: "Bienvenue", over_to: |name| format!("À {name} de parler") };
/// ```
macro_rules! texts {
    (
        $(#[$doc:meta])*
        pub struct $screen:ident { $($name:ident $(($($arg:ident: $kind:ty),+ $(,)?))?),* $(,)? }
    ) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        pub struct $screen { $(pub $name: texts!(@kind $($($kind),+)?)),* }

        impl $screen {
            /// Calls `visit` with every text and its name.
            pub(crate) fn each(&self, visit: &mut dyn FnMut(&str, &str)) {
                $(texts!(@visit self.$name, stringify!($name), visit $(, $($kind),+)?);)*
            }
        }
    };
    (@kind) => { &'static str };
    (@kind $($kind:ty),+) => { fn($($kind),+) -> String };
    (@visit $text:expr, $name:expr, $visit:ident) => { $visit($name, $text) };
    (@visit $text:expr, $name:expr, $visit:ident, $($kind:ty),+) => {
        $visit($name, &$text($(<$kind as $crate::i18n::Sample>::SAMPLE),+))
    };
}

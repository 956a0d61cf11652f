//! How phrases are declared: a name, what it is to the page, its slots, and its English texts.

/// Declares a chapter of phrases, with its heading: a macro of the given name that takes the phrases before it in braces
/// and the names of the macros to come, and hands all of it with its own phrases on to the first of them.
///
/// A macro cannot spell the `$` of the macro that it writes; each chapter hands it in.
macro_rules! chapter {
    ($d:tt $name:ident $heading:literal $($phrases:tt)*) => {
        macro_rules! $name {
            ({$d($d before:tt)*} $d next:ident $d($d rest:ident)*) => {
                $d next! { {$d($d before)* @ $heading; $($phrases)*} $d($d rest)* }
            };
        }

        pub(super) use $name;
    };
}

macro_rules! phrases {
    ({$($(@ $heading:literal;)? $(#[doc = $doc:literal])+ $variant:ident = $name:literal $role:ident ($($slot:ident: $kind:ident),* $(,)?) $($text:literal)|+;)*}) => {
        /// Every phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Phrase {
            $($(#[doc = $doc])+ $variant,)*
        }

        impl Phrase {
            /// All of them, in the order of the minutes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The chapters, each by its first phrase and its heading.
            pub const CHAPTERS: &'static [(Self, &'static str)] = &[$($((Self::$variant, $heading),)?)*];

            /// What is declared about it.
            pub const fn spec(self) -> &'static Spec {
                match self {
                    $(Self::$variant => &Spec {
                        name: $name,
                        says: concat!($($doc),+),
                        role: Role::$role,
                        slots: &[$(Slot { name: stringify!($slot), kind: Kind::$kind },)*],
                        defaults: &[$($text,)+],
                    },)*
                }
            }
        }
    };
}

pub(super) use {chapter, phrases};

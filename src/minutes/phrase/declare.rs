//! How phrases are declared: a name, what it is to the page, its slots, and its English texts.

macro_rules! phrases {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $role:ident ($($slot:ident: $kind:ident),* $(,)?) $($text:literal)|+;)*) => {
        /// Every phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Phrase {
            $($(#[$doc])* $variant,)*
        }

        impl Phrase {
            /// All of them, in the order of the minutes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// What is declared about it.
            pub const fn spec(self) -> &'static Spec {
                match self {
                    $(Self::$variant => &Spec {
                        name: $name,
                        role: Role::$role,
                        slots: &[$(Slot { name: stringify!($slot), kind: Kind::$kind },)*],
                        defaults: &[$($text,)+],
                    },)*
                }
            }
        }
    };
}

pub(super) use phrases;

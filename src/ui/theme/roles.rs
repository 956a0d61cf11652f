//! The roles that things on the screen have, in one table.

/// Makes the roles, their names in files, their fallbacks and the `[roles]` table of a file from one list.
macro_rules! roles {
    ($($(#[$doc:meta])+ $role:ident $field:ident $name:literal $(> $fallback:ident)?;)+) => {
        /// What a thing on the screen is. Drawing asks for a role; the theme says how it looks.
        ///
        /// What a theme leaves open about a role is taken from its fallback, property by property.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[$doc])+ $role,)+
        }

        impl Role {
            /// Every role, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$role,)+];

            /// The name in files; it never changes.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$role => $name,)+
                }
            }

            /// The role that supplies what a theme leaves open about this one.
            pub const fn fallback(self) -> Option<Self> {
                match self {
                    $(Self::$role => roles!(@fallback $($fallback)?),)+
                }
            }
        }

        /// The `[roles]` table of a theme file.
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(default)]
        pub(super) struct Written {
            $(#[serde(rename = $name)] $field: Option<super::read::WrittenLook>,)+
        }

        impl Written {
            /// What the file says, for the roles that it names.
            pub(super) fn into_looks(self) -> impl Iterator<Item = (Role, super::read::WrittenLook)> {
                [$((Role::$role, self.$field),)+].into_iter().filter_map(|(role, look)| Some((role, look?)))
            }
        }
    };
    (@fallback) => { None };
    (@fallback $fallback:ident) => { Some(Self::$fallback) };
}

roles! {
    /// Every cell before anything is drawn on it: the ground of the whole screen.
    Background background "background";
    /// Anything that is no other role.
    Text text "text";
    /// What is there but matters less: times, numbers of entries, what is not set.
    TextDim text_dim "text-dim" > Text;
    /// The heading of a pane, and of an item in the minutes.
    Heading heading "heading" > Text;
    /// A word that says what the value beside it is.
    Label label "label" > TextDim;
    /// The frame around a pane.
    Border border "border" > TextDim;
    /// The frame around the pane that has the keys.
    BorderFocus border_focus "border-focus" > Border;
    /// The line at the top: committee, date, clock.
    Bar bar "bar" > Text;
    /// The clock in the top line.
    Clock clock "clock" > Bar;
    /// A line across the screen for what must not be overlooked, such as a record that was moved.
    Banner banner "banner" > Error;
    /// Business from which the public is excluded, wherever it shows.
    Private private "private" > Warning;
    /// A rehearsal, wherever it shows.
    Practice practice "practice" > Warning;
    /// Facts that the disk has.
    Saved saved "saved" > TextDim;
    /// Facts that the disk has not yet.
    Unsaved unsaved "unsaved" > Warning;

    /// An item of the agenda that is finished.
    StripDone strip_done "strip-done" > TextDim;
    /// The item that the room is at.
    StripRoom strip_room "strip-room" > Heading;
    /// The item that the pen is at.
    StripPen strip_pen "strip-pen" > Text;
    /// An item put off to another meeting.
    StripDeferred strip_deferred "strip-deferred" > TextDim;
    /// An item to be taken in private.
    StripPrivate strip_private "strip-private" > Private;

    /// A member who is in the room.
    RollPresent roll_present "roll-present" > Text;
    /// A member who sent apologies.
    RollApologies roll_apologies "roll-apologies" > TextDim;
    /// A member who is missing without apologies, or is not accounted for yet.
    RollAbsent roll_absent "roll-absent" > Warning;
    /// A member who has left the room.
    RollLeft roll_left "roll-left" > TextDim;
    /// A substitute and the member whose seat is held.
    RollSubstitute roll_substitute "roll-substitute" > RollPresent;
    /// A member with an interest in the item.
    RollInterest roll_interest "roll-interest" > Warning;

    /// The words of a decision in the minutes.
    Decision decision "decision" > Heading;
    /// An action with its owner and date.
    Action action "action" > Text;
    /// A jotting that has yet to be written up.
    Jotting jotting "jotting" > Warning;
    /// A speaker who has yet to be named.
    UnknownSpeaker unknown_speaker "unknown-speaker" > Warning;
    /// A phrase that sounds like an undertaking, marked while it is typed.
    Undertaking undertaking "undertaking" > Text;
    /// A word that nobody knows, underlined wherever it stands.
    UnknownWord unknown_word "unknown-word" > Text;
    /// The line that is being typed.
    Typing typing "typing" > Text;
    /// The cell that the next letter goes to, where the terminal's own cursor is not used.
    Cursor cursor "cursor" > Selection;
    /// The row or words that are chosen; laid over whatever is there.
    Selection selection "selection";
    /// A letter of a choice that matches what was typed.
    Match matched "match" > Heading;

    /// A key in the hint bar and in help.
    HintKey hint_key "hint-key" > Heading;
    /// What the key does.
    HintText hint_text "hint-text" > TextDim;
    /// A command line while it is typed.
    Command command "command" > Text;
    /// An open pad: attendance, vote, decision.
    Pad pad "pad" > Text;
    /// A letter that does something in an open pad.
    PadKey pad_key "pad-key" > HintKey;
    /// What is chosen in an open pad; laid over whatever is there.
    PadChosen pad_chosen "pad-chosen" > Selection;
    /// Words large and calm on the whole screen, to be read back to the room.
    Big big "big" > Text;

    /// What the clerk should look at some time.
    Warning warning "warning" > Text;
    /// What was refused, or has gone wrong.
    Error error "error" > Warning;
}

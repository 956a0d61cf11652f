//! The list of phrases, with their slots and their English defaults: a chapter to a file, in the order of the minutes.

mod business;
mod closing;
mod comings;
mod counts;
mod decisions;
mod elections;
mod followed;
mod forward;
mod head;
mod items;
mod motions;
mod opening;
mod panel;
mod papers;
mod printed;
mod private;

use super::declare::{chapter, phrases};
use super::{Kind, Role, Slot, Spec};

use business::business;
use closing::closing;
use comings::comings;
use counts::counts;
use decisions::decisions;
use elections::elections;
use followed::followed;
use forward::forward;
use head::head;
use items::items;
use motions::motions;
use opening::opening;
use panel::panel;
use papers::papers;
use printed::printed;
use private::private;

head! { {} items elections opening business comings decisions private closing panel motions counts printed papers forward followed phrases }

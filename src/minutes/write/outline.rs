//! How deep the headings of a document stand: one of the first level, and none that skips a level.

/// No document format has more levels of headings that everything reads.
const DEEPEST: usize = 6;

/// Gives every heading its level, from 1.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The level of the heading that sub-headings stand below.
    item: usize,
    /// The level of the heading before.
    last: usize,
}

impl Outline {
    /// The level of the title of the document.
    pub(super) fn title(&mut self) -> usize {
        self.enter(1)
    }

    /// The level of an item that stands `depth` deep, from 1.
    pub(super) fn item(&mut self, depth: usize) -> usize {
        self.enter(depth + 1)
    }

    /// The level of a heading inside whatever was entered last.
    pub(super) fn inner(&mut self) -> usize {
        self.last = (self.item + 1).min(DEEPEST);
        self.last
    }

    fn enter(&mut self, wanted: usize) -> usize {
        self.last = wanted.min(self.last + 1).min(DEEPEST);
        self.item = self.last;
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_follow_the_items_and_skip_none() {
        let mut outline = Outline::default();
        assert_eq!(outline.title(), 1);
        assert_eq!(outline.inner(), 2, "a heading before the first item");
        assert_eq!(outline.item(1), 2);
        assert_eq!([outline.inner(), outline.inner()], [3, 3]);
        assert_eq!(outline.item(2), 3);
        assert_eq!(outline.inner(), 4);
        assert_eq!(outline.item(1), 2);
        assert_eq!(outline.item(5), 3, "three levels are not there to be below");
        for depth in 3..9 {
            assert!(outline.item(depth) <= DEEPEST);
        }
        assert_eq!(outline.inner(), DEEPEST);
    }
}

//! Which of many rows to show where not all have room.

/// Which of `sizes` to show in `room`: those from `first` to `last` whatever comes, and around them as many as fit,
/// by turns after and before. Where the wanted ones alone don't fit, as many of them as do, from `first` on.
pub(super) fn window(sizes: &[u16], first: usize, last: usize, room: u16) -> std::ops::Range<usize> {
    let size = |index: usize| sizes.get(index).copied().unwrap_or(u16::MAX);
    let (mut start, mut end, mut left) = (first, first, room);
    while end <= last && size(end) <= left {
        left -= size(end);
        end += 1;
    }
    if end <= last {
        return start..end;
    }
    loop {
        let more_after = end < sizes.len() && size(end) <= left;
        if more_after {
            left -= size(end);
            end += 1;
        }
        let more_before = start.checked_sub(1).filter(|before| size(*before) <= left);
        if let Some(before) = more_before {
            left -= size(before);
            start = before;
        }
        if !more_after && more_before.is_none() {
            return start..end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_window_grows_to_both_sides_and_shows_what_must_be_seen() {
        assert_eq!(window(&[1; 9], 4, 4, 3), 3..6);
        assert_eq!(window(&[1; 9], 0, 0, 3), 0..3);
        assert_eq!(window(&[1; 9], 8, 8, 3), 6..9);
        assert_eq!(window(&[1; 9], 2, 5, 4), 2..6);
        assert_eq!(window(&[1; 9], 2, 5, 3), 2..5);
        assert_eq!(window(&[1, 5, 1], 0, 0, 3), 0..1);
        assert_eq!(window(&[9], 0, 0, 3), 0..0);
        assert_eq!(window(&[], 0, 0, 3), 0..0);
    }

    proptest! {
        #[test]
        fn a_window_fits(sizes in proptest::collection::vec(0_u16..9, 0..30), first in 0_usize..30, more in 0_usize..9, room in 0_u16..60) {
            let range = window(&sizes, first.min(sizes.len()), first + more, room);
            prop_assert!(range.end <= sizes.len());
            prop_assert!(sizes[range].iter().sum::<u16>() <= room);
        }
    }
}

//! Tables from the names that a clerk types to what they stand for.

/// The names of a table, in its order.
pub(super) const fn names<T, const N: usize>(table: &'static [(&'static str, T); N]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut rows, mut places): (&[(&'static str, T)], &mut [&'static str]) = (table, &mut names);
    while let ([(name, _), others @ ..], [place, ahead @ ..]) = (rows, places) {
        *place = name;
        (rows, places) = (others, ahead);
    }
    names
}

/// What a name of a table stands for.
pub(super) fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: [(&str, u8); 2] = [("one", 1), ("two", 2)];

    #[test]
    fn every_name_is_listed_and_found() {
        const NAMES: [&str; 2] = names(&TABLE);
        assert_eq!(NAMES, ["one", "two"]);
        assert_eq!(NAMES.map(|name| named(&TABLE, name)), [Some(1), Some(2)]);
        assert_eq!(named(&TABLE, "three"), None);
    }
}

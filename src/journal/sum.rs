//! The checksum that chains the lines of a record.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Sixteen lower-case hexadecimal digits, as they stand in a line: the first half of a SHA-256, or
/// one of the two constants with which a chain begins (they are sixteen letters long for that).
///
/// It finds accidents: a flipped bit, a lost line, an editor that changed line ends. It doesn't
/// find a forger, who can compute it too.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sum([u8; LENGTH]);

/// Digits in a sum.
pub(super) const LENGTH: usize = 16;

impl Sum {
    /// What stands before the first line of a record.
    pub const RECORD: Sum = Sum(*b"quorate-record-1");
    /// What stands before the first line of a private file.
    pub const EXEMPT: Sum = Sum(*b"quorate-exempt-1");

    /// The sum of the line with these bytes before its `,"sum":`, following on `previous`.
    pub fn after(previous: Sum, body: &[u8]) -> Sum {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hash = Sha256::new();
        hash.update(previous.0);
        hash.update(b"\n");
        hash.update(body);
        let hash = hash.finalize();
        let mut sum = [b'0'; LENGTH];
        for (pair, byte) in sum.chunks_exact_mut(2).zip(hash.iter()) {
            let halves = [usize::from(byte >> 4), usize::from(byte & 15)];
            for (digit, half) in pair.iter_mut().zip(halves) {
                *digit = DIGITS.get(half).copied().unwrap_or(b'0');
            }
        }
        Sum(sum)
    }

    /// The sum with these digits; nothing if they are not sixteen lower-case hexadecimal ones.
    ///
    /// Capitals are refused: `a` and `A` differ by one bit, and every bit counts.
    pub fn from_digits(digits: &[u8]) -> Option<Sum> {
        let sum = Sum(digits.try_into().ok()?);
        let hex = |digit: &u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        sum.0.iter().all(hex).then_some(sum)
    }

    /// The digits, as they stand in the file.
    pub fn as_str(&self) -> &str {
        // Both ways to make a sum give ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sum({self})")
    }
}

impl Serialize for Sum {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Sum {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(from)?;
        // A rescued record may name the constant: the old record had no line that was safe.
        let start = (digits == Sum::RECORD.as_str()).then_some(Sum::RECORD);
        start
            .or_else(|| Sum::from_digits(digits.as_bytes()))
            .ok_or_else(|| serde::de::Error::custom("expected sixteen hexadecimal digits"))
    }
}

//! The July meeting played with interruptions: half sentences come back, versions are kept, latecomers are minuted.

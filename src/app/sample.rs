//! A meeting for tests: the Cambridgeshire panel on 19 July 2023, with the keys of its files.

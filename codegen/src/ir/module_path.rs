//! The ways between the modules of the emitted crate.

/// The path from a page whose module stands in `home` to the module `target`: up to where their ways part, and down.
/// Both are paths from the root of the emitted modules.
#[must_use]
pub fn relative_path<'t>(home: &[&str], target: &[&'t str]) -> Vec<&'t str> {
    let shared = home
        .iter()
        .zip(target)
        .take_while(|(home, part)| home == part)
        .count();
    let up = std::iter::repeat_n("super", home.len() + 1 - shared);
    up.chain(target[shared..].iter().copied()).collect()
}

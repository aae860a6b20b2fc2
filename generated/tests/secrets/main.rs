//! Secrets are never shown, and what is no secret is.

// It comes first, because it has a macro that others use.
#[cfg(test)]
#[macro_use]
#[path = "../support/every.rs"]
mod every;

#[cfg(test)]
mod answers;
#[cfg(test)]
mod blocking;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod drive;
#[cfg(test)]
mod dump;
#[cfg(test)]
mod recorder;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod shown;
#[cfg(test)]
mod values;

#[cfg(test)]
#[path = "../support/server.rs"]
mod server;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
#[path = "../support/tls.rs"]
mod tls;

/// What must not be shown, in any part of it.
#[cfg(test)]
const SECRET: &str = "sEcReT-1234567890";

/// The text has no secret in it, nor the beginning of one: not as it is, not as hexadecimal digits, in one piece or in
/// pairs of bytes or in the rows of a dump, and not as a list of numbers.
#[cfg(test)]
fn assert_hidden(text: &str) {
    for hidden in ["sEcR", "73456352", "7345 6352", "115, 69, 99, 82"] {
        if let Some(place) = text.find(hidden) {
            let begin = text.floor_char_boundary(place.saturating_sub(500));
            let end = text.floor_char_boundary(place + 100);
            panic!("{hidden} is shown: {}", &text[begin..end]);
        }
    }
    // Longer than above: the digits of a long log hold many a short number by chance.
    let dumped = dump::digits(text);
    assert!(!dumped.contains("734563526554"), "dumped: {dumped}");
}

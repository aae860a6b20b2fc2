//! What tells one state of a model from another.

use sha2::{Digest, Sha256};

use crate::load::Source;

/// The SHA-256 of a model in hexadecimal: that of the lines, sorted, with the SHA-256 of each file. It depends neither on
/// the order nor on the names of the files, and ends of lines count as `\n`, however a file was checked out. Where they
/// are that, `sha256sum FILE... | cut -d' ' -f1 | sort | sha256sum` says the same.
pub(crate) fn sha256(files: &[Source]) -> String {
    let mut lines: Vec<String> = files.iter().map(|file| of_file(&file.bytes)).collect();
    lines.sort_unstable();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    hex(Sha256::digest(text))
}

fn of_file(bytes: &[u8]) -> String {
    let mut hash = Sha256::new();
    let mut rest = bytes;
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        hash.update(&rest[..end]);
        rest = &rest[end + 1..];
    }
    hash.update(rest);
    hex(hash.finalize())
}

fn hex(hash: impl AsRef<[u8]>) -> String {
    let bytes = hash.as_ref().iter();
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> String {
        let file = |text: &&str| Source {
            name: "model.json".to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        sha256(&texts.iter().map(file).collect::<Vec<_>>())
    }

    #[test]
    fn it_is_that_of_the_files_in_any_order() {
        // The first test vector of FIPS 180-4.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of_file(b"abc"), abc);
        // What the command in the documentation says of files with `abc`, and with `abc` and `x`.
        assert_eq!(
            of(&["abc"]),
            "620a3df236da0af638c2a61c86951463731998f91dbb3ed629f47b9fe00ad118"
        );
        assert_eq!(of(&["abc", "x"]), of(&["x", "abc"]));
        assert_ne!(of(&["abc", "x"]), of(&["abcx"]));
    }

    #[test]
    fn ends_of_lines_are_alike() {
        assert_eq!(of(&["{\r\n}\r\n"]), of(&["{\n}\n"]));
        assert_ne!(of(&["{\r}"]), of(&["{\n}"]));
        assert_ne!(of(&["{}\r"]), of(&["{}"]));
    }
}

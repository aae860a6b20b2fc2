//! What tells one state of a model from another.

use sha2::{Digest, Sha256};

use crate::load::Source;

/// The SHA-256 of the files one after the other, in hexadecimal. Ends of lines count as `\n`, so that it does not depend
/// on how a file was checked out: where they are that, `cat FILE... | sha256sum` says the same.
pub(crate) fn sha256(files: &[Source]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        let mut rest = file.bytes.as_slice();
        while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
            hash.update(&rest[..end]);
            rest = &rest[end + 1..];
        }
        hash.update(rest);
    }
    let hash = hash.finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
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
    fn it_is_that_of_the_files_one_after_the_other() {
        // The first test vector of FIPS 180-4.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for files in [&["abc"][..], &["a", "bc"], &["", "ab", "c"]] {
            assert_eq!(of(files), abc);
        }
    }

    #[test]
    fn ends_of_lines_are_alike() {
        assert_eq!(of(&["{\r\n}\r\n"]), of(&["{\n}\n"]));
        assert_ne!(of(&["{\r}"]), of(&["{\n}"]));
        assert_ne!(of(&["{}\r"]), of(&["{}"]));
    }
}

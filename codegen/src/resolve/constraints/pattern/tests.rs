use super::{Translation, translate};

fn other(pattern: &str) -> String {
    match translate(pattern) {
        Ok(Translation::Other(text)) => text,
        other => panic!("{pattern}: {other:?}"),
    }
}

#[test]
fn keeps_what_both_languages_read_alike() {
    for pattern in [
        "",
        "^[a-zA-Z0-9-_]*$",
        "^arn:aws:ivs:[a-z0-9-]+:[0-9]+:stage/[a-zA-Z0-9-]+$",
        "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$",
        "^(?:a|b){2,}c{3}d{1,4}?$",
        "(?<name>a)",
        "(?i)abc.*",
        "[\\u0020-\\uD7FF\\x20\\u{1F600}]",
        "\\/\\-\\@\\.\\t\\n",
        "\\A[a-z]\\z",
    ] {
        assert_eq!(translate(pattern), Ok(Translation::Same), "{pattern}");
    }
}

#[test]
fn says_in_other_words_what_regex_reads_otherwise() {
    for (pattern, expected) in [
        ("^\\d+$", "^[0-9]+$"),
        ("\\w\\W\\D", "[0-9A-Za-z_][^0-9A-Za-z_][^0-9]"),
        ("[\\w-.]", "[[0-9A-Za-z_]\\-\\.]"),
        ("\\s", "[[\\s\\u{FEFF}]--\\u{85}]"),
        ("\\S", "[^[[\\s\\u{FEFF}]--\\u{85}]]"),
        ("^.+$", "^[^\\n\\r\\u{2028}\\u{2029}]+$"),
        ("[a&&b]", "[a\\&\\&b]"),
        ("[[]", "[\\[]"),
        ("[+--]", "[\\+-\\-]"),
        ("[^]", "[\\s\\S]"),
        ("a{,3}{x}", "a\\{,3\\}\\{x\\}"),
        ("[\\b\\0\\cA]", "[\\x08\\x00\\x01]"),
        ("\\<a\\>", "<a>"),
        (
            "[\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF]",
            "[\\u{E000}-\\u{FFFD}\\u{10000}-\\u{10FFFF}]",
        ),
        ("a\\b", "a(?-u:\\b)"),
    ] {
        assert_eq!(other(pattern), expected, "{pattern}");
    }
}

#[test]
fn means_the_same_as_ecma_262() {
    for (pattern, matching, other_text) in [
        ("^\\d$", "7", "٧"),
        ("^\\w$", "a", "é"),
        ("^\\s$", "\u{FEFF}", "\u{85}"),
        ("^\\S$", "\u{85}", "\u{FEFF}"),
        ("^.$", "é", "\r"),
        ("b", "abc", "ac"),
        ("^[a&&b]$", "&", "c"),
        ("^[\\w-.]$", "-", ","),
        ("^[^]$", "\n", ""),
        ("^[+--]$", ",", "."),
        ("^\\p{Lu}$", "É", "é"),
        ("^a{,3}$", "a{,3}", "aaa"),
        ("^[\\uD800\\uDC00-\\uDBFF\\uDFFF]$", "😀", "a"),
        ("a$", "a", "a\n"),
    ] {
        let text = match translate(pattern).expect(pattern) {
            Translation::Same => pattern.to_owned(),
            Translation::Other(text) => text,
        };
        let regex = regex::Regex::new(&text).expect(pattern);
        assert!(regex.is_match(matching), "{pattern}: {matching:?}");
        assert!(!regex.is_match(other_text), "{pattern}: {other_text:?}");
    }
    // A class without members matches nothing.
    let Ok(Translation::Other(nothing)) = translate("[]") else {
        panic!("it is said otherwise");
    };
    assert!(
        !regex::Regex::new(&nothing)
            .expect("it is read")
            .is_match("a")
    );
}

#[test]
fn says_why_it_cannot_be_said() {
    for (pattern, reason) in [
        ("^(?!aws:).+$", "look-ahead"),
        ("(?=a)", "look-ahead"),
        ("[a-z]*(?<!\\.)$", "look-behind"),
        ("(a)\\1", "a back-reference"),
        ("(?<n>a)\\k<n>", "a back-reference"),
        ("(?>a)", "an atomic group"),
        ("\\Qa\\E", "the escape \\Q"),
        ("\\uD800", "half a surrogate pair"),
        ("[\\uDC00-\\uDFFF]", "half a surrogate pair"),
        ("\\u12", "\\u without four digits"),
        ("\\", "a backslash at the end"),
        ("[a", "a class that does not end"),
        ("\\p{Alnum}", "Unicode property not found"),
        ("(", "unclosed group"),
        (
            "[z-a]",
            "invalid character class range, the start must be <= the end",
        ),
    ] {
        assert_eq!(translate(pattern), Err(reason.to_owned()), "{pattern}");
    }
}

#[test]
fn survives_what_is_hostile() {
    let deep = format!("{}{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(translate(&deep).is_err());
    assert!(translate(&"[".repeat(100_000)).is_err());
    assert!(translate(&"{".repeat(10_000)).is_ok());
    assert!(translate("(((a{1000}){1000}){1000}){1000}").is_ok());
}

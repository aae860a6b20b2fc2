//! Whether and from which size on bodies are compressed, and where that is said.

use ivs_realtime::config::{Builder, Config};

use crate::support::{NEEDED, error, with};

#[test]
fn the_environment_says_it() {
    for (disable, min, expected) in [
        ("", "", (None, None)),
        ("TRUE", "0", (Some(true), Some(0))),
        ("false", "10485760", (Some(false), Some(10_485_760))),
    ] {
        let config = with(&[
            ("AWS_DISABLE_REQUEST_COMPRESSION", disable),
            ("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", min),
        ]);
        let found = (
            config.disable_request_compression(),
            config.request_min_compression_size_bytes(),
        );
        assert_eq!(found, expected);
    }
}

#[test]
fn a_size_has_bounds() {
    for size in ["-1", "10485761", "10k"] {
        let name = "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES";
        let said = error(&[&NEEDED[..], &[(name, size)]].concat());
        let expected =
            format!("{name} is {size:?}, expected a whole number of bytes from 0 to 10485760");
        assert!(said.contains(&expected), "{said}");
    }
}

#[test]
fn a_setting_is_shown_and_cleared() {
    let settings: Builder = Config::builder()
        .disable_request_compression(true)
        .request_min_compression_size_bytes(5);
    let shown =
        "Config { disable_request_compression: true, request_min_compression_size_bytes: 5 }";
    assert_eq!(format!("{:?}", settings.clone().build()), shown);
    let cleared = settings
        .disable_request_compression(None)
        .request_min_compression_size_bytes(None)
        .build();
    assert_eq!(cleared.disable_request_compression(), None);
    assert_eq!(cleared.request_min_compression_size_bytes(), None);
}

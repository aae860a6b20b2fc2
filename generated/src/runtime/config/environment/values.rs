//! What the values of variables become. An error says what was expected.

use crate::runtime::config::retry::RetryMode;
use crate::runtime::config::{AppName, Region};
use crate::runtime::endpoint::{is_valid_host_label, parse_url};

/// What a value becomes, or what was expected in its place.
pub(super) type Parsed<T> = Result<T, String>;

pub(super) fn boolean(text: &str) -> Parsed<bool> {
    if text.eq_ignore_ascii_case("true") {
        Ok(true)
    } else if text.eq_ignore_ascii_case("false") {
        Ok(false)
    } else {
        Err("`true` or `false`".to_owned())
    }
}

pub(super) fn region(text: &str) -> Parsed<Region> {
    if is_valid_host_label(text, false) {
        Ok(Region::new(text.to_owned()))
    } else {
        Err("the code of a region like `us-east-1`: letters, digits and hyphens".to_owned())
    }
}

pub(super) fn endpoint_url(text: &str) -> Parsed<String> {
    match parse_url(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(
            "an http or https URL like `https://service.region.example.com`, without a query"
                .to_owned(),
        ),
    }
}

pub(super) fn retry_mode(text: &str) -> Parsed<RetryMode> {
    text.parse().map_err(|_| {
        if text.trim().eq_ignore_ascii_case("legacy") {
            "`standard` or `adaptive` (the rules of `legacy` differ between AWS's SDKs, and those for Rust have none)"
                .to_owned()
        } else {
            "`standard` or `adaptive`".to_owned()
        }
    })
}

pub(super) fn max_attempts(text: &str) -> Parsed<u32> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!(
            "a whole number from 1 to {} (the first attempt counts)",
            u32::MAX
        )),
    }
}

/// How an account has to do with endpoints, as endpoint rules know it.
pub(super) fn account_id_endpoint_mode(text: &str) -> Parsed<String> {
    let mode = text.trim().to_ascii_lowercase();
    if matches!(mode.as_str(), "preferred" | "disabled" | "required") {
        Ok(mode)
    } else {
        Err("`preferred`, `disabled` or `required`".to_owned())
    }
}

/// An account. It becomes part of a host's name.
pub(super) fn account_id(text: &str) -> Parsed<String> {
    let account_id = text.trim();
    if is_valid_host_label(account_id, false) {
        Ok(account_id.to_owned())
    } else {
        Err("the number of an account like `123456789012`".to_owned())
    }
}

/// From how many bytes on bodies are compressed
/// ([AWS SDKs and Tools, compression](https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html))
#[cfg(feature = "request-compression")]
pub(super) fn min_compression_size(text: &str) -> Parsed<u32> {
    const GREATEST: u32 = 10_485_760;
    match text.parse() {
        Ok(bytes @ 0..=GREATEST) => Ok(bytes),
        _ => Err(format!("a whole number of bytes from 0 to {GREATEST}")),
    }
}

pub(super) fn app_name(text: &str) -> Parsed<AppName> {
    AppName::new(text.to_owned())
        .map_err(|_| "one or more of letters, digits and !#$%&'*+-.^_`|~".to_owned())
}

/// What is to stand in a header as it is.
pub(super) fn visible_ascii(text: &str) -> Parsed<()> {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err("visible ASCII characters without white space".to_owned())
    }
}

//! Signatures, computed anew from what came over the wire (AWS Signature Version 4).

use sha2::{Digest, Sha256};

use crate::server::Request;
use crate::{REGION, SECRET_ACCESS_KEY};

/// The part of the header `authorization` that begins with this word.
pub fn part<'a>(authorization: &'a str, name: &str) -> &'a str {
    let mut parts = authorization.split([' ', ',']);
    let part = parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    part.unwrap_or_default()
}

/// Checks the signature of a request; says what is wrong with it.
pub fn check(request: &Request) -> Result<(), String> {
    let authorization = request.header("authorization");
    let date_time = request.header("x-amz-date");
    let date = date_time.get(..8).ok_or("there is no date")?;
    let signed = part(authorization, "SignedHeaders");
    let (path, query) = request
        .target
        .split_once('?')
        .unwrap_or((&request.target, ""));
    let mut canonical = format!(
        "{}\n{}\n{}\n",
        request.method,
        encoded_again(path),
        sorted(query)
    );
    for name in signed.split(';') {
        canonical.push_str(&format!("{name}:{}\n", request.header(name)));
    }
    canonical.push_str(&format!(
        "\n{signed}\n{}",
        hex(&Sha256::digest(&request.body))
    ));
    let scope = format!("{date}/{REGION}/ivs/aws4_request");
    let hash = hex(&Sha256::digest(canonical.as_bytes()));
    let to_sign = format!("AWS4-HMAC-SHA256\n{date_time}\n{scope}\n{hash}");

    let mut key = format!("AWS4{SECRET_ACCESS_KEY}").into_bytes();
    for text in [date, REGION, "ivs", "aws4_request", &to_sign] {
        key = hmac(&key, text.as_bytes());
    }
    if part(authorization, "Signature") == hex(&key) {
        return Ok(());
    }
    Err(format!(
        "it does not fit the canonical request {canonical:?}"
    ))
}

/// HMAC with SHA-256 (RFC 2104). No key here is longer than a block.
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let padded = |pad: u8| {
        let mut block = [pad; 64];
        for (byte, key) in block.iter_mut().zip(key) {
            *byte ^= key;
        }
        block
    };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(text);
    let outer = Sha256::new().chain_update(padded(0x5c));
    outer.chain_update(inner.finalize()).finalize().to_vec()
}

/// The path is encoded once more, but for its slashes. The paths here have no `.` and no empty segments.
fn encoded_again(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// The parameters in order. They come encoded.
fn sorted(query: &str) -> String {
    let mut parameters: Vec<_> = query.split('&').collect();
    parameters.sort_unstable();
    parameters.join("&")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! Compressing the bodies of requests
//! ([Smithy 2.0, requestCompression](https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait)).

use std::io::{self, Write};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::Request;
use http::header::{CONTENT_ENCODING, HeaderValue};

use super::Gzip;
use super::request_body::{CONTENT_MD5, content_md5};
use crate::runtime::config::Config;
use crate::runtime::error::BoxError;

/// How many bytes a body must have to be compressed, unless the settings say otherwise.
const DEFAULT_MIN_BYTES: u32 = 10_240;

/// Compresses the body, if the operation and the settings say so. An encoding that the caller has named stays, and
/// gzip is added to it; a checksum is made anew.
///
/// # Errors
/// The header with the caller's encodings is no text.
pub(in crate::runtime) fn compress(
    request: &mut Request<Bytes>,
    config: &Config,
) -> Result<(), BoxError> {
    let Some(gzip) = request.extensions_mut().remove::<Gzip>() else {
        return Ok(());
    };
    let min = config
        .request_min_compression_size_bytes()
        .unwrap_or(DEFAULT_MIN_BYTES);
    let size = request.body().len();
    let is_large = gzip == Gzip::Always || u32::try_from(size).map_or(true, |size| size >= min);
    if size == 0 || !is_large || config.disable_request_compression() == Some(true) {
        return Ok(());
    }
    *request.body_mut() = compressed(request.body())?;
    if request.headers().contains_key(CONTENT_MD5) {
        let digest = content_md5(request.body())?;
        request.headers_mut().insert(CONTENT_MD5, digest);
    }
    let headers = request.headers_mut();
    let mut encodings = Vec::new();
    for value in headers.get_all(CONTENT_ENCODING) {
        encodings.extend((!value.is_empty()).then(|| value.to_str()).transpose()?);
    }
    encodings.push("gzip");
    let encodings = HeaderValue::try_from(encodings.join(", "))?;
    headers.insert(CONTENT_ENCODING, encodings);
    Ok(())
}

fn compressed(body: &[u8]) -> io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body)?;
    encoder.finish().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    fn compressed(gzip: Gzip, size: usize, config: &Config, encoding: &str) -> Request<Bytes> {
        let mut request = Request::new(Bytes::from(vec![b'a'; size]));
        request.extensions_mut().insert(gzip);
        let headers = request.headers_mut();
        headers.insert(CONTENT_MD5, HeaderValue::from_static("of the plain body"));
        if !encoding.is_empty() {
            headers.insert(CONTENT_ENCODING, encoding.parse().unwrap());
        }
        compress(&mut request, config).unwrap();
        request
    }

    fn encoding(request: &Request<Bytes>) -> Option<&str> {
        let value = request.headers().get(CONTENT_ENCODING)?;
        value.to_str().ok()
    }

    #[test]
    fn compresses_from_the_minimum_on() {
        let config = Config::default();
        let request = compressed(Gzip::FromMinimum, 10_239, &config, "");
        assert_eq!((encoding(&request), request.body().len()), (None, 10_239));
        let request = compressed(Gzip::FromMinimum, 10_240, &config, "");
        assert_eq!(encoding(&request), Some("gzip"));
        let mut plain = Vec::new();
        GzDecoder::new(&**request.body())
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, vec![b'a'; 10_240]);
        let checksum = content_md5(request.body()).unwrap();
        assert_eq!(request.headers()[CONTENT_MD5], checksum);
    }

    #[test]
    fn the_settings_decide() {
        let min = Config::builder().request_min_compression_size_bytes(3);
        let request = compressed(Gzip::FromMinimum, 3, &min.build(), "custom");
        assert_eq!(encoding(&request), Some("custom, gzip"));
        let off = Config::builder().disable_request_compression(true).build();
        let request = compressed(Gzip::Always, 20_000, &off, "custom");
        assert_eq!(
            (encoding(&request), request.body().len()),
            (Some("custom"), 20_000)
        );
    }

    #[test]
    fn a_stream_is_compressed_unless_it_is_empty() {
        let config = Config::default();
        assert_eq!(
            encoding(&compressed(Gzip::Always, 1, &config, "")),
            Some("gzip")
        );
        assert_eq!(encoding(&compressed(Gzip::Always, 0, &config, "")), None);
    }
}

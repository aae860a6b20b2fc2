//! Functions of host names.

use std::net::Ipv4Addr;

/// The longest label of a host name, in bytes (RFC 1123).
const LABEL_MAX: usize = 63;

/// `isValidHostLabel`: whether the text is a label of a host name (RFC 1123): 1 to 63 ASCII letters,
/// digits and hyphens, of which the first is no hyphen. With `allow_subdomains` it may be several
/// labels with dots between them.
#[must_use]
pub fn is_valid_host_label(text: &str, allow_subdomains: bool) -> bool {
    if allow_subdomains {
        text.split('.').all(is_label)
    } else {
        is_label(text)
    }
}

/// `aws.isVirtualHostableS3Bucket`: whether the text can stand for a bucket in a host name: 3 to 63
/// lowercase ASCII letters, digits and hyphens, with a letter or digit at either end. With
/// `allow_subdomains` it may be several such labels with dots between them, but no IPv4 address.
#[must_use]
pub fn is_virtual_hostable_s3_bucket(text: &str, allow_subdomains: bool) -> bool {
    if allow_subdomains {
        text.split('.').all(is_bucket_label) && text.parse::<Ipv4Addr>().is_err()
    } else {
        is_bucket_label(text)
    }
}

fn is_label(text: &str) -> bool {
    (1..=LABEL_MAX).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_bucket_label(text: &str) -> bool {
    (3..=LABEL_MAX).contains(&text.len())
        && is_label(text)
        && !text.ends_with('-')
        && !text.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_label() {
        for label in ["a", "us-east-1", "3aws4", "A9", "a-", &"a".repeat(63)] {
            assert!(is_valid_host_label(label, false), "{label}");
            assert!(is_valid_host_label(label, true), "{label}");
        }
        for text in ["", "-a", "a b", "a_b", "é", "a/b", &"a".repeat(64)] {
            assert!(!is_valid_host_label(text, false), "{text}");
            assert!(!is_valid_host_label(text, true), "{text}");
        }
    }

    #[test]
    fn knows_several_labels() {
        assert!(is_valid_host_label("part1.part2", true));
        assert!(!is_valid_host_label("part1.part2", false));
        for text in ["part1.", ".part1", "part1..part2", "part1.-part2", "."] {
            assert!(!is_valid_host_label(text, true), "{text}");
        }
    }

    #[test]
    fn knows_a_bucket() {
        for bucket in ["abc", "a-b", "bucket-1", "123"] {
            assert!(is_virtual_hostable_s3_bucket(bucket, false), "{bucket}");
        }
        for text in ["ab", "Abc", "-abc", "abc-", "a_bc", "aaa.bbb", ""] {
            assert!(!is_virtual_hostable_s3_bucket(text, false), "{text}");
        }
        assert!(is_virtual_hostable_s3_bucket("aaa.bbb", true));
        assert!(!is_virtual_hostable_s3_bucket("aaa.b", true));
        assert!(!is_virtual_hostable_s3_bucket("192.168.100.100", true));
    }
}

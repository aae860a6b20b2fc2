//! What `NO_PROXY` lists, as curl reads it.

use std::net::IpAddr;

/// An entry of the list: hosts that are reached without a proxy.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Exempt {
    All,
    /// A domain with all that is below it, in small letters.
    Domain(String),
    /// Addresses that have as many leading bits in common with this one.
    Network(IpAddr, u32),
}

/// The entries of a list: between them are commas, spaces or both.
pub(super) fn list(text: &str) -> Vec<Exempt> {
    let entries = text.split(|c: char| c == ',' || c.is_whitespace());
    entries.filter_map(Exempt::new).collect()
}

/// Whether the list has the host of a URL.
pub(super) fn is_exempt(list: &[Exempt], host: &str) -> bool {
    if list.is_empty() {
        return false;
    }
    let host = host.trim_end_matches('.');
    let address = address(host);
    list.iter().any(|entry| match (entry, address) {
        (Exempt::All, _) => true,
        (Exempt::Network(network, bits), Some(address)) => has(*network, *bits, address),
        // An address has no domain, though it has dots.
        (Exempt::Domain(domain), None) => is_below(host, domain),
        _ => false,
    })
}

impl Exempt {
    fn new(entry: &str) -> Option<Self> {
        if entry == "*" {
            return Some(Self::All);
        }
        let (network, bits) = match entry.split_once('/') {
            Some((network, bits)) => (network, bits.parse().ok()),
            None => (entry, Some(u32::MAX)),
        };
        if let (Some(network), Some(bits)) = (address(network), bits) {
            return Some(Self::Network(network, bits));
        }
        let domain = entry.strip_prefix('*').unwrap_or(entry);
        let domain = domain.trim_matches('.').to_ascii_lowercase();
        (!domain.is_empty()).then_some(Self::Domain(domain))
    }
}

/// The address that a host is; in a URL, one of IPv6 has brackets.
fn address(host: &str) -> Option<IpAddr> {
    let bare = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    bare.unwrap_or(host).parse().ok()
}

fn is_below(host: &str, domain: &str) -> bool {
    let Some(start) = host.len().checked_sub(domain.len()) else {
        return false;
    };
    let end = host.get(start..);
    end.is_some_and(|end| end.eq_ignore_ascii_case(domain))
        && (start == 0 || host.as_bytes().get(start - 1) == Some(&b'.'))
}

/// Whether two addresses have so many leading bits in common.
fn has(network: IpAddr, bits: u32, address: IpAddr) -> bool {
    let common = match (network, address) {
        (IpAddr::V4(network), IpAddr::V4(address)) => {
            (network.to_bits() ^ address.to_bits()).leading_zeros()
        }
        (IpAddr::V6(network), IpAddr::V6(address)) => {
            (network.to_bits() ^ address.to_bits()).leading_zeros()
        }
        _ => return false,
    };
    let all = if network.is_ipv4() {
        u32::BITS
    } else {
        u128::BITS
    };
    common >= bits.min(all)
}

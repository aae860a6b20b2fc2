//! Amazon Resource Names.

/// An ARN, `arn:aws:ivs:us-west-2:123456789012:stage/abcd`, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// The partition, `aws`.
    pub partition: &'a str,
    /// The service, `ivs`.
    pub service: &'a str,
    /// The region; empty for a resource that belongs to none.
    pub region: &'a str,
    /// The account; empty for a resource that belongs to none.
    pub account_id: &'a str,
    /// The rest, split at each `:` and `/`.
    pub resource_id: Vec<&'a str>,
}

/// `aws.parseArn`: `None` if the text does not start with `arn:` and five more parts, of which
/// partition, service and the resource are not empty.
#[must_use]
pub fn parse_arn(text: &str) -> Option<Arn<'_>> {
    let mut parts = text.splitn(6, ':');
    if parts.next()? != "arn" {
        return None;
    }
    let (partition, service) = (parts.next()?, parts.next()?);
    let (region, account_id, resource) = (parts.next()?, parts.next()?, parts.next()?);
    if partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    Some(Arn {
        partition,
        service,
        region,
        account_id,
        resource_id: resource.split([':', '/']).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_an_arn_apart() {
        let arn = parse_arn("arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0:x").unwrap();
        assert_eq!((arn.partition, arn.service), ("aws", "ec2"));
        assert_eq!((arn.region, arn.account_id), ("us-east-1", "012345678910"));
        assert_eq!(arn.resource_id, ["vpc", "vpc-0", "x"]);
    }

    #[test]
    fn region_and_account_may_be_empty() {
        let arn = parse_arn("arn:aws:s3:::bucket_name").unwrap();
        assert_eq!((arn.region, arn.account_id), ("", ""));
        assert_eq!(arn.resource_id, ["bucket_name"]);
    }

    #[test]
    fn refuses_what_is_no_arn() {
        for text in [
            "",
            "11111111-2222-3333-4444-555555555555",
            "arn:aws:s3:::",
            "arn::s3:::x",
            "arn:aws::::x",
            "arn:aws:s3:a:b",
            "urn:aws:s3:::x",
        ] {
            assert_eq!(parse_arn(text), None, "{text}");
        }
    }
}

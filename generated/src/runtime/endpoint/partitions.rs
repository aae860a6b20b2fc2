//! The partitions of AWS, and which of them a region is in.

use std::cell::Cell;
use std::sync::LazyLock;

/// A partition: a group of regions under one DNS suffix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Its name, `aws`.
    pub name: &'static str,
    /// The suffix of its host names.
    pub dns_suffix: &'static str,
    /// The suffix of its host names that also have IPv6 addresses.
    pub dual_stack_dns_suffix: &'static str,
    /// Whether it has endpoints that comply with FIPS.
    pub supports_fips: bool,
    /// Whether it has endpoints that also have IPv6 addresses.
    pub supports_dual_stack: bool,
    /// The region that services without regions are signed for.
    pub implicit_global_region: &'static str,
    /// What the names of its regions start with; `-<word>-<number>` follows.
    prefixes: &'static [&'static str],
    /// The regions known by name.
    regions: &'static [&'static str],
}

/// `aws.partition`: the partition of a region.
///
/// It is the one that lists the region, else the first whose pattern the name fits, else `aws`: a
/// region younger than this table is most likely there. So there always is one.
#[must_use]
pub fn partition(region: &str) -> Option<&'static Partition> {
    let partitions = if USE_FORMER.get() {
        &*FORMER
    } else {
        &PARTITIONS
    };
    partitions
        .iter()
        .find(|partition| partition.regions.contains(&region))
        .or_else(|| partitions.iter().find(|partition| partition.fits(region)))
        .or(partitions.first())
}

thread_local! {
    /// Whether this thread looks regions up in the former table.
    static USE_FORMER: Cell<bool> = const { Cell::new(false) };
}

/// The table as it was until 2025: the isolated partitions and the sovereign one of Europe had no dual-stack endpoints.
static FORMER: LazyLock<[Partition; 8]> = LazyLock::new(|| {
    PARTITIONS.clone().map(|partition| Partition {
        supports_dual_stack: partition.name != "aws-eusc" && !partition.name.starts_with("aws-iso"),
        ..partition
    })
});

/// Runs something with the table of partitions as it was until 2025, when the isolated partitions and the sovereign one
/// of Europe had no dual-stack endpoints: models of that time have test cases which expect that.
///
/// It is for emitted tests alone. They call it from other crates too, and have no feature to ask for: that is why it is
/// always there.
#[doc(hidden)]
pub fn with_former_partitions<T>(run: impl FnOnce() -> T) -> T {
    /// Puts back what was there, even if a test fails meanwhile: the next one may run on the same thread.
    struct Restore(bool);

    impl Drop for Restore {
        fn drop(&mut self) {
            USE_FORMER.set(self.0);
        }
    }

    let _restore = Restore(USE_FORMER.replace(true));
    run()
}

impl Partition {
    /// Whether the name is one of the partition's prefixes, a word and a number, with hyphens between.
    fn fits(&self, region: &str) -> bool {
        self.prefixes.iter().any(|prefix| {
            region
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_prefix('-'))
                .and_then(|rest| rest.split_once('-'))
                .is_some_and(|(word, number)| is_word(word) && is_number(number))
        })
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Every partition; `aws`, the one an unknown region is taken to be in, comes first.
static PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-east-1",
        prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
        #[rustfmt::skip]
        regions: &[
            "aws-global",
            "af-south-1",
            "ap-east-1", "ap-east-2",
            "ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
            "ap-south-1", "ap-south-2",
            "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4",
            "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
            "ca-central-1", "ca-west-1",
            "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2",
            "eu-west-1", "eu-west-2", "eu-west-3",
            "il-central-1",
            "me-central-1", "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1", "us-east-2", "us-west-1", "us-west-2",
        ],
    },
    Partition {
        name: "aws-cn",
        dns_suffix: "amazonaws.com.cn",
        dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "cn-northwest-1",
        prefixes: &["cn"],
        regions: &["aws-cn-global", "cn-north-1", "cn-northwest-1"],
    },
    Partition {
        name: "aws-us-gov",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-gov-west-1",
        prefixes: &["us-gov"],
        regions: &["aws-us-gov-global", "us-gov-east-1", "us-gov-west-1"],
    },
    Partition {
        name: "aws-iso",
        dns_suffix: "c2s.ic.gov",
        dual_stack_dns_suffix: "api.aws.ic.gov",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-iso-east-1",
        prefixes: &["us-iso"],
        regions: &["aws-iso-global", "us-iso-east-1", "us-iso-west-1"],
    },
    Partition {
        name: "aws-iso-b",
        dns_suffix: "sc2s.sgov.gov",
        dual_stack_dns_suffix: "api.aws.scloud",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-isob-east-1",
        prefixes: &["us-isob"],
        regions: &["aws-iso-b-global", "us-isob-east-1"],
    },
    Partition {
        name: "aws-iso-e",
        dns_suffix: "cloud.adc-e.uk",
        dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "eu-isoe-west-1",
        prefixes: &["eu-isoe"],
        regions: &[],
    },
    Partition {
        name: "aws-iso-f",
        dns_suffix: "csp.hci.ic.gov",
        dual_stack_dns_suffix: "api.aws.hci.ic.gov",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "us-isof-south-1",
        prefixes: &["us-isof"],
        regions: &["aws-iso-f-global", "us-isof-east-1", "us-isof-south-1"],
    },
    Partition {
        name: "aws-eusc",
        dns_suffix: "amazonaws.eu",
        dual_stack_dns_suffix: "api.amazonwebservices.eu",
        supports_fips: true,
        supports_dual_stack: true,
        implicit_global_region: "eusc-de-east-1",
        prefixes: &["eusc-de"],
        regions: &["eusc-de-east-1"],
    },
];

#[cfg(test)]
mod tests;

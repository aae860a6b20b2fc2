use std::io::Write as _;
use std::path::Path;

use super::*;

fn name(region: &str) -> &'static str {
    partition(region).unwrap().name
}

#[test]
fn a_pattern_decides_for_a_region_unknown_by_name() {
    for (region, expected) in [
        ("us-west-9", "aws"),
        ("mx-north-12", "aws"),
        ("us-gov-north-1", "aws-us-gov"),
        ("cn-south-1", "aws-cn"),
        ("us-iso-north-1", "aws-iso"),
        ("us-isob-west-1", "aws-iso-b"),
        ("eu-isoe-west-1", "aws-iso-e"),
        ("us-isof-west-1", "aws-iso-f"),
        ("eusc-de-west-1", "aws-eusc"),
    ] {
        assert_eq!(name(region), expected, "{region}");
    }
}

#[test]
fn what_fits_no_pattern_is_taken_to_be_in_aws() {
    for region in [
        "",
        "mars",
        "cn-",
        "cn-north",
        "cn-north-",
        "cn-north-1x",
        "cn--1",
        "eusc-fr-east-1",
    ] {
        assert_eq!(name(region), "aws", "{region}");
    }
}

/// Compares the table with the data that official clients share, where it is at hand.
#[test]
fn agrees_with_the_official_data() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/conformance/endpoint-rules/partitions.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {} is not there",
            path.display()
        );
        return;
    };
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let partitions = document["partitions"].as_array().unwrap();
    assert_eq!(partitions.len(), PARTITIONS.len());
    for expected in partitions {
        let outputs = &expected["outputs"];
        let global = outputs["implicitGlobalRegion"].as_str().unwrap();
        let found = partition(global).unwrap();
        assert_eq!(found.name, expected["id"]);
        assert_eq!(found.name, outputs["name"]);
        assert_eq!(found.dns_suffix, outputs["dnsSuffix"]);
        assert_eq!(found.dual_stack_dns_suffix, outputs["dualStackDnsSuffix"]);
        assert_eq!(found.supports_fips, outputs["supportsFIPS"]);
        assert_eq!(found.supports_dual_stack, outputs["supportsDualStack"]);
        assert_eq!(found.implicit_global_region, global);
        let regions = expected["regions"].as_object().unwrap();
        assert_eq!(found.regions.len(), regions.len(), "{}", found.name);
        for region in regions.keys() {
            assert_eq!(partition(region), Some(found), "{region}");
        }
    }
}

#[test]
fn some_partitions_had_no_dual_stack_endpoints_once() {
    for (region, had) in [
        ("us-east-1", true),
        ("cn-north-1", true),
        ("us-gov-west-1", true),
        ("us-iso-east-1", false),
        ("us-isob-east-1", false),
        ("eu-isoe-west-1", false),
        ("us-isof-south-1", false),
        ("eusc-de-east-1", false),
    ] {
        let has = |region| partition(region).unwrap().supports_dual_stack;
        assert_eq!(with_former_partitions(|| has(region)), had, "{region}");
        assert!(has(region), "{region}");
    }
}

#[test]
fn a_test_that_fails_leaves_the_table_as_it_was() {
    let fails = || with_former_partitions(|| std::panic::resume_unwind(Box::new("failed")));
    let failed: Result<(), _> = std::panic::catch_unwind(fails);
    assert!(failed.is_err());
    assert!(partition("us-iso-east-1").unwrap().supports_dual_stack);
}

//! Tags: the three operations whose URI has a label.

use ivs_realtime::error::BuildError;
use ivs_realtime::operation::list_tags_for_resource::{
    ListTagsForResourceInput, ListTagsForResourceOutput,
};
use ivs_realtime::operation::tag_resource::{TagResourceInput, TagResourceOutput};
use ivs_realtime::operation::untag_resource::{UntagResourceInput, UntagResourceOutput};
use ivs_realtime::runtime::Operation;

use crate::check::{lacks, output, reads, reads_nothing, request, sends, sends_all, sends_no_body};

const ARN: &str = "arn:aws:ivs:us-west-2:123456789012:stage/AbCdEf";
const PATH: &str = "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Astage%2FAbCdEf";

/// The input becomes no request, because there is nothing to put into the path.
fn lacks_label<I: Operation>(input: Result<I, BuildError>) {
    assert_eq!(
        input.unwrap().request().unwrap_err().to_string(),
        "resource_arn was missing: it is part of the URI and cannot be unset or empty"
    );
}

/// The URI does not name these operations.
#[test]
fn names() {
    assert_eq!(TagResourceInput::NAME, "TagResource");
    assert_eq!(UntagResourceInput::NAME, "UntagResource");
    assert_eq!(ListTagsForResourceInput::NAME, "ListTagsForResource");
}

#[test]
fn tag_resource() {
    let input = TagResourceInput::builder()
        .resource_arn(ARN)
        .tags("b c", "d&e")
        .tags("a", "")
        .tags("é", "1");
    sends_all(
        &format!("POST {PATH}"),
        input.build(),
        r#"{"tags":{"a":"","b c":"d&e","é":"1"}}"#,
    );
    let input = TagResourceInput::builder().set_tags(Some([].into()));
    sends(
        &format!("POST {PATH}"),
        input.clone().resource_arn(ARN).build(),
        r#"{"tags":{}}"#,
    );
    lacks_label(input.clone().build());
    lacks_label(input.resource_arn("").build());
    lacks(
        TagResourceInput::builder().resource_arn(ARN).build(),
        "tags",
    );
    reads_nothing::<TagResourceInput>(TagResourceOutput::builder().build());
}

#[test]
fn untag_resource() {
    let input = UntagResourceInput::builder().resource_arn(ARN);
    let all = input.clone().tag_keys("a b").tag_keys("c&d").tag_keys("");
    sends_no_body(
        &format!("DELETE {PATH}?tagKeys=a%20b&tagKeys=c%26d&tagKeys="),
        all.build(),
    );
    let encoded = input.clone().tag_keys("é/:+~=?#%");
    sends_no_body(
        &format!("DELETE {PATH}?tagKeys=%C3%A9%2F%3A%2B~%3D%3F%23%25"),
        encoded.build(),
    );
    // In the order in which they were added, and as often.
    let order = input.clone().tag_keys("b").tag_keys("a").tag_keys("b");
    sends_no_body(
        &format!("DELETE {PATH}?tagKeys=b&tagKeys=a&tagKeys=b"),
        order.build(),
    );
    let fewest = input.clone().set_tag_keys(Some(vec![]));
    sends_no_body(&format!("DELETE {PATH}"), fewest.build());
    lacks(input.build(), "tag_keys");
    let input = UntagResourceInput::builder().tag_keys("a");
    lacks_label(input.clone().build());
    lacks_label(input.resource_arn("").build());
    reads_nothing::<UntagResourceInput>(UntagResourceOutput::builder().build());
}

#[test]
fn list_tags_for_resource() {
    let input = ListTagsForResourceInput::builder();
    sends_no_body(
        &format!("GET {PATH}"),
        input.clone().resource_arn(ARN).build(),
    );
    lacks_label(input.clone().build());
    lacks_label(input.resource_arn("").build());

    let tags = ListTagsForResourceOutput::builder()
        .tags("team", "video")
        .tags("", "")
        .tags("é", "\u{1f639}");
    let mut tags = tags.build().unwrap();
    reads::<ListTagsForResourceInput>(
        r#"{"tags": {"team": "video", "": "", "\u00e9": "\ud83d\ude39"}}"#,
        tags.clone(),
    );
    tags.tags.clear();
    reads_nothing::<ListTagsForResourceInput>(tags);
    let output = output::<ListTagsForResourceInput>(&[], r#"{"tags":{"a":null,"b":"1"}}"#);
    assert_eq!(output.tags(), &[("b".to_owned(), "1".to_owned())].into());
}

#[test]
fn a_label_is_encoded_byte_by_byte() {
    for (arn, path) in [
        ("a b", "a%20b"),
        ("é", "%C3%A9"),
        ("a+b", "a%2Bb"),
        ("~-._", "~-._"),
        ("..", ".."),
        ("a?b#c", "a%3Fb%23c"),
        ("%2F", "%252F"),
        ("{x}", "%7Bx%7D"),
        ("\u{1f639}\r\n", "%F0%9F%98%B9%0D%0A"),
    ] {
        let input = ListTagsForResourceInput::builder().resource_arn(arn);
        let (line, _, _) = request(input.build());
        assert_eq!(line, format!("GET /tags/{path}"));
    }
}

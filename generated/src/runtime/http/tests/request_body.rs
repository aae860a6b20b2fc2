use aws_smithy_types::{Blob, Document};

use super::*;
use crate::runtime::json::{ObjectWriter, WriteStructure};

struct Greeting(&'static str);

impl WriteStructure for Greeting {
    fn write_members(&self, object: &mut ObjectWriter<'_>) {
        object.string("greeting", Some(self.0));
    }
}

#[test]
fn bodies_have_their_content_types() {
    // RestJsonHttpWithEmptyBody, RestJsonHttpPayloadTraitsWithBlob, RestJsonHttpPayloadWithUnsetUnion,
    // RestJsonHttpWithEmptyStructurePayload, RestJsonEnumPayloadRequest, DocumentTypeAsPayloadInputString
    type Add = fn(&mut RequestBuilder);
    let cases: [(Add, &str, Option<&str>); 12] = [
        (|r| r.json_body(|_| {}), "{}", Some("application/json")),
        (
            |r| r.json_body(|object| object.integer("a", Some(1))),
            r#"{"a":1}"#,
            Some("application/json"),
        ),
        (
            |r| r.structure_payload(Some(&Greeting("hi"))),
            r#"{"greeting":"hi"}"#,
            Some("application/json"),
        ),
        (
            |r| r.structure_payload(None::<&Greeting>),
            "{}",
            Some("application/json"),
        ),
        (
            |r| r.union_payload(Some(&Greeting("hi"))),
            r#"{"greeting":"hi"}"#,
            Some("application/json"),
        ),
        (|r| r.union_payload(None::<&Greeting>), "", None),
        (
            |r| r.document_payload(Some(&Document::String("hello".into()))),
            "\"hello\"",
            Some("application/json"),
        ),
        (|r| r.document_payload(None), "", None),
        (
            |r| r.blob_payload(Some(&Blob::new("blob")), content_type::OCTET_STREAM),
            "blob",
            Some("application/octet-stream"),
        ),
        (
            |r| r.blob_payload(None, content_type::OCTET_STREAM),
            "",
            None,
        ),
        (
            |r| r.string_payload(Some("raw"), content_type::TEXT),
            "raw",
            Some("text/plain"),
        ),
        (
            |r| r.string_payload(None::<&String>, content_type::TEXT),
            "",
            None,
        ),
    ];
    for (index, (add, body, content_type)) in cases.into_iter().enumerate() {
        let request = build(|request| {
            add(request);
            Ok(())
        });
        assert_eq!(request.body(), body, "{index}");
        assert_eq!(header(&request, "content-type"), content_type, "{index}");
    }
}

#[test]
fn a_bound_content_type_wins() {
    // RestJsonTestPayloadBlob
    let request = build(|request| {
        request.blob_payload(Some(&Blob::new("1234")), content_type::OCTET_STREAM);
        request.header("Content-Type", Some("image/jpg"), text::string)
    });
    assert_eq!(header(&request, "content-type"), Some("image/jpg"));
    assert_eq!(request.headers().len(), 1);
}

#[test]
fn content_md5_is_the_base64_of_the_digest() {
    let request = build(|request| {
        request.json_body(|_| {});
        request.content_md5()
    });
    assert_eq!(
        header(&request, "content-md5"),
        Some("mZFLkyvTelC5g8XnyQrpOw==")
    );
}

//! What is not known.

use serde_json::json;

use super::fault;

#[test]
fn what_is_not_known_is_a_fault_with_its_place() {
    for (more, expected) in [
        (
            json!({ "metadata": { "protocol": "query" } }),
            "found the protocol `query`, expected `rest-json`",
        ),
        (
            json!({ "metadata": { "color": "red" } }),
            "found the property `color`",
        ),
        (
            json!({ "metadata": { "signatureVersion": "v2" } }),
            "found the signature version `v2`",
        ),
        (
            json!({ "operations": { "Do": { "color": "red" } } }),
            "shape: com.amazonaws.finethings#Do",
        ),
        (
            json!({ "shapes": { "In": { "color": "red" } } }),
            "shape: com.amazonaws.finethings#In",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "S", "color": 1 } } } } }),
            "shape: com.amazonaws.finethings#In$m",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "Gone" } } } } }),
            "found `com.amazonaws.finethings#Gone`",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "S", "location": "moon" } } } } }),
            "found the location `moon`",
        ),
        (
            json!({ "shapes": { "In": { "required": ["gone"] } } }),
            "found `gone` as required",
        ),
        (
            json!({ "shapes": { "S": { "type": "rope" } } }),
            "found the type `rope`",
        ),
        (
            json!({ "shapes": { "S": { "pattern": 1 } } }),
            "found a number in `pattern`, expected a string",
        ),
        (
            json!({ "operations": { "Do": { "authtype": "spell" } } }),
            "found the authentication type `spell`",
        ),
        (
            json!({ "shapes": { "MyFineThings": { "type": "string" } } }),
            "of the same id",
        ),
        (
            json!({ "shapes": 1 }),
            "found a number in `shapes`, expected an object",
        ),
    ] {
        let fault = fault(more.clone());
        assert!(
            fault.contains(expected) && fault.contains("service-2.json"),
            "{more}: {fault}"
        );
    }
}

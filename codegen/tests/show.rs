//! What `show` says of the shapes of a small model.

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::show::{Options, Shown, show};

const MODEL: &str = r##"{"smithy": "2.0", "shapes": {
  "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#ListDoors"}],
    "traits": {"aws.protocols#restJson1": {}}},
  "a#ListDoors": {"type": "operation", "input": {"target": "a#Query"}, "output": {"target": "a#Page"},
    "errors": [{"target": "a#Closed"}],
    "traits": {"smithy.api#http": {"method": "POST", "uri": "/doors"}, "a#mine": "x"}},
  "a#Query": {"type": "structure", "members": {
    "nextToken": {"target": "smithy.api#String"},
    "color": {"target": "a#Color"}}},
  "a#Page": {"type": "structure", "members": {
    "nextToken": {"target": "smithy.api#String"},
    "doors": {"target": "a#Doors"}}},
  "a#Doors": {"type": "list", "member": {"target": "a#Door"}},
  "a#Door": {"type": "structure", "mixins": [{"target": "a#Sized"}], "members": {
    "color": {"target": "a#Color", "traits": {"smithy.api#required": {}}},
    "handle": {"target": "a#Handle"},
    "behind": {"target": "a#Door"},
    "tags": {"target": "a#Tags"}}},
  "a#Sized": {"type": "structure", "members": {
    "widthInMm": {"target": "smithy.api#Integer", "traits": {"smithy.api#range": {"min": 1}}}},
    "traits": {"smithy.api#mixin": {}}},
  "a#Handle": {"type": "union", "members": {"none": {"target": "smithy.api#Unit"}, "knob": {"target": "a#Color"}}},
  "a#Tags": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
  "a#Color": {"type": "enum", "members": {
    "DARK_RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "dark-red"}}}},
  "a#Closed": {"type": "structure", "members": {"until": {"target": "smithy.api#Timestamp"}},
    "traits": {"smithy.api#error": "client"}},
  "a#mine": {"type": "string", "traits": {"smithy.api#trait": {}}},
  "b#Door": {"type": "string"}
}}"##;

const APPLIED: &str = r##"{"smithy": "2.0", "shapes": {
  "a#ListDoors": {"type": "apply", "traits": {
    "smithy.waiters#waitable": {"DoorExists": {"acceptors": [{"state": "success", "matcher": {"output": {
      "path": "doors[].color", "comparator": "anyStringEquals", "expected": "dark-red"}}}]}},
    "smithy.api#paginated": {"inputToken": "nextToken", "outputToken": "nextToken", "items": "doors"}}},
  "a#Door$widthInMm": {"type": "apply", "traits": {
    "smithy.api#documentation": "Its width, in millimetres, measured where it is widest, with the frame and whatever is nailed to the frame, which is a lot in this house and in the next."}}
}}"##;

fn shown(name: &str) -> Result<Shown, String> {
    let sources = [("model.json", MODEL), ("applied.json", APPLIED)].map(|(name, text)| Source {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    show(&sources, &Options::default(), name).map_err(|faults| faults.to_string())
}

fn text(name: &str) -> String {
    shown(name)
        .unwrap_or_else(|faults| panic!("{faults}"))
        .to_string()
}

#[test]
fn an_operation() {
    insta::assert_snapshot!(text("ListDoors"));
}

#[test]
fn a_structure() {
    insta::assert_snapshot!(text("a#Door"));
}

#[test]
fn an_enum() {
    insta::assert_snapshot!(text("Color"));
}

#[test]
fn a_union() {
    insta::assert_snapshot!(text("Handle"));
}

#[test]
fn a_member_of_a_mixin() {
    insta::assert_snapshot!(text("Door$widthInMm"));
}

#[test]
fn a_list_is_no_item() {
    insta::assert_snapshot!(text("Doors"));
}

#[test]
fn the_service_and_an_error() {
    insta::assert_snapshot!(format!("{}\n{}", text("Shop"), text("Closed")));
}

#[test]
fn goes_by_many_names() {
    for (name, id) in [
        ("a#ListDoors", "a#ListDoors"),
        ("list_doors", "a#ListDoors"),
        ("Client::list_doors", "a#ListDoors"),
        ("ListDoorsPaginator", "a#ListDoors"),
        ("ListDoorsInput", "a#Query"),
        ("ListDoorsError", "a#ListDoors"),
        ("operation::list_doors::ListDoorsOutput", "a#Page"),
        ("doors::types::Door", "a#Door"),
        ("Door", "a#Door"),
        ("b#Door", "b#Door"),
        ("a#Door$widthInMm", "a#Door$widthInMm"),
        ("Door$width_in_mm", "a#Door$widthInMm"),
        ("Door.widthInMm", "a#Door$widthInMm"),
        ("Door::width_in_mm", "a#Door$widthInMm"),
        ("types::error::Closed::until", "a#Closed$until"),
        ("Color::DarkRed", "a#Color$DARK_RED"),
        ("Handle::Knob", "a#Handle$knob"),
        ("ListDoorsInput$next_token", "a#Query$nextToken"),
    ] {
        assert_eq!(
            shown(name).map(|shown| shown.id.to_string()),
            Ok(id.to_owned()),
            "{name}"
        );
    }
}

#[test]
fn suggests_what_is_near() {
    let faults = [
        "Dor",
        "a#Colour",
        "lst_doors",
        "Door$heigt",
        "Door$handel",
        "Doors$handle",
        "Xyzzy",
        "",
    ]
    .map(|name| shown(name).err().unwrap_or_default());
    insta::assert_snapshot!(faults.join("\n\n"));
}

//! Generates `ivs`: a client of the operations that this crate calls, and of nothing else.

use ivs_realtime_codegen::Generator;

fn main() {
    Generator::new("../../../model/ivs-realtime.json")
        .model("../../../model/documentation.json")
        .customizations("../../../model/customizations.json")
        .operations(["CreateParticipantToken", "CreateStage", "ListStages"])
        .file("ivs.rs")
        .run();
}

//! Generates `chat` from the model that `IVS_CHAT_MODEL` names: the path of a file, Smithy's JSON AST or AWS's own
//! `service-2.json`.

use ivs_realtime_codegen::Generator;

fn main() {
    println!("cargo::rerun-if-env-changed=IVS_CHAT_MODEL");
    match std::env::var_os("IVS_CHAT_MODEL") {
        // A tree of modules, for a change: a file for each operation and type.
        Some(model) => Generator::new(model).tree("chat").run(),
        None => println!("cargo::error=IVS_CHAT_MODEL is not set: it names the file of the model"),
    }
}

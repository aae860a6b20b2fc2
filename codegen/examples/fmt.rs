//! Scratch.
use std::io::Read;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("in");
    let tokens: proc_macro2::TokenStream = text.parse().expect("tokens");
    match ivs_realtime_codegen::format::format_page(tokens) {
        Ok(text) => print!("{text}"),
        Err(e) => println!("ERR {e}"),
    }
}

//! One call through our client, with its default features.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let client = ivs_realtime::Client::from_env()?;
    let output = runtime.block_on(client.list_stages().send())?;
    println!("{} stages", output.stages().len());
    Ok(())
}

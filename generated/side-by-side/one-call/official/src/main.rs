//! One call through the official client, with its default features.

use std::error::Error;

use aws_config::BehaviorVersion;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let output = runtime.block_on(async {
        let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
        let client = aws_sdk_ivsrealtime::Client::new(&config);
        client.list_stages().send().await
    })?;
    println!("{} stages", output.stages().len());
    Ok(())
}

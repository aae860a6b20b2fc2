//! Lists the rooms of a service that is played by a rule.
//!
//! ```console
//! $ IVS_CHAT_MODEL=/path/to/ivschat.json cargo run
//! room lobby
//! ```

use std::error::Error;

use ivs_chat::chat::Client;
use ivs_chat::chat::operation::list_rooms::{ListRoomsInput, ListRoomsOutput};
use ivs_chat::chat::types::RoomSummary;
use ivs_realtime::test_util::{self, rule};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let room = RoomSummary::builder().name("lobby").build();
    let listed = rule::<ListRoomsInput>().output(ListRoomsOutput::builder().rooms(room).build()?);
    // Against AWS: `Client::from_env()?`.
    let client = Client::from_conf(test_util::config().rules(&listed).build());

    for room in client.list_rooms().send().await?.rooms() {
        println!("room {}", room.name().unwrap_or("without a name"));
    }
    Ok(())
}

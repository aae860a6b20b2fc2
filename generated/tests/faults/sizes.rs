//! What a call takes on the stack and in a task.

use ivs_realtime::error::SdkError;
use ivs_realtime::operation::create_stage::CreateStageError;

use crate::setup::client;

#[test]
fn the_future_of_a_call_is_small() {
    let client = client("http://127.0.0.1:1");
    let plain = client.create_stage().send();
    let customized = client.create_stage().customize().send();
    for size in [size_of_val(&plain), size_of_val(&customized)] {
        assert!(size <= 1_024, "{size}");
    }
}

#[test]
fn an_error_is_small() {
    let size = size_of::<SdkError<CreateStageError>>();
    assert!(size <= 128, "{size}");
}

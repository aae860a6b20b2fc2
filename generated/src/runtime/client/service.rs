//! What the runtime knows of a service.

use crate::runtime::Operation;
use crate::runtime::config::Config;
use crate::runtime::endpoint::{ContextParams, Endpoint, EndpointError};

/// What the runtime has to know of a service to call it. A generated crate has one, as a constant.
#[derive(Debug)]
pub struct Service {
    /// The service's name among AWS's SDKs: `IVS RealTime`.
    pub sdk_id: &'static str,

    /// The name that signatures are made for, `ivs`; `None` if requests are not signed.
    pub signing_name: Option<&'static str>,

    /// The version of the generated crate.
    pub crate_version: &'static str,

    /// Whether the endpoint rules ask whose credentials a call is made with.
    pub needs_account_id: bool,

    /// Asks the service's endpoint rules, with the settings of a client and what goes before them.
    pub endpoint: fn(&Config, &ContextParams) -> Result<Endpoint, EndpointError>,
}

impl Service {
    /// The endpoint of calls that say this to the endpoint rules. It goes before what the settings say.
    ///
    /// # Errors
    ///
    /// The rules have no endpoint for it.
    pub fn endpoint(
        &self,
        config: &Config,
        params: ContextParams,
    ) -> Result<Endpoint, EndpointError> {
        (self.endpoint)(config, &params.or(config.context_params()))
    }

    /// The endpoint that a call with this input goes to.
    ///
    /// # Errors
    ///
    /// The rules have no endpoint for it, or the input lacks what they need.
    pub fn endpoint_of<O: Operation>(
        &self,
        config: &Config,
        input: &O,
    ) -> Result<Endpoint, EndpointError> {
        let params = input.context_params();
        let params = params.map_err(|error| EndpointError::new(error.to_string()))?;
        self.endpoint(config, params)
    }

    /// The name as it stands in user agents and retry partitions: `ivsrealtime`.
    #[must_use]
    pub fn id(&self) -> String {
        self.sdk_id.replace(' ', "").to_ascii_lowercase()
    }

    /// The variable of the environment with an endpoint of this service: `AWS_ENDPOINT_URL_IVS_REALTIME`.
    #[must_use]
    pub fn endpoint_variable(&self) -> String {
        let name = self.sdk_id.replace([' ', '-'], "_").to_ascii_uppercase();
        format!("AWS_ENDPOINT_URL_{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_stands_in_user_agents_and_variables() {
        for (sdk_id, id, variable) in [
            (
                "IVS RealTime",
                "ivsrealtime",
                "AWS_ENDPOINT_URL_IVS_REALTIME",
            ),
            ("ivs-chat 2", "ivs-chat2", "AWS_ENDPOINT_URL_IVS_CHAT_2"),
        ] {
            let service = Service {
                sdk_id,
                signing_name: None,
                crate_version: "1.2.3",
                needs_account_id: false,
                endpoint: |_, _| Err(EndpointError::no_rule_matched()),
            };
            assert_eq!(service.id(), id);
            assert_eq!(service.endpoint_variable(), variable);
        }
    }
}

//! What the traits of a model say, as far as samples need it.

use serde_json::Value;

use crate::model::Model;

/// What a model says of a member.
pub struct Facts<'a>(&'a Value);

impl<'a> Facts<'a> {
    /// Of this member of a structure.
    pub fn of(model: &'a Model, id: &str, member: &str) -> Self {
        Self(&model.shape(id)["members"][member]["traits"])
    }

    /// Whether it has to be set.
    pub fn is_required(&self) -> bool {
        self.has("required")
    }

    /// Whether it travels in the path.
    pub fn is_label(&self) -> bool {
        self.has("httpLabel")
    }

    /// Whether it travels in the body.
    pub fn is_in_body(&self) -> bool {
        !self.is_label() && !self.has("httpQuery") && self.header().is_none()
    }

    /// The header that it travels in, if it does.
    pub fn header(&self) -> Option<&'a str> {
        self.0["smithy.api#httpHeader"].as_str()
    }

    fn has(&self, name: &str) -> bool {
        !self.0[format!("smithy.api#{name}")].is_null()
    }
}

/// The last value of an enumeration.
pub fn last_value<'a>(model: &'a Model, id: &str) -> Option<&'a str> {
    let members = model.shape(id)["members"].as_object()?;
    let last = members.values().next_back()?;
    last["traits"]["smithy.api#enumValue"].as_str()
}

/// The status that an error comes with.
pub fn status(model: &Model, id: &str) -> u16 {
    let status = &model.shape(id)["traits"]["smithy.api#httpError"];
    let status = status.as_u64().and_then(|status| status.try_into().ok());
    status.unwrap_or(400)
}

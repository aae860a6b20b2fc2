//! What a request or an answer with certain values is on the wire.

use ivs_realtime_codegen::internals::ir::{
    Binding, Field, Operation, RequestBody, Response, Structure, TimestampFormat, Type, UriPart,
};
use serde_json::{Map, Value};

use super::values::text;

/// The parts of a message.
#[derive(Default)]
pub(super) struct Message {
    pub(super) path: String,
    pub(super) slashes: usize,
    pub(super) query: Vec<(String, String)>,
    pub(super) host_prefix: Option<String>,
    headers: Vec<(String, Header)>,
    body: Body,
}

enum Header {
    Text(String),
    List(Vec<String>),
}

#[derive(Default)]
enum Body {
    #[default]
    Empty,
    Json(Value),
    Bytes(Vec<u8>),
}

impl Message {
    /// The request of an operation whose input has these values, one for each member.
    pub(super) fn of_request(operation: &Operation, values: &[Value]) -> Self {
        let mut message = Self::default();
        for part in &operation.request.path {
            let (text, slashes) = match part {
                UriPart::Literal(text) => (text.clone(), text.matches('/').count()),
                UriPart::Label(index) => (text(&values[*index]), 0),
                UriPart::GreedyLabel(index) => {
                    let text = text(&values[*index]);
                    let slashes = text.matches('/').count();
                    (text, slashes)
                }
            };
            message.path.push_str(&text);
            message.slashes += slashes;
        }
        let prefix = operation.request.host_prefix.iter().map(|part| match part {
            UriPart::Literal(text) => text.clone(),
            UriPart::Label(index) | UriPart::GreedyLabel(index) => text(&values[*index]),
        });
        let prefix: String = prefix.collect();
        message.host_prefix = Some(prefix).filter(|prefix| !prefix.is_empty());
        for (name, value) in &operation.request.query {
            message
                .query
                .push((name.clone(), value.clone().unwrap_or_default()));
        }
        message.bind(&operation.input.fields, values);
        match operation.request.body {
            RequestBody::None => {}
            RequestBody::Json => message.json(&operation.input.fields, values),
            RequestBody::Payload(index) => {
                message.payload(&operation.input.fields[index], &values[index])
            }
        }
        message
    }

    /// The answer that a structure with these values is read from.
    pub(super) fn of_answer(structure: &Structure, response: Response, values: &[Value]) -> Self {
        let mut message = Self::default();
        message.bind(&structure.fields, values);
        match response {
            Response::None => {}
            Response::Json => message.json(&structure.fields, values),
            Response::Payload(index) => message.payload(&structure.fields[index], &values[index]),
        }
        message
    }

    fn bind(&mut self, fields: &[Field], values: &[Value]) {
        for (field, value) in fields.iter().zip(values) {
            match &field.binding {
                Binding::Query(name) => self
                    .query
                    .extend(texts(value).map(|text| (name.clone(), text))),
                Binding::QueryParams => {
                    for (name, value) in value.as_object().into_iter().flatten() {
                        self.query
                            .extend(texts(value).map(|text| (name.clone(), text)));
                    }
                }
                Binding::Header(name) => {
                    self.headers.push((name.clone(), header(&field.ty, value)))
                }
                Binding::PrefixHeaders(prefix) => {
                    for (name, value) in value.as_object().into_iter().flatten() {
                        self.headers
                            .push((format!("{prefix}{name}"), Header::Text(text(value))));
                    }
                }
                _ => {}
            }
        }
    }

    fn json(&mut self, fields: &[Field], values: &[Value]) {
        let members = fields
            .iter()
            .zip(values)
            .filter(|(field, _)| field.binding == Binding::Body);
        let object: Map<String, Value> = members
            .map(|(field, value)| (field.json_name.clone(), value.clone()))
            .collect();
        self.body = Body::Json(Value::Object(object));
    }

    fn payload(&mut self, field: &Field, value: &Value) {
        self.body = match field.ty {
            Type::Blob => Body::Bytes(b"hello".to_vec()),
            Type::String | Type::MediaString | Type::Enum(_) => {
                Body::Bytes(text(value).into_bytes())
            }
            _ => Body::Json(value.clone()),
        };
    }

    /// The headers as code of the reader.
    pub(super) fn headers_code(&self) -> String {
        let one = |(name, header): &(String, Header)| match header {
            Header::Text(text) => format!("({name:?}, Header::Text({text:?})), "),
            Header::List(items) => format!("({name:?}, Header::List(&{items:?})), "),
        };
        self.headers.iter().map(one).collect()
    }

    /// The headers as a service sends them.
    pub(super) fn sent_headers(&self) -> Vec<(String, String)> {
        let quoted = |item: &String| match item.contains([',', '"', '\\']) {
            true => format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\"")),
            false => item.clone(),
        };
        let one = |(name, header): &(String, Header)| {
            let text = match header {
                Header::Text(text) => text.clone(),
                Header::List(items) => items.iter().map(quoted).collect::<Vec<_>>().join(", "),
            };
            (name.clone(), text)
        };
        self.headers.iter().map(one).collect()
    }

    /// The body as code of the reader.
    pub(super) fn body_code(&self) -> String {
        match &self.body {
            Body::Empty => "Body::Bytes(b\"\")".to_owned(),
            Body::Json(value) => format!("Body::Json({:?})", value.to_string()),
            Body::Bytes(bytes) => format!("Body::Bytes(&{bytes:?})"),
        }
    }

    /// The code of the body's bytes.
    pub(super) fn body_bytes(&self) -> String {
        match &self.body {
            Body::Empty => "b\"\"".to_owned(),
            Body::Json(value) => format!("{:?}.as_bytes()", value.to_string()),
            Body::Bytes(bytes) => format!("&{bytes:?}"),
        }
    }
}

/// The texts of a scalar, or of the items of a list.
fn texts(value: &Value) -> impl Iterator<Item = String> {
    let items = match value {
        Value::Array(items) => items.iter().map(text).collect(),
        value => vec![text(value)],
    };
    items.into_iter()
}

fn header(ty: &Type, value: &Value) -> Header {
    match (ty, value) {
        (Type::MediaString, value) => Header::Text(base64(text(value).as_bytes())),
        // Dates have commas, and stand without quotes.
        (Type::List { item, .. }, Value::Array(items))
            if **item == Type::Timestamp(TimestampFormat::HttpDate) =>
        {
            Header::Text(items.iter().map(text).collect::<Vec<_>>().join(", "))
        }
        (_, Value::Array(items)) => Header::List(items.iter().map(text).collect()),
        (_, value) => Header::Text(text(value)),
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut all = [0; 3];
        all[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, all[0], all[1], all[2]]);
        for position in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * position)) as usize & 63];
            text.push(if position <= chunk.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    text
}

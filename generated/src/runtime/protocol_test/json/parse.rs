//! Reading JSON, apart from the codec.

use std::collections::BTreeMap;

use super::super::decimal::Decimal;

/// A JSON value.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'t> {
    Null,
    Boolean(bool),
    Number(Decimal<'t>),
    String(String),
    Array(Vec<Json<'t>>),
    Object(BTreeMap<String, Json<'t>>),
}

/// Reads a JSON text (RFC 8259). A name that comes twice in an object is an error: no one could say which counts.
pub(super) fn parse(text: &str) -> Result<Json<'_>, String> {
    let mut parser = Parser { text, at: 0 };
    let json = parser.value()?;
    parser.skip_space();
    if parser.at == text.len() {
        Ok(json)
    } else {
        parser.fail("the end")
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn fail<T>(&self, expected: &str) -> Result<T, String> {
        Err(format!("expected {expected} at byte {}", self.at))
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.at += rest.len() - trimmed.len();
    }

    fn take(&mut self, token: &str) -> bool {
        self.skip_space();
        let is_there = self.rest().starts_with(token);
        if is_there {
            self.at += token.len();
        }
        is_there
    }

    fn value(&mut self) -> Result<Json<'t>, String> {
        self.skip_space();
        match self.rest().as_bytes().first() {
            Some(b'{') => self.object(),
            Some(b'[') => self.array(),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Ok(Json::Null),
            _ if self.take("true") => Ok(Json::Boolean(true)),
            _ if self.take("false") => Ok(Json::Boolean(false)),
            _ => self.fail("a value"),
        }
    }

    fn array(&mut self) -> Result<Json<'t>, String> {
        let mut items = Vec::new();
        self.take("[");
        if self.take("]") {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.take("]") {
                return Ok(Json::Array(items));
            }
            if !self.take(",") {
                return self.fail("`,` or `]`");
            }
        }
    }

    fn object(&mut self) -> Result<Json<'t>, String> {
        let mut members = BTreeMap::new();
        self.take("{");
        if self.take("}") {
            return Ok(Json::Object(members));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            if !self.take(":") {
                return self.fail("`:`");
            }
            let value = self.value()?;
            if members.insert(name.clone(), value).is_some() {
                return Err(format!("the name {name:?} comes twice in an object"));
            }
            if self.take("}") {
                return Ok(Json::Object(members));
            }
            if !self.take(",") {
                return self.fail("`,` or `}`");
            }
        }
    }

    fn number(&mut self) -> Result<Json<'t>, String> {
        let rest = self.rest();
        let is_end = |one: char| !matches!(one, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
        let text = rest.get(..rest.find(is_end).unwrap_or(rest.len()));
        let number = text.filter(|text| !has_leading_zero(text));
        match number.and_then(Decimal::parse) {
            Some(number) => {
                self.at += number.text().len();
                Ok(Json::Number(number))
            }
            None => self.fail("a number"),
        }
    }

    fn string(&mut self) -> Result<String, String> {
        if !self.rest().starts_with('"') {
            return self.fail("`\"`");
        }
        self.at += 1;
        let mut text = String::new();
        loop {
            let Some(one) = self.rest().chars().next() else {
                return self.fail("`\"`");
            };
            self.at += one.len_utf8();
            match one {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\x1f' => return self.fail("no control character before"),
                one => text.push(one),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, String> {
        let Some(one) = self.rest().chars().next() else {
            return self.fail("an escape");
        };
        self.at += one.len_utf8();
        Ok(match one {
            '"' | '\\' | '/' => one,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(),
            _ => return self.fail("an escape before"),
        })
    }

    /// Four digits, or twice four for a character beyond the first plane.
    fn unicode(&mut self) -> Result<char, String> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high).map_or_else(|| self.fail("a character before"), Ok);
        }
        if !self.rest().starts_with("\\u") {
            return self.fail("the second half of a character");
        }
        self.at += 2;
        let low = self.hex()?.wrapping_sub(0xdc00);
        let code = 0x10000 + ((high - 0xd800) << 10) + low;
        let character = char::from_u32(code).filter(|_| low < 0x400);
        character.map_or_else(|| self.fail("the second half of a character before"), Ok)
    }

    fn hex(&mut self) -> Result<u32, String> {
        let digits = self.rest().get(..4).unwrap_or_default();
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if is_hex => {
                self.at += 4;
                Ok(code)
            }
            _ => self.fail("four hexadecimal digits"),
        }
    }
}

/// JSON allows no zero before other digits.
fn has_leading_zero(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number).as_bytes();
    digits.first() == Some(&b'0') && digits.get(1).is_some_and(u8::is_ascii_digit)
}

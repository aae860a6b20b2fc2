//! Lists, maps, and what a value may be wrapped into.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use ::serde::Serializer;
use ::serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use ::serde::ser::{SerializeMap, SerializeSeq};

use super::value::{Context, Nullable, ReadValue, WriteValue, Written, no_scalar};
use crate::runtime::json::sorted;

impl<T: WriteValue + ?Sized> WriteValue for &T {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        (**self).write(serializer, context)
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: WriteValue> WriteValue for Box<T> {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        (**self).write(serializer, context)
    }
}

impl<T: ReadValue> ReadValue for Box<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self::new)
    }
}

impl<T: WriteValue> WriteValue for Option<T> {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer, context),
            None => serializer.serialize_none(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: ReadValue> ReadValue for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: WriteValue> WriteValue for [T] {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for element in self {
            list.serialize_element(&Written(element, context))?;
        }
        list.end()
    }
}

impl<T: WriteValue> WriteValue for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        self.as_slice().write(serializer, context)
    }
}

impl<T: ReadValue> ReadValue for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

/// Reads a list; only one of an `Option` keeps its `null` elements.
struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    no_scalar!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(Nullable::<T>::new())? {
            list.extend(element.or_else(T::absent));
        }
        Ok(list)
    }
}

/// In the order of the keys, so that equal maps are written alike.
impl<K: AsRef<str>, V: WriteValue> WriteValue for HashMap<K, V> {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let values: Vec<&V> = self.values().collect();
        let mut map = serializer.serialize_map(Some(self.len()))?;
        // `keys` and `values` of a map that is not changed go in the same order.
        for (key, index) in sorted(self.keys().map(K::as_ref)) {
            map.serialize_entry(key, &Written(values[index], context))?;
        }
        map.end()
    }
}

impl<K, V> ReadValue for HashMap<K, V>
where
    K: for<'k> From<&'k str> + Eq + Hash,
    V: ReadValue,
{
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MapVisitor(PhantomData))
    }
}

/// Reads a map; only one of an `Option` keeps its `null` entries.
struct MapVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for MapVisitor<K, V>
where
    K: for<'k> From<&'k str> + Eq + Hash,
    V: ReadValue,
{
    type Value = HashMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    no_scalar!();

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<HashMap<K, V>, A::Error> {
        let mut map = HashMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(Nullable::<V>::new())?;
            map.extend(value.or_else(V::absent).map(|value| (K::from(&key), value)));
        }
        Ok(map)
    }
}

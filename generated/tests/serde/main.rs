//! `Serialize` and `Deserialize` of the emitted types.

#[cfg(test)]
mod every;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod secrets;

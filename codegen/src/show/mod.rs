//! One shape.

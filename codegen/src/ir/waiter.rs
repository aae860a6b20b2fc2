//! Waiters, with their paths as expressions that are ready to be written down.

use super::{Docs, Name, Step, Type};

/// A waiter of an operation.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// Its name in the model, `CompositionActive`.
    pub name: String,
    /// Its Rust name, on which the names of its types are made.
    pub base: Name,
    /// Its module in `waiters`, `composition_active`.
    pub module: Name,
    /// Its method on the client, `wait_until_composition_active`.
    pub method: Name,
    /// What it does, as a constant of the operation's page: `COMPOSITION_ACTIVE`.
    pub constant: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// The shortest and the longest time between two polls, in seconds.
    pub delays: (u32, u32),
    /// Tells what the result of a poll means; the first that matches decides.
    pub acceptors: Vec<Acceptor>,
}

/// Where an acceptor leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// What was waited for has come about.
    Success,
    /// It can no longer come about.
    Failure,
    /// It has not come about yet.
    Retry,
}

/// Tells what the result of a poll means.
#[derive(Clone, Debug, PartialEq)]
pub enum Acceptor {
    /// Matches every output.
    Answered(State),
    /// Matches every error.
    Failed(State),
    /// Matches an error of the model, by the method that asks for it.
    Error(State, Name),
    /// Matches an error by its code, which the model does not know.
    ErrorCode(State, String),
    /// Matches an output in which a path leads to one of several texts. The text is no secret.
    Text {
        /// The path as it stands in the model, for people.
        path: String,
        /// What it leads to.
        found: Value,
        /// The texts, and where each leads.
        states: Vec<(String, State)>,
    },
    /// Matches the outputs for which this holds.
    Output(State, Test),
    /// Matches the inputs and outputs for which this holds.
    InputOutput(State, Test),
    /// Leads to failure where this holds.
    Explained(Test, Message),
}

/// What gives the reason of a failure: a text, or a list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(pub Value);

/// A value of JMESPath, as an expression of Rust. A null is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What makes it.
    pub node: Node,
    /// What it is.
    pub held: Held,
    /// Whether it is an `Option`.
    pub optional: bool,
    /// Whether it may end the whole expression early, with `?`: where JMESPath has an error.
    pub fails: bool,
}

/// How Rust holds a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// `bool`
    Boolean,
    /// `f64`
    Number,
    /// `&str`
    Text,
    /// A reference to a structure, a union or a map.
    Reference,
    /// An iterator.
    List {
        /// What it gives.
        item: Box<Held>,
        /// Whether the items are `Option`s.
        optional: bool,
    },
}

impl Held {
    /// Whether it is an iterator, which is moved, not copied.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List { .. })
    }
}

/// What makes a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The input of the operation.
    Input,
    /// Its output.
    Output,
    /// What the nearest expression around hands in: an item of a list, or a value that is not null.
    Current,
    /// A member of a structure, which is not null.
    Field {
        /// The structure.
        of: Box<Value>,
        /// The field.
        step: Step,
        /// Its type.
        ty: Type,
    },
    /// A member of a union, which is not null.
    Variant {
        /// The union.
        of: Box<Value>,
        /// The method that gives the member, as a `Result`.
        method: Name,
        /// Its type.
        ty: Type,
    },
    /// If a value is not null, another that is made of it.
    Then(Box<Value>, Box<Value>),
    /// A value that is made of one that is not null, and that is used more than once.
    Let(Box<Value>, Box<Value>),
    /// The value of an `Option`; there is an error if it is null.
    Require(Box<Value>),
    /// What each item of a list becomes, but for nulls.
    Items {
        /// The list.
        of: Box<Value>,
        /// Which items count.
        filter: Option<Box<Test>>,
        /// What each becomes; the item itself, if there is nothing.
        each: Option<Box<Value>>,
    },
    /// The items of the lists in a list.
    Flatten(Box<Value>),
    /// The values of a map.
    Values(Box<Value>, MapType),
    /// The keys of a map.
    Keys(Box<Value>, Type),
    /// The item at an index, counted from the end if it is negative.
    Index(Box<Value>, i32),
    /// Some of the items: from, to, step.
    Slice(Box<Value>, Option<i32>, Option<i32>, i32),
    /// Several values as a list.
    Select(Vec<Value>),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// The first value if it counts as true, else the second.
    Or(Box<Value>, Box<Value>),
    /// The second value if the first counts as true, else the first.
    And(Box<Value>, Box<Value>),
    /// Whether something holds.
    Test(Box<Test>),
    /// Whether two numbers, of which one may be null, stand in this order.
    Ordered(Box<Value>, Order, Box<Value>),
    /// The length of a list, a string or a map.
    Length(Box<Value>),
}

/// The type of the values of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapType {
    /// Their type.
    pub ty: Type,
    /// Whether they may be null.
    pub sparse: bool,
}

/// The order of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// Something that holds or does not.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// All of these hold.
    All(Vec<Test>),
    /// One of these holds at least.
    Any(Vec<Test>),
    /// A value counts as true, or does not.
    Truthy(Value, Truth, bool),
    /// An optional boolean is this.
    Is(Value, bool),
    /// Two values of a kind are equal, or are not.
    Equal(Value, Value, bool),
    /// A value is null, or is not.
    Null(Value, bool),
    /// Two numbers stand in this order.
    Ordered(Value, Order, Value),
    /// A list has this item, or has not.
    Has(Value, Value, bool),
    /// A string has another in it (`contains`), at its beginning or at its end; or has not.
    Part(Value, Part, Value, bool),
    /// A list that may be null has an item, and each of them is this string.
    AllAre(Value, String),
    /// An item of a list that may be null is this string.
    AnyIs(Value, String),
}

/// Where a string stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Anywhere.
    Anywhere,
    /// At its beginning.
    Start,
    /// At its end.
    End,
}

/// What it takes for a value that is not null to count as true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It is `true`.
    Boolean,
    /// It is a string or a map that is not empty.
    NotEmpty,
    /// It is a list that is not empty.
    Filled,
    /// It is a structure with a member that is set.
    Set,
    /// Nothing: a number, a union, a structure with members that are always there.
    Always,
}

impl Test {
    /// Whether it may end the whole expression early.
    #[must_use]
    pub fn fails(&self) -> bool {
        match self {
            Self::All(tests) | Self::Any(tests) => tests.iter().any(Self::fails),
            Self::Truthy(value, ..)
            | Self::Is(value, _)
            | Self::Null(value, _)
            | Self::AllAre(value, _)
            | Self::AnyIs(value, _) => value.fails,
            Self::Equal(left, right, _)
            | Self::Ordered(left, _, right)
            | Self::Has(left, right, _)
            | Self::Part(left, _, right, _) => left.fails || right.fails,
        }
    }

    /// That it does not hold.
    #[must_use]
    pub fn negated(self) -> Self {
        let all = |tests: Vec<Self>| tests.into_iter().map(Self::negated).collect();
        match self {
            Self::All(tests) => Self::Any(all(tests)),
            Self::Any(tests) => Self::All(all(tests)),
            Self::Truthy(value, truth, holds) => Self::Truthy(value, truth, !holds),
            Self::Equal(left, right, holds) => Self::Equal(left, right, !holds),
            Self::Null(value, holds) => Self::Null(value, !holds),
            Self::Has(list, item, holds) => Self::Has(list, item, !holds),
            Self::Part(text, part, other, holds) => Self::Part(text, part, other, !holds),
            Self::Ordered(left, order, right) => Self::Ordered(left, order.opposite(), right),
            // These stand at the top of an acceptor, which is not negated.
            test @ (Self::Is(..) | Self::AllAre(..) | Self::AnyIs(..)) => test,
        }
    }
}

impl Order {
    /// The order of all numbers that do not stand in this one.
    fn opposite(self) -> Self {
        match self {
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }
}

//! Names that are hard on a generator.

use std::collections::BTreeSet;

use super::random::Random;

/// Words that names are made of.
const WORDS: &str = "\
    foo Bar URL s3 v1 2d X item Id HTTPStatus list a B2B get set is as type value key Input Output \
    Builder Error Type name";

/// Names of shapes: what Rust's prelude, the runtime and the emitted crate have themselves.
const SHAPES: &str = "\
    Option String Result Error Client Builder Clone Debug From Vec Box HashMap Some None Ok Err Self \
    DateTime Blob Document Input Output Params Types Config Operation Endpoint ServiceError SdkError \
    Unhandled Send Sync Future C T E Default PartialEq Eq Hash Ord Display Format Reader Bytes \
    BuildError DecodeError RequestId Redacted Region Async Blocking Paginator FluentBuilder Iterator \
    ToString Drop Fn Sized Copy i32 u8 str bool usize main std core alloc crate super self match type \
    async gen Aux Con nul Unknown mod lib api client error builders types operation ValueWriter \
    ObjectWriter ErrorMetadata Primitive UnknownVariantError UnknownVariantValue BoxError EndpointError \
    string_enum ContextParams paginator test";

/// Names of operations whose methods, modules or types could be something else.
const OPERATIONS: &str = "\
    Send Build New Clone Config From FromConf FromEnv Error Types Client Operation Endpoint Service Box \
    Builders Match Self Async Type Default Mod Decode Into Get GetURL Get_Url ListItems Put2d Drop \
    Paginator C";

/// Names of members: keywords, methods of structures and builders, and names that clash with each other.
const MEMBERS: &str = "\
    build builder send customize intoPaginator new default clone self Self super crate message code meta \
    requestId _2fa __a _b fooBar foo_bar foo setFoo getFoo set_foo_bar isFoo asFoo type match async \
    await fn gen try dyn where loop in as ref mut static unsafe abstract finish read fmt source client \
    input output value json object request response headers error http text parse from into toOwned eq \
    hash cmp len stringEnum config URL url2 Id ID2 unknown Unknown_ UNKNOWN_VALUE Message2 errorMessage \
    exceptionMessage readMembers writeMembers makeOperation presigned S3 s_3 A1B A1_B key item \
    context_params add sub mul div rem neg not shl shr bitand bitor bitxor drop next borrow asRef deref \
    index fromStr intoIter isEmpty toString tryInto";

/// Values of enums, some of which come out as one name.
pub(super) const VALUES: [&str; 24] = [
    "",
    "+",
    "-",
    "1.0",
    "*",
    "été",
    "日本",
    "a-b",
    "a_b",
    "A B",
    "unknown",
    "UNKNOWN",
    "self",
    "Self",
    "None",
    "Some",
    "\"quoted\"",
    "back\\slash",
    "{brace}",
    "#",
    "r#\"",
    "\u{7f}",
    "2d",
    "new\nline",
];

/// Names in one scope, of which Smithy wants no two to differ in letter case alone.
#[derive(Default)]
pub(super) struct Scope(BTreeSet<String>);

impl Scope {
    /// Takes the name if it is free.
    pub(super) fn take(&mut self, name: &str) -> bool {
        self.0.insert(name.to_ascii_lowercase())
    }

    /// A name that is free: one of `hostile` about every second time, else one made of words.
    fn fresh(&mut self, random: &mut Random, hostile: &str) -> String {
        loop {
            let name = if random.once_in(2) {
                one_of(random, hostile).to_owned()
            } else {
                let count = random.between(1, 3);
                let separator = *random.pick(&["", "", "_"]);
                let words: Vec<&str> = (0..count).map(|_| one_of(random, WORDS)).collect();
                words.join(separator)
            };
            let name = if name.starts_with(|first: char| first.is_ascii_digit()) {
                format!("_{name}")
            } else {
                name
            };
            if self.take(&name) {
                return name;
            }
        }
    }

    pub(super) fn shape(&mut self, random: &mut Random) -> String {
        let hostile = *random.pick(&[SHAPES, SHAPES, OPERATIONS]);
        self.fresh(random, hostile)
    }

    pub(super) fn operation(&mut self, random: &mut Random) -> String {
        self.fresh(random, OPERATIONS)
    }

    pub(super) fn member(&mut self, random: &mut Random) -> String {
        self.fresh(random, MEMBERS)
    }
}

/// One of the words of a text.
fn one_of<'a>(random: &mut Random, text: &'a str) -> &'a str {
    let count = text.split(' ').count();
    let mut words = text.split(' ');
    words.nth(random.below(count)).expect("there are so many")
}

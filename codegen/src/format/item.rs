//! Items, and the empty lines between them.

use super::assign::{self, Tactic};
use super::attribute;
use super::context::Context;
use super::generics::{self, WhereStyle, where_clause};
use super::shape::{Indent, Shape};
use super::text::last_line_width;
use super::{braces, expression, implementation, import, macros, signature, structure, types};
use syn::{
    Attribute, Expr, Generics, Ident, Item, ItemMod, ItemUse, Macro, MacroDelimiter,
    StaticMutability, Type, Visibility,
};

/// `pub `, `pub(crate) ` or nothing.
pub(super) fn visibility(visibility: &Visibility) -> String {
    match visibility {
        Visibility::Public(_) => "pub ".to_owned(),
        Visibility::Inherited => String::new(),
        Visibility::Restricted(e) => {
            let names: Vec<String> = e
                .path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string())
                .collect();
            let path = names.join("::");
            let inside = if matches!(path.as_str(), "crate" | "self" | "super") {
                ""
            } else {
                "in "
            };
            format!("pub({inside}{path}) ")
        }
    }
}

/// The items of a page or a module, each after a line break (the first one too).
pub(super) fn all(context: &Context, items: &[Item], indent: Indent) -> String {
    let newline = indent.newline();
    let mut result = String::new();
    let mut rest = items;
    let mut previous: Option<&Item> = None;
    while let Some(first) = rest.first() {
        let count = run(rest);
        let (these, others) = rest.split_at(count);
        rest = others;
        if previous.is_some_and(|previous| !may_adjoin(previous, first)) {
            result.push('\n');
        }
        previous = these.last();
        result.push_str(&newline);
        match first {
            Item::Use(_) => {
                let uses: Vec<&ItemUse> = these.iter().filter_map(as_use).collect();
                result.push_str(&import::text(context, &uses, indent));
            }
            Item::Mod(_) if count > 1 => {
                let mut modules: Vec<&ItemMod> = these.iter().filter_map(as_module).collect();
                // Unlike `use` items, modules are sorted byte by byte.
                modules.sort_by_key(|module| module.ident.to_string());
                let lines: Vec<String> = modules
                    .iter()
                    .map(|module| module_text(context, module, indent))
                    .collect();
                result.push_str(&lines.join(&newline));
            }
            _ => result.push_str(&text(context, first, indent)),
        }
    }
    result
}

/// How many of the first items are laid out together.
fn run(items: &[Item]) -> usize {
    let together: fn(&Item) -> bool = match items.first() {
        Some(Item::Use(_)) => |item| as_use(item).is_some(),
        Some(item) if is_line_of_module(item) => is_line_of_module,
        _ => return 1,
    };
    items.iter().take_while(|item| together(item)).count()
}

fn as_use(item: &Item) -> Option<&ItemUse> {
    match item {
        Item::Use(item) => Some(item),
        _ => None,
    }
}

fn as_module(item: &Item) -> Option<&ItemMod> {
    match item {
        Item::Mod(item) => Some(item),
        _ => None,
    }
}

fn is_line_of_module(item: &Item) -> bool {
    as_module(item).is_some_and(|module| module.content.is_none() && module.attrs.is_empty())
}

/// Whether no empty line stands between two items.
fn may_adjoin(previous: &Item, next: &Item) -> bool {
    match (previous, next) {
        (Item::Const(a), Item::Const(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        (Item::Static(a), Item::Static(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        (Item::Type(a), Item::Type(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        _ => false,
    }
}

fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(e) => &e.attrs,
        Item::Enum(e) => &e.attrs,
        Item::Fn(e) => &e.attrs,
        Item::Impl(e) => &e.attrs,
        Item::Macro(e) => &e.attrs,
        Item::Mod(e) => &e.attrs,
        Item::Static(e) => &e.attrs,
        Item::Struct(e) => &e.attrs,
        Item::Trait(e) => &e.attrs,
        Item::Type(e) => &e.attrs,
        _ => &[],
    }
}

/// One item with its attributes.
pub(super) fn text(context: &Context, item: &Item, indent: Indent) -> String {
    match item {
        Item::Use(item) => return import::text(context, &[item], indent),
        Item::Mod(item) => return module_text(context, item, indent),
        _ => {}
    }
    let attributes = outer(context, attributes_of(item), indent);
    let body = match item {
        Item::Const(e) => {
            let head = format!("{}const {}", visibility(&e.vis), e.ident);
            constant(context, &e.generics, &head, &e.ty, Some(&e.expr), indent)
        }
        Item::Static(e) => {
            let mutable = if matches!(e.mutability, StaticMutability::Mut(_)) {
                "mut "
            } else {
                ""
            };
            let head = format!("{}static {mutable}{}", visibility(&e.vis), e.ident);
            constant(
                context,
                &Generics::default(),
                &head,
                &e.ty,
                Some(&e.expr),
                indent,
            )
        }
        Item::Enum(e) => context.lay_out(|| structure::rewrite_enum(context, e, indent)),
        Item::Struct(e) => context.lay_out(|| structure::rewrite_struct(context, e, indent)),
        Item::Fn(e) => {
            let head = visibility(&e.vis);
            signature::with_body(context, &head, &e.sig, &e.block, indent)
        }
        Item::Impl(e) => implementation::rewrite_impl(context, e, indent),
        Item::Trait(e) => implementation::rewrite_trait(context, e, indent),
        Item::Type(e) => {
            let head = visibility(&e.vis);
            alias(context, &head, &e.ident, &e.generics, &e.ty, indent)
        }
        Item::Macro(e) if e.ident.is_none() && is_braced(&e.mac) => {
            braces::rewrite(context, &e.mac, indent)
        }
        Item::Macro(e) if e.ident.is_none() && e.semi_token.is_some() => context.lay_out(|| {
            let shape = Shape::indented(indent, context).sub_width(1)?;
            macros::rewrite(context, &e.mac, shape).map(|text| text + ";")
        }),
        _ => context
            .refuse::<String>("an item of a rare kind")
            .unwrap_or_default(),
    };
    attributes + &body
}

fn is_braced(mac: &Macro) -> bool {
    matches!(mac.delimiter, MacroDelimiter::Brace(_))
}

/// Attributes before an item.
pub(super) fn outer(context: &Context, attributes: &[Attribute], indent: Indent) -> String {
    context.lay_out(|| attribute::outer(context, attributes, Shape::indented(indent, context)))
}

fn module_text(context: &Context, module: &ItemMod, indent: Indent) -> String {
    let attributes = outer(context, &module.attrs, indent);
    let head = format!(
        "{attributes}{}mod {}",
        visibility(&module.vis),
        module.ident
    );
    let Some((_, items)) = &module.content else {
        return head + ";";
    };
    let nested = indent.deeper();
    let docs = context
        .lay_out(|| attribute::inner(context, &module.attrs, Shape::indented(nested, context)));
    let mut body = String::new();
    if !docs.is_empty() {
        body = format!("{}{}", nested.newline(), docs.trim_end());
        if !items.is_empty() {
            body.push('\n');
        }
    }
    body.push_str(&all(context, items, nested));
    if body.is_empty() {
        return head + " {}";
    }
    format!("{head} {{{body}{}}}", indent.newline())
}

/// `const NAME: Type = value;`
pub(super) fn constant(
    context: &Context,
    generics: &Generics,
    head: &str,
    ty: &Type,
    value: Option<&Expr>,
    indent: Indent,
) -> String {
    if !generics.params.is_empty() {
        return context
            .refuse::<String>("a generic constant")
            .unwrap_or_default();
    }
    context.lay_out(|| {
        let prefix = format!("{head}: ");
        let room = Shape::indented(indent.block_only(), context).offset_left(prefix.len() + 2)?;
        let left = match types::rewrite(context, ty, room) {
            Some(ty) => prefix + &ty,
            None => {
                let nested = indent.deeper();
                let ty = types::rewrite(context, ty, Shape::indented(nested, context))?;
                format!("{head}:{}{ty}", nested.newline())
            }
        };
        let Some(value) = value else {
            return Some(left + ";");
        };
        let room = Shape::legacy(context.budget(indent.block + 1), indent.block_only());
        let text = assign::rewrite_with(
            context,
            left + " =",
            &|context, shape| expression::rewrite(context, value, shape),
            Tactic::Default,
            room,
        )?;
        Some(text + ";")
    })
}

/// `type Name = Type;`
pub(super) fn alias(
    context: &Context,
    head: &str,
    name: &Ident,
    generics: &Generics,
    ty: &Type,
    indent: Indent,
) -> String {
    context.lay_out(|| {
        let shape = Shape::indented(indent, context);
        let mut text = format!("{head}type ");
        if generics.params.is_empty() {
            text.push_str(&name.to_string());
        } else {
            let room = shape.offset_left(text.len())?.sub_width(2)?;
            text.push_str(&generics::rewrite(
                context,
                &name.to_string(),
                generics,
                room,
            )?);
        }
        let clause = generics
            .where_clause
            .as_ref()
            .filter(|clause| !clause.predicates.is_empty());
        let room = Shape::legacy(context.budget(last_line_width(&text)), indent);
        text.push_str(&where_clause(
            context,
            clause,
            WhereStyle::after(&text),
            room,
        )?);
        if clause.is_some() {
            text.push_str(&indent.newline());
        } else {
            text.push(' ');
        }
        let text = assign::rewrite_with(
            context,
            text + "=",
            &|context, shape| types::rewrite(context, ty, shape),
            Tactic::Default,
            shape.sub_width(1)?,
        )?;
        Some(text + ";")
    })
}

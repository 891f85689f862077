//! The constructs that a dialect has in addition to Markdown.

use crate::format::Dialect;

/// The meaning of braces: `{{ }}` and `{% %}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Braces {
    /// Braces are text.
    Words,
    /// `{{ }}` is an expression that the site evaluates.
    Vue,
    /// `{{ }}`, `{% %}` and `{# #}`, whose meaning depends on the site.
    Jinja,
    /// Zola: `{{ name() }}` and `{% name() %}` with `{% end %}`.
    Shortcodes,
    /// Jekyll: `{{ value | filter }}` and `{% tag %}`.
    Liquid,
    /// MDX: `{expression}`.
    Expressions,
}

/// The constructs of a dialect.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools)] // Each construct is there or not, independent of the others.
pub(super) struct Syntax {
    /// The meaning of braces.
    pub(super) braces: Braces,
    /// `::: tip` and `:::note`.
    pub(super) colons: bool,
    /// `!!! note`, `??? note`, `=== "Tab"` with indented content; `/// note`.
    pub(super) indented: bool,
    /// ```` ```{note} ````, `(label)=`, `` {ref}`x` ``.
    pub(super) directives: bool,
    /// `{: .x }`, `{#id}`, `{.x}`.
    pub(super) attributes: bool,
    /// Tags of components on lines of their own, with Markdown inside.
    pub(super) components: bool,
    /// `:material-lock:`, `++ctrl+c++`, `==marked==`, `*[ABBR]: words`.
    pub(super) extensions: bool,
    /// `:rocket:`.
    pub(super) emoji: bool,
}

impl Syntax {
    /// The constructs of this dialect.
    pub(super) fn of(dialect: Dialect) -> Self {
        let none = Self {
            braces: Braces::Words,
            colons: false,
            indented: false,
            directives: false,
            attributes: false,
            components: false,
            extensions: false,
            emoji: true,
        };
        match dialect {
            Dialect::VitePress => {
                Self { braces: Braces::Vue, colons: true, attributes: true, ..none }
            }
            Dialect::MkDocs => Self {
                braces: Braces::Jinja,
                indented: true,
                attributes: true,
                extensions: true,
                ..none
            },
            Dialect::Zola => Self { braces: Braces::Shortcodes, attributes: true, ..none },
            Dialect::Docusaurus => Self {
                braces: Braces::Expressions,
                colons: true,
                attributes: true,
                components: true,
                ..none
            },
            Dialect::Jekyll => Self { braces: Braces::Liquid, attributes: true, ..none },
            Dialect::Myst => Self {
                braces: Braces::Jinja,
                colons: true,
                directives: true,
                attributes: true,
                ..none
            },
            Dialect::GitHub => none,
        }
    }
}

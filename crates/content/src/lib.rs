//! Packs, templates and message files: read, check, embed.

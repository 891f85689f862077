//! A message before it is put into words: its id and its arguments.

/// The id of a message of the program. Only the functions of [`crate::msg`] make one, so that code with a wrong id does
/// not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(&'static str);

impl MessageId {
    /// Only the generated functions call it.
    pub(crate) const fn new(id: &'static str) -> Self {
        Self(id)
    }

    /// The id as it stands in the message files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for MessageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// A message with its arguments. A function of [`crate::msg`] makes it, and
/// [`Messages::format`](crate::Messages::format) puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The id of the message.
    pub id: MessageId,
    /// Its arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A name, a path, or what a person wrote.
    Text(String),
    /// A number. It decides the plural form.
    Number(u64),
    /// Another message, in the same language.
    Message(Box<Message>),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u8> for Argument {
    fn from(number: u8) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

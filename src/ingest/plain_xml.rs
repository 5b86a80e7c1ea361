//! XML as programs write it: nothing but elements, attributes in double quotes and text. Whatever else
//! XML allows is refused here, because it could be read in two ways.

/// Attributes such as ` r="1" hidden="1"`; `None` for what is none.
pub(crate) fn quoted(text: &[u8]) -> impl Iterator<Item = Option<(&[u8], &[u8])>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let next = one_quoted(rest);
        rest = next.map_or(&[][..], |(_, _, rest)| rest);
        Some(next.map(|(name, value, _)| (name, value)))
    })
}

fn one_quoted(text: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let text = text.strip_prefix(b" ")?;
    let sign = text.iter().position(|byte| *byte == b'=')?;
    let (name, value) = text.split_at_checked(sign)?;
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || b":_-.".contains(byte);
    let value = value.strip_prefix(b"=\"")?;
    let end = memchr::memchr(b'"', value)?;
    let (value, rest) = (value.get(..end)?, value.get(end + 1..)?);
    let is_plain = !value.iter().any(|byte| b"<>&".contains(byte));
    (!name.is_empty() && name.iter().all(is_letter) && is_plain).then_some((name, value, rest))
}

/// Whether a cell without its reference, such as ` s="1"><v>2</v></c>`, is made of elements that close
/// each other and of nothing else: then the number of its style, 0 where it has none.
pub(crate) fn is_plain_cell(cell: &[u8]) -> Option<usize> {
    let end = memchr::memchr(b'>', cell)?;
    let (start, content) = (cell.get(..end)?, cell.get(end + 1..)?);
    let (attributes, is_empty) = match start.strip_suffix(b"/") {
        Some(attributes) => (attributes, true),
        None => (start, false),
    };
    let (mut style, mut kind) = (None, None);
    for attribute in quoted(attributes) {
        match attribute? {
            (b"s", value) if style.is_none() => style = Some(number(value)?),
            (b"t", value) if kind.is_none() => kind = Some(value),
            (b"r" | b"s" | b"t", _) => return None,
            _ => {}
        }
    }
    let closes = if is_empty { content.is_empty() } else { closes(content) };
    closes.then_some(style.unwrap_or(0))
}

fn number(digits: &[u8]) -> Option<usize> {
    let is_number = (1..=6).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    let value = |number, digit: &u8| number * 10 + usize::from(digit - b'0');
    is_number.then(|| digits.iter().fold(0, value))
}

/// Whether the content of a cell ends with `</c>` and every element in it before.
fn closes(mut content: &[u8]) -> bool {
    let mut open: Vec<&[u8]> = Vec::new();
    while let Some(tag) = memchr::memchr(b'<', content) {
        let Some(end) = memchr::memchr(b'>', content) else { return false };
        let Some(inner) = content.get(tag + 1..end) else { return false };
        content = content.get(end + 1..).unwrap_or_default();
        if let Some(name) = inner.strip_prefix(b"/") {
            match open.pop() {
                Some(opened) if opened == name => {}
                None if name == b"c" => return content.is_empty(),
                _ => return false,
            }
            continue;
        }
        let (inner, is_empty) = match inner.strip_suffix(b"/") {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let space = inner.iter().position(|byte| *byte == b' ').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(space);
        let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_alphanumeric);
        if !is_name || name == b"c" || quoted(attributes).any(|attribute| attribute.is_none()) {
            return false;
        }
        if !is_empty {
            open.push(name);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_stand_in_double_quotes() {
        let all = |text: &'static str| -> Option<Vec<(&[u8], &[u8])>> {
            quoted(text.as_bytes()).collect()
        };
        assert_eq!(all("").map(|found| found.len()), Some(0));
        let two: Vec<(&[u8], &[u8])> = vec![(b"r", b"12"), (b"x14ac:dyDescent", b"0.2")];
        assert_eq!(all(" r=\"12\" x14ac:dyDescent=\"0.2\""), Some(two));
        for other in [" r='1'", "r=\"1\"", " r=\"1", " r =\"1\"", " r=\"&#49;\"", " r", "  r=\"1\""]
        {
            assert_eq!(all(other), None, "{other}");
        }
    }

    #[test]
    fn a_cell_is_plain_when_its_elements_close_each_other() {
        for (cell, style) in [
            ("><v>1</v></c>", 0),
            (" s=\"12\" t=\"s\"><v>1</v></c>", 12),
            (" s=\"3\"/>", 3),
            ("></c>", 0),
            (" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a &amp; b</t></is></c>", 0),
            (" t=\"str\"><f>A1&gt;2</f><v>x</v></c>", 0),
            ("><f t=\"shared\" si=\"0\"/><v>1</v></c>", 0),
        ] {
            assert_eq!(is_plain_cell(cell.as_bytes()), Some(style), "{cell}");
        }
        for cell in [
            "><v>1</v>",
            "><v>1</c>",
            "><v>1</v></c></c>",
            "><!-- </c> --><v>1</v></c>",
            "><v><![CDATA[1]]></v></c>",
            "><?x?><v>1</v></c>",
            "><c><v>1</v></c></c>",
            "><f a=\"</c>",
            " r=\"B1\"><v>1</v></c>",
            " s=\"1\" s=\"2\"><v>1</v></c>",
            " s=\"x\"><v>1</v></c>",
            " s='1'><v>1</v></c>",
            "/><v>1</v></c>",
        ] {
            assert_eq!(is_plain_cell(cell.as_bytes()), None, "{cell}");
        }
    }
}

//! Rows to measure with: those of the page, and synthetic ones of any number; and the RST page they make.

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// A number, or a text such as `Abc.0123`.
    pub code: String,
    pub name: String,
    pub message: String,
    pub description: String,
}

/// How the codes of a synthetic table lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codes {
    /// One after the other, from 1.
    Dense,
    /// With holes: five of eight numbers, not in order.
    Holes,
    /// Anywhere in `0..65536`.
    Spread,
    /// Texts as `Abc.0123`.
    Text,
}

/// A small generator of numbers that look random, the same ones each time.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        ((u128::from(self.0 ^ (self.0 >> 29)) * limit as u128) >> 64) as usize
    }

    /// Puts the items into another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

const WORDS: [&str; 16] = [
    "order",
    "quota",
    "token",
    "bucket",
    "queue",
    "cluster",
    "table",
    "column",
    "job",
    "session",
    "database",
    "tag",
    "resource",
    "package",
    "template",
    "connection",
];
const STATES: [&str; 16] = [
    "not found",
    "exceeded",
    "expired",
    "is locked",
    "denied",
    "is full",
    "missing",
    "in use",
    "invalid",
    "too long",
    "is empty",
    "conflict",
    "unavailable",
    "too large",
    "unsupported",
    "deleted",
];

/// So many synthetic rows.
pub fn synthetic(count: usize, codes: Codes) -> Vec<Row> {
    let mut random = Random(42);
    let numbers: Vec<usize> = match codes {
        Codes::Dense | Codes::Text => (1..=count).collect(),
        Codes::Holes => {
            let mut numbers: Vec<usize> = (100..).filter(|number| number % 8 < 5).take(count).collect();
            random.shuffle(&mut numbers);
            numbers
        }
        Codes::Spread => {
            let mut numbers: Vec<usize> = (0..65_536).collect();
            random.shuffle(&mut numbers);
            numbers.truncate(count);
            numbers.sort_unstable();
            numbers
        }
    };
    numbers.into_iter().enumerate().map(|(at, number)| row(at, number, codes, &mut random)).collect()
}

fn row(at: usize, number: usize, codes: Codes, random: &mut Random) -> Row {
    let (word, state) = (WORDS[random.below(WORDS.len())], STATES[random.below(STATES.len())]);
    let message = format!("{word} {at} {state}");
    let name = message.split(' ').map(capitalized).collect();
    let code = match codes {
        Codes::Text => {
            let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
            format!("{}{}{}.{number:04}", letter(at / 676).to_ascii_uppercase(), letter(at / 26), letter(at))
        }
        _ => number.to_string(),
    };
    let rest = ["Try again later.", "Check the request and send it again.", "Ask the owner of the project for help."];
    let description = format!("The {word} of this request, number {at}, {state}. {}", rest[random.below(3)]);
    Row { code, name, message, description }
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}

/// The page of these rows.
pub fn page(rows: &[Row]) -> String {
    let widest = |text: fn(&Row) -> &str| rows.iter().map(|row| text(row).len()).max().unwrap_or(0).max(12);
    let (code, message, description) =
        (widest(|row| &row.code), widest(|row| &row.message), widest(|row| &row.description));
    let rule = format!("{}  {}  {}\n", "=".repeat(code), "=".repeat(message), "=".repeat(description));
    let line = |a: &str, b: &str, c: &str| format!("{a:code$}  {b:message$}  {c}\n");
    let mut page =
        format!("Status codes\n============\n\n{rule}{}{rule}", line("Status Code", "Message", "Description"));
    for row in rows {
        page += &line(&row.code, &row.message, &row.description);
    }
    page + &rule
}

/// The bytes of all texts: names, messages, descriptions and codes that are text.
pub fn text_bytes(rows: &[Row]) -> usize {
    let code = |row: &Row| if row.code.parse::<u16>().is_ok() { 0 } else { row.code.len() };
    rows.iter().map(|row| row.name.len() + row.message.len() + row.description.len() + code(row)).sum()
}

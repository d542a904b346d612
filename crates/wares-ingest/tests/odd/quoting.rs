//! Quotes: doubled, lone, in the middle, around line ends, never closed.

use super::case::{Case, read, refused};

/// Fields as they stand in a file; the row around each is sound.
const FIELDS: [(&str, &str); 26] = [
    ("doubled quotes", "\"say \"\"so\"\"\""),
    ("nothing but doubled quotes", "\"\"\"\"\"\""),
    ("an empty quoted field", "\"\""),
    ("a quoted delimiter", "\"a,b,c\""),
    ("a quoted line feed", "\"a\nb\""),
    ("quoted line ends of both bytes", "\"a\r\nb\r\n\""),
    ("a quoted carriage return", "\"a\rb\""),
    ("quoted blank lines", "\"\n\n\n\""),
    ("a quoted row", "\"\n9,z\n\""),
    ("a quote in the middle", "5\" pipe"),
    ("a quote at the end", "pipe of 5\""),
    ("two quotes in the middle", "a \"big\" pipe"),
    ("an apostrophe", "O'Neill"),
    ("text in apostrophes", "'a'"),
    ("a backslash before a quote in the middle", "a\\\"b"),
    ("a backslash before the delimiter's quote", "\"a\\\\\""),
    ("letters behind the closing quote", "\"a\"b"),
    ("spaces behind the closing quote", "\"a\"  "),
    ("spaces before the opening quote", "  \"a\""),
    ("curly quotes", "\u{201c}a\u{201d}"),
    ("angled quotes", "\u{ab}a\u{bb}"),
    ("a formula", "=\"0042\""),
    ("json in quotes", "\"{\"\"a\"\": [1, 2]}\""),
    ("html in quotes", "\"<p class=\"\"x\"\">\n</p>\""),
    ("quoted tabs", "\"a\tb\""),
    ("quoted comment sign", "\"# a\""),
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> =
        FIELDS.iter().map(|(name, field)| read(name, format!("customer_id,name\n1,{field}\n2,b\n3,{field}\n4,\n"), &["1", "2", "3", "4"])).collect();
    // The same in the last row of a file without a final line end.
    cases.extend(FIELDS.iter().map(|(name, field)| read(&format!("{name} at the end"), format!("customer_id,name\n1,a\n2,{field}"), &["1", "2"])));
    cases.extend(keys());
    cases.extend(open());
    cases
}

fn keys() -> Vec<Case> {
    vec![
        read("all in quotes", "\"customer_id\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\"\n", &["1", "2"]),
        read("keys with quotes in them", "customer_id,name\n\"A\"\"1\",a\n\"A\"\"2\",b\n", &["A\"1", "A\"2"]),
        read("keys with delimiters in them", "customer_id,name\n\"A,1\",a\n\"A,2\",b\n", &["A,1", "A,2"]),
        read("a header over two lines", "\"customer_id\",\"first\nname\"\n1,a\n1,b\n2,c\n", &["1", "2"]).but(&["4 key `1` stands here again"]),
        read("a key over two lines", "customer_id,name\nA1,a\n\"A\n2\",b\nA3,c\n", &["A1", "A3"])
            .but(&["3 key `A\n2` has a line end or a control character in it"]),
        // Nothing tells them from quotes that are meant so.
        read("quotes that pair up over rows", "customer_id,name,city\n1,\"a,x\n2,b\",y\n3,c,z\n", &["1", "3"]),
    ]
}

fn open() -> Vec<Case> {
    let far = format!("customer_id,name\n1,a\n2,\"b\n{}", "3,c\n".repeat(3_000));
    let endless = format!("customer_id,name\n1,a\n2,\"b\n{}", "3,ccccccccccccccccccccccccccc\n".repeat(600_000));
    let says: [&'static str; 2] = ["a quote is opened in this row and never closed", "close the quote"];
    let at = |line: &'static str| [&[line], &says[..]].concat();
    vec![
        refused("a quote open in the last row", "customer_id,name\n1,a\n2,\"b\n", &at("line 3")),
        refused("a quote open in the last row without a line end", "customer_id,name\n1,a\n2,\"b", &at("line 3")),
        refused("a quote alone at the end", "customer_id,name\n1,a\n2,\"", &at("line 3")),
        refused("a quote open to the end of the file", far, &at("line 3")),
        refused("a quote open in the header", "\"customer_id,name\n1,a\n2,b\n", &at("line 1")),
        refused("three quotes", "customer_id,name\n1,a\n2,\"\"\"\n", &at("line 3")),
        refused("blank lines before the open quote", "customer_id,name\n1,a\n\n\n2,\"b\n", &at("line 5")),
        refused("a quote open in a file of carriage returns", "customer_id,name\r1,a\r2,\"b\r", &at("line 3")),
        refused("a quote open for sixteen megabytes", endless, &["line 3", "longer than 16 MiB", "close the quote"]),
    ]
}

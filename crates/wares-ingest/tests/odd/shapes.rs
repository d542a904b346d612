//! Headers, widths, blank lines, comments, and files with next to nothing in them.

use super::case::{Case, read, refused};

pub(super) fn cases() -> Vec<Case> {
    [headers(), widths(), ragged(), little(), around()].concat()
}

fn headers() -> Vec<Case> {
    let data = "1,Anna,anna@a.test\n2,Bert,bert@b.test\n3,Cleo,cleo@c.test\n";
    vec![
        read("no header", data, &["1", "2", "3"]).noting("the key is `column_1`"),
        read("no header and a key by its place", data, &["Anna", "Bert", "Cleo"]).by_key("column_2"),
        refused("no header and a key by name", data, &["no column is named `customer_id`", "`column_1`, `column_2`, `column_3`"])
            .by_key("customer_id"),
        read("no header and decimal commas", "1;2,50\n2;3,75\n3;1,10\n", &["1", "2", "3"]).noting("semicolons"),
        read("columns of one name", "customer_id,note,note\n1,a,b\n2,c,d\n", &["1", "2"]),
        read("keys of one name", "customer_id,customer_id\n1,5\n2,6\n", &["1", "2"]),
        read("keys of one name by the user's word", "customer_id,customer_id\n1,5\n2,6\n", &["1", "2"])
            .by_key("customer_id")
            .noting("the first of this name"),
        read("names that differ in case alone", "customer_id,CUSTOMER_ID\n1,5\n2,6\n", &["5", "6"]).by_key("CUSTOMER_ID"),
        read("columns without names", "customer_id,,\n1,a,b\n2,c,d\n", &["1", "2"]),
        read("no name but that of the key", ",customer_id,\na,1,b\nc,2,d\n", &["1", "2"]),
        read("a delimiter behind the header alone", "customer_id,name,\n1,a,\n2,b,\n", &["1", "2"]),
        read("spaces around names", "  customer_id  ,  name \n1,a\n2,b\n", &["1", "2"]),
        read("names with spaces and capitals", "Customer ID,Full Name\n1,a\n2,b\n", &["1", "2"]),
        read("names with punctuation", "customer-id (PK),name\n1,a\n2,b\n", &["1", "2"]).by_key("customer-id (PK)"),
        read("names of numbers beside others", "customer_id,n2024,n2025\n1,5,6\n2,7,8\n", &["1", "2"]),
        read("the header comes again", "customer_id,name\n1,a\ncustomer_id,name\n2,b\n", &["1", "2"]).but(&["3 repeats the header"]),
        read("the header comes again over keys of text", "customer_id,name\nA,a\nB,b\ncustomer_id,name\nC,c\n", &["A", "B", "C"])
            .but(&["4 repeats the header"]),
        refused("no column of that name", "customer_id,name\n1,a\n2,b\n", &["no column is named `cust_no`", "name one of `customer_id`, `name`"])
            .by_key("cust_no"),
        refused(
            "no key",
            "city,kind\nRome,a\nRome,b\nOslo,a\nOslo,b\nRome,a\n",
            &["no column is a key", "--key places.NAME=COLUMN", "`city`, `kind`"],
        )
        .in_file("places.csv"),
    ]
}

fn widths() -> Vec<Case> {
    let wide = |columns: usize| {
        let row = |first: &str, field: &dyn Fn(usize) -> String| format!("{first},{}\n", (1..columns).map(field).collect::<Vec<_>>().join(","));
        row("customer_id", &|column| format!("c{column}")) + &row("1", &|column| column.to_string()) + &row("2", &|column| format!("v{column}"))
    };
    let huge = "x".repeat(1 << 20);
    vec![
        read("one column", "customer_id\n1\n2\n3\n", &["1", "2", "3"]),
        read("one column without a header", "1\n2\n3\n", &["1", "2", "3"]),
        read("one column of text", "customer_id\nA-1\nA-2\n", &["A-1", "A-2"]),
        read("one column in quotes", "\"customer_id\"\n\"1\"\n\"2\"\n", &["1", "2"]),
        read("one column with spaces in it", "customer_id\nA 1\nA 2\n", &["A 1", "A 2"]),
        refused("one column with decimal commas", "customer_id\n1,5\n2,5\n", &["line 2", "has 2 fields, and the first row has 1", "double quotes"]),
        read("one row", "customer_id,name\n1,a\n", &["1"]),
        read("one row without a line end", "customer_id,name\n1,a", &["1"]),
        read("one field", "customer_id\n1", &["1"]),
        read("two thousand columns", wide(2_000), &["1", "2"]),
        refused("five thousand columns", wide(5_000), &["5000 columns, and at most 4096 are taken", "leave columns out"]),
        read("a field of a megabyte", format!("customer_id,name\n1,{huge}\n2,b\n"), &["1", "2"]),
        read("a quoted field of a megabyte", format!("customer_id,name\n1,\"{huge}\"\n2,b\n"), &["1", "2"]),
        read("a key of a megabyte", format!("customer_id,name\nA,a\n{huge},b\nC,c\n"), &["A", "C"])
            .but(&["3 key `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...` is longer than 1024 bytes"]),
        refused("a line of seventeen megabytes", format!("customer_id,name\n1,{}\n2,b\n", "y".repeat(17 << 20)), &["line 2", "longer than 16 MiB"]),
    ]
}

fn ragged() -> Vec<Case> {
    let rows = |odd: &str| {
        let sound = |from: u32| (from..from + 10).map(|row| format!("{row},a,b\n")).collect::<String>();
        format!("customer_id,name,city\n{}{odd}\n{}", sound(10), sound(30))
    };
    let keys: Vec<String> = (10..20).chain(30..40).map(|row| row.to_string()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    vec![
        read("a short row", rows("25,a"), &keys).but(&["12 has 2 fields rather than 3"]),
        read("a long row", rows("25,a,b,c"), &keys).but(&["12 has 4 fields rather than 3"]),
        read("a row of one word", rows("total"), &keys).but(&["12 has 1 fields rather than 3"]),
        read("a comment among the rows", rows("# the rest is of 2025"), &keys).but(&["12 has 1 fields rather than 3"]),
        read("a row of delimiters", rows(",,"), &keys),
        read("a row of too many delimiters", rows(",,,,,,"), &keys),
        read("a row of spaces", rows("   "), &keys),
        read("a row of tabs", rows("\t\t"), &keys),
        read("delimiters behind a row", rows("25,a,b,,,"), &[&keys[..10], &["25"], &keys[10..]].concat()),
        read("spaces behind a row", rows("25,a,b, , "), &[&keys[..10], &["25"], &keys[10..]].concat()),
        read("another delimiter in a row", rows("25;a;b"), &keys).but(&["12 has 1 fields rather than 3"]),
        read("delimiters behind all rows", "customer_id;name;\n1;a;\n2;b;\n", &["1", "2"]),
        read("delimiters behind all rows but the header", "customer_id,name\n1,a,\n2,b,\n", &["1", "2"]),
        refused(
            "rows longer than the header",
            "customer_id,name\n1,a,x\n2,b,y\n",
            &["line 2", "has 3 fields, and the first row has 2", "2 rows", "double quotes"],
        ),
        refused("rows shorter than the header", "customer_id,name,city\n1,a\n2,b\n", &["line 2", "has 2 fields, and the first row has 3"]),
        refused(
            "a title above the header",
            "List of customers\n\ncustomer_id,name\n1,a\n2,b\n",
            &["line 3", "the first row has 1", "lines above the header"],
        ),
    ]
}

fn little() -> Vec<Case> {
    let mut cases = vec![
        refused("header alone", "customer_id,name\n", &["has no rows"]),
        refused("header alone without a line end", "customer_id,name", &["has no rows"]),
        refused("header and blank lines", "customer_id,name\n\n\n", &["has no rows"]),
        refused("header and rows of delimiters", "customer_id,name\n,\n,\n", &["has no rows"]),
        refused("header and keys that are missing", "customer_id,name\n,a\n,b\nNULL,c\n", &["no column"]),
    ];
    let nothing = [
        ("an empty file", &b""[..]),
        ("a line end alone", b"\n"),
        ("blank lines alone", b"\r\n\r\n\r\n"),
        ("spaces alone", b"    "),
        ("a mark alone", b"\xef\xbb\xbf"),
        ("a mark of utf-16 alone", b"\xff\xfe"),
    ];
    cases.extend(nothing.map(|(name, bytes)| refused(name, bytes, &["has no text", "give a file"])));
    let next_to_nothing = [("delimiters alone", ",,,\n,,,\n"), ("quotes alone", "\"\",\"\"\n"), ("sep= alone", "sep=;\n")];
    cases.extend(next_to_nothing.map(|(name, text)| refused(name, text, &["has no rows", "give a file"])));
    cases
}

fn around() -> Vec<Case> {
    vec![
        read("blank lines above the header", "\n\n\ncustomer_id,name\n1,a\n2,b\n", &["1", "2"]),
        read("lines of spaces above the header", "   \n \ncustomer_id,name\n1,a\n2,b\n", &["1", "2"]),
        read("blank lines between rows", "customer_id,name\n\n1,a\n\n\n2,b\n\n", &["1", "2"]),
        read("a comment above the header", "# exported 2026-11-23\ncustomer_id,name\n1,a\n1,b\n2,c\n", &["1", "2"])
            .but(&["4 key `1` stands here again"]),
        read("comments with delimiters above the header", "# a, b, c\n#\ncustomer_id,name\n1,a\n2,b\n", &["1", "2"]),
        read("a comment behind sep=", "sep=;\n# a\ncustomer_id;name\n1;a\n2;b\n", &["1", "2"]),
        read("a header that begins with #", "#customer_id,name\n1,a\n2,b\n", &["1", "2"]),
        read("keys that begin with #", "customer_id,name\n#1,a\n#2,b\n", &["#1", "#2"]),
        read("spaces around all fields", "customer_id , name\n 1 , a\n 2 , b\n", &["1", "2"]),
        read("tabs around fields", "customer_id,name\n\t1\t,a\n\t2\t,b\n", &["1", "2"]),
        read("spaces that do not break", "customer_id,name\n\u{a0}1\u{a0},a\n2,b\n", &["1", "2"]),
    ]
}

//! Files that are no tables of rows, whatever they are called.

use super::case::{Case, read, refused};

pub(super) fn cases() -> Vec<Case> {
    let random: Vec<u8> = (0..4_096_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    vec![
        refused("a workbook", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", &["is a workbook or a zip archive", "save the sheet as CSV"]),
        refused("an empty zip archive", b"PK\x05\x06\0\0\0\0", &["is an empty zip archive"]),
        refused("a workbook of an old kind", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &["of an old kind", "save the sheet as CSV"]),
        refused("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["is a picture"]),
        refused("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF\0", &["is a picture"]),
        refused("a moving picture", b"GIF89a\x01\0\x01\0", &["is a picture"]),
        refused("a document", b"%PDF-1.7\n%\xe2\xe3", &["is a PDF document"]),
        refused("a text with formats", b"{\\rtf1\\ansi customer_id,name}", &["(RTF)", "plain text"]),
        refused("a parquet file", b"PAR1\x15\x04\x15\x10", &["is a Parquet file"]),
        refused("an arrow file", b"ARROW1\0\0", &["is an Arrow file"]),
        refused("a database", b"SQLite format 3\0\x10\0", &["is a SQLite database", "sqlite3 -csv -header"]),
        refused("bzip2", b"BZh91AY&SY", &["is compressed by bzip2", "unpack it"]),
        refused("xz", b"\xfd7zXZ\0\0\x04", &["is compressed by xz", "unpack it"]),
        refused("an archive of 7-zip", b"7z\xbc\xaf\x27\x1c\0\x04", &["7-Zip", "unpack it"]),
        refused("a rar archive", b"Rar!\x1a\x07\x01\0", &["is a RAR archive", "unpack it"]),
        refused("random bytes", random, &["is no text"]),
        refused("zero bytes", [0_u8; 512], &["is no text"]),
        refused("a web page", "<!DOCTYPE html>\n<html><body>404, Not Found</body></html>\n", &["is a web page", "browser"]),
        refused("a table of a web page", "<table><tr><td>1</td></tr></table>", &["is a web page"]),
        refused("a web page behind a mark", "\u{feff}\r\n <HTML>\n<p>Log in, please</p>", &["is a web page"]),
        refused("xml", "<?xml version=\"1.0\"?>\n<customers><customer id=\"1\"/></customers>", &["is XML"]),
        refused("json", "{\"customers\": [{\"id\": 1}]}", &["is JSON", "a row for each record"]),
        refused("a list of json", "[\n  {\"customer_id\": 1}\n]", &["is JSON"]),
        refused("lines of json", "{\"customer_id\": 1}\n{\"customer_id\": 2}\n", &["is JSON"]),
        refused(
            "statements of sql",
            "-- dump\n\nCREATE TABLE customers (id INT);\nINSERT INTO customers VALUES (1);\n",
            &["is SQL", "export the table"],
        ),
        refused("rows of sql", "INSERT INTO customers VALUES (1, 'a');\n", &["is SQL"]),
        read("a column that begins with a brace", "customer_id,{name}\n1,a\n2,b\n", &["1", "2"]),
        read("keys in brackets", "[customer_id],[name]\n1,a\n2,b\n", &["1", "2"]),
        read("names of columns that are words of sql", "customer_id,select,create table\n1,a,b\n2,c,d\n", &["1", "2"]),
        read("fields of html", "customer_id,name\n1,<b>a</b>\n2,<html>\n", &["1", "2"]),
    ]
}

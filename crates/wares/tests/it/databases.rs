//! A shop with all tables under the classicmodels schema, foreign keys enforced, in SQLite, PostgreSQL and MariaDB, and the ten well-known queries on it.
//!
//! Servers are found at `WARES_TEST_POSTGRES_URL` and `WARES_TEST_MYSQL_URL`, or on this machine, and are spoken to by their own clients. Where there is
//! none the test says so and passes, unless `CI=true`.

use std::{
    env, fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use rusqlite::{Connection, types::Value};
use wares::{
    run::{Options, Progress, run},
    shop::Size,
};

use crate::{common::records, ledger::whole};

/// Parents before children, with the names of classicmodels.
const TABLES: [(&str, &str); 11] = [
    ("product_lines", "productlines"),
    ("products", "products"),
    ("offices", "offices"),
    ("employees", "employees"),
    ("customers", "customers"),
    ("payments", "payments"),
    ("orders", "orders"),
    ("order_details", "orderdetails"),
    ("shipments", "shipments"),
    ("returns", "returns"),
    ("stock_movements", "stockmovements"),
];

const SIZE: Size = Size { products: 120, customers: 300, orders: 1_500 };

/// A dialect of SQL, and a way to run it.
trait Database {
    fn dialect(&self) -> Dialect;
    /// Runs statements; the message of the database where one fails.
    fn run(&mut self, sql: &str) -> Result<(), String>;
    fn rows(&mut self, query: &str) -> Vec<Vec<String>>;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Dialect {
    Sqlite,
    Postgres,
    Mysql,
}

impl Dialect {
    fn schema(self, text: &str) -> String {
        match self {
            Self::Postgres => text.replace("mediumtext", "text").replace("mediumblob", "bytea"),
            Self::Sqlite | Self::Mysql => text.to_owned(),
        }
    }

    /// A query of MariaDB in this dialect.
    fn query(self, text: &str) -> String {
        let year = |column: &str| match self {
            Self::Sqlite => format!("CAST(strftime('%Y', {column}) AS INTEGER)"),
            Self::Postgres => format!("EXTRACT(YEAR FROM {column})"),
            Self::Mysql => format!("YEAR({column})"),
        };
        let mut text = text.replace("YEAR(orderDate)", &year("orderDate")).replace("YEAR(shippedDate)", &year("shippedDate"));
        if self == Self::Postgres {
            text = text
                .replace("HAVING total >", "HAVING SUM(quantityOrdered * priceEach) >")
                .replace("HAVING year >", "HAVING EXTRACT(YEAR FROM orderDate) >");
        }
        if self == Self::Mysql { text } else { text.replace('`', "\"") }
    }
}

/// All rows of a table as statements.
fn inserts(table: &str, text: &str) -> String {
    let rows = records(text);
    let columns: Vec<String> = rows[0].iter().map(|name| name.clone().unwrap()).collect();
    let quoted = |field: &Option<String>| field.as_ref().map_or_else(|| "NULL".to_owned(), |text| format!("'{}'", text.replace('\'', "''")));
    let mut sql = String::new();
    for chunk in rows[1..].chunks(500) {
        let values: Vec<String> = chunk.iter().map(|row| format!("({})", row.iter().map(quoted).collect::<Vec<_>>().join(","))).collect();
        sql += &format!("INSERT INTO {table} ({}) VALUES {};\n", columns.join(","), values.join(","));
    }
    sql
}

/// Loads a shop and asks the ten queries.
fn check_database(database: &mut dyn Database) {
    let dialect = database.dialect();
    let folder = tempfile::tempdir().unwrap();
    let (template, checked) = whole("scale model cars", &[("US", 0.7), ("DE", 0.2), ("FR", 0.1)], SIZE);
    run(&template, &checked, folder.path(), &Options::default(), &Progress::default()).unwrap();
    database.run(&dialect.schema(include_str!("classicmodels_all.sql"))).unwrap();
    let mut lines = 0;
    for (file, table) in TABLES {
        let text = fs::read_to_string(folder.path().join(format!("{file}.csv"))).unwrap();
        database.run(&inserts(table, &text)).unwrap_or_else(|error| panic!("{dialect:?}, {table}: {error}"));
        let rows = database.rows(&format!("SELECT COUNT(*) FROM {table}"))[0][0].parse::<u64>().unwrap();
        assert_eq!(rows as usize, records(&text).len() - 1, "{dialect:?}, {table}");
        if file == "order_details" {
            lines = rows as usize;
        }
    }
    let refused = database.run("INSERT INTO orderdetails VALUES (1, 'no such product', 1, 1, 1);");
    assert!(refused.is_err(), "{dialect:?} does not look at foreign keys");
    check_queries(database, lines);
}

fn number(text: &str) -> i64 {
    text.split('.').next().unwrap().parse().unwrap_or_else(|_| panic!("`{text}` is not a number"))
}

fn falls(rows: &[Vec<String>], column: usize) -> bool {
    rows.windows(2).all(|pair| number(&pair[0][column]) >= number(&pair[1][column]))
}

/// The ten queries of the tutorials; years and amounts are those of this shop. What comes back makes sense.
fn check_queries(database: &mut dyn Database, lines: usize) {
    let dialect = database.dialect();
    let mut ask = |query: &str| database.rows(&dialect.query(query));
    let most = ask(
        "SELECT customerName, COUNT(*) AS total FROM customers INNER JOIN orders USING (customerNumber) GROUP BY customerName ORDER BY total DESC LIMIT 5",
    );
    assert!(most.len() == 5 && falls(&most, 1) && number(&most[0][1]) >= 15, "{most:?}");
    let large = ask(
        "SELECT orderNumber, SUM(quantityOrdered) AS itemsCount, SUM(quantityOrdered * priceEach) AS total FROM orderdetails GROUP BY orderNumber HAVING total > 600",
    );
    assert!(!large.is_empty() && large.len() < 400 && large.iter().all(|row| number(&row[2]) >= 600 && number(&row[1]) > 1), "{large:?}");
    let years = ask(
        "SELECT YEAR(orderDate) AS year, SUM(quantityOrdered * priceEach) AS total FROM orders INNER JOIN orderdetails USING (orderNumber) WHERE status = 'Shipped' GROUP BY YEAR(orderDate) HAVING year > 2024 ORDER BY 1",
    );
    assert_eq!(years.iter().map(|row| number(&row[0])).collect::<Vec<_>>(), [2025, 2026]);
    assert!(years.iter().all(|row| number(&row[1]) > 20_000), "{years:?}");
    let without = ask(
        "SELECT c.customerNumber, c.customerName, o.orderNumber, o.status FROM customers c LEFT JOIN orders o ON c.customerNumber = o.customerNumber WHERE o.orderNumber IS NULL",
    );
    let with = ask("SELECT COUNT(DISTINCT customerNumber) FROM orders");
    assert_eq!(without.len() as i64 + number(&with[0][0]), 300);
    assert!(!without.is_empty());
    let named = ask(
        "SELECT o.orderNumber, o.orderDate, d.orderLineNumber, p.productName, d.quantityOrdered, d.priceEach FROM orders o INNER JOIN orderdetails d USING (orderNumber) INNER JOIN products p USING (productCode) ORDER BY o.orderNumber, d.orderLineNumber",
    );
    assert!(named.len() == lines && named[0][0] == "10100" && named[0][2] == "1", "{} of {lines}", named.len());
    let reports = ask(
        "SELECT CONCAT(m.lastName, ', ', m.firstName) AS Manager, CONCAT(e.lastName, ', ', e.firstName) AS `Direct report` FROM employees e INNER JOIN employees m ON m.employeeNumber = e.reportsTo ORDER BY Manager, `Direct report`",
    );
    let managers: std::collections::BTreeSet<&String> = reports.iter().map(|row| &row[0]).collect();
    assert!(reports.len() == 22 && (3..10).contains(&managers.len()), "{reports:?}");
    let dear = ask(
        "SELECT p.productName, p.buyPrice FROM products p WHERE p.buyPrice > (SELECT AVG(buyPrice) FROM products WHERE productLine = p.productLine) ORDER BY p.productName",
    );
    assert!((20..80).contains(&dear.len()), "{} of 120", dear.len());
    let best = ask(
        "SELECT productCode, ROUND(SUM(quantityOrdered * priceEach)) AS sales FROM orderdetails INNER JOIN orders USING (orderNumber) WHERE YEAR(shippedDate) = 2025 GROUP BY productCode ORDER BY sales DESC LIMIT 5",
    );
    assert!(best.len() == 5 && falls(&best, 1) && number(&best[4][1]) > 500, "{best:?}");
    let statuses = ask(
        "SELECT status, COUNT(*) AS orders, SUM(CASE WHEN shippedDate > requiredDate THEN 1 ELSE 0 END) AS late FROM orders GROUP BY status ORDER BY orders DESC",
    );
    assert!(statuses.len() >= 4 && statuses[0][0] == "Shipped", "{statuses:?}");
    assert_eq!(statuses.iter().map(|row| number(&row[1])).sum::<i64>(), 1_500);
    assert!(statuses.iter().all(|row| number(&row[2]) * 5 <= number(&row[1])), "{statuses:?}");
    let reps = ask(
        "WITH t AS (SELECT c.customerNumber, c.salesRepEmployeeNumber, SUM(d.quantityOrdered * d.priceEach) AS sales FROM customers c INNER JOIN orders o USING (customerNumber) INNER JOIN orderdetails d USING (orderNumber) GROUP BY c.customerNumber, c.salesRepEmployeeNumber) SELECT CONCAT(e.firstName, ' ', e.lastName) AS salesRep, COUNT(*) AS customers, ROUND(SUM(t.sales), 2) AS sales, RANK() OVER (ORDER BY SUM(t.sales) DESC) AS r FROM t INNER JOIN employees e ON e.employeeNumber = t.salesRepEmployeeNumber GROUP BY e.employeeNumber, e.firstName, e.lastName ORDER BY r",
    );
    assert!(reps.len() >= 15 && falls(&reps, 2) && reps[0][3] == "1", "{reps:?}");
}

struct Sqlite(Connection);

impl Database for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn run(&mut self, sql: &str) -> Result<(), String> {
        self.0.execute_batch(sql).map_err(|error| error.to_string())
    }

    fn rows(&mut self, query: &str) -> Vec<Vec<String>> {
        let mut statement = self.0.prepare(query).unwrap();
        let columns = statement.column_count();
        let text = |value: Value| match value {
            Value::Null => String::new(),
            Value::Integer(number) => number.to_string(),
            Value::Real(number) => number.to_string(),
            Value::Text(text) => text,
            Value::Blob(_) => panic!("no query reads a blob"),
        };
        let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column).map(text)).collect()).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

/// A server behind its own client.
struct Client {
    dialect: Dialect,
    program: &'static str,
    arguments: Vec<String>,
    password: Option<(&'static str, String)>,
    /// What stands before every batch of statements: where the tables are.
    preamble: String,
}

impl Client {
    fn output(&self, sql: &str) -> Result<String, String> {
        let mut command = Command::new(self.program);
        command.args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some((name, value)) = &self.password {
            command.env(name, value);
        }
        let mut child = command.spawn().map_err(|error| format!("`{}` does not start: {error}", self.program))?;
        let mut input = child.stdin.take().unwrap();
        let text = format!("{}{sql}\n", self.preamble);
        let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        // A client that stops at an error does not read on; what it says counts.
        let _ = writer.join();
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }
}

impl Database for Client {
    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn run(&mut self, sql: &str) -> Result<(), String> {
        self.output(sql).map(drop)
    }

    fn rows(&mut self, query: &str) -> Vec<Vec<String>> {
        let text = self.output(&format!("{query};")).unwrap_or_else(|error| panic!("{query}: {error}"));
        text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }
}

/// Makes a place of its own on a server, checks there, and takes it away again.
fn check_server(mut client: Client, (make, enter, drop): (&str, &str, &str)) {
    if let Err(error) = client.output("SELECT 1;") {
        assert!(env::var_os("CI").is_none_or(|value| value != "true"), "{:?} is not to be had: {error}", client.dialect);
        eprintln!("SKIPPED: {:?} is not to be had: {error}", client.dialect);
        return;
    }
    let name = format!("wares_{}", tempfile::tempdir().unwrap().path().file_name().unwrap().to_string_lossy().trim_start_matches('.').to_lowercase());
    client.run(&make.replace("{}", &name)).unwrap();
    let before = client.preamble.clone();
    client.preamble = before.clone() + &enter.replace("{}", &name);
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check_database(&mut client)));
    client.preamble = before;
    client.run(&drop.replace("{}", &name)).unwrap();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn all_tables_load_into_sqlite_under_the_classicmodels_schema_and_the_ten_queries_make_sense() {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    let mut sqlite = Sqlite(connection);
    check_database(&mut sqlite);
    assert_eq!(sqlite.rows("SELECT COUNT(*) FROM pragma_foreign_key_check"), [["0"]]);
}

#[test]
fn all_tables_load_into_postgresql_under_the_classicmodels_schema_and_the_ten_queries_make_sense() {
    let url = env::var("WARES_TEST_POSTGRES_URL").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/test".to_owned());
    let arguments = [url.as_str(), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--field-separator=\t", "--set=ON_ERROR_STOP=1"];
    let client = Client {
        dialect: Dialect::Postgres,
        program: "psql",
        arguments: arguments.map(str::to_owned).to_vec(),
        password: None,
        preamble: String::new(),
    };
    check_server(client, ("CREATE SCHEMA {};", "SET search_path TO {};\n", "SET client_min_messages TO warning; DROP SCHEMA {} CASCADE;"));
}

#[test]
fn all_tables_load_into_mariadb_under_the_classicmodels_schema_and_the_ten_queries_make_sense() {
    let url = env::var("WARES_TEST_MYSQL_URL").unwrap_or_else(|_| "mysql://root@127.0.0.1:3306/test".to_owned());
    let rest = url.strip_prefix("mysql://").expect("WARES_TEST_MYSQL_URL begins with mysql://");
    let (user, place) = rest.rsplit_once('@').unwrap_or(("root", rest));
    let (user, password) = user.split_once(':').map_or((user, None), |(user, password)| (user, Some(password)));
    let host = place.split('/').next().unwrap_or("127.0.0.1");
    let (host, port) = host.split_once(':').unwrap_or((host, "3306"));
    let program = ["/usr/bin/mariadb", "/usr/local/bin/mariadb"].into_iter().find(|path| Path::new(path).exists()).unwrap_or("mysql");
    let client = Client {
        dialect: Dialect::Mysql,
        program,
        arguments: [&format!("--host={host}"), &format!("--port={port}"), &format!("--user={user}")]
            .into_iter()
            .map(String::as_str)
            .chain(["--protocol=tcp", "--batch", "--skip-column-names", "--default-character-set=utf8mb4"])
            .map(str::to_owned)
            .collect(),
        password: password.map(|password| ("MYSQL_PWD", password.to_owned())),
        preamble: "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ONLY_FULL_GROUP_BY';\n".to_owned(),
    };
    check_server(client, ("CREATE DATABASE {} CHARACTER SET utf8mb4;", "USE {};\n", "DROP DATABASE {};"));
}

//! E-mail addresses made from names, on domains that nobody can own (RFC 2606).

use super::{Person, lists::Lists};
use crate::{key::Key, permute::Growing};

/// Who carries the mail. Each name stands before each of the endings.
const POSTS: [&str; 24] = [
    "mail",
    "post",
    "inbox",
    "home",
    "web",
    "family",
    "letters",
    "note",
    "quickmail",
    "bluepost",
    "mailbarn",
    "letterbox",
    "skymail",
    "postway",
    "inkmail",
    "mailhaven",
    "riverpost",
    "openmail",
    "mymail",
    "brightbox",
    "fastnote",
    "mailfield",
    "lanternpost",
    "clearmail",
];
const ENDINGS: [&str; 4] = [".example", ".example.com", ".example.net", ".example.org"];
const DOMAINS: u64 = POSTS.len() as u64 * ENDINGS.len() as u64;

/// The addresses of a table: no two are alike.
pub(crate) struct Emails {
    form: Key,
    numbers: Growing,
}

impl Emails {
    pub(crate) fn new(key: &dyn Fn(&str) -> Key) -> Self {
        Self { form: key("latent:email"), numbers: Growing::new(key("latent:email_number")) }
    }

    pub(crate) fn write(&self, lists: &Lists, person: &Person, out: &mut String) {
        let (given, family) = (lists.given_mail.value(person.given as usize), lists.family_mail.value(person.family as usize));
        let parts = match self.form.draw(person.row).below(10) {
            0..4 => [given, ".", family],
            4 | 5 => [given, "", family],
            6 => [given, "_", family],
            7 => [family, ".", given],
            // Local parts are ASCII, so that their first byte is their first letter.
            8 => [&given[..1], "", family],
            _ => [given, "", &family[..1]],
        };
        out.extend(parts);
        // The pair of number and domain is different for every customer.
        let place = self.numbers.at(person.row);
        let (number, domain) = (place / DOMAINS, (place % DOMAINS) as usize);
        if number > 0 {
            out.push_str(itoa::Buffer::new().format(number));
        }
        out.push('@');
        out.push_str(POSTS[domain / ENDINGS.len()]);
        out.push_str(ENDINGS[domain % ENDINGS.len()]);
    }
}

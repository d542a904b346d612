//! The template format's version, and the way of older templates to it.

use serde_json::Value;

use crate::place::{Place, Problem};

/// The version that this build writes.
pub const CURRENT: u32 = 1;

/// One step: a template of one version, changed in place to the next.
type Upgrade = fn(&mut Value);

/// `UPGRADES[n]` takes version `n + 1` to version `n + 2`. A new format version appends one step.
const UPGRADES: [Upgrade; (CURRENT - 1) as usize] = [];

/// Brings an older document to the current version; says so where it is newer than this build, or has no version.
pub fn upgrade(document: &mut Value) -> Result<(), Problem> {
    let at = Place::root().field("version");
    let Some(typed) = document.get("version") else {
        return Err(Problem::new(at, "missing").hint(format!("add `\"version\": {CURRENT}`")));
    };
    let Some(found) = typed.as_u64().filter(|version| *version >= 1) else {
        return Err(Problem::new(at, format!("`{typed}` is not a format version")).hint(format!("the newest is {CURRENT}")));
    };
    if found > u64::from(CURRENT) {
        let message = format!("`{found}` is newer than this build reads, {CURRENT}");
        return Err(Problem::new(at, message).hint("install a newer Wares, or export the template for this version"));
    }
    for step in &UPGRADES[(found - 1) as usize..] {
        step(document);
    }
    document["version"] = CURRENT.into();
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_template_of_this_version_is_left_alone() {
        let mut document = json!({ "version": CURRENT, "name": "x" });
        let before = document.clone();
        upgrade(&mut document).unwrap();
        assert_eq!(document, before);
    }

    #[test]
    fn a_version_that_is_newer_or_none_is_refused() {
        for document in [json!({}), json!({ "version": 99 }), json!({ "version": "1" }), json!({ "version": 0 })] {
            assert!(upgrade(&mut document.clone()).is_err(), "{document}");
        }
    }
}

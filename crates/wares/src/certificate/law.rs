//! Laws, and how often each was looked at and broken.

/// One law of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The table in whose rows it was looked at.
    pub table: &'static str,
    /// What must hold.
    pub law: &'static str,
    /// How often it was looked at.
    pub checked: u64,
    /// How often it does not hold.
    pub wrong: u64,
    /// The first places where it does not, with what was found.
    pub examples: Vec<String>,
}

/// So many places of each law are shown.
const EXAMPLES: usize = 3;

/// All laws looked at, in the order in which they were first met.
#[derive(Debug, Default)]
pub(super) struct Laws {
    found: Vec<Finding>,
}

impl Laws {
    /// Counts one look at a law; `place` says where it does not hold, and what is there.
    pub(super) fn look(&mut self, table: &'static str, law: &'static str, holds: bool, place: impl FnOnce() -> String) {
        // The laws of the table at hand stand at the end; there are a few dozen at most.
        let known = self.found.iter().rposition(|finding| finding.table == table && finding.law == law);
        let index = known.unwrap_or_else(|| {
            self.found.push(Finding { table, law, checked: 0, wrong: 0, examples: Vec::new() });
            self.found.len() - 1
        });
        let finding = &mut self.found[index];
        finding.checked += 1;
        if !holds {
            finding.wrong += 1;
            if finding.examples.len() < EXAMPLES {
                finding.examples.push(place());
            }
        }
    }

    pub(super) fn findings(self) -> Vec<Finding> {
        self.found
    }
}

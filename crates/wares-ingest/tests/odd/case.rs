//! One odd file with what is right for it.

use wares_ingest::{
    IngestError,
    packing::unpack,
    parent::{self, Asked, Parent},
};

use super::laws;

/// A file of the user, by its bytes.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    outcome: Outcome,
    file: &'static str,
    asked: Asked,
}

#[derive(Clone)]
enum Outcome {
    /// The keys in order, the rejected rows as `line reason`, and parts of the notes.
    Read { keys: Vec<String>, rejects: Vec<String>, notes: Vec<&'static str> },
    /// Parts of the error and of what to do.
    Refused(Vec<&'static str>),
}

/// A file that is read: `customers.csv` with these keys and no row left out.
pub(super) fn read(name: &str, bytes: impl AsRef<[u8]>, keys: &[&str]) -> Case {
    let keys = keys.iter().map(ToString::to_string).collect();
    Case {
        name: name.to_owned(),
        bytes: bytes.as_ref().to_vec(),
        outcome: Outcome::Read { keys, rejects: Vec::new(), notes: Vec::new() },
        file: "customers.csv",
        asked: Asked::default(),
    }
}

/// A file that is refused with an error that says all this.
pub(super) fn refused(name: &str, bytes: impl AsRef<[u8]>, says: &[&'static str]) -> Case {
    Case { outcome: Outcome::Refused(says.to_vec()), ..read(name, bytes, &[]) }
}

impl Case {
    /// Rows are left out: each as `line reason`.
    pub(super) fn but(self, told: &[&str]) -> Self {
        match self.outcome {
            Outcome::Read { keys, notes, .. } => {
                Self { outcome: Outcome::Read { keys, rejects: told.iter().map(ToString::to_string).collect(), notes }, ..self }
            }
            Outcome::Refused(_) => self,
        }
    }

    /// A note says this.
    pub(super) fn noting(mut self, part: &'static str) -> Self {
        if let Outcome::Read { notes, .. } = &mut self.outcome {
            notes.push(part);
        }
        self
    }

    /// The file has this name.
    pub(super) fn in_file(self, file: &'static str) -> Self {
        Self { file, ..self }
    }

    /// The user says which column is the key.
    pub(super) fn by_key(self, column: &str) -> Self {
        Self { asked: Asked { key: Some(column.to_owned()), ..self.asked }, ..self }
    }

    /// What was read of it.
    pub(super) fn parent(&self) -> Result<Parent, IngestError> {
        parent::read(self.file, || unpack(self.file, &self.bytes[..]), &self.asked)
    }

    /// What is wrong, if anything.
    fn fault(&self) -> Option<String> {
        match (self.parent(), &self.outcome) {
            (Ok(parent), Outcome::Read { keys, rejects, notes }) => {
                let found = laws::keys(&parent);
                let told: Vec<String> = parent.rejects.iter().map(|reject| format!("{} {}", reject.line, reject.reason)).collect();
                let text = parent.notes.join("\n");
                if found != *keys {
                    return Some(format!("keys {found:?} rather than {keys:?}\n{text}\n{told:?}"));
                }
                if told != *rejects {
                    return Some(format!("left out {told:#?} rather than {rejects:#?}"));
                }
                notes.iter().find(|part| !text.contains(**part)).map(|part| format!("`{part}` is not noted in\n{text}"))
            }
            (Err(error), Outcome::Refused(says)) => {
                let text = format!("{error}\n{}", error.hint());
                says.iter().find(|part| !text.contains(**part)).map(|part| format!("`{part}` is not said in\n{text}"))
            }
            (Ok(parent), Outcome::Refused(_)) => Some(format!("read rather than refused: keys {:?}\n{:?}", laws::keys(&parent), parent.notes)),
            (Err(error), Outcome::Read { .. }) => Some(format!("refused rather than read: {error}\n{}", error.hint())),
        }
    }
}

/// Checks cases, and shows all that fail.
pub(super) fn check_all(cases: &[Case]) {
    let faults: Vec<String> = cases.iter().filter_map(|case| case.fault().map(|fault| format!("{}: {fault}", case.name))).collect();
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n\n"));
}

//! A model at a provider: asks, tries again, asks again with the errors, keeps to the budget.
//!
//! Start at [`Remote`]. A question ends in a value that is valid under its schema or in a clear error, within the deadline.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use serde_json::Value;

use crate::{
    Config, Form, Model, ModelError, Prices, Reply, Request, Usage,
    answer::Judge,
    budget::{Budget, Spent, most_tokens, worst_case},
    config::Provider,
    is_named_small,
    purse::Purse,
    wire::{
        Answer, Ask, Fault, Wire,
        native::Native,
        openai::OpenAi,
        retry::{self, Clock, MachineClock, Patience, Verdict},
    },
};

/// Told how many bytes of the current answer have come.
pub type Progress = dyn Fn(u64) + Send + Sync;

/// An invalid answer is asked again so often.
const MOST_REPAIRS: u32 = 2;

/// How a model is asked; the default has no limits beyond those of [`Patience`].
#[derive(Default)]
pub struct Options {
    /// What the run may use.
    pub budget: Budget,
    /// How long and how often is tried.
    pub patience: Patience,
    /// Told the bytes received, for a display; chat completions only.
    pub progress: Option<std::sync::Arc<Progress>>,
    /// Another clock, for tests.
    pub clock: Option<Box<dyn Clock>>,
}

/// A model at a provider. May be shared among threads; must not be asked from asynchronous code.
pub struct Remote {
    config: Config,
    wire: Box<dyn Wire>,
    patience: Patience,
    clock: Box<dyn Clock>,
    purse: Purse,
    /// The place in [`Wire::forms`] that this model takes, as it turned out in this run.
    form: Mutex<usize>,
}

impl Remote {
    /// A model as configured; asks nothing yet.
    ///
    /// # Errors
    /// [`ModelError::Unavailable`] after 0 tries when the address cannot be read or TLS cannot be set up.
    pub fn new(config: Config, options: Options) -> Result<Self, ModelError> {
        let wire = match config.provider {
            Provider::OpenAi => OpenAi::new(&config, options.progress.clone()).map(|wire| Box::new(wire) as Box<dyn Wire>),
            Provider::Anthropic | Provider::Gemini => Native::new(&config).map(|wire| Box::new(wire) as Box<dyn Wire>),
        };
        let wire = wire.map_err(|reason| ModelError::Unavailable { model: config.model.clone(), tries: 0, reason: config.key.scrub(&reason) })?;
        Ok(Self::over(wire, config, options))
    }

    fn over(wire: Box<dyn Wire>, config: Config, options: Options) -> Self {
        let price = Prices::built_in().at(&config);
        let clock = options.clock.unwrap_or_else(|| Box::new(MachineClock::default()));
        let purse = Purse::new(options.budget, price);
        Self { config, wire, patience: options.patience, clock, purse, form: Mutex::new(0) }
    }

    /// What all calls of this run used, failed ones included; calls that may have been charged and were never counted, at their worst case.
    pub fn spent(&self) -> Spent {
        self.purse.spent()
    }

    /// The form of schema that this model takes, as far as this run knows.
    pub fn form(&self) -> Form {
        self.wire.forms()[self.form_index()]
    }

    fn form_index(&self) -> usize {
        *self.form.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a form up that the model does not take; false when it was the last.
    fn next_form(&self, refused: usize) -> bool {
        let mut form = self.form.lock().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have given it up already.
        if *form == refused {
            if refused + 1 >= self.wire.forms().len() {
                return false;
            }
            *form += 1;
        }
        true
    }
}

impl Model for Remote {
    fn name(&self) -> &str {
        &self.config.model
    }

    fn is_small(&self) -> bool {
        is_named_small(&self.config.model)
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        let model = self.config.model.clone();
        let judge = Judge::new(&request.schema).map_err(|reason| ModelError::Invalid { model, tries: 0, reason })?;
        Talk { remote: self, request, judge, started: self.clock.now(), usage: Usage::default(), failures: 0, complaints: Vec::new() }.run()
    }
}

/// One question until it is answered.
struct Talk<'a> {
    remote: &'a Remote,
    request: &'a Request,
    judge: Judge,
    started: Duration,
    usage: Usage,
    /// Calls in a row that failed on the way.
    failures: u32,
    /// What was wrong with each answer so far.
    complaints: Vec<String>,
}

impl Talk<'_> {
    fn run(mut self) -> Result<Reply, ModelError> {
        loop {
            let form = self.remote.form_index();
            if let Some(value) = self.once(form)? {
                return Ok(Reply { value, usage: self.usage });
            }
        }
    }

    /// One call and what follows from it: a value, or none when the next call is to be made.
    fn once(&mut self, form: usize) -> Result<Option<Value>, ModelError> {
        let remote = self.remote;
        let left = remote.patience.deadline.saturating_sub(remote.clock.now().saturating_sub(self.started));
        if left.is_zero() {
            return Err(self.unavailable("the time for this question is over"));
        }
        let user = self.user(remote.wire.forms()[form]);
        let (prompt, completion) = self.worst_case(&user);
        let aside = remote.purse.set_aside(prompt, completion)?;
        let ask = Ask {
            system: &self.request.system,
            user: &user,
            schema_name: &self.request.schema_name,
            schema: &self.request.schema,
            form: remote.wire.forms()[form],
            max_tokens: self.request.max_tokens,
            temperature_percent: self.request.temperature_percent,
            against_repeats_percent: self.request.against_repeats_percent,
            // The same question again with the same seed would get the same wrong answer.
            seed: self.request.seed.wrapping_add(self.complaints.len() as u64),
            timeout: remote.patience.call.min(left),
        };
        match remote.wire.call(&ask) {
            Ok(answer) => {
                let (prompt, completion) = answer.tokens.unwrap_or((prompt, completion));
                remote.purse.settle(aside, prompt, completion);
                self.usage += Usage { calls: 1, cached: 0, prompt_tokens: prompt, completion_tokens: completion };
                self.failures = 0;
                self.read(&answer)
            }
            Err(fault) => {
                match fault {
                    Fault::Status { .. } | Fault::Unreachable(_) => remote.purse.settle(aside, 0, 0),
                    // It may have been charged, and nobody says how much: the worst case stays.
                    Fault::Broken(_) | Fault::Garbled(_) => remote.purse.settle(aside, prompt, completion),
                }
                self.recover(&fault, form).map(|()| None)
            }
        }
    }

    /// The question, with the schema in words where nothing else tells it, and with what was wrong before.
    fn user(&self, form: Form) -> String {
        let mut user = self.request.user.clone();
        if form == Form::Words || !self.complaints.is_empty() {
            user.push_str(&format!("\n\nAnswer with one JSON value and nothing else, valid under this JSON Schema:\n{}", self.request.schema));
        }
        if let Some(complaint) = self.complaints.last() {
            user.push_str(&format!("\n\nYour last answer was not valid: {complaint}\nAnswer again, in full, without these mistakes."));
        }
        user
    }

    fn worst_case(&self, user: &str) -> (u64, u64) {
        let (prompt, completion) = worst_case(self.request);
        (prompt + most_tokens(&user[self.request.user.len()..]), completion)
    }

    fn read(&mut self, answer: &Answer) -> Result<Option<Value>, ModelError> {
        if let Some(reason) = &answer.declined {
            return Err(ModelError::Declined { model: self.remote.config.model.clone(), reason: self.remote.config.key.scrub(reason) });
        }
        if answer.cut {
            return self.complain("it was cut off at the most tokens; be shorter".to_owned()).map(|()| None);
        }
        match self.judge.read(&answer.text) {
            Ok(value) => Ok(Some(value)),
            Err(reason) => self.complain(reason).map(|()| None),
        }
    }

    /// Notes what is wrong with an answer; an error when it has been asked often enough.
    fn complain(&mut self, reason: String) -> Result<(), ModelError> {
        self.complaints.push(reason);
        let tries = u32::try_from(self.complaints.len()).unwrap_or(u32::MAX);
        if tries <= MOST_REPAIRS {
            return Ok(());
        }
        let reason = self.complaints.last().map(|reason| self.remote.config.key.scrub(reason)).unwrap_or_default();
        Err(ModelError::Invalid { model: self.remote.config.model.clone(), tries, reason })
    }

    /// Decides what follows a fault: the next call, perhaps after a wait, or an error.
    fn recover(&mut self, fault: &Fault, form: usize) -> Result<(), ModelError> {
        let remote = self.remote;
        if let Fault::Status { status, body, .. } = fault
            && remote.wire.adapt(*status, body)
        {
            return Ok(());
        }
        match retry::judge(fault) {
            Verdict::Form if remote.next_form(form) => Ok(()),
            Verdict::Form | Verdict::Refused => Err(self.refused(fault)),
            Verdict::Declined => Err(ModelError::Declined { model: remote.config.model.clone(), reason: self.words(fault) }),
            Verdict::Garbled => self.complain(self.words(fault)),
            Verdict::Again { not_before } => self.wait(fault, not_before),
        }
    }

    fn wait(&mut self, fault: &Fault, not_before: Option<Duration>) -> Result<(), ModelError> {
        let remote = self.remote;
        self.failures += 1;
        if self.failures >= remote.patience.tries {
            return Err(self.unavailable(&self.words(fault)));
        }
        let wait = retry::wait(&remote.patience, self.failures, retry::jitter()).max(not_before.unwrap_or_default());
        let used = remote.clock.now().saturating_sub(self.started);
        if used.saturating_add(wait) >= remote.patience.deadline {
            let reason = format!("{}; waiting {} s more would pass the deadline", self.words(fault), wait.as_secs());
            return Err(self.unavailable(&reason));
        }
        remote.clock.sleep(wait);
        Ok(())
    }

    fn refused(&self, fault: &Fault) -> ModelError {
        let status = if let Fault::Status { status, .. } = fault { *status } else { 0 };
        ModelError::Refused { model: self.remote.config.model.clone(), status, reason: self.words(fault) }
    }

    fn unavailable(&self, reason: &str) -> ModelError {
        ModelError::Unavailable { model: self.remote.config.model.clone(), tries: self.failures.max(1), reason: self.remote.config.key.scrub(reason) }
    }

    /// A fault in words, as they may be shown.
    fn words(&self, fault: &Fault) -> String {
        let text = match fault {
            Fault::Status { status, body, .. } => {
                let message = serde_json::from_str::<Value>(body).ok();
                let message =
                    message.as_ref().and_then(|body| body.pointer("/error/message").or_else(|| body.get("message"))).and_then(Value::as_str);
                let words = message.unwrap_or(if body.trim_start().starts_with('<') { "a web page instead of an answer" } else { body });
                if words.trim().is_empty() { format!("status {status}, without words") } else { words.to_owned() }
            }
            Fault::Unreachable(reason) | Fault::Broken(reason) | Fault::Garbled(reason) => reason.clone(),
        };
        self.remote.config.key.scrub(&text)
    }
}

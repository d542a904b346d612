//! Anthropic and Gemini in their own protocols, by the client library `genai`.
//!
//! The library reads a whole body before anything else; the time of the call bounds it.

use genai::{
    Client, ModelIden, ServiceTarget,
    adapter::AdapterKind,
    chat::{ChatMessage, ChatOptions, ChatRequest, ChatResponse, ChatResponseFormat, JsonSpec, StopReason},
    resolver::{AuthData, Endpoint},
    webc,
};
use serde_json::Value;

use super::{
    Answer, Ask, Fault, Wire,
    subset::{ANTHROPIC, OPENAI, subset},
};
use crate::{Config, Form, config::Provider};

pub(crate) struct Native {
    config: Config,
    kind: AdapterKind,
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Native {
    /// # Errors
    /// When TLS cannot be set up.
    pub(crate) fn new(config: &Config) -> Result<Self, String> {
        let kind = match config.provider {
            Provider::Anthropic => AdapterKind::Anthropic,
            Provider::Gemini => AdapterKind::Gemini,
            Provider::OpenAi => AdapterKind::OpenAI,
        };
        let client = Client::builder().with_reqwest(super::http()?).build().map_err(|error| error.to_string())?;
        Ok(Self { config: config.clone(), kind, client, runtime: super::runtime()? })
    }

    fn target(&self) -> ServiceTarget {
        ServiceTarget {
            endpoint: Endpoint::from_owned(self.config.base_url()),
            auth: AuthData::from_single(self.config.key.reveal()),
            model: ModelIden::new(self.kind, self.config.model.as_str()),
        }
    }

    fn options(&self, ask: &Ask<'_>) -> ChatOptions {
        let anthropic = self.kind == AdapterKind::Anthropic;
        let temperature = if anthropic { ask.temperature().min(1.0) } else { ask.temperature() };
        let options = ChatOptions::default().with_max_tokens(ask.max_tokens).with_temperature(temperature).with_capture_raw_body(true);
        // Gemini reads the seed as a signed number of 32 bits.
        let options = if anthropic { options } else { options.with_seed(ask.seed & 0x7fff_ffff) };
        if ask.form == Form::Words {
            return options;
        }
        options.with_response_format(ChatResponseFormat::JsonSpec(JsonSpec::new(
            ask.schema_name,
            subset(ask.schema, if anthropic { ANTHROPIC } else { OPENAI }),
        )))
    }

    async fn send(&self, ask: &Ask<'_>) -> Result<Answer, Fault> {
        let question = ChatRequest::new(vec![ChatMessage::user(ask.user)]).with_system(ask.system);
        let options = self.options(ask);
        let call = self.client.exec_chat(self.target(), question, Some(&options));
        match tokio::time::timeout(ask.timeout, call).await {
            Ok(Ok(response)) => Ok(answer(&response)),
            // A question that Gemini blocks has no candidates, which the library takes for an error.
            Ok(Err(genai::Error::ChatResponseGeneration { response_body, .. })) if blocked(&response_body).is_some() => {
                Ok(Answer { declined: blocked(&response_body), ..Answer::default() })
            }
            Ok(Err(error)) => Err(fault(error)),
            Err(_) => Err(Fault::Broken("no answer in time".to_owned())),
        }
    }
}

impl Wire for Native {
    fn call(&self, ask: &Ask<'_>) -> Result<Answer, Fault> {
        self.runtime.block_on(self.send(ask))
    }

    fn forms(&self) -> &'static [Form] {
        &[Form::Schema, Form::Words]
    }
}

/// Why Gemini does not let a question through.
fn blocked(body: &Value) -> Option<String> {
    let reason = body.pointer("/promptFeedback/blockReason")?.as_str()?;
    Some(format!("the question was blocked: {reason}"))
}

fn answer(response: &ChatResponse) -> Answer {
    let filtered = match &response.stop_reason {
        Some(StopReason::ContentFilter(reason)) => Some(format!("the provider's filter: {reason}")),
        _ => None,
    };
    let count = |tokens: Option<i32>| tokens.and_then(|tokens| u64::try_from(tokens).ok());
    Answer {
        text: response.content.texts().concat(),
        declined: response.captured_raw_body.as_ref().and_then(blocked).or(filtered),
        cut: response.stop_reason.as_ref().is_some_and(StopReason::is_max_tokens),
        tokens: count(response.usage.prompt_tokens).zip(count(response.usage.completion_tokens)),
    }
}

fn fault(error: genai::Error) -> Fault {
    let retry_after = error.headers().and_then(super::retry_after);
    match error {
        genai::Error::WebModelCall { webc_error, .. } | genai::Error::WebAdapterCall { webc_error, .. } => match webc_error {
            webc::Error::ResponseFailedStatus { status, body, .. } => Fault::Status { status: status.as_u16(), retry_after, body },
            webc::Error::Reqwest(error) => super::fault(error),
            webc::Error::ResponseFailedNotJson { .. } => Fault::Garbled("the reply is no JSON".to_owned()),
            webc::Error::ResponseFailedInvalidJson { cause, .. } => Fault::Garbled(format!("the reply is no JSON: {cause}")),
            other => Fault::Garbled(other.to_string()),
        },
        genai::Error::ChatResponseGeneration { cause, .. } => Fault::Garbled(cause),
        other => Fault::Garbled(other.to_string()),
    }
}

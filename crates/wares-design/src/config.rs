//! Which model is asked and where: read once from the environment and from what the user typed at the start, never from a request.
//!
//! In: the variables of [`VARIABLES`] and perhaps the name of a model. Out: [`Config`], whose key no output ever shows.

use std::fmt;

use crate::ModelError;

/// The variables that are read: names of models, addresses and keys.
pub const VARIABLES: [&str; 7] =
    ["WARES_LLM_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "GEMINI_API_KEY", "GEMINI_BASE_URL"];

/// How the provider is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Chat completions of OpenAI, or of any server that speaks them: Ollama, llama.cpp, vLLM, LM Studio, Azure.
    OpenAi,
    /// Messages of Anthropic.
    Anthropic,
    /// Gemini of Google.
    Gemini,
}

impl Provider {
    /// The model that is asked when none is named.
    pub fn default_model(self) -> &'static str {
        match self {
            Self::OpenAi => "gpt-4o-mini",
            Self::Anthropic => "claude-haiku-4-5",
            Self::Gemini => "gemini-2.5-flash",
        }
    }

    /// The address of the provider itself.
    pub fn home(self) -> &'static str {
        match self {
            Self::OpenAi => "https://api.openai.com/v1/",
            Self::Anthropic => "https://api.anthropic.com/v1/",
            Self::Gemini => "https://generativelanguage.googleapis.com/v1beta/",
        }
    }

    /// Its name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAi => "OpenAI",
            Self::Anthropic => "Anthropic",
            Self::Gemini => "Gemini",
        }
    }

    fn variables(self) -> (&'static str, &'static str) {
        match self {
            Self::OpenAi => ("OPENAI_API_KEY", "OPENAI_BASE_URL"),
            Self::Anthropic => ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"),
            Self::Gemini => ("GEMINI_API_KEY", "GEMINI_BASE_URL"),
        }
    }
}

/// A key; its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Key(String);

impl Key {
    /// Wraps a key.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// Whether there is one; a server of one's own needs none.
    pub fn is_present(&self) -> bool {
        !self.0.is_empty()
    }

    /// The key itself, for the header of a request only.
    #[cfg(feature = "network")]
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// A text of a provider as it may be shown: without this key or anything that looks like one, without control characters, shortened.
    pub fn scrub(&self, text: &str) -> String {
        const MOST_CHARS: usize = 300;
        // Long enough for what is shown, with room for what is cut out; a hostile body may be megabytes.
        let head: String = text.chars().take(20 * MOST_CHARS).collect();
        let head = if self.is_present() { head.replace(&self.0, "***") } else { head };
        let words: Vec<String> = head.split_whitespace().map(|word| if looks_like_a_key(word) { "***".to_owned() } else { shown(word) }).collect();
        let line = words.join(" ");
        if line.chars().count() > MOST_CHARS { line.chars().take(MOST_CHARS).chain(['…']).collect() } else { line }
    }
}

fn shown(word: &str) -> String {
    word.chars()
        .filter(|letter| !letter.is_control() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

/// OpenAI, Anthropic and Google repeat parts of a wrong key in their errors.
fn looks_like_a_key(word: &str) -> bool {
    let word = word.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric());
    ["sk-", "AIza", "Bearer", "gsk_"].iter().any(|start| word.starts_with(start))
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.is_present() { "Key(present)" } else { "Key(none)" })
    }
}

/// Which model is asked, where and with which key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// How it is spoken to.
    pub provider: Provider,
    /// The model's name as the provider knows it.
    pub model: String,
    /// The key; none for a server of one's own.
    pub key: Key,
    /// Ends in `/`, unless it has a query.
    base_url: BaseUrl,
}

/// An address that may hold a password or a token in places that are never shown.
#[derive(Clone, PartialEq, Eq)]
struct BaseUrl(String);

impl fmt::Debug for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&shown_url(&self.0))
    }
}

impl Config {
    /// Reads the environment; `model` wins over `WARES_LLM_MODEL`.
    ///
    /// # Errors
    /// See [`Config::from_lookup`].
    pub fn from_env(model: Option<&str>) -> Result<Self, ModelError> {
        Self::from_lookup(model, &|name| std::env::var(name).ok())
    }

    /// The same for any source of variables. Empty ones count as absent.
    ///
    /// A model named `claude…` or `gemini…` goes to its own provider when that has a key, and else to the OpenAI-compatible server that is
    /// configured. Without a name the first of OpenAI, Anthropic and Gemini that has a key (or, for OpenAI, a base URL) is asked.
    ///
    /// # Errors
    /// [`ModelError::NotConfigured`] when there is neither a key nor a base URL; [`ModelError::Refused`] with status 0 when a base URL is
    /// no address or the key is not one line of ASCII.
    pub fn from_lookup(model: Option<&str>, lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, ModelError> {
        let get = |name: &str| lookup(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let model = model.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).or_else(|| get("WARES_LLM_MODEL"));
        let usable = |provider: &Provider| {
            let (key, url) = provider.variables();
            get(key).is_some() || get(url).is_some()
        };
        let own = model.as_deref().and_then(own_provider).filter(usable);
        let provider =
            own.or_else(|| [Provider::OpenAi, Provider::Anthropic, Provider::Gemini].into_iter().find(usable)).ok_or(ModelError::NotConfigured)?;
        let (key, url) = provider.variables();
        let base_url = get(url).unwrap_or_else(|| provider.home().to_owned());
        let model = model.unwrap_or_else(|| provider.default_model().to_owned());
        Self::new(provider, &model, &base_url, get(key).unwrap_or_default()).map_err(|reason| ModelError::Refused { model, status: 0, reason })
    }

    /// A configuration by hand.
    ///
    /// # Errors
    /// Why the base URL or the key cannot be used, in words without either.
    pub fn new(provider: Provider, model: &str, base_url: &str, key: impl Into<String>) -> Result<Self, String> {
        let key = key.into();
        if !base_url.starts_with("http://") && !base_url.starts_with("https://") || host(base_url).is_empty() {
            return Err("the base URL is no address; write it as `http://127.0.0.1:8080/v1`".to_owned());
        }
        if key.chars().any(|letter| !letter.is_ascii_graphic()) {
            return Err("the key has blanks or letters that no key has; set the variable again".to_owned());
        }
        let slash = if base_url.ends_with('/') || base_url.contains('?') { "" } else { "/" };
        Ok(Self { provider, model: model.to_owned(), key: Key(key), base_url: BaseUrl(format!("{base_url}{slash}")) })
    }

    /// The address as it is used; it may hold what must not be shown.
    #[cfg(feature = "network")]
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url.0
    }

    /// The address as it may be shown: without user, password and query.
    pub fn shown_url(&self) -> String {
        shown_url(&self.base_url.0)
    }

    /// Host and port, as in keys of the cache: `127.0.0.1:8080`.
    pub fn host(&self) -> &str {
        host(&self.base_url.0)
    }

    /// Whether the address is the provider's own, so that its prices hold.
    pub fn is_home(&self) -> bool {
        self.host() == host(self.provider.home())
    }
}

fn own_provider(model: &str) -> Option<Provider> {
    let model = model.to_ascii_lowercase();
    match () {
        () if model.starts_with("claude") => Some(Provider::Anthropic),
        () if model.starts_with("gemini") => Some(Provider::Gemini),
        () => None,
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit_once('@').map_or(authority, |(_, host)| host)
}

fn shown_url(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    format!("{scheme}://{}{}", host(url), path.split(['?', '#']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(model: Option<&str>, variables: &[(&str, &str)]) -> Result<Config, ModelError> {
        Config::from_lookup(model, &|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_key_alone_asks_the_default_model_at_home() {
        let config = read(None, &[("OPENAI_API_KEY", "sk-marker")]).unwrap();
        assert_eq!((config.model.as_str(), config.host(), config.is_home()), ("gpt-4o-mini", "api.openai.com", true));
    }

    #[test]
    fn a_base_url_alone_is_enough_for_a_local_server() {
        let config = read(Some("qwen"), &[("OPENAI_BASE_URL", "http://127.0.0.1:8092/v1")]).unwrap();
        assert_eq!((config.shown_url().as_str(), config.key.is_present(), config.is_home()), ("http://127.0.0.1:8092/v1/", false, false));
    }

    #[test]
    fn a_model_goes_to_its_own_provider_when_that_has_a_key() {
        let both = [("OPENAI_API_KEY", "a"), ("ANTHROPIC_API_KEY", "b")];
        assert_eq!(read(Some("claude-haiku-4-5"), &both).unwrap().provider, Provider::Anthropic);
        assert_eq!(read(Some("claude-haiku-4-5"), &both[..1]).unwrap().provider, Provider::OpenAi);
        assert_eq!(read(None, &both[1..]).unwrap().model, "claude-haiku-4-5");
        assert_eq!(read(Some("gpt-4o"), &[("GEMINI_API_KEY", "c"), ("WARES_LLM_MODEL", "gemini-2.5-pro")]).unwrap().model, "gpt-4o");
    }

    #[test]
    fn nothing_configured_is_said_and_empty_counts_as_nothing() {
        assert_eq!(read(None, &[]), Err(ModelError::NotConfigured));
        assert_eq!(read(None, &[("OPENAI_API_KEY", "  ")]), Err(ModelError::NotConfigured));
    }

    #[test]
    fn a_base_url_that_is_no_address_and_a_key_with_a_line_break_are_refused_without_being_shown() {
        for variables in
            [[("OPENAI_BASE_URL", "file:///MARKER"), ("OPENAI_API_KEY", "x")], [("OPENAI_API_KEY", "MAR\nKER"), ("OPENAI_BASE_URL", "http://h")]]
        {
            let error = read(None, &variables).unwrap_err();
            assert!(matches!(error, ModelError::Refused { .. }), "{error}");
            assert!(!format!("{error} {error:?}").contains("MAR"), "{error}");
        }
    }

    #[test]
    fn debug_shows_neither_key_nor_password_nor_query() {
        let config = Config::new(Provider::OpenAi, "m", "https://user:MARKER@host:8443/v1?api-key=MARKER", "MARKER").unwrap();
        assert_eq!((config.shown_url().as_str(), config.host()), ("https://host:8443/v1", "host:8443"));
        assert!(!format!("{config:?} {config:#?}").contains("MARKER"));
    }

    #[test]
    fn errors_of_providers_are_scrubbed_and_shortened() {
        let key = Key::new("MARKER-1");
        let text = key.scrub(&format!("bad key\u{1b}[31m MARKER-1 (sk-proj-abc***xyz) {}", "long ".repeat(9_000)));
        assert!(!text.contains("MARKER") && !text.contains("sk-proj") && !text.contains('\u{1b}'), "{text}");
        assert!(text.chars().count() <= 301, "{text}");
    }
}

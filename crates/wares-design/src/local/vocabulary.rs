//! Words to tokens and back, and the frame of a conversation (ChatML).

use std::{collections::HashMap, sync::Arc};

use candle_core::quantized::{
    gguf_file::{Content, Value},
    tokenizer::TokenizerFromGguf,
};
use tokenizers::{Tokenizer, pre_tokenizers::byte_level::ByteLevel};
use toktrie::{TokEnv, TokRxInfo, TokTrie, TokenId, TokenizerEnv};

use super::first_line;

/// The names by which files of this kind know the rules for cutting text into words that candle knows too.
const KNOWN_RULES: [&str; 4] = ["qwen2", "smaug-bpe", "lfm2", "llama3"];

/// Token types of GGUF that stand for text; all others are control tokens.
const TEXT_TYPES: [u32; 2] = [1, 6];

/// The tokens of a model.
pub(super) struct Vocabulary {
    words: Arc<Words>,
    start: TokenId,
    end: TokenId,
}

impl Vocabulary {
    /// Reads the vocabulary of a file.
    pub(super) fn read(content: &Content) -> Result<Self, String> {
        let mut tokenizer = Tokenizer::from_gguf(content).map_err(|error| first_line(&error))?;
        // A control token in the user's words is only text: nothing that a user writes ends his turn.
        tokenizer.set_encode_special_tokens(true);
        let rules = content.metadata.get("tokenizer.ggml.pre").and_then(|value| value.to_string().ok());
        if !rules.is_some_and(|rules| KNOWN_RULES.contains(&rules.as_str())) {
            // candle's stand-in for unknown rules puts a space before the first word.
            tokenizer.with_pre_tokenizer(Some(ByteLevel::new(false, true, true)));
        }
        let list = |field: &str| content.metadata.get(field).and_then(|value| value.to_vec().ok());
        let tokens = list("tokenizer.ggml.tokens").ok_or("has no tokens")?;
        let types = list("tokenizer.ggml.token_type").ok_or("does not say of what type its tokens are")?;
        if tokens.len() != types.len() {
            return Err(format!("has {} tokens and {} types of tokens", tokens.len(), types.len()));
        }
        let names = tokens.iter().map(Value::to_string).collect::<Result<Vec<_>, _>>().map_err(|error| first_line(&error))?;
        let control = |name: &str| {
            names.iter().position(|token| *token == name).map(|at| at as TokenId).ok_or(format!("is no ChatML model: it has no token `{name}`"))
        };
        let (start, end) = (control("<|im_start|>")?, control("<|im_end|>")?);
        let letters = letters();
        let bytes: Vec<Vec<u8>> = names.iter().zip(types).map(|(name, kind)| token_bytes(name, kind, &letters)).collect();
        let trie = TokTrie::from(&TokRxInfo::new(bytes.len() as u32, end), &bytes);
        Ok(Self { words: Arc::new(Words { trie, tokenizer }), start, end })
    }

    /// What grammars are compiled against.
    pub(super) fn environment(&self) -> TokEnv {
        self.words.clone()
    }

    /// The token that ends a turn.
    pub(super) fn end(&self) -> TokenId {
        self.end
    }

    /// A conversation up to where the model answers.
    pub(super) fn prompt(&self, system: &str, user: &str) -> Result<Vec<TokenId>, String> {
        let mut tokens = Vec::new();
        for (role, text) in [("system", system), ("user", user)] {
            tokens.push(self.start);
            tokens.extend(self.words.encode(&format!("{role}\n{text}"))?);
            tokens.push(self.end);
            tokens.extend(self.words.encode("\n")?);
        }
        tokens.push(self.start);
        tokens.extend(self.words.encode("assistant\n")?);
        Ok(tokens)
    }

    /// The text of an answer.
    pub(super) fn text(&self, tokens: &[TokenId]) -> String {
        String::from_utf8_lossy(&self.words.trie.decode_ext(tokens, false)).into_owned()
    }
}

/// The text tokens as a tree of bytes, and the rules that cut text into them.
struct Words {
    trie: TokTrie,
    tokenizer: Tokenizer,
}

impl Words {
    fn encode(&self, text: &str) -> Result<Vec<TokenId>, String> {
        let encoding = self.tokenizer.encode_fast(text, false).map_err(|error| first_line(&error))?;
        Ok(encoding.get_ids().to_vec())
    }
}

impl TokenizerEnv for Words {
    fn tok_trie(&self) -> &TokTrie {
        &self.trie
    }

    fn tokenize_bytes(&self, bytes: &[u8]) -> Vec<TokenId> {
        let encode = |text: &str| self.encode(text).unwrap_or_else(|_| self.trie.greedy_tokenize(text.as_bytes()));
        self.trie.tokenize_with_greedy_fallback(bytes, encode)
    }
}

/// The bytes of a token; those of a control token begin with a byte that no text has.
fn token_bytes(name: &str, kind: &Value, letters: &HashMap<char, u8>) -> Vec<u8> {
    let kind = kind.to_i32().map(i32::unsigned_abs).or_else(|_| kind.to_u32());
    let spelled: Option<Vec<u8>> = name.chars().map(|letter| letters.get(&letter).copied()).collect();
    match (kind, spelled) {
        (Ok(kind), Some(bytes)) if TEXT_TYPES.contains(&kind) => bytes,
        _ => [&[TokTrie::SPECIAL_TOKEN_MARKER], name.as_bytes()].concat(),
    }
}

/// The letters that stand for the 256 bytes in byte-level vocabularies: themselves where they can be seen, the letters from U+0100 on else.
fn letters() -> HashMap<char, u8> {
    let visible = |byte: u8| matches!(byte, b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff);
    let hidden = (0..=u8::MAX).filter(|byte| !visible(*byte)).zip('\u{100}'..);
    let seen = (0..=u8::MAX).filter(|byte| visible(*byte)).map(|byte| (char::from(byte), byte));
    hidden.map(|(byte, letter)| (letter, byte)).chain(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_letter_of_its_own() {
        let letters = letters();
        assert_eq!(letters.len(), 256);
        assert_eq!((letters[&'A'], letters[&'Ġ'], letters[&'Ċ']), (b'A', b' ', b'\n'));
    }

    #[test]
    fn a_control_token_can_never_be_text() {
        let letters = letters();
        assert_eq!(token_bytes("Ġtent", &Value::I32(1), &letters), b" tent");
        assert_eq!(token_bytes("<|im_end|>", &Value::I32(3), &letters), b"\xff<|im_end|>");
    }
}

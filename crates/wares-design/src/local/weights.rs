//! The layers of a model and what they remember of the conversation.

use std::io::{Read, Seek};

use candle_core::{Device, Tensor, quantized::gguf_file::Content};
use candle_transformers::models::{quantized_llama, quantized_qwen2};

use super::first_line;

/// So many tokens of a long question are read at once: attention over more would take memory with the square of it.
const STRIDE: usize = 512;

enum Layers {
    Llama(quantized_llama::ModelWeights),
    Qwen2(quantized_qwen2::ModelWeights),
}

/// A model on the processor.
pub(super) struct Weights {
    layers: Layers,
    context: usize,
    position: usize,
}

impl Weights {
    /// Reads the layers that the file says it has.
    pub(super) fn read(content: Content, file: &mut (impl Read + Seek)) -> Result<Self, String> {
        let text = |field: &str| content.metadata.get(field).and_then(|value| value.to_string().ok()).cloned();
        let architecture = text("general.architecture").unwrap_or_default();
        let context = content.metadata.get(&format!("{architecture}.context_length")).and_then(|value| value.to_u32().ok());
        let context = context.ok_or("does not say how long its context is")? as usize;
        let layers = match architecture.as_str() {
            "llama" => quantized_llama::ModelWeights::from_gguf(content, file, &Device::Cpu).map(Layers::Llama),
            "qwen2" => quantized_qwen2::ModelWeights::from_gguf(content, file, &Device::Cpu).map(Layers::Qwen2),
            _ => return Err(format!("has layers of `{architecture}`; `llama` and `qwen2` can be run")),
        };
        Ok(Self { layers: layers.map_err(|error| first_line(&error))?, context: context.min(cached_context(&architecture)), position: 0 })
    }

    /// How many tokens question and answer may have together.
    pub(super) fn context(&self) -> usize {
        self.context
    }

    /// Begins a new conversation.
    pub(super) fn forget(&mut self) {
        self.position = 0;
        match &mut self.layers {
            Layers::Llama(layers) => layers.clear_kv_cache(),
            Layers::Qwen2(layers) => layers.clear_kv_cache(),
        }
    }

    /// Reads more tokens of the conversation and scores every token as the next.
    pub(super) fn read_on(&mut self, tokens: &[u32]) -> Result<Vec<f32>, String> {
        let mut scores = Vec::new();
        for stride in tokens.chunks(STRIDE) {
            scores = self.forward(stride).map_err(|error| first_line(&error))?;
            self.position += stride.len();
        }
        Ok(scores)
    }

    fn forward(&mut self, tokens: &[u32]) -> candle_core::Result<Vec<f32>> {
        let input = Tensor::new(tokens, &Device::Cpu)?.unsqueeze(0)?;
        let scores = match &mut self.layers {
            Layers::Llama(layers) => layers.forward(&input, self.position)?,
            Layers::Qwen2(layers) => layers.forward(&input, self.position)?,
        };
        scores.squeeze(0)?.to_vec1()
    }
}

/// candle prepares the positions of a Llama for so many tokens, whatever the file says.
fn cached_context(architecture: &str) -> usize {
    if architecture == "llama" { quantized_llama::MAX_SEQ_LEN } else { usize::MAX }
}

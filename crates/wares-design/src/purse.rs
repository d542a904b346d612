//! A budget in use: the worst case of a call is set aside before it, and what it really took is settled after.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{
    ModelError, Price,
    budget::{Budget, Spent},
    prices::dollars,
};

/// A budget in use; may be shared among threads.
#[derive(Debug)]
pub(crate) struct Purse {
    budget: Budget,
    price: Option<Price>,
    used: Mutex<Spent>,
}

/// What is set aside for one call; [`Purse::settle`] gives back what it did not take.
#[derive(Debug)]
#[must_use = "what is set aside counts as used until it is settled"]
pub(crate) struct Aside(Spent);

impl Purse {
    pub(crate) fn new(budget: Budget, price: Option<Price>) -> Self {
        Self { budget, price, used: Mutex::default() }
    }

    /// Sets the worst case of a call aside.
    ///
    /// # Errors
    /// [`ModelError::Budget`] with the limit, what is used and what the call could take.
    pub(crate) fn set_aside(&self, prompt_tokens: u64, completion_tokens: u64) -> Result<Aside, ModelError> {
        let mut used = self.lock();
        let call = Spent::of(self.price, prompt_tokens, completion_tokens);
        let after = used.plus(call);
        let refuse = |reason| Err(ModelError::Budget { reason });
        if let Some(limit) = self.budget.tokens
            && after.tokens() > limit
        {
            return refuse(format!("{limit} tokens; {} are used, and the next call may take {}", used.tokens(), call.tokens()));
        }
        if let Some(limit) = self.budget.micro_dollars {
            if self.price.is_none() {
                return refuse("it is in money, and the price of this model is not known; give a budget in tokens instead".to_owned());
            }
            if after.micro_dollars > limit {
                let (limit, used, call) = (dollars(limit), dollars(used.micro_dollars), dollars(call.micro_dollars));
                return refuse(format!("{limit}; {used} is used, and the next call may take {call}"));
            }
        }
        *used = after;
        Ok(Aside(call))
    }

    /// Replaces the worst case by what the call took.
    pub(crate) fn settle(&self, Aside(aside): Aside, prompt_tokens: u64, completion_tokens: u64) {
        let mut used = self.lock();
        *used = used.minus(aside).plus(Spent::of(self.price, prompt_tokens, completion_tokens));
    }

    pub(crate) fn spent(&self) -> Spent {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, Spent> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Spent {
    fn of(price: Option<Price>, prompt_tokens: u64, completion_tokens: u64) -> Self {
        Self { prompt_tokens, completion_tokens, micro_dollars: price.map_or(0, |price| price.of(prompt_tokens, completion_tokens)) }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            prompt_tokens: self.prompt_tokens.saturating_add(other.prompt_tokens),
            completion_tokens: self.completion_tokens.saturating_add(other.completion_tokens),
            micro_dollars: self.micro_dollars.saturating_add(other.micro_dollars),
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            prompt_tokens: self.prompt_tokens.saturating_sub(other.prompt_tokens),
            completion_tokens: self.completion_tokens.saturating_sub(other.completion_tokens),
            micro_dollars: self.micro_dollars.saturating_sub(other.micro_dollars),
        }
    }

    fn tokens(self) -> u64 {
        self.prompt_tokens.saturating_add(self.completion_tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICE: Price = Price { prompt: 1_000_000, completion: 2_000_000 };

    #[test]
    fn the_worst_case_counts_until_the_call_is_settled() {
        let purse = Purse::new(Budget { tokens: Some(100), micro_dollars: None }, None);
        let first = purse.set_aside(40, 40).unwrap();
        let refused = purse.set_aside(20, 10).unwrap_err();
        assert_eq!(refused.to_string(), "the budget is used up: 100 tokens; 80 are used, and the next call may take 30");
        purse.settle(first, 10, 5);
        let second = purse.set_aside(20, 10).unwrap();
        purse.settle(second, 20, 10);
        assert_eq!(purse.spent(), Spent { prompt_tokens: 30, completion_tokens: 15, micro_dollars: 0 });
    }

    #[test]
    fn money_is_refused_before_the_call_that_could_go_over() {
        let purse = Purse::new(Budget { tokens: None, micro_dollars: Some(100) }, Some(PRICE));
        let first = purse.set_aside(20, 40).unwrap();
        purse.settle(first, 20, 10);
        let refused = purse.set_aside(21, 20).unwrap_err().to_string();
        assert!(refused.contains("$0.0001; $0.00004 is used, and the next call may take $0.000061"), "{refused}");
        let second = purse.set_aside(20, 20).unwrap();
        purse.settle(second, 20, 20);
        assert_eq!(purse.spent().micro_dollars, 100);
    }

    #[test]
    fn a_budget_in_money_refuses_a_model_without_a_price() {
        let refused = Purse::new(Budget { tokens: None, micro_dollars: Some(1_000_000) }, None).set_aside(1, 1).unwrap_err();
        assert!(refused.to_string().contains("give a budget in tokens"), "{refused}");
    }
}

//! Telephone numbers of a region: of the customer's area, in blocks that are safe in the mode asked for.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{BuildHasherDefault, DefaultHasher},
};

use wares_model::{
    pack::region::{PhoneBlock, PhoneKind, Region},
    trade::PhoneMode,
};

use crate::{
    key::{Draw, Key},
    permute::Permutation,
    weighted::Alias,
};

/// The numbers of a region.
pub(crate) struct Phones {
    blocks: Vec<Block>,
    sets: Vec<Set>,
}

/// Numbers that differ in the digits at the end.
struct Block {
    /// The first number, with the country code.
    first: i64,
    count: u64,
    free: usize,
    national: Box<str>,
}

/// Some blocks, and how many numbers are in them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Pool {
    blocks: Vec<u32>,
    total: u64,
}

/// The numbers of the places that have the same areas.
struct Set {
    /// Most local first; at least one.
    areas: Vec<Pool>,
    /// Numbers of the whole country, and the share of customers who have one.
    mobile: Option<Pool>,
}

/// A number: its block, and its place therein.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Number {
    block: u32,
    place: u64,
}

/// Share of customers with a mobile number, in the mode that knows mobiles.
const MOBILE_PERCENT: u64 = 55;

impl Phones {
    /// Also gives for each place the position of its set.
    pub(crate) fn new(region: &Region<'_>, mode: PhoneMode) -> (Self, Vec<u32>) {
        let mut by_area: BTreeMap<(&str, PhoneKind), Vec<u32>> = BTreeMap::new();
        let mut blocks = Vec::new();
        for row in &region.phones {
            by_area.entry((row.area, row.kind)).or_default().push(blocks.len() as u32);
            blocks.push(Block::new(row, &region.header.phone.country_code));
        }
        let pool = |blocks_of: &[u32]| Pool { blocks: blocks_of.to_vec(), total: blocks_of.iter().map(|block| blocks[*block as usize].count).sum() };
        let of = |area: &str, kind: PhoneKind| by_area.get(&(area, kind)).map(|list| pool(list));
        let everywhere = |kind: PhoneKind| {
            let list: Vec<u32> = by_area.iter().filter(|((_, known), _)| *known == kind).flat_map(|(_, list)| list.iter().copied()).collect();
            (!list.is_empty()).then(|| pool(&list))
        };
        let wanted: &[PhoneKind] = match mode {
            PhoneMode::Fiction => &[PhoneKind::Fiction, PhoneKind::Fixed],
            PhoneMode::Valid => &[PhoneKind::Fixed],
            PhoneMode::Undialable => &[PhoneKind::Undialable],
        };
        let set = |areas: &str| {
            let near = |kind: PhoneKind| -> Vec<Pool> { areas.split(',').filter_map(|area| of(area, kind)).collect() };
            let found = wanted.iter().map(|kind| near(*kind)).find(|pools| !pools.is_empty());
            // Where the areas have none: those of the whole country; then any; then mobiles, in countries that have nothing else.
            let found = found.unwrap_or_else(|| {
                let last = *wanted.last().unwrap_or(&PhoneKind::Fixed);
                of("", last)
                    .or_else(|| everywhere(last))
                    .or_else(|| everywhere(PhoneKind::Mobile))
                    .or_else(|| everywhere(PhoneKind::Fixed))
                    .into_iter()
                    .collect()
            });
            Set { areas: found, mobile: (mode == PhoneMode::Valid).then(|| of("", PhoneKind::Mobile)).flatten() }
        };
        // Only looked up in, so that its order is nobody's concern.
        let mut known: HashMap<&str, u32, BuildHasherDefault<DefaultHasher>> = HashMap::default();
        let mut sets = Vec::new();
        let mut of_places = Vec::with_capacity(region.places.count());
        for (areas, places) in region.places.areas() {
            let position = *known.entry(areas).or_insert_with(|| {
                sets.push(set(areas));
                sets.len() as u32 - 1
            });
            of_places.resize(of_places.len() + places, position);
        }
        (Self { blocks, sets }, of_places)
    }

    /// A number of a place.
    #[inline]
    pub(crate) fn pick(&self, set: u32, draw: Draw) -> Number {
        let set = &self.sets[set as usize];
        if let Some(mobile) = set.mobile.as_ref().filter(|_| draw.also(2).below(100) < MOBILE_PERCENT) {
            return self.number(mobile, draw.also(1).below(mobile.total));
        }
        // The first area is the most local one: more than half of the customers have it.
        let count = set.areas.len() as u64;
        let wanted = (draw.below(count * 2) + 1).saturating_sub(count).min(count - 1);
        let pool = &set.areas[wanted as usize];
        self.number(pool, draw.also(1).below(pool.total))
    }

    #[inline]
    fn number(&self, pool: &Pool, mut place: u64) -> Number {
        for block in &pool.blocks {
            let count = self.blocks[*block as usize].count;
            if place < count {
                return Number { block: *block, place };
            }
            place -= count;
        }
        Number { block: pool.blocks.first().copied().unwrap_or(0), place: 0 }
    }

    /// All digits, country code first.
    #[inline]
    pub(crate) fn digits(&self, number: Number) -> i64 {
        self.blocks[number.block as usize].first + number.place as i64
    }

    /// As written within the country.
    pub(crate) fn national(&self, number: Number, out: &mut String) {
        let block = &self.blocks[number.block as usize];
        let mut buffer = itoa::Buffer::new();
        let digits = buffer.format(number.place);
        let mut zeros = block.free.saturating_sub(digits.len());
        let mut digits = digits.chars();
        for mark in block.national.chars() {
            out.push(match mark {
                '#' if zeros > 0 => {
                    zeros -= 1;
                    '0'
                }
                '#' => digits.next().unwrap_or('0'),
                other => other,
            });
        }
    }

    /// How many different numbers there are.
    pub(crate) fn capacity(&self) -> u64 {
        let used: BTreeSet<u32> =
            self.sets.iter().flat_map(|set| set.areas.iter().chain(&set.mobile)).flat_map(|pool| pool.blocks.iter().copied()).collect();
        used.iter().map(|block| self.blocks[*block as usize].count).sum()
    }
}

impl Block {
    fn new(row: &PhoneBlock<'_>, country_code: &str) -> Self {
        let digits = row.number.trim_end_matches('#');
        let free = row.number.len() - digits.len();
        let count = 10_u64.pow(free as u32);
        let first = format!("{country_code}{digits}").parse::<i64>().unwrap_or(0).saturating_mul(count as i64);
        Self { first, count, free, national: row.national.into() }
    }
}

/// Numbers that never repeat: customers of a region are shared out among its areas, and each area's numbers are given
/// out in an order of their own. The place of a customer follows from the area.
pub(crate) struct Unique {
    groups: Vec<Group>,
    /// The first customer of each group, and the end.
    first: Vec<u64>,
    order: Permutation,
}

/// An area with the places that have it.
struct Group {
    pool: Pool,
    order: Permutation,
    places: Alias,
    /// What the alias picks from.
    members: Vec<u32>,
}

/// An area before its numbers are shared out.
struct Candidate {
    pool: Pool,
    /// Who may live there, with weights.
    members: Vec<(u32, u64)>,
    /// Share of its members who have a number of this pool.
    percent: u64,
}

impl Candidate {
    fn weight(&self) -> u128 {
        self.members.iter().map(|(_, weight)| u128::from(*weight)).sum::<u128>() * u128::from(self.percent)
    }
}

/// How many different numbers there are, where that is too few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooFew(pub(crate) u64);

impl Unique {
    /// `members`: where customers may live, each with the set of its numbers and its weight. `customers` of them are to come.
    pub(crate) fn new(key: Key, phones: &Phones, members: &[(u32, u64)], customers: u64) -> Result<Self, TooFew> {
        let mut by_pool: BTreeMap<&Pool, Vec<(u32, u64)>> = BTreeMap::new();
        let mut everybody: Option<Candidate> = None;
        for (index, (set, weight)) in members.iter().enumerate() {
            let set = &phones.sets[*set as usize];
            if let Some(mobile) = &set.mobile {
                everybody
                    .get_or_insert_with(|| Candidate { pool: mobile.clone(), members: Vec::new(), percent: MOBILE_PERCENT })
                    .members
                    .push((index as u32, *weight));
            }
            if let Some(area) = set.areas.first() {
                by_pool.entry(area).or_default().push((index as u32, *weight));
            }
        }
        let percent = if everybody.is_some() { 100 - MOBILE_PERCENT } else { 100 };
        let mut found: Vec<Candidate> = by_pool.into_iter().map(|(pool, members)| Candidate { pool: pool.clone(), members, percent }).collect();
        found.extend(everybody);
        // A block belongs to one group only; the pools of few blocks come first, so that what is left over goes to the wide ones.
        found.sort_by_key(|candidate| candidate.pool.blocks.len());
        let mut claimed = BTreeSet::new();
        for candidate in &mut found {
            candidate.pool.blocks.retain(|block| claimed.insert(*block));
            candidate.pool.total = candidate.pool.blocks.iter().map(|block| phones.blocks[*block as usize].count).sum();
        }
        let capacities: Vec<u64> = found.iter().map(|candidate| candidate.pool.total).collect();
        let weights: Vec<u128> = found.iter().map(Candidate::weight).collect();
        let quotas = quotas(customers, &capacities, &weights).ok_or(TooFew(capacities.iter().sum()))?;
        let mut first = vec![0];
        let mut groups = Vec::new();
        for (number, (Candidate { pool, members: list, .. }, quota)) in found.into_iter().zip(quotas).enumerate() {
            first.push(first[number] + quota);
            groups.push(Group {
                order: Permutation::new(key.with(1 + number as u64), pool.total.max(1)),
                pool,
                places: Alias::new(&list.iter().map(|(_, weight)| *weight).collect::<Vec<_>>()),
                members: list.iter().map(|(member, _)| *member).collect(),
            });
        }
        Ok(Self { groups, first, order: Permutation::new(key, customers.max(1)) })
    }

    /// Where the customer of this number within the region lives (a position among the members), and the number.
    #[inline]
    pub(crate) fn at(&self, phones: &Phones, index: u64, draw: Draw) -> (u32, Number) {
        let place = self.order.at(index);
        let group = self.first.partition_point(|first| *first <= place) - 1;
        let of = &self.groups[group];
        (of.members[of.places.pick(draw)], phones.number(&of.pool, of.order.at(place - self.first[group])))
    }
}

/// Shares `wanted` out by weight, no more to each than it holds; nothing where all together hold too few.
fn quotas(wanted: u64, capacities: &[u64], weights: &[u128]) -> Option<Vec<u64>> {
    if capacities.iter().map(|capacity| u128::from(*capacity)).sum::<u128>() < u128::from(wanted) {
        return None;
    }
    let mut left = wanted;
    let mut quotas = vec![0_u64; capacities.len()];
    // What is full leaves the rest to the others.
    while left > 0 {
        let open: u128 = (0..quotas.len()).filter(|index| quotas[*index] < capacities[*index]).map(|index| weights[index].max(1)).sum();
        let round = left;
        for index in 0..quotas.len() {
            let room = capacities[index] - quotas[index];
            if room > 0 && left > 0 {
                let share = (u128::from(round) * weights[index].max(1)).div_ceil(open).min(u128::from(room.min(left))) as u64;
                quotas[index] += share;
                left -= share;
            }
        }
    }
    Some(quotas)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_follow_the_weights_and_fill_up_when_there_is_little() {
        assert_eq!(quotas(100, &[1_000, 1_000], &[3, 1]), Some(vec![75, 25]));
        assert_eq!(quotas(100, &[10, 1_000], &[3, 1]), Some(vec![10, 90]));
        assert_eq!(quotas(110, &[10, 100], &[3, 1]), Some(vec![10, 100]));
        assert_eq!(quotas(111, &[10, 100], &[3, 1]), None);
    }
}

//! The inner pieces of a cell, 8,192 of each at once.

#![allow(missing_docs)] // The macros of criterion make undocumented functions.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wares_engine::{
    fixed::{Popularity, bell, log_normal},
    key::Key,
    permute::Permutation,
    weighted::{Alias, Composition},
};

const ROWS: u64 = 8_192;

fn pieces(criterion: &mut Criterion) {
    let key = Key::new(7, "bench", "piece");
    let permutation = Permutation::new(key, 1_000_003);
    let alias = Alias::new(&(1..=1_000).collect::<Vec<u64>>());
    let composition = Composition::new(key, 8, &[3, 1, 4, 1, 5, 9]);
    let popularity = Popularity::new(150);
    let mut group = criterion.benchmark_group("pieces");
    group.throughput(Throughput::Elements(ROWS));
    let mut bench = |name: &str, piece: &dyn Fn(u64) -> u64| {
        group.bench_function(name, |bencher| bencher.iter(|| (0..ROWS).fold(0_u64, |sum, row| sum.wrapping_add(piece(black_box(row))))));
    };
    bench("draw", &|row| key.draw(row).0);
    bench("permutation", &|row| permutation.at(row));
    bench("alias", &|row| alias.pick(key.draw(row)) as u64);
    bench("composition", &|row| composition.split(row).1);
    bench("log_normal", &|row| log_normal(12_900, 40, bell(key.draw(row))) as u64);
    bench("popularity", &|row| popularity.rank(key.draw(row), 10_000));
    group.finish();
}

criterion_group!(benches, pieces);
criterion_main!(benches);

import { expect, test } from 'vitest';
import { afterKey, firstRow, scrollTop, tall } from '../src/parts/tall.ts';

const TEN_BILLION = 10_000_000_000;

test('a short table scrolls pixel by pixel', () => {
  const shape = tall(1_000, 28, 560);
  expect(shape.height).toBe(28_000);
  expect(firstRow(shape, 280)).toBeCloseTo(10);
  expect(scrollTop(shape, 10)).toBeCloseTo(280);
});

test('ten billion rows fit into an element that browsers draw, and the last row is reached', () => {
  const shape = tall(TEN_BILLION, 28, 560);
  expect(shape.height).toBeLessThan(16_000_000);
  expect(firstRow(shape, shape.reach)).toBe(TEN_BILLION - 20);
  expect(firstRow(shape, 0)).toBe(0);
});

test('a row of a scaled table is found again from its scroll position', () => {
  const shape = tall(TEN_BILLION, 28, 560);
  for (const row of [0, 1, 123_456_789, 9_876_543_210]) {
    expect(Math.abs(firstRow(shape, scrollTop(shape, row)) - row)).toBeLessThan(1);
  }
});

test('a table that fits does not scroll', () => {
  const shape = tall(5, 28, 560);
  expect([shape.last, shape.reach, firstRow(shape, 100), scrollTop(shape, 3)]).toEqual([0, 0, 0, 0]);
});

test('keys move by a row, by a page and to the ends, and never out of the table', () => {
  const shape = tall(TEN_BILLION, 28, 560);
  expect(afterKey(shape, 5, 'ArrowDown')).toBe(6);
  expect(afterKey(shape, 0, 'ArrowUp')).toBe(0);
  expect(afterKey(shape, 100, 'PageDown')).toBe(119);
  expect(afterKey(shape, 7, 'End')).toBe(TEN_BILLION - 20);
  expect(afterKey(shape, shape.last, 'PageDown')).toBe(shape.last);
  expect(afterKey(shape, 7, 'Home')).toBe(0);
  expect(afterKey(shape, 7, 'a')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { changedColumns } from '../src/pages/changed.ts';
import { described } from '../src/parts/described.ts';
import { formatBytes, formatMicroDollars, formatSeconds, plural } from '../src/parts/format.ts';
import { elsewhere, ofColumn, readPlace } from '../src/parts/place.ts';
import { lay, type Slot } from '../src/parts/relations.ts';

test('places of problems lead to their columns', () => {
  expect(readPlace('tables[0].columns[3].fill.number.min')).toEqual({ table: 0, column: 3, field: 'fill.number.min' });
  expect(readPlace('tables[2].rows')).toEqual({ table: 2 });
  expect(readPlace('catalog.brands[1]')).toBeUndefined();
});

test('every problem is shown once: at its column, or above all', () => {
  const findings = ['tables[0].columns[3].name', 'tables[1].columns[0]', 'seed'].map((place) => ({ place, message: '' }));
  expect(ofColumn(findings, 0, 3)).toEqual([findings[0]]);
  expect(elsewhere(findings, 0)).toEqual([findings[1], findings[2]]);
});

test('numbers are said in units that people use', () => {
  expect([0, 999, 1_000, 83_412, 1_500_000_000].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 kB', '83 kB', '1.5 GB']);
  expect([0, 1, 42, 200, 18_600, 360_000].map(formatSeconds)).toEqual([
    'under a second',
    '1 second',
    '42 seconds',
    '3 min 20 s',
    '5 h 10 min',
    '4 days',
  ]);
  expect([plural(1, 'row'), plural(2_000, 'row')]).toEqual(['1 row', '2,000 rows']);
  expect([0, 4_950, 1_200_000].map(formatMicroDollars)).toEqual(['$0.00', '$0.0050', '$1.20']);
});

test('tables stand right of all that they refer to, and a circle does not hang', () => {
  const tables = ['products', 'customers', 'orders', 'order_details'];
  const relations = [
    { table: 'orders', column: 'customerNumber', to: 'customers' },
    { table: 'order_details', column: 'orderNumber', to: 'orders' },
    { table: 'order_details', column: 'productCode', to: 'products' },
  ];
  const names = (columns: Slot[][]) => columns.map((column) => column.map((slot) => slot.name));
  expect(names(lay(tables, relations).columns)).toEqual([['customers'], ['products', 'orders'], ['order_details']]);
  const circle = [
    { table: 'a', column: 'x', to: 'b' },
    { table: 'b', column: 'y', to: 'a' },
    { table: 'a', column: 'z', to: 'a' },
  ];
  expect(
    names(lay(['a', 'b'], circle).columns)
      .flat()
      .sort(),
  ).toEqual(['a', 'b']);
});

test('a line over more than one column passes between the tables there, and lines do not cross without need', () => {
  const relations = [
    { table: 'b', column: 'a', to: 'a' },
    { table: 'c', column: 'b', to: 'b' },
    { table: 'c', column: 'a', to: 'a' },
    { table: 'y', column: 'x', to: 'x' },
    { table: 'z', column: 'y', to: 'y' },
  ];
  const { columns, ways } = lay(['y', 'b', 'a', 'x', 'z', 'c'], relations);
  const [skipping] = relations.slice(2);
  expect(skipping && ways.get(skipping)).toEqual(['a', 'c.a at 1', 'c']);
  expect(columns[1]?.filter((slot) => slot.passes)).toEqual([{ name: 'c.a at 1', passes: true }]);
  // The two groups of tables stand apart, in the same order in each column.
  const upper = columns.map((column) => 'abc'.includes(column[0]?.name[0] ?? '?'));
  expect(new Set(upper).size).toBe(1);
  expect(columns[1]?.map((slot) => 'abc'.includes(slot.name[0] ?? '?'))).toEqual(upper[0] ? [true, true, false] : [false, true, true]);
});

test('only columns whose values differ count as changed', () => {
  const column = (name: string, type = 'text') => ({ name, type, primary: false });
  const before = {
    table: 't',
    tables: [],
    at: 0,
    rowsTotal: 2,
    columns: [column('a'), column('b')],
    rows: [
      ['1', 'x'],
      ['2', 'y'],
    ],
  };
  const now = {
    ...before,
    columns: [column('b'), column('c'), column('a')],
    rows: [
      ['x', '9', '1'],
      ['z', '9', '2'],
    ],
  };
  expect([...changedColumns(before, now)]).toEqual(['b', 'c']);
  expect([...changedColumns(before, { ...before, columns: [column('a', 'integer'), column('b')] })]).toEqual(['a']);
});

test('charts say in words what they show', () => {
  const none = { ordersByDay: [], basketSizes: [], popularity: [], revenueByCustomers: [], pricesByKind: [], places: [], read: [] };
  expect(described('days', none).words).toBe('There is nothing to count.');
  const days = [
    { day: '2026-01-01', orders: 3 },
    { day: '2026-01-02', orders: 7 },
  ];
  expect(described('days', { ...none, ordersByDay: days }).words).toBe('From 2026-01-01 to 2026-01-02; most on 2026-01-02, 7.');
  const sizes = [
    { products: 1, orders: 2 },
    { products: 4, orders: 2 },
  ];
  expect(described('baskets', { ...none, basketSizes: sizes }).words).toBe('2.5 on the average of 4 orders.');
});

import { expect, test } from 'vitest';
import type { Template, Upload } from '../src/api/types.ts';
import { addColumn, changeColumn, freeName, moveColumn, removeColumn } from '../src/forms/edits.ts';
import { countTrouble, isUsable, keysOf, kindOf, nameFor, rolesOf, rowsIn } from '../src/forms/files.ts';
import { begin, step } from '../src/forms/history.ts';
import { jsonTrouble } from '../src/forms/jsonPlace.ts';
import { inWords, readSample } from '../src/forms/rule.ts';
import { designCommand, quoted } from '../src/forms/shell.ts';
import { fromStep, toStep } from '../src/forms/size.ts';
import { readVariants } from '../src/forms/variants.ts';

const TEMPLATE = {
  version: 1,
  name: 'shoes',
  tables: [{ name: 'products', recipe: 'products', rows: 5, columns: [{ name: 'a' }, { name: 'b', include: false }, { name: 'c' }] }],
} as unknown as Template;

function names(template: Template): string[] {
  return template.tables[0]?.columns?.map((column) => column.name) ?? [];
}

test('undo and redo go back and forth, and a change after an undo forgets what was undone', () => {
  let history = begin('a');
  history = step(history, { do: 'change', with: () => 'b' });
  history = step(history, { do: 'change', with: () => 'c' });
  history = step(history, { do: 'undo' });
  expect(history.now).toBe('b');
  expect(step(history, { do: 'redo' }).now).toBe('c');
  history = step(history, { do: 'change', with: () => 'd' });
  expect(step(history, { do: 'redo' }).now).toBe('d');
  expect(step(step(history, { do: 'undo' }), { do: 'undo' }).now).toBe('a');
});

test('typing into one field is one step to undo', () => {
  let history = begin('');
  for (const to of ['h', 'he', 'heel']) history = step(history, { do: 'change', with: () => to, about: 'name' });
  history = step(history, { do: 'change', with: (now) => `${now} drop`, about: 'other' });
  history = step(history, { do: 'undo' });
  expect(history.now).toBe('heel');
  expect(step(history, { do: 'undo' }).now).toBe('');
});

test('edits of a template leave the one before as it was', () => {
  const before = JSON.stringify(TEMPLATE);
  expect(names(moveColumn(TEMPLATE, 0, 0, 2))).toEqual(['b', 'c', 'a']);
  expect(names(moveColumn(TEMPLATE, 0, 2, 0))).toEqual(['c', 'a', 'b']);
  expect(names(removeColumn(TEMPLATE, 0, 1))).toEqual(['a', 'c']);
  expect(names(addColumn(TEMPLATE, 0, 'd'))).toEqual(['a', 'b', 'c', 'd']);
  expect(changeColumn(TEMPLATE, 0, 1, { include: undefined }).tables[0]?.columns?.[1]).toEqual({ name: 'b' });
  expect(JSON.stringify(TEMPLATE)).toBe(before);
});

test('a new column takes a name that is free', () => {
  const columns = TEMPLATE.tables[0]?.columns ?? [];
  expect([freeName(columns, 'z'), freeName(columns, 'a')]).toEqual(['z', 'a2']);
});

test('a slider of sizes gives round numbers and finds them again', () => {
  for (const rows of [1, 10, 1_000, 5_000_000, 10_000_000_000]) {
    expect(fromStep(toStep(rows)) / rows).toBeGreaterThan(0.93);
    expect(fromStep(toStep(rows)) / rows).toBeLessThan(1.07);
  }
  expect(fromStep(toStep(10_000_000_000))).toBe(10_000_000_000);
});

test('variants are read, and what is no variant is said', () => {
  expect(readVariants('color=2, size = 4,')).toEqual({ color: 2, size: 4 });
  expect(readVariants('')).toEqual({});
  expect(readVariants('color')).toContain('“color” is not an attribute with a number');
  expect(readVariants('size=999')).toContain('from 1 to 255');
});

test('samples keep what they are: numbers, truth values, and codes with leading zeros as text', () => {
  expect(['12', '-3.5', 'true', '007', '12345678901234567890', 'knit'].map(readSample)).toEqual([
    12,
    -3.5,
    true,
    '007',
    '12345678901234567890',
    'knit',
  ]);
});

test('rules are said in words', () => {
  expect(inWords(undefined)).toBe('by its name');
  expect(inWords('uuid')).toBe('uuid');
  expect(inWords({ number: { min: 0, max: 12 } } as never)).toBe('number: min 0, max 12');
  expect(inWords({ product: 'list_price' })).toBe('product: list price');
  expect(inWords({ choice: { values: ['a', 'b', 'c', 'd'] } } as never)).toBe('choice: a, b, c … (4)');
});

test('words of a command line are quoted for a shell', () => {
  expect([quoted('shoes'), quoted("women's shoes"), quoted('')]).toEqual(['shoes', `'women'\\''s shoes'`, `''`]);
  expect(designCommand({ domain: 'trail shoes', variant: "women's", rows: 500, by: 'llm' })).toBe(
    `wares template 'trail shoes' --variant 'women'\\''s' --rows 500 --by llm --out template.json`,
  );
});

/** A file that is taken for this; `undefined` is a table of which nothing more is known. */
function upload(name: string, kind: string | undefined, isWhole = true): Upload {
  const keys = [{ name: 'customerNumber', column: 'id', evidence: '' }];
  return { id: name, name, recognised: { isWhole, keys, found: { kind, rows: 8_000 } } } as unknown as Upload;
}

const UPLOAD = upload('kunden.csv', 'customers');

test('only a key that differs from what was recognized is told to the server', () => {
  expect(keysOf([{ upload: UPLOAD }, { upload: UPLOAD, key: 'id' }])).toEqual([]);
  expect(keysOf([{ upload: UPLOAD, key: 'nr' }])).toEqual([{ table: 'kunden', name: 'customerNumber', column: 'nr' }]);
});

test('of two files the one known for its orders, or what is left beside the products, holds the orders', () => {
  const names = (...kinds: (string | undefined)[]) => {
    const { orders, products } = rolesOf(kinds.map((kind, index) => ({ upload: upload(String(index), kind) })));
    return [orders?.upload.name, products?.upload.name];
  };
  expect(names('products', 'orders')).toEqual(['1', '0']);
  expect(names('products', undefined)).toEqual(['1', '0']);
  expect(names('orders', undefined)).toEqual(['0', '1']);
  expect(names('products')).toEqual([undefined, '0']);
  expect(names('orders')).toEqual(['0', undefined]);
});

test('a file of which only the beginning was read has rows that are not known', () => {
  expect([rowsIn(UPLOAD), rowsIn(upload('long.csv', 'orders', false))]).toEqual([8_000, undefined]);
  expect([kindOf(UPLOAD), kindOf(upload('a.csv', undefined)), isUsable({ upload: UPLOAD })]).toEqual(['customers', 'table', true]);
});

test('a file is renamed to what the user says it holds', () => {
  expect([nameFor('customers', 'kunden.csv.gz'), nameFor('table', 'stores.csv')]).toEqual(['customers.csv.gz', 'table_stores.csv']);
});

test('more order details than orders are refused with both numbers', () => {
  expect(countTrouble(9_000, 8_000)).toBe('9,000 are more than the 8,000 orders of the file');
  expect(countTrouble(8_000, 8_000)).toBeUndefined();
  expect(countTrouble(8_000, undefined)).toBeUndefined();
});

test('a text that is no JSON is told with line and column', () => {
  expect(jsonTrouble('{"a": 1,\n  "b": [}\n')).toBe('line 2, column 9: value expected');
  expect(jsonTrouble('{"a": [1, 2.5e3, null]}')).toBeUndefined();
  expect(jsonTrouble('')).toBe('line 1, column 1: value expected');
  expect(jsonTrouble('{"a": 1,}')).toContain('line 1, column 9');
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clicks, download, openBrowser, openPage, rowsOf, shoot } from './browser.ts';
import { Server } from './server.ts';

const MOST_CLICKS = 5;
const MOST_SECONDS = 60;
const ROWS = 1_000;
const PAGE = join(import.meta.dirname, '../../docs/measured/clicks.md');

let server: Server;
let browser: Browser;
/** Files that a user has: customers, then orders of them, then products. */
let files: Record<'customers' | 'orders' | 'products', string>;

beforeAll(async () => {
  server = await Server.start();
  browser = await openBrowser();
  const customers = await made({ customers: { regions: [{ code: 'US' }], rows: ROWS } }, 'customers.csv');
  const upload = await fetch(`${server.url}/api/uploads?name=customers.csv`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: customers.text,
  });
  const { id } = (await upload.json()) as { id: string };
  const orders = await made({ orders: { from: [id], rows: ROWS } }, 'orders.csv');
  const products = await made({ products: { domain: 'coffee', rows: 100 } }, 'products.csv');
  files = { customers: customers.path, orders: orders.path, products: products.path };
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Has a job run, and keeps its file where a user would have it. */
async function made(job: object, name: string): Promise<{ path: string; text: string }> {
  const headers = { 'Content-Type': 'application/json' };
  const accepted = await fetch(`${server.url}/api/runs`, { method: 'POST', headers, body: JSON.stringify({ job }) });
  const { id } = (await accepted.json()) as { id: string };
  await (await fetch(`${server.url}/api/runs/${id}/events`)).text();
  const text = await (await fetch(`${server.url}/api/runs/${id}/files/${name}`)).text();
  const path = join(server.data, name);
  await writeFile(path, text);
  return { path, text };
}

/** What a new user does on each page, from the first page that they see; then they take the file away. */
const WAYS: Record<string, { file: string; go(clicks: Clicks): Promise<void> }> = {
  Template: {
    file: 'products.csv',
    go: async (clicks) => {
      await clicks.on('combobox', 'What the shop sells');
      await clicks.type('trail running shoes');
      await clicks.on('button', 'Make the template');
      await clicks.on('button', 'Generate products');
    },
  },
  Products: {
    file: 'products.csv',
    go: async (clicks) => {
      await clicks.on('link', 'Products');
      await clicks.on('combobox', 'What the shop sells');
      await clicks.type('trail running shoes');
      await clicks.on('button', 'Generate products');
    },
  },
  Customers: {
    file: 'customers.csv',
    go: async (clicks) => {
      await clicks.on('link', 'Customers');
      await clicks.on('button', 'Generate customers');
    },
  },
  Orders: {
    file: 'orders.csv',
    go: async (clicks) => {
      await clicks.on('link', 'Orders');
      await clicks.choose('choose', [files.customers]);
      await clicks.on('button', 'Generate orders');
    },
  },
  'Order details': {
    file: 'order_details.csv',
    go: async (clicks) => {
      await clicks.on('link', 'Order details');
      await clicks.choose('choose', [files.orders, files.products]);
      await clicks.on('button', 'Generate order details');
    },
  },
  'Whole shop': {
    file: 'customers.csv',
    go: async (clicks) => {
      await clicks.on('link', 'Whole shop');
      await clicks.on('button', 'board games');
      await clicks.on('button', 'Generate the shop');
    },
  },
};

const measured: string[] = [];

for (const [name, way] of Object.entries(WAYS)) {
  test(`${name}: from an empty page to a file of 1,000 rows in five clicks and a minute`, async () => {
    const { page, context, faults } = await openPage(browser, server.url);
    const started = performance.now();
    await page.goto('/');
    const clicks = new Clicks(page);
    await way.go(clicks);
    const file = await download(page, () => clicks.on('link', new RegExp(`^Download ${way.file.replace('.', '\\.')}`)));
    const seconds = (performance.now() - started) / 1_000;
    measured.push(`| ${name} | ${way.file} | ${clicks.count} | ${seconds.toFixed(1)} |`);
    expect(file.name).toBe(way.file);
    expect(rowsOf(file.text).rows.length).toBeGreaterThanOrEqual(ROWS);
    expect(clicks.count).toBeLessThanOrEqual(MOST_CLICKS);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(faults).toEqual([]);
    await shoot(page, `clicks-${name.toLowerCase().replace(' ', '-')}`);
    await context.close();
  });
}

afterAll(async () => {
  const table = ['| page | file taken away | clicks | seconds |', '|---|---|---|---|', ...measured].join('\n');
  console.info(table);
  if (process.env.WARES_ACCEPT === undefined) return;
  const text = `# From an empty page to a file

Made by \`WARES_ACCEPT=1 cargo xtask ui-test\`, in Chromium against a debug build. A new user opens the first page and goes to the page named,
makes 1,000 rows or more and takes the file away. Choosing files of one's own counts as two clicks, one to open the dialog of the system and one in it. At
most ${MOST_CLICKS} clicks and ${MOST_SECONDS} seconds are allowed; a page that needs more fails its test.

${table}
`;
  await writeFile(PAGE, text);
});

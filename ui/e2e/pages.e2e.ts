import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clicks, download, expectAccessible, openBrowser, openPage, rowsOf, shoot } from './browser.ts';
import { Server } from './server.ts';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await Server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('the rows that were shown are the rows of the file', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/products');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('coffee');
  const first = page.getByRole('row').nth(1).getByRole('cell');
  await first.first().waitFor();
  const shown = await first.allTextContents();
  await page.getByRole('button', { name: 'Generate products' }).click();
  const { text } = await download(page, () => page.getByRole('link', { name: /^Download products\.csv/ }).click());
  expect(rowsOf(text).rows[0]?.startsWith(shown[0] ?? '?')).toBe(true);
  await context.close();
});

test('a template is made in words, edited beside its rows, kept, exported and turned into a file', async () => {
  const { page, context, faults } = await openPage(browser, server.url);
  await page.goto('/');
  const clicks = new Clicks(page);
  await page.getByText('No template is kept yet').waitFor();
  await shoot(page, 'template-empty');
  await clicks.on('combobox', 'What the shop sells');
  await page.keyboard.type('trail running shoes');
  await page.keyboard.press('Escape');
  await clicks.on('button', 'Make the template');
  const grid = page.getByRole('table', { name: 'Rows of products' });
  await grid
    .getByRole('columnheader', { name: /rating/i })
    .first()
    .waitFor();

  // A column goes out of the rows and comes back; only it is touched.
  await page.getByRole('checkbox', { name: 'Include rating', exact: true }).click();
  await grid.getByRole('columnheader', { name: /^rating/ }).waitFor({ state: 'detached' });
  await page.getByText('Changes since version 1').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await grid.getByRole('columnheader', { name: /^rating/ }).waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await grid.getByRole('columnheader', { name: /^rating/ }).waitFor({ state: 'detached' });

  // Another name is another column: it alone is pointed out.
  await page.getByRole('textbox', { name: 'Name of productName' }).fill('title');
  await grid.getByRole('columnheader', { name: /^title.*changed/ }).waitFor();
  expect(await grid.getByText(/· changed/).count()).toBe(1);

  // A problem stands at its place, and goes when it is mended.
  await page.getByRole('textbox', { name: 'Name of title' }).fill('productCode');
  await page
    .getByText(/^Problem: /)
    .first()
    .waitFor();
  await shoot(page, 'template-problem');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name of productCode' }).last().fill('title');
  await page
    .getByText(/^Problem: /)
    .first()
    .waitFor({ state: 'detached' });

  await page.getByRole('textbox', { name: 'Change by talking' }).fill('add the sock liner (boolean)');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await grid.getByRole('columnheader', { name: /sockLiner/i }).waitFor();
  await shoot(page, 'template-edited');

  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await page.getByText('version 2').first().waitFor();
  const exported = await download(page, () => page.getByRole('button', { name: 'Export JSON' }).click());
  expect(exported.name).toMatch(/\.json$/);
  const template = JSON.parse(exported.text);
  const column = (name: string) => template.tables[0].columns.find((one: { name: string }) => one.name === name);
  expect(column('rating')?.include).toBe(false);
  expect(column('title')).toBeDefined();

  await clicks.on('button', 'Generate products');
  const { text } = await download(page, () => clicks.on('link', /^Download products\.csv/));
  expect(clicks.count).toBeLessThanOrEqual(5);
  const { header, rows } = rowsOf(text);
  expect(rows.length).toBe(1_000);
  expect(header).toContain('title');
  expect(header).not.toContain('rating');

  // Exported here, opened there.
  const path = join(server.data, 'exported.json');
  await writeFile(path, exported.text);
  await page.goto('/products');
  await page.getByText('Template', { exact: true }).last().click();
  await page.getByLabel('Configuration file').setInputFiles(path);
  await page
    .getByRole('table', { name: 'Rows of products' })
    .getByRole('columnheader', { name: /^title/ })
    .waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('columns are moved by the keyboard', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/template');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('coffee');
  await page.getByRole('button', { name: 'Make the template' }).click();
  const names = () =>
    page
      .getByRole('textbox', { name: /^Name of (?!a new)/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await page
    .getByRole('button', { name: /^Move / })
    .first()
    .waitFor();
  const [first, second] = await names();
  await page.getByRole('button', { name: `Move ${first}`, exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByText(`Taken: ${first}.`).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.getByText(`Now at the place of ${second}.`).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([second, first]);
  await context.close();
});

test('a configuration that is no JSON is refused with its place', async () => {
  const { page, context } = await openPage(browser, server.url);
  const path = join(server.data, 'broken.json');
  await writeFile(path, '{"version": 1,\n  "tables": [}\n');
  await page.goto('/products');
  await page.getByText('Template', { exact: true }).last().click();
  await page.getByLabel('Configuration file').setInputFiles(path);
  const alert = page.getByRole('alert').filter({ hasText: 'broken.json is not JSON' });
  await alert.waitFor();
  expect(await alert.textContent()).toContain('line 2, column 14');
  await writeFile(path, '{"version": 1, "name": "x", "tables": [{"name": "t", "rows": 5, "columns": [{"name": "a", "tipe": "text"}]}]}');
  await page.getByLabel('Configuration file').setInputFiles(path);
  await page.getByRole('alert').filter({ hasText: 'tables[0].columns[0]' }).waitFor();
  await shoot(page, 'products-broken-configuration');
  await context.close();
});

test('customers of two countries, orders for them, and details of these orders', async () => {
  const { page, context, faults } = await openPage(browser, server.url);
  await page.goto('/customers');
  const clicks = new Clicks(page);
  await clicks.on('combobox', 'Where they live');
  await page.keyboard.type('Germany');
  await page.getByRole('option', { name: /^Germany/ }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Share of Germany').fill('0.5');
  await page.getByText('33.3 %').waitFor();
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('img', { name: /places where/ }).waitFor();
  await shoot(page, 'customers-map');
  await page.getByRole('button', { name: 'Generate customers' }).click();
  const customers = await download(page, () => page.getByRole('link', { name: /^Download customers\.csv/ }).click());
  expect(rowsOf(customers.text).rows.length).toBe(1_000);

  // Any name of file: what it holds is recognized.
  await page.goto('/orders');
  await page.getByText('Drop a CSV file of customers').waitFor();
  const path = join(server.data, 'customers.csv');
  await writeFile(path, customers.text);
  await page.getByLabel('Your files', { exact: true }).setInputFiles(path);
  const card = page.getByRole('region', { name: 'customers.csv' });
  await card.waitFor();
  expect(await card.getByLabel('Holds').inputValue()).toBe('customers');
  expect(await card.getByLabel('Key').inputValue()).toBe('customerNumber');
  await card.getByText('key customerNumber').waitFor();
  await page.getByRole('table', { name: 'Rows of orders' }).waitFor();
  await shoot(page, 'orders');
  await page.getByRole('button', { name: 'Generate orders' }).click();
  const orders = await download(page, () => page.getByRole('link', { name: /^Download orders\.csv/ }).click());
  expect(rowsOf(orders.text).rows.length).toBe(1_000);
  const known = new Set(rowsOf(customers.text).rows.map((row) => row.split(',')[0]));
  const at = rowsOf(orders.text).header.indexOf('customerNumber');
  expect(
    rowsOf(orders.text)
      .rows.filter((row) => !row.includes('"'))
      .every((row) => known.has(row.split(',')[at])),
  ).toBe(true);

  // The rule is told before it is broken, and again when it is.
  await page.goto('/order-details');
  await page.getByText('One record for each order, so never more than the file has orders.').waitFor();
  const ordersPath = join(server.data, 'orders.csv');
  await writeFile(ordersPath, orders.text);
  await page.getByLabel('Your files', { exact: true }).setInputFiles(ordersPath);
  await page.getByText('so at most 1,000').waitFor();
  await page.getByText('In words', { exact: true }).click();
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('board games');
  await page.getByRole('textbox', { name: 'Order details' }).fill('1001');
  await page.getByText('1,001 are more than the 1,000 orders of the file').first().waitFor();
  expect(await page.getByRole('button', { name: 'Generate order details' }).isDisabled()).toBe(true);
  await shoot(page, 'order-details-rule');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Order details' }).fill('1000');
  await page.getByText('A row for each order').click();
  await page.getByRole('button', { name: 'Generate order details' }).click();
  const lists = await download(page, () => page.getByRole('link', { name: /^Download order_(lists|details)\.csv/ }).click());
  expect(rowsOf(lists.text).rows.length).toBe(1_000);
  expect(faults).toEqual([]);
  await context.close();
});

test('a whole shop of ten billion orders is looked at to its last row, and a small one taken away', async () => {
  const { page, context, faults } = await openPage(browser, server.url);
  await page.goto('/shop');
  await page.getByRole('button', { name: 'trail running shoes' }).click();
  await page.getByRole('textbox', { name: 'Orders' }).fill('10000000000');
  await page.getByRole('textbox', { name: 'Customers' }).fill('100000000');
  await page.getByRole('tab', { name: /^order_details/ }).click();
  await page.getByLabel(/^Row of order_details/).fill('9999999999');
  await page.getByRole('button', { name: 'Go to row' }).click();
  const header = page.getByRole('rowheader', { name: '9,999,999,999' });
  await header.waitFor();
  await expect.poll(() => header.locator('xpath=..').getByRole('cell').first().textContent()).not.toBe('…');
  await shoot(page, 'shop-ten-billion');

  // One notch of the wheel is a few rows, not millions.
  await page.getByRole('region', { name: 'Rows of order_details' }).hover();
  await page.mouse.wheel(0, 280);
  await page.getByRole('rowheader', { name: '10,000,000,009' }).waitFor();

  await page.getByRole('tab', { name: 'Relations' }).click();
  await page.getByRole('img', { name: /is a key of customers/ }).waitFor();
  await shoot(page, 'shop-relations');
  await page.getByRole('textbox', { name: 'Orders' }).fill('5000');
  await page.getByRole('textbox', { name: 'Customers' }).fill('1000');
  await page.getByRole('tab', { name: 'Charts' }).click();
  await page.getByText('Orders by day').waitFor();
  await page.getByText('Prices by kind').waitFor();
  await shoot(page, 'shop-charts');
  await page.getByText('All tables', { exact: true }).click();
  await page.getByRole('tab', { name: /^payments/ }).waitFor();
  await page.getByRole('tab', { name: 'Relations' }).click();
  await page.getByRole('img', { name: /of payments is a key of/ }).waitFor();
  await shoot(page, 'shop-all-relations');
  await page.getByRole('button', { name: 'Generate the shop' }).click();
  for (const [file, count] of [
    ['products', 200],
    ['customers', 1_000],
    ['orders', 5_000],
  ] as const) {
    const { text } = await download(page, () => page.getByRole('link', { name: new RegExp(`^Download ${file}\\.csv`) }).click());
    expect(text.split('\n').length).toBeGreaterThan(count);
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('a file that was made here is used again in two clicks', async () => {
  const { page, context, faults } = await openPage(browser, server.url);
  await page.goto('/customers');
  await page.getByRole('textbox', { name: 'Records' }).fill('77');
  await page.getByRole('button', { name: 'Generate customers' }).click();
  await page.getByRole('link', { name: /^Download customers\.csv/ }).waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  const made = page.getByRole('combobox', { name: 'Your files: a file that was made here' });
  const option = made.getByRole('option', { name: /^customers\.csv of customers: US, \d/ });
  await option.waitFor({ state: 'attached' });
  await made.selectOption((await option.first().getAttribute('value')) ?? '');
  await page.getByRole('region', { name: 'customers.csv' }).getByText('77 rows').waitFor();
  await page.getByRole('button', { name: 'Generate orders' }).click();
  const { text } = await download(page, () => page.getByRole('link', { name: /^Download orders\.csv/ }).click());
  expect(rowsOf(text).rows.length).toBe(1_000);
  expect(faults).toEqual([]);
  await context.close();
});

test('a file that is taken for the wrong thing is corrected', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/orders');
  const people = 'nr;wer\n7;Ada\n8;Grace\n9;Barbara\n';
  await page
    .getByLabel('Your files', { exact: true })
    .setInputFiles({ name: 'leute.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
  const card = page.getByRole('region', { name: 'leute.csv' });
  await card.waitFor();
  expect(await card.getByLabel('Holds').inputValue()).toBe('table');
  await card.getByLabel('Holds').selectOption('customers');
  const renamed = page.getByRole('region', { name: 'customers.csv' });
  await renamed.waitFor();
  await renamed.getByLabel('Key').selectOption('nr');
  await page.getByRole('button', { name: 'Generate orders' }).click();
  const { text } = await download(page, () => page.getByRole('link', { name: /^Download orders\.csv/ }).click());
  const { header, rows } = rowsOf(text);
  const at = header.findIndex((name) => name === 'customerNumber' || name === 'nr');
  const plain = rows.filter((row) => !row.includes('"'));
  expect(new Set(plain.map((row) => row.split(',')[at]))).toEqual(new Set(['7', '8', '9']));
  await context.close();
});

test('files are told apart, how they refer to each other is shown, and a key is corrected', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/orders');
  const clients = 'cust_no,name,signed_up,branch\n7,Ada,2024-01-05,N\n9,Bo,2024-03-01,S\n,Cy,2024-03-02,S\n11,Di,2025-01-01,N\n';
  const branches = 'branch,town\nN,Oslo\nS,Rome\nW,Cork\n';
  await page.getByLabel('Your files', { exact: true }).setInputFiles([
    { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(clients) },
    { name: 'branches.csv', mimeType: 'text/csv', buffer: Buffer.from(branches) },
  ]);
  const [client, branch] = [page.getByRole('region', { name: 'clients.csv' }), page.getByRole('region', { name: 'branches.csv' })];
  await client.getByText('branch → branches').waitFor();
  await client.getByText('2 of 2 values are keys there').waitFor();
  await client.getByText('1 row would be left out').click();
  await client.getByRole('cell', { name: '4', exact: true }).waitFor();
  await shoot(page, 'orders-two-files');
  await expectAccessible(page);
  await branch.getByLabel('Key').selectOption('town');
  await branch.getByText('key town').waitFor();
  await client.getByText('branch → branches').waitFor({ state: 'detached' });
  await page.getByText('--key branches.officeCode=town').waitFor();
  await context.close();
});

test('a rule is changed by its form, and only its column with it', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/template');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('coffee');
  await page.getByRole('button', { name: 'Make the template' }).click();
  await page.getByRole('button', { name: /^Rule of quantityInStock/ }).click();
  await page.getByLabel('Rule', { exact: true }).selectOption('number');
  await page.getByLabel('min', { exact: true }).fill('3');
  await page.getByLabel('max', { exact: true }).fill('4');
  await shoot(page, 'template-rule');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use this rule' }).click();
  const grid = page.getByRole('table', { name: 'Rows of products' });
  await grid.getByRole('columnheader', { name: /^quantityInStock.*changed/ }).waitFor();
  expect(await grid.getByText(/· changed/).count()).toBe(1);
  await page.getByText('number: min 3, max 4').waitFor();
  await context.close();
});

test('what a page is called stands in the title, and nothing comes from another host', async () => {
  const { page, context } = await openPage(browser, server.url);
  const hosts = new Set<string>();
  let bytes = 0;
  page.on('response', async (response) => {
    hosts.add(new URL(response.url()).origin);
    bytes += Number(response.headers()['content-length'] ?? 0) || (await response.request().sizes()).responseBodySize;
  });
  await page.goto('/products');
  await page.getByText('Rows appear here as soon as there is something to make').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toBe('Products · Wares');
  expect([...hosts]).toEqual([server.url]);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(400_000);
  await context.close();
});

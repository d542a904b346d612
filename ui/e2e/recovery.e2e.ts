import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage, shoot } from './browser.ts';
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

test('a page says that the server is gone, and goes on when it is back', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/products');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('coffee');
  await page.getByRole('table', { name: 'Rows of products' }).waitFor();
  await server.kill();
  await page.getByText('The server cannot be reached').first().waitFor();
  await shoot(page, 'server-gone');
  await expectAccessible(page);
  await server.again();
  await page.getByText('The server cannot be reached').first().waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('tea');
  await page.getByRole('button', { name: 'Generate products' }).click();
  await page.getByRole('link', { name: /^Download products\.csv/ }).waitFor();
  await context.close();
});

test('a run outlives a server that is killed in its middle, and the page follows it to its end', async () => {
  // So many take seconds even on a fast machine: the run is surely under way when its first rows are told.
  const rows = 9_000_000;
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/customers');
  await page.getByRole('textbox', { name: 'Records' }).fill(String(rows));
  await page.getByRole('button', { name: 'Generate customers' }).click();
  await page.getByText(/^[1-9][\d,]* of 9,000,000 rows done/).waitFor();
  await server.kill();
  await page.getByText('The server cannot be reached').first().waitFor();
  await server.again();
  // The rest of the rows takes as long as the machine is busy.
  const link = page.getByRole('link', { name: /^Download customers\.csv/ });
  await link.waitFor({ timeout: 200_000 });
  expect(await lineCount(new URL((await link.getAttribute('href')) ?? '', server.url))).toBe(rows + 1);
  await context.close();
});

test('a run is cancelled, and the page says that nothing was kept', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/customers');
  await page.getByRole('textbox', { name: 'Records' }).fill('50000000');
  await page.getByRole('button', { name: 'Generate customers' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled; nothing was kept.').waitFor();
  await page.getByRole('link', { name: /^Runs/ }).click();
  await page.getByRole('heading', { name: 'Runs' }).waitFor();
  await page.getByText('Cancelled; nothing was kept.').first().waitFor();
  await shoot(page, 'runs');
  await context.close();
});

/** How many lines a file of the server has, whatever its size. */
async function lineCount(url: URL): Promise<number> {
  const reader = (await fetch(url)).body?.getReader();
  let lines = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return lines;
    const bytes = Buffer.from(part.value);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
}

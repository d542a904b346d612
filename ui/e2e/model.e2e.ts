import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { download, expectAccessible, openBrowser, openPage, rowsOf, shoot } from './browser.ts';
import { Server } from './server.ts';

let browser: Browser;
let server: Server;
let model: HttpServer;
let asked = 0;

beforeAll(async () => {
  browser = await openBrowser();
  // A language model that writes to rows, and answers what no design can be made of.
  model = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      asked += 1;
      response.setHeader('Content-Type', 'application/json');
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: contentFor(body) } }];
      response.end(
        JSON.stringify({
          id: '1',
          object: 'chat.completion',
          model: 'stubborn',
          choices,
          usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
});

/** A text for each row that is asked for; where something else is asked, nonsense. */
function contentFor(body: string): string {
  const schema = JSON.parse(body).response_format?.json_schema?.schema;
  const rows: number[] | undefined = schema?.properties?.rows?.items?.properties?.row?.enum;
  if (!rows) return 'I would rather not.';
  return JSON.stringify({ rows: rows.map((row) => ({ row, name: `Written Name ${row}`, description: `Written text, number ${row}.` })) });
}

afterEach(() => server.stop());

afterAll(async () => {
  await browser?.close();
  model?.close();
});

test('without a language model the page says so, and that none is needed', async () => {
  server = await Server.start();
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/products');
  await page.getByText('Language model', { exact: true }).click();
  await page.getByText('There is no language model to ask').waitFor();
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('coffee');
  await page.getByRole('table', { name: 'Rows of products' }).waitFor();
  expect(await page.getByRole('button', { name: 'Generate products' }).isDisabled()).toBe(true);
  await shoot(page, 'no-model');
  await page.getByText('A model’s design', { exact: true }).click();
  await page.getByText('There is no language model to ask').waitFor();
  await context.close();
});

test('a language model that answers nonsense ends in a report, after a quote and with its progress told', async () => {
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1/`;
  server = await Server.start({ OPENAI_BASE_URL: url, WARES_LLM_MODEL: 'stubborn' });
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/template');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('kites');
  await page.getByText('Language model', { exact: true }).click();
  await page.getByText(/^stubborn: \d+ calls, about [\d,]+ tokens/).waitFor();
  await page.getByRole('button', { name: 'Design by stubborn' }).click();
  await page.getByRole('alert').filter({ hasText: 'The design failed' }).waitFor({ timeout: 100_000 });
  expect(asked).toBeGreaterThan(0);
  await shoot(page, 'model-failed');
  await context.close();
});

test('a language model writes products: a quote before, its rows counted, what it took told after', async () => {
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1/`;
  server = await Server.start({ OPENAI_BASE_URL: url, WARES_LLM_MODEL: 'writer' });
  const { page, context, faults } = await openPage(browser, server.url);
  await page.goto('/products');
  await page.getByRole('combobox', { name: 'What the shop sells' }).fill('board games');
  await page.getByText('Language model', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Rows' }).fill('20001');
  await page.getByRole('alert').filter({ hasText: '20001 rows are more than a model should write' }).waitFor();
  expect(await page.getByRole('button', { name: 'Generate products' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Rows' }).fill('24');
  await page.getByText(/^writer: 3 calls, about [\d,]+ tokens/).waitFor();
  await page.getByText('--by llm').waitFor();
  const before = asked;
  await shoot(page, 'products-by-model');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Generate products' }).click();
  const { text } = await download(page, () => page.getByRole('link', { name: /^Download products\.csv, / }).click());
  expect(rowsOf(text).rows.filter((row) => row.includes('Written Name')).length).toBe(24);
  expect(asked - before).toBe(3);
  await page.getByText(/notes?$/).click();
  await page.getByText(/`writer`: 3 calls/).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

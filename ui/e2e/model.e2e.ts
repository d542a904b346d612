import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, shoot } from './browser.ts';
import { Server } from './server.ts';

let browser: Browser;
let server: Server;
let model: HttpServer;
let asked = 0;

beforeAll(async () => {
  browser = await openBrowser();
  // A language model that answers what no design can be made of.
  model = createServer((request, response) => {
    request.resume().on('end', () => {
      asked += 1;
      response.setHeader('Content-Type', 'application/json');
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'I would rather not.' } }];
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
  await shoot(page, 'no-model');
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

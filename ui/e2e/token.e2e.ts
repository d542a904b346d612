import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage, shoot } from './browser.ts';
import { Server } from './server.ts';

const TOKEN = 'correct-horse-battery-staple';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await Server.start({ WARES_TOKEN: TOKEN });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a browser is asked for the token once, and then sees the pages', async () => {
  const { page, context } = await openPage(browser, server.url);
  await page.goto('/');
  const field = page.getByLabel('Token of this server');
  await field.fill('guessed-and-wrong');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('alert').filter({ hasText: 'That is not the token.' }).waitFor();
  await shoot(page, 'token');
  await expectAccessible(page);
  await field.fill(TOKEN);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'Template' }).waitFor();
  await page.goto('/customers');
  await page.getByRole('table', { name: 'Rows of customers' }).waitFor();
  expect((await fetch(`${server.url}/api/runs`)).status).toBe(401);
  await context.close();
});

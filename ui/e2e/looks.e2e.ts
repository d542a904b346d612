import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow, type Look, openBrowser, openPage, shoot } from './browser.ts';
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

const LOOKS: Look[] = [
  { width: 360, height: 740, scheme: 'light' },
  { width: 1280, height: 900, scheme: 'light' },
  { width: 1280, height: 900, scheme: 'dark' },
  { width: 3840, height: 2160, scheme: 'dark' },
];

/** Each page with something on it. */
const PAGES: Record<string, (page: Page) => Promise<void>> = {
  template: async (page) => {
    await page.goto('/template');
    await page.getByRole('combobox', { name: 'What the shop sells' }).fill('trail running shoes');
    await page.getByRole('button', { name: 'Make the template' }).click();
    await page.getByRole('table', { name: 'Rows of products' }).waitFor();
  },
  products: async (page) => {
    await page.goto('/products');
    await page.getByRole('button', { name: 'coffee' }).click();
    await page.getByRole('table', { name: 'Rows of products' }).waitFor();
  },
  customers: async (page) => {
    await page.goto('/customers');
    await page.getByRole('table', { name: 'Rows of customers' }).waitFor();
  },
  orders: async (page) => {
    await page.goto('/orders');
    const customers = 'customerNumber;customerName\n1;Ada\n2;Grace\n2;Twice\n';
    await page.getByLabel('Your files').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(customers) });
    await page.getByText('1 row would be left out').waitFor();
    await page.getByRole('table', { name: 'Rows of orders' }).waitFor();
  },
  'order-details': async (page) => {
    await page.goto('/order-details');
    await page.getByText('Drop a CSV file of orders').waitFor();
  },
  shop: async (page) => {
    await page.goto('/shop');
    await page.getByRole('button', { name: 'board games' }).click();
    await page.getByRole('table', { name: 'Rows of products' }).waitFor();
  },
  runs: async (page) => {
    await page.goto('/runs');
    await page.getByRole('heading', { name: 'Runs' }).waitFor();
  },
};

for (const [name, prepare] of Object.entries(PAGES)) {
  for (const look of LOOKS) {
    test(`${name} fits ${look.width} pixels, ${look.scheme}, without a serious finding of axe`, async () => {
      const { page, context, faults } = await openPage(browser, server.url, look);
      await prepare(page);
      await shoot(page, `${name}-${look.width}-${look.scheme}`);
      await expectNoOverflow(page);
      await expectAccessible(page);
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}

import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const SHOTS = join(import.meta.dirname, '../../target/ui/screenshots');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function openBrowser(): Promise<Browser> {
  await mkdir(SHOTS, { recursive: true });
  // Chromium refuses its sandbox to root, as whom containers run.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: isRoot ? ['--no-sandbox'] : [] });
}

export interface Look {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
}

export const DESK: Look = { width: 1280, height: 900, scheme: 'light' };

/** A new user: nothing is remembered. Every fault of the page's own fails the test that watches. */
export async function openPage(
  browser: Browser,
  url: string,
  look: Look = DESK,
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    bypassCSP: false,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  // Runs come after everything else on a machine, which may be busy with more than this.
  page.setDefaultTimeout(90_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  return { page, context, faults };
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Clicks a download and gives the file's name and text. */
export async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string; path: string }> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), press()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), text: await readFile(path, 'utf8'), path };
}

/** The header and the rows of a CSV file without quoted line ends. */
export function rowsOf(text: string): { header: string[]; rows: string[] } {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  return { header: header.split(','), rows };
}

/** Fails on every finding of axe that is serious or worse. */
export async function expectAccessible(page: Page): Promise<void> {
  const source = await readFile(AXE, 'utf8');
  // Evaluated by the debugger's own channel, which the content policy does not touch.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify(found.violations
      .filter((one) => ['serious', 'critical'].includes(one.impact))
      .map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | '))))`,
    awaitPromise: true,
  });
  expect(JSON.parse(result.value)).toEqual([]);
}

/** Fails when the page is wider than the screen. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(scroll).toBeLessThanOrEqual(client ?? 0);
}

/** Clicks, counted. */
export class Clicks {
  count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async on(role: 'button' | 'link' | 'textbox' | 'radio' | 'combobox', name: string | RegExp): Promise<void> {
    this.count += 1;
    await this.page.getByRole(role, { name }).first().click();
  }

  /** Words typed where the last click was; keys are no clicks. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
    // What the browser offers to complete lies over the button below.
    await this.page.keyboard.press('Escape');
  }

  /** Opens the system's dialog by a click on these words and takes the files in it by another. */
  async choose(words: string, files: string[]): Promise<void> {
    this.count += 2;
    const [dialog] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByText(words, { exact: true }).first().click(),
    ]);
    await dialog.setFiles(files);
  }
}

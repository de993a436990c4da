// Opens an answering form over a line with a round trip of five seconds and 50 kbit/s, types, loses the page, and goes on: how
// many requests and bytes a first visit takes, when the form can be used, and whether what was typed is there again. Prints what
// it measured; run it by hand (`node slow_line.mjs`), since what it takes is mostly waiting.

import { chromium as browserType } from 'playwright-core';
import { chromium, quiet, start } from './server.mjs';

const LINE = { offline: false, latency: 5000, downloadThroughput: 50_000 / 8, uploadThroughput: 50_000 / 8 };
const WORDS = 'Exercise question that is half written';

const server = await start('--demo');
const browser = await browserType.launch({ executablePath: chromium, args: quiet });
try {
  let page = await (await browser.newContext()).newPage();
  await page.goto(`${server.address}/en/sign-in`);
  const form = page.locator('form', { hasText: 'Exercise central authority officer of XAA' }).first();
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), form.getByRole('button').click()]);
  await page.goto(`${server.address}/en/requests`);
  const request = await page.locator('main a[href*="/request/"]').first().getAttribute('href');
  const address = `${server.address}${request}/act/consult`;

  // Another browser, which has kept nothing of the site but the session.
  const cookies = await page.context().cookies();
  const fresh = await browser.newContext();
  await fresh.addCookies(cookies);
  page = await fresh.newPage();
  const cdp = await fresh.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', LINE);
  const begun = Date.now();
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  const read = Date.now() - begun;
  await page.waitForLoadState('load', { timeout: 120_000 });
  const asked = await page.evaluate(() => ['navigation', 'resource'].flatMap((sort) => performance.getEntriesByType(sort))
    .map(({ name, transferSize }) => [name, transferSize]));
  for (const [name, bytes] of asked) console.log(`${bytes} bytes with headers: ${new URL(name).pathname.slice(0, 80)}`);
  console.log(`in the page after ${read} ms, all there after ${Date.now() - begun} ms`);

  const typed = Date.now();
  await page.fill('[name="consult-question"]', WORDS);
  await page.locator('form output').filter({ hasText: /\d/ }).waitFor({ timeout: 120_000 });
  console.log(`kept at the desk ${Date.now() - typed} ms after it was typed`);
  // The line breaks, and the page is lost.
  await cdp.send('Network.emulateNetworkConditions', { ...LINE, offline: true });
  await page.goto('about:blank');
  await cdp.send('Network.emulateNetworkConditions', LINE);
  await page.goto(address, { timeout: 120_000 });
  const again = await page.inputValue('[name="consult-question"]');
  console.log(again === WORDS ? 'what was typed is there again' : `LOST: the field holds "${again}"`);
  process.exitCode = again === WORDS ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
}

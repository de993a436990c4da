// A picture of the first page: node picture.mjs FILE [DATE]

import { chromium as browserType } from 'playwright-core';
import { chromium, quiet, start } from './server.mjs';

const [file, date] = process.argv.slice(2);
if (!file) {
  console.error('usage: node picture.mjs FILE [DATE]');
  process.exit(2);
}
const server = await start();
const browser = await browserType.launch({ executablePath: chromium, args: quiet });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light' });
  await page.goto(`${server.address}/en${date ? `?as_at=${date}` : ''}`);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.stop();
}

// Opens every page in headless Chromium, in both languages, narrow and wide, and holds it to what is
// promised: no violation that axe-core finds (light and dark), no sideways scroll at 320 px, usable by
// keyboard, under 60 kB for a first visit, nothing asked of anybody else. Leaves screenshots in
// target/screenshots. Exits 1 with a list of what is wrong.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium as browserType } from 'playwright-core';
import { chromium, quiet, root, start } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(root, 'target/screenshots');
const LANGUAGES = ['en', 'fr'];
const WIDTHS = [360, 1280];
/** The most bytes that a first visit may take, with everything, as transferred. */
const MOST_BYTES = 60_000;

/** Name, path after the language, expected status. */
const PAGES = [
  ['overview', '', 200],
  ['warrants', '/warrants', 200],
  ['person-open', '/person/kony', 200],
  ['person-surrendered', '/person/ongwen', 200],
  ['situations', '/situations', 200],
  ['situation', '/situation/ICC-02-04', 200],
  ['working', '/working', 200],
  ['counts', '/counts', 200],
  ['search', '/search?q=kony', 200],
  ['search-nothing', '/search?q=zzzz', 200],
  ['about', '/about', 200],
  ['error', '/error?page=%2Fen%2Fperson%2Fkony', 200],
  ['error-received', '/error/0000-0000-0000?page=%2Fen', 200],
  ['overview-2013', '?as_at=2013-10-02', 200],
  ['overview-hindsight', '?as_at=2013-10-02&hindsight=1', 200],
  ['overview-before-the-record', '?known_on=2001-01-01', 200],
  ['no-such-page', '/no-such-page', 404],
  ['no-such-person', '/person/nobody', 404],
  ['wrong-date', '?as_at=tomorrow', 400],
];

const faults = [];
const fault = (where, what) => {
  faults.push(`${where}: ${what}`);
  console.log(`  ${where}: ${what}`);
};

/** What axe-core finds in the page as it stands. */
async function accessible(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) {
    const targets = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
    const why = nodes[0].failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; ');
    fault(where, `axe ${id}: ${help} (${nodes.length}: ${targets}): ${why}`);
  }
}

/** How many pixels the page is wider than the window. */
const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What has the focus, and whether one sees it. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  return {
    tag: element.tagName,
    href: element.getAttribute('href') ?? '',
    id: element.id,
    text: (element.textContent ?? '').trim().slice(0, 40),
    seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  };
});

/** Tab comes first to the link that skips to the matter, and reaches the form for the date, which works. */
async function usableByKeyboard(page, where) {
  await page.keyboard.press('Tab');
  const first = await focused(page);
  if (first.tag !== 'A' || !/^#./.test(first.href)) {
    fault(where, `Tab reaches ${first.tag} "${first.text}" first, not a link that skips to the matter`);
  } else {
    await page.keyboard.press('Enter');
    const inside = await page.evaluate((id) => {
      const target = document.getElementById(id);
      return target !== null && (location.hash === `#${id}`);
    }, first.href.slice(1));
    if (!inside) fault(where, `the skip link leads nowhere (${first.href})`);
    await page.evaluate(() => { document.activeElement.blur(); });
    await page.goto(page.url().split('#')[0]);
  }
  let reached = false;
  for (let count = 0; count < 80 && !reached; count += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') break;
    if (!now.seen) fault(where, `nothing shows that ${now.tag} "${now.text || now.id}" has the focus`);
    reached = now.id === 'as_at';
  }
  if (!reached) {
    fault(where, 'Tab does not reach the form for the date');
    return;
  }
  // Day, month by its first letter, year, and away.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('o');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2013');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  if (!page.url().includes('as_at=2013-10-02')) fault(where, `the form for the date leads to ${page.url()}, not to 2 October 2013`);
}

/** Bytes of a first visit with everything, as they come over the network. */
async function weigh(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await page.goto(address, { waitUntil: 'load' });
  await context.close();
  return bytes;
}

/** Opens a page and holds the visit to what holds for all: status, language, nothing from elsewhere. */
async function open(page, address, status, language, where) {
  const foreign = (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith('data:')) fault(where, `asks ${request.url()}`);
  };
  const failedRequest = (request) => fault(where, `cannot load ${request.url()}: ${request.failure()?.errorText}`);
  // The browser itself reports the status that an error page is meant to have.
  const message = (said) => {
    if (said.type() === 'error' && !(status >= 400 && said.text().includes(`${status}`))) fault(where, `the browser says: ${said.text()}`);
  };
  page.on('request', foreign);
  page.on('requestfailed', failedRequest);
  page.on('console', message);
  const response = await page.goto(address, { waitUntil: 'load' });
  if (response.status() !== status) fault(where, `status ${response.status()}, not ${status}`);
  const said = await page.getAttribute('html', 'lang');
  if (said !== language) fault(where, `the page says that it is in "${said}", not "${language}"`);
  return () => {
    page.off('request', foreign);
    page.off('requestfailed', failedRequest);
    page.off('console', message);
  };
}

/** The path of an entry's page, as a reader finds it: by a link on 'how this figure was made'. */
async function entryPage(page, address) {
  await page.goto(`${address}/en/working`);
  const link = await page.evaluate(() => [...document.querySelectorAll('a')]
    .map((a) => a.getAttribute('href')?.split(/[?#]/)[0] ?? '')
    .find((href) => /\/entry\/[0-9a-f]{32}$/.test(href)));
  return link?.replace(/^.*?(\/entry\/)/, '$1');
}

mkdirSync(shots, { recursive: true });
const server = await start();
const browser = await browserType.launch({ executablePath: chromium, args: quiet });
let looked = 0;
try {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const pages = [...PAGES];
  const entry = await entryPage(page, server.address);
  if (entry) pages.push(['entry', entry, 200]);
  else fault('en working', 'no link to the page of an entry');

  for (const [name, path, status] of pages) {
    for (const language of LANGUAGES) {
      const address = `${server.address}/${language}${path}`;
      const where = `${language} ${name}`;
      console.log(where);
      const close = await open(page, address, status, language, where);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        if (await overhang(page) > 0) fault(`${where} at ${width}`, `scrolls sideways by ${await overhang(page)} px`);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await accessible(page, `${where} at ${width}, ${colorScheme}`);
        }
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.screenshot({ path: join(shots, `${language}-${name}-${width}.png`), fullPage: true });
        looked += 1;
      }
      await page.setViewportSize({ width: 320, height: 640 });
      if (await overhang(page) > 0) fault(`${where} at 320`, `scrolls sideways by ${await overhang(page)} px`);
      close();
      const bytes = await weigh(browser, address);
      if (bytes >= MOST_BYTES) fault(where, `a first visit takes ${bytes} bytes, at most ${MOST_BYTES} are promised`);
      if (language === 'en') console.log(`  ${Math.round(bytes / 100) / 10} kB for a first visit`);
    }
  }
  for (const language of LANGUAGES) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${server.address}/${language}`);
    await usableByKeyboard(page, `${language} overview by keyboard`);
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(faults.length === 0 ? `${looked} views of pages, nothing wrong` : `\n${faults.length} things are wrong:\n${faults.join('\n')}`);
process.exit(faults.length === 0 ? 0 : 1);

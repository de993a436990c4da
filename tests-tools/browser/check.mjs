// Opens every page in headless Chromium, in both languages, and holds it to what is promised: nothing that
// axe-core finds, light and dark, wide and narrow; no sideways scrolling; the keyboard alone, paper, forced
// colours and enlarged text are enough; a first visit under 60 kB; nothing asked of anybody else. Leaves
// screenshots in target/screenshots. Exits 1 with a list of what is wrong.
//
// COMITY_LONG=1 looks besides at every State, person, situation and row, and every day on which a count changes.

import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browserType } from 'playwright-core';
import { PAPER, accessible, byKeyboard, dateByKeyboard, fits, forced, mapByKeyboard, onPaper, spaced, unbroken, wellMade } from './looks.mjs';
import { everyPath } from './everything.mjs';
import { ISSUED, gaps, views } from './pages.mjs';
import { chromium, quiet, root, run, startOn } from './server.mjs';
import { ownNodeWalked } from './own_node.mjs';
import { reportTextsWalked } from './report_texts.mjs';
import { requestsWalked } from './requests.mjs';
import { signedIn } from './sign_in.mjs';

const shots = join(root, 'target/screenshots');
const templates = join(root, 'rooms/web/templates');
const LANGUAGES = ['en', 'fr'];
/**
 * The widths and schemes in which axe-core looks at a view. Each language has two of the four, so that each case that
 * every template has is seen in all four, in one language or the other. Other cases open in both languages and are
 * looked at in one of them, by turns. The long variant sees all four in both.
 */
const SIGHTS = {
  en: [[1280, 'light'], [360, 'dark']],
  fr: [[360, 'light'], [1280, 'dark']],
};
const LONG = Boolean(process.env.COMITY_LONG);
/** The most bytes that a first visit may take, with everything, as transferred. */
const MOST_BYTES = 60_000;
/** Pages in work at a time. */
const AT_ONCE = 2;
/** The most presses of Tab on one page. */
const MOST_PRESSES = LONG ? 5000 : 250;

const faults = [];
const hold = (where, wrong) => {
  for (const what of wrong) {
    faults.push(`${where}: ${what}`);
    console.log(`  ${where}: ${what}`);
  }
};

/** A page that is held to what holds for every visit, and counts the bytes of each as if it were the first. */
async function newPage(browser, address) {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const visit = { where: '', status: 200, bytes: 0 };
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', (event) => { visit.bytes += event.encodedDataLength; });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) hold(visit.where, [`asks ${request.url()}`]);
  });
  page.on('requestfailed', (request) => hold(visit.where, [`cannot load ${request.url()}: ${request.failure()?.errorText}`]));
  // The browser itself reports the status that an error page is meant to have.
  page.on('console', (said) => {
    const meant = visit.status >= 400 && said.text().includes(`${visit.status}`);
    if (said.type() === 'error' && !meant) hold(visit.where, [`the browser says: ${said.text()}`]);
  });
  return { page, visit };
}

/** Opens a view, whose form is sent off where the view is what comes then, and says how many bytes that takes. */
async function open({ page, visit }, address, language, view, where) {
  Object.assign(visit, { where, status: view.status, bytes: 0 });
  const going = () => page.goto(`${address}/${language}${view.path}`, { waitUntil: 'load' });
  let response = await going();
  if (view.sends) {
    visit.bytes = 0;
    for (const [field, text] of Object.entries(view.filled ?? {})) await page.fill(field, text);
    if (view.chosen) await page.check(view.chosen);
    [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main form button')]);
  }
  const asked = decodeURI(`${address}/${language}${view.path}`);
  if (!view.sends && decodeURI(page.url()) !== asked) hold(where, [`is not the canonical address, which is ${page.url()}`]);
  if (response.status() !== view.status) hold(where, [`status ${response.status()}, not ${view.status}`]);
  const said = await page.getAttribute('html', 'lang');
  if (said !== language) hold(where, [`the page says that it is in "${said}", not "${language}"`]);
  hold(where, await wellMade(page));
  const { bytes } = visit;
  if (bytes >= MOST_BYTES) hold(where, [`a first visit takes ${bytes} bytes, at most ${MOST_BYTES} are promised`]);
  return bytes;
}

/** The sights in which axe-core looks at a view in a language. */
function sightsOf(view, language) {
  if (LONG) return Object.values(SIGHTS).flat();
  if (view.main) return SIGHTS[language];
  return view.heavy ? [] : SIGHTS[language].slice(0, 1);
}

/**
 * Everything that a view is held to, in one language. Of the longest of a template there are pictures too, and Tab
 * goes all the way through it, as it does through every State.
 */
async function look(tab, address, language, view, sights) {
  const { page } = tab;
  const where = `${language} ${view.name}`;
  const emulate = (media) => page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
  const resize = (width) => page.setViewportSize({ width, height: 900 });
  await resize(1280);
  const bytes = await open(tab, address, language, view, where);
  for (const [width, colorScheme] of sights) {
    await resize(width);
    await emulate({ colorScheme });
    hold(`${where} at ${width}, ${colorScheme}`, await accessible(page));
  }
  await emulate({});
  for (const width of [360, 320, 1280]) {
    await resize(width);
    hold(`${where} at ${width}`, [...await fits(page), ...await unbroken(page)]);
    if (view.longest && width !== 320) await page.screenshot({ path: join(shots, `${language}-${view.name}-${width}.png`), fullPage: true });
  }
  hold(`${where}, wider spacing`, await spaced(page));
  await emulate({ forcedColors: 'active' });
  hold(`${where}, forced colours`, await forced(page));
  await page.setViewportSize(PAPER);
  await emulate({ media: 'print' });
  hold(`${where} on paper`, [...await onPaper(page), ...await unbroken(page)]);
  await emulate({});
  if (view.longest || view.keys) {
    await resize(1280);
    hold(`${where} by keyboard`, await byKeyboard(page, MOST_PRESSES));
  }
  return bytes;
}

/**
 * The long variant: every page that the record gives opens in both languages. Every State is looked at in both, all
 * else in one language and with axe-core in one sight, by turns.
 */
async function lookAtEverything(browser, address) {
  const paths = await everyPath(address);
  const tasks = paths.flatMap((path, turn) => LANGUAGES.map((language, place) => {
    const state = path.startsWith('/state/');
    const sights = state ? SIGHTS[language] : [SIGHTS[language][(turn >> 1) % 2]];
    return { language, sights, looks: state || turn % 2 === place, view: { name: path, path, status: 200, keys: state } };
  }));
  await each(tasks, browser, address, async (tab, { language, sights, looks, view }) => {
    if (looks) await look(tab, address, language, view, sights);
    else await open(tab, address, language, view, `${language} ${view.name}`);
  });
  return tasks.length;
}

/** Does each of the tasks, a few at a time, each with a page of its own. */
async function each(tasks, browser, address, work) {
  const left = [...tasks];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const tab = await newPage(browser, address);
    for (let task = left.shift(); task; task = left.shift()) await work(tab, task);
    await tab.page.context().close();
  }));
}

const pages = readdirSync(templates).filter((name) => name.endsWith('.html') && readFileSync(join(templates, name), 'utf8').startsWith('{% extends'));
hold('pages.mjs', gaps(pages));
mkdirSync(shots, { recursive: true });
const issue = (data) => ISSUED.forEach(([report, asAt]) => run('report', 'issue', report, '--as-at', asAt, '--officer', 'Exercise Officer', '--data', data));
const server = await startOn(issue);
const browser = await browserType.launch({ executablePath: chromium, args: quiet });
let looked = 0;
try {
  const { address } = server;
  const all = (await views(address)).flatMap((view, turn) => LANGUAGES.map((language) => [language, { ...view, turn }]));
  await each(all, browser, address, async (tab, [language, view]) => {
    const looks = LONG || view.main || LANGUAGES[view.turn % 2] === language;
    const bytes = looks
      ? await look(tab, address, language, view, sightsOf(view, language))
      : await open(tab, address, language, view, `${language} ${view.name}`);
    looked += 1;
    console.log(`${language} ${view.name}: ${Math.round(bytes / 100) / 10} kB`);
  });
  // Whoever sets a larger size of text in the browser, twice as large at most, reads without loss (WCAG 1.4.4).
  const enlarged = await browserType.launch({ executablePath: chromium, args: [...quiet, '--blink-settings=defaultFontSize=32'] });
  await each(all.filter(([, view]) => view.longest), enlarged, address, async (tab, [language, view]) => {
    const where = `${language} ${view.name}, text at 200 %`;
    await tab.page.setViewportSize({ width: 1280, height: 900 });
    await open(tab, address, language, view, where);
    hold(where, await fits(tab.page));
  });
  await enlarged.close();
  await each(LANGUAGES, browser, address, async (tab, language) => {
    const where = `${language} overview by keyboard`;
    tab.visit.where = where;
    await tab.page.setViewportSize({ width: 1280, height: 900 });
    await tab.page.goto(`${address}/${language}`);
    hold(where, await dateByKeyboard(tab.page));
    await tab.page.goto(`${address}/${language}`);
    const { wrong, states } = await mapByKeyboard(tab.page);
    hold(where, wrong);
    const { count } = await (await fetch(`${address}/${language}/states.json`)).json();
    if (states !== count) hold(where, [`the map and its lists lead to ${states} States of ${count}`]);
  });
  if (LONG) looked += await lookAtEverything(browser, address);
  hold('the server', server.errors());
  looked += await signedIn(browser, hold);
  looked += await requestsWalked(browser, hold);
  looked += await reportTextsWalked(browser, hold);
  looked += await ownNodeWalked(browser, hold);
} finally {
  await browser.close();
  await server.stop();
}
console.log(faults.length === 0 ? `${looked} views of pages, nothing wrong` : `\n${faults.length} things are wrong:\n${faults.join('\n')}`);
process.exit(faults.length === 0 ? 0 : 1);

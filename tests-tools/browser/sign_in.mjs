// Comes in, signs in and goes in a real browser with an authenticator of its own, as people do, and looks at the pages
// on the way: by a link to a passkey, by the passkey to a choice of roles, once more to what asks fresh verification; a
// second passkey; out, with nothing behind the back button; over in one browser when it is ended in another.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { accessible, byKeyboard, fits, forced, spaced, unbroken, wellMade } from './looks.mjs';
import { searched } from './screen.mjs';
import { root, run, start } from './server.mjs';

const shots = join(root, 'target/screenshots');
const SCRIPTS = ['/assets/passkey-', '/assets/typing-'];

/** A page of a browser of its own, with an authenticator that its owner touches whenever it is asked. */
export async function newTab(browser, hold, where) {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const tab = { page, context, cdp, key: await newKey(cdp, 'internal') };
  page.on('console', (said) => {
    // The browser reports by itself the status of an answer that is meant to be a refusal.
    if (said.type() === 'error' && !/status of 4\d\d/.test(said.text())) hold(where, [`the browser says: ${said.text()}`]);
  });
  page.on('pageerror', (error) => hold(where, [`the script fails: ${error}`]));
  return tab;
}

async function newKey(cdp, transport) {
  const options = {
    protocol: 'ctap2', transport, hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  return (await cdp.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId;
}

const touched = ({ cdp }, authenticatorId, enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });

/** Presses a button by its words, and waits for the page that comes. */
export async function press({ page }, words) {
  const button = page.getByRole('button', { name: words, exact: true });
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.first().click()]);
}

/** Holds a page to what every page is held to, and leaves a picture of it. */
export async function look({ page }, hold, name, keys) {
  const where = `signed in: ${name}`;
  hold(where, await wellMade(page, SCRIPTS));
  for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    hold(`${where} at ${width}, ${colorScheme}`, await accessible(page));
    hold(`${where} at ${width}`, [...await fits(page), ...await unbroken(page)]);
    await page.screenshot({ path: join(shots, `signed-in-${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  hold(`${where}, wider spacing`, await spaced(page));
  await page.emulateMedia({ forcedColors: 'active' });
  hold(`${where}, forced colours`, await forced(page));
  await page.emulateMedia({ forcedColors: 'none' });
  if (keys) hold(`${where} by keyboard`, await byKeyboard(page, 250));
}

/** As which of a demonstration's people which pages are looked at, in which language. */
const DEMONSTRATION = {
  Registry: [
    ['en', 'account'], ['en', 'account/tokens'], ['fr', 'account/tokens'], ['fr', 'paper'], ['en', 'hand-over'], ['en', 'matters'],
    ['fr', 'emergency'], ['en', 'people/programs'], ['fr', 'people/programs'], ['en', 'matter/exercise-sealed-1'],
    ['en', 'matter/exercise-sealed-1/export'], ['fr', 'matter/exercise-sealed-1/export'],
  ],
  Presidency: [['en', 'authorities'], ['fr', 'authorities'], ['fr', 'state/XAB'], ['en', 'matter/exercise-erasure-1/erasure']],
  Chambers: [
    ['en', 'matter/exercise-erasure-1'], ['en', 'matter/exercise-erasure-1/erasure'], ['fr', 'matter/exercise-erasure-1/erasure'],
  ],
  Administrator: [['en', 'people'], ['fr', 'people']],
  Auditor: [['fr', 'account'], ['en', 'audit'], ['fr', 'roles']],
};

/** Everything that is looked at by whoever is signed in; how many views these are. */
export async function signedIn(browser, hold) {
  mkdirSync(shots, { recursive: true });
  return await ownWay(browser, hold) + await demonstration(browser, hold);
}

/** The people of a demonstration, as whom a press signs in, and the pages that are theirs. */
async function demonstration(browser, hold) {
  const server = await start('--demo');
  let looked = 0;
  try {
    const tab = await newTab(browser, hold, 'demonstration');
    const { page } = tab;
    for (const [role, pages] of Object.entries(DEMONSTRATION)) {
      await page.goto(`${server.address}/en/sign-in`);
      if (looked === 0) await look(tab, hold, 'demonstration', true);
      const form = page.locator('form', { hasText: `${role}, Court` }).first();
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), form.getByRole('button').click()]);
      for (const [language, path] of pages) {
        const answer = await page.goto(`${server.address}/${language}/${path}`);
        if (answer.status() !== 200) hold(`${role} at ${path}`, [`has the status ${answer.status()}`]);
        await look(tab, hold, `${role.toLowerCase()}-${path.replaceAll('/', '-')}-${language}`, true);
        looked += 1;
      }
      if (role === 'Presidency') looked += await authority(tab, server, hold);
      if (role === 'Registry') hold('a matter taken along', await takenAlong(tab, server));
      if (role === 'Registry') looked += await searched(tab, server, hold);
      if (role === 'Chambers') looked += await erased(tab, server, hold);
      await press(tab, languageOf(page.url()) === 'fr' ? 'Se déconnecter' : 'Sign out');
    }
    await tab.context.close();
    looked += await signature(browser, server, hold);
    hold('the server of the demonstration', server.errors());
  } finally {
    await server.stop();
  }
  return looked + 1;
}

/** One authority, due by now, and the forms that are sent empty; how many pages were looked at. */
async function authority(tab, server, hold) {
  const { page } = tab;
  let looked = 0;
  for (const language of ['en', 'fr']) {
    await page.goto(`${server.address}/${language}/authorities?due=1`);
    await page.locator('tbody a').first().click();
    await look(tab, hold, `authority-${language}`, true);
    const address = page.url();
    await press(tab, language === 'fr' ? 'C’est toujours exact' : 'It is still right');
    await look(tab, hold, `authority-refused-${language}`, false);
    await page.goto(`${address}/change`);
    await look(tab, hold, `authority-change-${language}`, true);
    await page.goto(`${server.address}/${language}/authorities/new`);
    await press(tab, language === 'fr' ? 'Inscrire' : 'Record it');
    await look(tab, hold, `authority-new-refused-${language}`, true);
    looked += 4;
  }
  return looked;
}

/** Takes a matter along, which whoever signed in just now may; what is wrong with what comes. */
async function takenAlong({ page }, server) {
  await page.goto(`${server.address}/en/matter/exercise-sealed-1/export`);
  await page.getByLabel('For what you take it along').selectOption('for-own-file');
  const coming = page.waitForEvent('download', { timeout: 10_000 });
  await page.getByRole('button', { name: 'Take along', exact: true }).click();
  const name = (await coming).suggestedFilename();
  return /^comity-exercise-matter-\d{4}-\d\d-\d\d\.zip$/.test(name) ? [] : [`the file is called ${name}`];
}

/** Orders what the Presidency asked for, first without a ground; how many pages were looked at. */
async function erased(tab, server, hold) {
  const { page } = tab;
  const says = async (words) => {
    if (!(await page.locator('main').innerText()).includes(words)) hold('an erasure', [`the page does not say "${words}"`]);
  };
  await page.goto(`${server.address}/en/matter/exercise-erasure-1/erasure`);
  await page.locator('summary', { hasText: 'Order it' }).click();
  await page.locator('#order-authority-1').fill('');
  await press(tab, 'Erase these entries');
  await says('Name the decision or the rule on which it rests.');
  await look(tab, hold, 'erasure-refused', true);
  await page.locator('#order-authority-1').fill('Exercise decision 4');
  await press(tab, 'Erase these entries');
  await says('The entries were erased.');
  await says('Ground: Exercise decision 4');
  await look(tab, hold, 'erasure-done', true);
  return 2;
}

/** Adds a passkey and signs a request that waits for it; how many pages were looked at. */
async function signature(browser, server, hold) {
  // Passkeys are bound to a name.
  const site = server.address.replace('127.0.0.1', 'localhost');
  const tab = await newTab(browser, hold, 'signing');
  const { page } = tab;
  const says = async (words, not = false) => {
    if ((await page.locator('main').innerText()).includes(words) === not) hold('a signature', [`${page.url()} ${not ? 'says' : 'does not say'} "${words}"`]);
  };
  const request = JSON.parse(run('request', 'list', '--data', server.data, '--format', 'json')).find(({ stands }) => stands === 'in-review').request;
  await page.goto(`${site}/en/sign-in`);
  const form = page.locator('form', { hasText: 'Registry, Court' }).first();
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), form.getByRole('button').click()]);
  await page.goto(`${site}/fr/request/${request}/sign`);
  await says('Vous n’avez pas de clé d’accès ici');
  await look(tab, hold, 'sign-on-paper-fr', true);
  await page.goto(`${site}/en/account`);
  await page.getByLabel('What you call it').fill('blue key');
  await press(tab, 'Add a passkey');
  await page.goto(`${site}/en/request/${request}/sign`);
  await look(tab, hold, 'sign', true);
  await press(tab, 'Sign with your passkey');
  await says('Signed with a passkey over the hashes of document and text.');
  for (const language of ['en', 'fr']) {
    await page.goto(`${site}/${language}/request/${request}/signature`);
    await look(tab, hold, `signature-${language}`, true);
    await says(language === 'fr' ? 'inexact' : 'does not hold', true);
  }
  run('request', 'signature', request, '--data', server.data);
  await tab.context.close();
  return 4;
}

/** The language of an address. */
const languageOf = (address) => new URL(address).pathname.split('/')[1];

/** The whole way of one person, and of the pages on it; how many were looked at. */
async function ownWay(browser, hold) {
  const server = await start();
  let looked = 0;
  try {
    const link = server.said().match(/http:\/\/localhost:\d+\/en\/join\/[\w-]+/)[0];
    const site = new URL(link).origin;
    const tab = await newTab(browser, hold, 'signed in');
    const { page } = tab;
    const at = (path) => hold('signed in', new URL(page.url()).pathname === path ? [] : [`is at ${page.url()}, not ${path}`]);
    const says = async (words, not = false) => {
      const there = (await page.locator('body').innerText()).includes(words);
      if (there === not) hold('signed in', [`${page.url()} ${not ? 'says' : 'does not say'} "${words}"`]);
    };
    const see = async (name, keys = true) => {
      await look(tab, hold, name, keys);
      looked += 1;
    };

    await page.goto(`${site}/fr/sign-in`);
    await see('sign-in-fr');
    await page.goto(`${site}/en/sign-in`);
    await see('sign-in');
    // This browser has no passkey yet: the page says so and stays.
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('alert').filter({ visible: true }).waitFor();
    await says('The browser gave no passkey');
    await see('sign-in-refused', false);

    await page.goto(link);
    await see('join');
    await press(tab, 'Take the invitation up');
    at('/en/join');
    await see('joining');
    await press(tab, 'Make a passkey');
    at('/en/people');
    await says('Signed in as First administrator');
    await page.goto(`${site}/en/account`);
    await see('account');
    await page.goto(`${site}/fr/account`);
    await see('account-fr');
    await page.goto(link);
    at(new URL(link).pathname);
    await says('This link does not work');
    await see('join-none');

    await page.goto(`${site}/en/account`);
    await page.getByLabel('What you call it').fill('blue key');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('alert').filter({ visible: true }).waitFor();
    await says('has a passkey of yours for this site already');
    const second = await newKey(tab.cdp, 'usb');
    await touched(tab, tab.key, false);
    await page.goto(`${site}/en/account`);
    await page.getByLabel('What you call it').fill('blue key');
    await press(tab, 'Add a passkey');
    at('/en/account');
    await says('blue key');
    await touched(tab, tab.key, true);
    await touched(tab, second, false);
    await see('account-two');

    await press(tab, 'Sign out');
    at('/en');
    await says('Signed in as', true);
    for (let back = 0; back < 3; back += 1) {
      await page.goBack({ waitUntil: 'load' });
      await says('First administrator', true);
    }

    const list = run('admin', 'people', 'list', '--data', server.data, '--format', 'csv');
    const [id] = list.match(/[0-9a-f]{32}/);
    run('admin', 'people', 'grant', id, '--organisation', 'court', '--role', 'auditor', '--officer', 'exercise-officer', '--data', server.data);
    await page.goto(`${site}/en/account`);
    at('/en/sign-in');
    await press(tab, 'Sign in with a passkey');
    at('/en/role');
    await see('role');
    await page.getByLabel('Auditor').check();
    await press(tab, 'Act in this role');
    at('/en/account');
    await says('Auditor, Court');
    await page.goto(`${site}/en/verify?to=%2Fen%2Faccount`);
    await see('verify');
    await press(tab, 'Go on with my passkey');
    at('/en/account');

    // The same person at another machine that shares the passkey, and there they end the session here.
    const there = await newTab(browser, hold, 'signed in elsewhere');
    const { credentials } = await tab.cdp.send('WebAuthn.getCredentials', { authenticatorId: tab.key });
    for (const credential of credentials) await there.cdp.send('WebAuthn.addCredential', { authenticatorId: there.key, credential });
    await there.page.goto(`${site}/en/sign-in`);
    await press(there, 'Sign in with a passkey');
    await there.page.goto(`${site}/en/account`);
    await press(there, 'End all others');
    await page.reload();
    at('/en/sign-in');
    // What was typed before the session ended is kept on the page.
    await there.context.close();
    await page.goto(`${site}/en`);
    await says('First administrator', true);

    // Without JavaScript the page says what it needs.
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${site}/en/sign-in`);
    if (!(await bare.locator('main').innerText()).includes('only where JavaScript is on')) hold('signed in', ['without JavaScript nothing is said']);
    await plain.close();
    await tab.context.close();
    hold('the server of those signed in', server.errors());
  } finally {
    await server.stop();
  }
  return looked;
}

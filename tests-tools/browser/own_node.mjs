// Walks through a State's own record in a real browser: its central authority receives the bundle that the Court sent, says
// who is to do what, gives it to somebody of that authority, who reports; it is acknowledged, and a desk is handed over. Each
// page on the way must be there, and is looked at.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, start, startOn } from './server.mjs';
import { look, newTab, press } from './sign_in.mjs';

const shots = join(root, 'target/screenshots');
const OFFICER = ['--officer', 'Exercise operator'];

/** A request that the Court signed, as the file that it sends to XAA: made from the record of a demonstration. */
async function bundle(folder) {
  const court = await start('--demo');
  try {
    const at = ['--data', court.data];
    const requests = JSON.parse(run('request', 'list', ...at, '--format', 'json'));
    const sent = requests.find(({ state, stands }) => state === 'XAA' && stands === 'transmitted');
    const file = join(folder, 'request.zip');
    run('request', 'bundle', sent.request, '--out', file, ...at);
    return { file, person: sent.person };
  } finally {
    await court.stop();
  }
}

/** Makes a folder the record of XAA, before anybody comes in. */
function ofTheState(data) {
  const at = ['--data', data, ...OFFICER];
  run('record', 'init', '--exercise', '--data', data);
  run('admin', 'institution', 'state:XAA', ...at);
  const names = ['name_en', 'un_name_en'].map((name) => `${name}=Exercise State XAA`);
  names.push(...['name_fr', 'un_name_fr'].map((name) => `${name}=État d’exercice XAA`), 'un_membership=member');
  const set = names.flatMap((pair) => ['--set', pair]);
  run('matter', 'add', 'state.named', '--matter', 'state-xaa', '--effective', 'unknown', '--level', 'public', '--about', 'state:XAA',
    '--source', 'Exercise registry', ...set, ...at);
}

/** Invites somebody of the State at the shell, who comes in by the link with a passkey, in a browser of their own. */
async function comeIn(browser, server, hold, name, role) {
  const site = server.address.replace('127.0.0.1', 'localhost');
  const said = run('admin', 'people', 'invite', name, '--organisation', 'state:XAA', '--role', role, '--data', server.data, ...OFFICER);
  const tab = await newTab(browser, hold, `own node, ${name}`);
  await tab.page.goto(`${site}${said.match(/\/en\/join\/[\w-]+/)[0]}`);
  await press(tab, 'Take the invitation up');
  await press(tab, 'Make a passkey');
  return { ...tab, site };
}

/** Everything that is looked at on a State's own record; how many views these are. */
export async function ownNodeWalked(browser, hold) {
  mkdirSync(shots, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'comity-'));
  const came = await bundle(folder);
  const server = await startOn(ofTheState);
  let looked = 0;
  const go = async (tab, path) => {
    const answer = await tab.page.goto(`${tab.site}${path}`);
    if (answer.status() !== 200) hold(`own node at ${path}`, [`has the status ${answer.status()}`]);
  };
  const see = async (tab, name, keys = false) => {
    await look(tab, hold, `own-node-${name}`, keys);
    looked += 1;
  };
  const says = async ({ page }, ...words) => {
    const text = await page.locator('main').innerText();
    for (const said of words) if (!text.includes(said)) hold(`own node at ${page.url()}`, [`the page does not say "${said}"`]);
  };
  const open = ({ page }, words) => page.locator('summary', { hasText: words }).first().click();
  try {
    const authority = await comeIn(browser, server, hold, 'Exercise central authority officer', 'central-authority');
    const police = await comeIn(browser, server, hold, 'Exercise police officer', 'executing-authority');
    const second = await comeIn(browser, server, hold, 'Exercise second police officer', 'executing-authority');

    // What came is shown, then recorded.
    for (const language of ['en', 'fr']) {
      await go(authority, `/${language}/requests`);
      await see(authority, `requests-none-${language}`, true);
      await go(authority, `/${language}/requests/receive`);
      await see(authority, `receive-${language}`, true);
    }
    await go(authority, '/en/requests/receive');
    await authority.page.locator('#file').setInputFiles(came.file);
    await press(authority, 'See what it says');
    await says(authority, came.person, 'Exercise State XAA', 'Every document agrees with the hash');
    await see(authority, 'received-looked-at', true);
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
    for (const [name, value] of [['number', 'Exercise NV/12'], ['dated', today], ['received', today]]) {
      await authority.page.locator(`[name="${name}"]`).fill(value);
    }
    await authority.page.locator('[name="s-channel"]').first().selectOption('diplomatic');
    await press(authority, 'Record that it was received');
    await says(authority, came.person, 'transmitted', 'Exercise NV/12');
    await see(authority, 'request', true);
    const request = new URL(authority.page.url()).pathname.replace('/en', '');

    // Who is to do what, and who of them has it.
    await go(authority, `/en${request}/execution`);
    await authority.page.locator('#authority').fill('Exercise police of the port');
    await authority.page.locator('#task').fill('Exercise: arrest the person at the port');
    await press(authority, 'Assign');
    await says(authority, 'Exercise: arrest the person at the port');
    await open(authority, 'Give it to somebody');
    await authority.page.locator('select[name="account"]').first().selectOption({ label: 'Exercise police officer' });
    await press(authority, 'Give');
    await says(authority, 'Exercise police officer');
    for (const language of ['en', 'fr']) {
      await go(authority, `/${language}${request}/execution`);
      await see(authority, `execution-${language}`, true);
    }

    // Whoever has it sees that, and not the request, and reports; whoever has not sees nothing.
    await go(police, '/en/executions');
    await says(police, 'Exercise: arrest the person at the port');
    await see(police, 'assignments', true);
    await police.page.locator('main a', { hasText: 'arrest the person' }).click();
    await open(police, 'Say something in it');
    await police.page.locator('textarea[name="text"]').first().fill('Exercise: nobody was at the port');
    await press(police, 'Report');
    await says(police, 'Exercise: nobody was at the port');
    await see(police, 'reported', true);
    for (const [tab, path] of [[police, request], [second, `${request}/execution`]]) {
      const answer = await tab.page.goto(`${tab.site}/en${path}`);
      if (answer.status() !== 404) hold(`own node at ${path}`, [`has the status ${answer.status()} for whoever may not see it`]);
    }

    // It is acknowledged to the Court.
    await go(authority, `/en${request}/act/acknowledge`);
    await authority.page.locator('[name="acknowledge-reference"]').fill('Exercise XAA 12/26');
    await press(authority, 'Record');
    await says(authority, 'acknowledged');

    // The police officer leaves.
    await go(authority, '/fr/hand-over');
    await see(authority, 'hand-over-fr', true);
    await go(authority, '/en/hand-over');
    await authority.page.locator('#from').selectOption({ label: 'Exercise police officer' });
    await authority.page.locator('#to').selectOption({ label: 'Exercise second police officer' });
    await authority.page.locator('#reason').fill('Exercise: other duties');
    await press(authority, 'Hand over');
    await says(authority, 'One matter was handed over.');
    await see(authority, 'handed-over');
    await go(second, `/en${request}/execution`);
    await says(second, 'Exercise: nobody was at the port');
    hold('the server of the State', server.errors());
    for (const tab of [authority, police, second]) await tab.context.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return looked;
}

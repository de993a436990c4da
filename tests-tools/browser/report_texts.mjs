// Walks through the text of a report in a real browser, as people do: an officer writes a section and is told what is to mend, a
// second one gives it back and approves it, the first signs and issues the report; both change the same and one of them chooses.
// Each page on the way is looked at, in both languages.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, start } from './server.mjs';
import { look, newTab, press } from './sign_in.mjs';

const shots = join(root, 'target/screenshots');

/** Everything that is looked at on the way of a text; how many views these are. */
export async function reportTextsWalked(browser, hold) {
  mkdirSync(shots, { recursive: true });
  const server = await start('--demo');
  // A passkey is bound to the name of a site.
  const site = server.address.replace('127.0.0.1', 'localhost');
  let looked = 0;
  const see = async (tab, address, name, keys = true) => {
    for (const language of ['en', 'fr']) {
      await tab.page.goto(address.replace('/en/', `/${language}/`));
      await look(tab, hold, `text-${name}-${language}`, keys && language === 'en');
      looked += 1;
    }
    await tab.page.goto(address);
  };
  const says = async (tab, ...words) => {
    const text = await tab.page.locator('main').innerText();
    for (const word of words) if (!text.includes(word)) hold(`the text at ${tab.page.url()}`, [`the page does not say "${word}"`]);
  };
  const entered = async (name) => {
    const tab = await newTab(browser, hold, `texts, ${name}`);
    await tab.page.goto(`${site}/en/sign-in`);
    const form = tab.page.locator('form').filter({ has: tab.page.getByRole('button', { name, exact: true }) }).first();
    await Promise.all([tab.page.waitForNavigation({ waitUntil: 'load' }), form.getByRole('button').click()]);
    return tab;
  };
  /** Types into the fields of a section, the first or the new one. */
  const type = async ({ page }, which, text, title) => {
    const sections = page.locator('fieldset').filter({ has: page.locator('textarea') });
    const section = which === 'first' ? sections.first() : sections.last();
    if (title) await section.locator('input').first().fill(title);
    await section.locator('textarea').fill(text);
  };
  try {
    const writes = await entered('Exercise registry officer');
    const reads = await entered('Exercise second registry officer');
    const report = `${site}/en/reports/pledges`;
    await writes.page.goto(report);
    await press(writes, 'Begin a text');
    const text = writes.page.url().split('?')[0];
    await see(writes, text, 'empty');
    await type(writes, 'new', 'Of {rows/file=pledges} pledges and {rows/file=plegdes} more.', 'What the Registrar observes');
    await press(writes, 'Save');
    await says(writes, 'the record has no answer to {rows/file=plegdes}');
    await see(writes, text, 'to-mend');
    await type(writes, 'first', 'Of {rows/file=pledges} pledges.\nOf {rows/file=agreements} agreements.');
    await press(writes, 'Save and submit for review');
    await see(reads, text, 'in-review');
    await press(reads, 'Give back');
    await says(reads, 'Say in a few words what is to be changed');
    await reads.page.locator('#remark').fill('Exercise: say since when');
    await press(reads, 'Give back');
    await writes.page.goto(text);
    await press(writes, 'Save and submit for review');
    await reads.page.goto(text);
    await press(reads, 'Approve');
    await see(reads, `${text}/issue`, 'issue-without-a-passkey');
    await writes.page.goto(`${site}/en/account`);
    await writes.page.getByLabel('What you call it').fill('blue key');
    await press(writes, 'Add a passkey');
    await see(writes, `${text}/issue`, 'issue');
    await says(writes, 'everybody', 'What the Registrar observes');
    await press(writes, 'Sign with a passkey and issue');
    await see(writes, writes.page.url(), 'issued');
    await see(writes, text, 'issued-with');
    await says(writes, 'The report was issued with it');
    // Of several buttons to choose by, the keyboard reaches the one that is chosen.
    await see(writes, report, 'report', false);

    // Both change the same, and one takes out what the other changes.
    await writes.page.goto(text);
    await type(writes, 'new', 'As it was begun.', 'Caveats');
    await press(writes, 'Save');
    await reads.page.goto(text);
    await writes.page.goto(text);
    await type(writes, 'first', 'Of {rows/file=pledges} pledges, as the first has it.');
    await writes.page.locator('select').nth(1).selectOption('start');
    await press(writes, 'Save');
    await type(reads, 'first', 'Of {rows/file=pledges} pledges, as the second has it.');
    await reads.page.locator('fieldset').nth(1).getByLabel('Take this section out').check();
    await press(reads, 'Save');
    await says(reads, 'Somebody else changed the same', 'What was typed beside takes it out');
    await see(reads, reads.page.url(), 'choose');
    await press(reads, 'Save');
    await see(reads, `${site}${await reads.page.locator('ol.line a').first().getAttribute('href')}`, 'version');
    await see(reads, `${text}/people`, 'people');

    // Of what is not public the files are taken along, for a purpose.
    await writes.page.goto(report);
    const begin = writes.page.locator('form').filter({ has: writes.page.getByRole('button', { name: 'Begin a text' }) });
    await begin.locator('[value=seen]').check();
    await press(writes, 'Begin a text');
    const closed = writes.page.url().split('?')[0];
    await type(writes, 'new', 'Of {rows/file=pledges} pledges.', 'What the Registrar observes');
    await writes.page.locator('#basis').fill('Exercise: a ground');
    await press(writes, 'Save');
    await see(writes, closed, 'closed');
    await press(writes, 'Take along');
    await says(writes, 'Choose for what you take the report along');
    hold('the server of the texts', server.errors());
    for (const tab of [writes, reads]) await tab.context.close();
  } finally {
    await server.stop();
  }
  return looked;
}

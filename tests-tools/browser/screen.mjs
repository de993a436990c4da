// Searches a register on the page for it: the form, what is refused, the answer, and the files that lie in it.

import { readFileSync } from 'node:fs';
import { look } from './sign_in.mjs';

const REGISTER = [
  'parcel,owner,place', 'p1,Exercise Person Two,x', 'p2,Joseph KONY,x', 'broken', 'p3,Yoseph Konny,x',
  'p4,\u0414\u0436\u043e\u0437\u0435\u0444 \u041a\u043e\u043d\u0438,x', 'p5,"=Harun, Ahmad",x', 'p6,\u0623\u062d\u0645\u062f \u0647\u0627\u0631\u0648\u0646,x', 'p7,Nobody Atall,x',
].join('\n');

/** Searches in both languages; how many pages were looked at. */
export async function searched(tab, server, hold) {
  const { page } = tab;
  let looked = 0;
  const says = async (words) => {
    if (!(await page.locator('main').innerText()).includes(words)) hold('a search', [`${page.url()} does not say "${words}"`]);
  };
  for (const language of ['en', 'fr']) {
    const french = language === 'fr';
    const button = french ? 'Rechercher' : 'Search';
    const send = async (bytes) => {
      await page.goto(`${server.address}/${language}/screen`);
      await page.locator('[name=outstanding]').check();
      await page.locator('#score').fill('0.5');
      if (bytes) await page.locator('#register').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) });
      await pressIn(tab, button);
    };
    await page.goto(`${server.address}/${language}/screen`);
    await look(tab, hold, `screen-${language}`, true);
    await send('');
    await says(french ? 'Choisissez le fichier' : 'Choose the register');
    await look(tab, hold, `screen-refused-${language}`, true);
    await send(REGISTER);
    await says(french ? 'Personne recherchée' : 'Looked for');
    await look(tab, hold, `screen-done-${language}`, true);
    const coming = page.waitForEvent('download', { timeout: 10_000 });
    await page.getByRole('link', { name: 'CSV' }).click();
    const file = await coming;
    const rows = readFileSync(await file.path(), 'utf8').split('\n');
    if (file.suggestedFilename() !== 'hits.csv' || !rows[0].startsWith('watch_id,')) hold('a search', [`the file is ${file.suggestedFilename()}: ${rows[0]}`]);
    looked += 3;
  }
  // What is too long is told, not cut off.
  await page.goto(`${server.address}/en/screen`);
  await page.locator('[name=outstanding]').check();
  await page.locator('#register').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.alloc(24 << 20, 'x\n') });
  await pressIn(tab, 'Search');
  await says('longer than 20 MiB');
  return looked;
}

/** Presses the button of the form: the one above all pages bears the same word. */
async function pressIn({ page }, words) {
  const button = page.locator('main').getByRole('button', { name: words, exact: true });
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
}

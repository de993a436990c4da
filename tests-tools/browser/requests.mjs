// Walks through the exercise pack of a demonstration in a real browser, as people do: an officer looks at what is owed,
// drafts, is told what is to mend, mends it beside a colleague, sends it to review; the State reads what was sent to it,
// acknowledges, asks, reports and executes; an officer records an answer from a note. Each page on the way is looked at.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, start } from './server.mjs';
import { look, newTab, press } from './sign_in.mjs';

/** A picture of one white point, in place of a scan. */
const PAPER = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==', 'base64');

const shots = join(root, 'target/screenshots');

/** What a complete request for arrest and surrender says, by the names of its fields. */
const COMPLETE = {
  requested_state: 'XAA',
  requesting_body: 'pre-trial-chamber',
  person: 'Exercise Person 99',
  convicted: 'no',
  description: 'Exercise: grey hair, walks with a stick',
  birth_date: '1970',
  probable_location: 'Exercise district of Port Exercise',
  warrant: 'Exercise warrant [eng]',
  language: 'eng',
  person_understands: 'language-of-the-documents',
  admissibility_ruled: 'no',
  level: 'confidential',
  level_basis: 'Exercise: article 87(3)',
  urgent: 'no',
};

/** Signs somebody of the demonstration in by a press, in a browser of their own. */
async function entered(browser, server, hold, name) {
  const tab = await newTab(browser, hold, `requests, ${name}`);
  await tab.page.goto(`${server.address}/en/sign-in`);
  const form = tab.page.locator('form', { hasText: name }).first();
  await Promise.all([tab.page.waitForNavigation({ waitUntil: 'load' }), form.getByRole('button').click()]);
  return tab;
}

/** Fills in the fields of a form that are on the page. */
async function fill({ page }, values, prefix) {
  for (const [name, value] of Object.entries(values)) {
    // A field of documents has a file and, beside it, the documents on paper, under one name.
    const field = page.locator(`[name="${prefix}${name}"]:not([type="file"], [type="hidden"])`).first();
    if (await field.evaluate((node) => node.tagName) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Everything that is looked at on the way of requests; how many views these are. */
export async function requestsWalked(browser, hold) {
  mkdirSync(shots, { recursive: true });
  const server = await start('--demo');
  let looked = 0;
  const see = async (tab, name, keys = false) => {
    await look(tab, hold, `requests-${name}`, keys);
    looked += 1;
  };
  const says = async (tab, ...words) => {
    const text = await tab.page.locator('main').innerText();
    for (const word of words) if (!text.includes(word)) hold(`requests at ${tab.page.url()}`, [`the page does not say "${word}"`]);
  };
  try {
    const officer = await entered(browser, server, hold, 'Exercise registry officer');
    const state = await entered(browser, server, hold, 'Exercise central authority officer of XAA');

    // What is owed, on both sides, and what the public record tells besides.
    for (const [tab, who] of [[officer, 'court'], [state, 'state']]) {
      for (const language of ['en', 'fr']) {
        await tab.page.goto(`${server.address}/${language}/requests`);
        await see(tab, `list-${who}-${language}`, true);
      }
      await tab.page.goto(`${server.address}/en/requests`);
      await says(tab, 'Exercise Person X-17', 'Exercise Person 07 (شخص التمرين ٠٧)');
    }

    // A draft: told what is to mend, mended, and sent to review.
    await officer.page.goto(`${server.address}/en/drafts`);
    await see(officer, 'drafts');
    await officer.page.locator('select[name="form"]').selectOption('arrest-and-surrender');
    await officer.page.locator('select[name="level"]').selectOption('confidential');
    await press(officer, 'Begin the draft');
    await see(officer, 'draft-empty', true);
    const draft = officer.page.url().split('?')[0];
    await fill(officer, { ...COMPLETE, description: 'unknown' }, 'e-');
    await press(officer, 'Save and check again');
    await says(officer, 'Vague');
    await see(officer, 'draft-vague');

    // A colleague changes another thing meanwhile: both stand.
    const second = await entered(browser, server, hold, 'Exercise second registry officer');
    await second.page.goto(draft);
    await fill(second, { birth_place: 'Exercise village' }, 'e-');
    await fill(officer, { description: COMPLETE.description }, 'e-');
    await press(officer, 'Save and check again');
    await press(second, 'Save and check again');
    await says(second, 'both were brought together');
    await second.page.goto(draft);
    for (const [field, value] of [['description', COMPLETE.description], ['birth_place', 'Exercise village']]) {
      const there = await second.page.locator(`[name="e-${field}"]`).first().inputValue();
      if (there !== value) hold('a draft of two officers', [`${field} is "${there}", not "${value}"`]);
    }
    await press(second, 'Save and ask for review');
    await see(second, 'in-review', true);
    await says(second, 'in review');

    // Signed on paper, and sent: the State knows nothing of it before.
    const drafted = second.page.url().split('?')[0];
    const known = async () => {
      await state.page.goto(`${server.address}/en/requests`);
      return (await state.page.locator('main').innerText()).includes(COMPLETE.person);
    };
    await officer.page.goto(`${drafted}/sign`);
    await see(officer, 'sign', true);
    await officer.page.locator('#scan').setInputFiles({ name: 'signed.png', mimeType: 'image/png', buffer: PAPER });
    await press(officer, 'Record that it was signed on paper');
    await says(officer, 'signed');
    if (await known()) hold('a request that is not sent', ['the State sees it']);
    await officer.page.goto(`${drafted}/act/transmit`);
    await see(officer, 'send', true);
    await fill(officer, { channel: 'diplomatic', medium: 'bag', urgent: 'no' }, 'transmit-');
    await press(officer, 'Record');
    await says(officer, 'transmitted');
    await see(officer, 'just-sent');
    if (!await known()) hold('a request that was sent', ['the State does not see it']);

    // The State acts in what was sent to it: acknowledges, asks, reports the arrest, executes.
    await state.page.goto(`${server.address}/en/requests`);
    await state.page.locator('a', { hasText: 'Exercise Person 07' }).first().click();
    const request = state.page.url().split('?')[0];
    await see(state, 'sent', true);
    await says(state, 'transmitted');
    const acts = [
      ['acknowledge', { reference: 'Exercise XAA 7/26' }, 'acknowledged'],
      ['consult', { consultation_ground: 'information-not-sufficient', question: 'Exercise: which date of birth is right?', reference: 'Exercise XAA 8/26' }, 'in consultation'],
      ['report-arrest', { place: 'Port Exercise' }, 'Person arrested'],
      ['execute', { place: 'Exercise airport' }, 'executed'],
    ];
    for (const [act, values, then] of acts) {
      await state.page.goto(`${request}/act/${act}`);
      if (act === 'acknowledge') await see(state, 'act', true);
      await fill(state, values, `${act}-`);
      await press(state, 'Record');
      await says(state, then);
      if (act !== 'consult') continue;
      // Whoever answers has the question before them, and its reference in the form.
      await officer.page.goto(`${request}/act/answer-question`);
      await says(officer, 'What is asked', 'Exercise: which date of birth is right?');
      await see(officer, 'answering', true);
      const named = await officer.page.inputValue('[name="answer-question-answers"]');
      if (named !== 'Exercise XAA 8/26') hold('the answer to a question', [`names ${named}`]);
      await fill(officer, { answer: 'Exercise: the second one' }, 'answer-question-');
      await press(officer, 'Record');
    }
    await officer.page.goto(request);
    await says(officer, 'executed', 'Exercise: which date of birth is right?');
    await see(officer, 'executed');

    // An officer records from a note what another State answered.
    await officer.page.goto(`${server.address}/en/requests`);
    await officer.page.locator('a', { hasText: 'Exercise Person 09' }).first().click();
    const other = officer.page.url().split('?')[0];
    await officer.page.goto(`${other}/act/acknowledge`);
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
    for (const [name, value] of [['number', 'Exercise 9/26'], ['dated', today], ['received', today]]) {
      await officer.page.locator(`[name="${name}"]`).fill(value);
    }
    await see(officer, 'from-a-note');
    await press(officer, 'Record');
    await officer.page.goto(other);
    await says(officer, 'acknowledged', 'Exercise 9/26');

    // What the Court does in it then has a letter, which is there to be taken along.
    await officer.page.goto(`${other}/act/supplement`);
    await says(officer, 'Draft of the letter as PDF');
    await fill(officer, { changes: 'Exercise: a second photograph was found' }, 'supplement-');
    await press(officer, 'Record');
    await officer.page.goto(other);
    await says(officer, 'Letter to the State as PDF');
    await see(officer, 'with-a-letter');
    await officer.page.goto(`${server.address}/en/requests/changes`);
    await see(officer, 'changes');

    // What the public record tells is there for anybody, and nobody acts in it.
    await officer.page.goto(`${server.address}/en/public-requests?state=TCD&person=albashir`);
    await officer.page.locator('tbody a').first().click();
    await see(officer, 'public');
    await says(officer, 'Transmitted', 'found that the State did not comply');
    hold('the server of the requests', server.errors());
    for (const tab of [officer, second, state]) await tab.context.close();
  } finally {
    await server.stop();
  }
  return looked;
}

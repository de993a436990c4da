// What a page that stands open in a browser is held to. Each function gives a list of what is wrong.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The paper of a printer between its margins (A4, 15 mm each), in CSS pixels. */
export const PAPER = { width: 680, height: 1000 };

/**
 * What axe-core finds in the page as it stands: its usual rules, and the size of targets (WCAG 2.5.8). The small
 * States of the map are excepted from that, as the lists behind it lead to the same pages.
 */
export async function accessible(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const options = { resultTypes: ['violations'], elementRef: true, rules: { 'target-size': { enabled: true } } };
    const { violations } = await globalThis.axe.run(options);
    return violations.flatMap(({ id, help, nodes }) => {
      const left = nodes.filter(({ element }) => !(id === 'target-size' && element.closest('.map')));
      if (left.length === 0) return [];
      const targets = left.slice(0, 3).map(({ target }) => target.join(' ')).join(', ');
      const why = left[0].failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; ');
      return [`axe ${id}: ${help} (${left.length}: ${targets}): ${why}`];
    });
  });
}

/**
 * The page has no script but those that are named (the end of the address), and none of its own in it; its tables have captions and headings; behind each chart and map stands a table or a
 * list; its headings begin with one of the first rank. To be asked before axe-core stands in the page.
 */
export const wellMade = (page, scripts = []) => page.evaluate((known) => {
  const wrong = [];
  for (const { src, text } of document.scripts) {
    if (text || !known.some((name) => new URL(src).pathname.startsWith(name))) wrong.push(`has a script: ${src || text.slice(0, 40)}`);
  }
  for (const table of document.querySelectorAll('main table')) {
    const name = table.id || table.className || 'table';
    if (!table.caption?.textContent.trim()) wrong.push(`table "${name}" has no caption`);
    if (!table.querySelector('th[scope]')) wrong.push(`table "${name}" has no heading with a scope`);
    if (table.querySelector('th:not([scope])')) wrong.push(`table "${name}" has a heading without scope`);
  }
  for (const svg of document.querySelectorAll('main svg:not([aria-hidden=true])')) {
    if (!svg.closest('figure')?.querySelector('details :is(table, ul)')) wrong.push('no table or list stands behind a drawing');
  }
  if (document.querySelectorAll('h1').length !== 1) wrong.push(`has ${document.querySelectorAll('h1').length} headings of the first rank`);
  return wrong;
}, scripts);

/** The page is not wider than the window, and nothing in it scrolls sideways or is cut off. */
export const fits = (page) => page.evaluate(() => {
  const wrong = [];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) wrong.push(`scrolls sideways by ${over} px`);
  const short = (element) => `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`;
  for (const element of document.querySelectorAll('body *')) {
    // What is for the ears only is cut off on purpose; what fields hold may be longer than they are.
    if (element.closest('.vh, svg, select, input, textarea, option')) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) wrong.push(`${short(element)} is cut off or scrolls`);
    else if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) wrong.push(`${short(element)} is cut off or scrolls`);
  }
  // Words that reach out of the window to the left, where nobody can scroll to, or lie over the edge.
  const width = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest('.vh, .skip, select, option, title')) continue;
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if (right > left && (left < -1 || right > width + 1)) wrong.push(`"${node.data.trim().slice(0, 40)}" reaches over the edge`);
  }
  return wrong.slice(0, 5);
});

/** No word of a heading or a label is broken in the middle for want of room; an address may be. */
export const unbroken = (page) => page.evaluate(() => {
  const wrong = [];
  const range = document.createRange();
  for (const element of document.querySelectorAll('h1, h2, h3, th:not(.src th), dt, label, legend, summary, button, nav a')) {
    if (element.closest('.vh, .rec') || !element.checkVisibility()) continue;
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (node.parentElement.closest('.vh, code, .h')) continue;
      for (const { index, 0: word } of node.data.matchAll(/[^\s\-–—/·(]+/g)) {
        // These scripts write no spaces between words, and are broken within what stands between two.
        if (/[\p{Script=Han}\p{Script=Myanmar}]/u.test(word)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) wrong.push(`"${word}" in a ${element.tagName.toLowerCase()} is broken`);
      }
    }
  }
  return wrong.slice(0, 5);
});

/** With the wider spacing of WCAG 1.4.12 all is there and fits. */
export async function spaced(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}');
    document.adoptedStyleSheets = [sheet];
  });
  const wrong = await fits(page);
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return wrong;
}

/** On paper: the heading and the words stand there, nothing is cut off, and what only a screen can do is gone. */
export async function onPaper(page) {
  const wrong = await fits(page);
  wrong.push(...await page.evaluate(() => {
    const found = [];
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const gone = 'nav.tongues, .nav, .steps, .filter, .act, button, summary, .skip, .asat input[type=radio], .foot .forms';
    for (const element of document.querySelectorAll(gone)) {
      if (shown(element)) found.push(`${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}" is printed`);
    }
    const heading = document.querySelector('main h1');
    if (!heading || !shown(heading)) found.push('the heading is not printed');
    // A page that has a day of its own prints that one.
    const sentence = document.querySelector('.asat .sentence, main form #on');
    if (!sentence || !shown(sentence)) found.push('the sentence with the day is not printed');
    if (document.querySelector('main').innerText.trim().length < 40) found.push('next to nothing is printed');
    for (const table of document.querySelectorAll('main table')) {
      if (shown(table) && getComputedStyle(table).display !== 'table') found.push('a table is stacked on paper');
    }
    return found;
  }));
  return wrong;
}

/** Under colours that the system forces: words and data differ from what is behind them by more than a hidden colour. */
export const forced = (page) => page.evaluate(() => {
  const wrong = [];
  if (!matchMedia('(forced-colors: active)').matches) wrong.push('colours are not forced');
  const alike = new Map();
  for (const group of document.querySelectorAll('.map > [class^=m]')) {
    // The first shape that is drawn says how the whole tie looks.
    const shape = group.querySelector('path') ?? group.querySelector('circle');
    if (!shape) continue;
    const { fill, fillOpacity, stroke } = getComputedStyle(shape);
    const look = [shape.tagName, fill, fillOpacity, stroke].join(' ');
    if (alike.has(look)) wrong.push(`on the map ${group.getAttribute('class')} looks like ${alike.get(look)} (${look})`);
    alike.set(look, group.getAttribute('class'));
  }
  const swatches = new Map();
  for (const item of document.querySelectorAll('.legend li')) {
    const { borderTopColor, backgroundImage, borderTopStyle, borderTopWidth } = getComputedStyle(item);
    const look = [borderTopColor, backgroundImage, borderTopStyle, borderTopWidth].join(' ');
    if (swatches.has(look)) wrong.push(`in the legend "${item.innerText.trim().slice(0, 30)}" looks like "${swatches.get(look)}"`);
    swatches.set(look, item.innerText.trim().slice(0, 30));
  }
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const element of document.querySelectorAll('main *, .mast *, .asat *, .foot *')) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || element.closest('.vh') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = element.closest('svg') ? style.fill : style.color;
    if (ink === ground) wrong.push(`"${element.textContent.trim().slice(0, 40)}" has the colour of the page`);
  }
  return wrong.slice(0, 5);
});

/**
 * By keyboard alone: Tab goes through every link, field and button that is not out of the order on purpose, in the
 * order of the page, and each shows that it has the focus.
 */
export async function byKeyboard(page, most) {
  const order = await page.evaluate(() => {
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    globalThis.went = [];
    const radios = new Set();
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
    globalThis.order = all.filter((element) => {
      const inClosed = element.closest('details:not([open])');
      const hidden = inClosed && !(element.tagName === 'SUMMARY' && element.parentElement === inClosed);
      if (hidden || element.tabIndex < 0 || element.disabled || !element.checkVisibility()) return false;
      // Tab goes to the chosen one of a group.
      if (element.type === 'radio') return element.checked && !radios.has(element.name) && radios.add(element.name);
      return true;
    });
    document.addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target);
      const { width, height, right } = target.getBoundingClientRect();
      const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== getComputedStyle(document.body).backgroundColor;
      globalThis.went.push({ at: globalThis.order.indexOf(target), seen, there: width > 0 && height > 0 && right > 0 });
    });
    return globalThis.order.length;
  });
  const count = Math.min(order, most);
  for (let press = 0; press < count; press += 1) await page.keyboard.press('Tab');
  // Within a field for a date Tab goes from part to part, which nothing tells.
  const parts = 4 * await page.locator('input[type=date]:visible').count();
  const went = () => page.evaluate(() => globalThis.went.length);
  for (let press = 0; press < parts && await went() < count; press += 1) await page.keyboard.press('Tab');
  return page.evaluate((expected) => {
    const name = (at) => {
      const element = globalThis.order[at];
      return element ? `${element.tagName.toLowerCase()} "${(element.textContent.trim() || element.name || '').slice(0, 40)}"` : 'something else';
    };
    const wrong = [];
    globalThis.went.forEach(({ at, seen, there }, turn) => {
      if (at !== turn) wrong.push(`press ${turn + 1} of Tab reaches ${name(at)}, not ${name(turn)}`);
      else if (!seen || !there) wrong.push(`nothing shows that ${name(at)} has the focus`);
    });
    if (globalThis.went.length < expected) wrong.push(`Tab goes on ${globalThis.went.length} times, not ${expected}`);
    return wrong.slice(0, 5);
  }, count);
}

/**
 * The map's links are for the mouse and out of the order of Tab; the lists behind it, which Enter opens, lead to
 * every State to which the map leads.
 */
export async function mapByKeyboard(page) {
  const links = (selector) => page.evaluate((s) => [...document.querySelectorAll(s)].map((a) => ({
    href: a.getAttribute('href'),
    tab: a.tabIndex,
    shown: a.checkVisibility(),
  })), selector);
  const drawn = await links('.map a');
  const wrong = [];
  if (drawn.some(({ tab }) => tab >= 0)) wrong.push('links of the map stand in the order of Tab');
  const summary = page.locator('figure:has(.map) summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const listed = (await links('figure:has(.map) details a')).filter(({ tab, shown }) => tab >= 0 && shown);
  const reached = new Set(listed.map(({ href }) => href));
  const lost = drawn.filter(({ href }) => !reached.has(href));
  if (drawn.length === 0) wrong.push('the map leads to no State');
  if (lost.length > 0) wrong.push(`the lists behind the map do not lead to ${lost.map(({ href }) => href).slice(0, 5).join(', ')}`);
  const onMap = new Set(drawn.map(({ href }) => href));
  const undrawn = [...reached].filter((href) => /\/state\//.test(href) && !onMap.has(href));
  if (undrawn.length > 0) wrong.push(`the map does not lead to ${undrawn.slice(0, 5).join(', ')}`);
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement.getAttribute('href'));
  if (next !== listed[0]?.href) wrong.push(`Tab goes from the opened lists to ${next}`);
  return { wrong, states: reached.size };
}

/** Tab comes first to the link that skips to the matter, and the form for the date works by keys alone. */
export async function dateByKeyboard(page, field = 'as_at') {
  const wrong = [];
  const focused = () => page.evaluate(() => ({
    id: document.activeElement.id,
    href: document.activeElement.getAttribute('href') ?? '',
  }));
  await page.keyboard.press('Tab');
  const first = await focused();
  await page.keyboard.press('Enter');
  const inside = await page.evaluate((href) => /^#./.test(href) && location.hash === href && document.activeElement.id === href.slice(1), first.href);
  if (!inside) wrong.push(`the first press of Tab reaches "${first.href || first.id}", which skips to no matter`);
  await page.goto(page.url().split('#')[0]);
  for (let press = 0; press < 80 && (await focused()).id !== field; press += 1) await page.keyboard.press('Tab');
  if ((await focused()).id !== field) return [...wrong, 'Tab does not reach the form for the date'];
  // Day, month by its first letter, year, and off.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('o');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2013');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  if (!page.url().includes('as_at=2013-10-02')) wrong.push(`the form for the date leads to ${page.url()}, not to 2 October 2013`);
  return wrong;
}

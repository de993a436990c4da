// Keeps what is typed into a form while it is typed, without leaving the page: once typing pauses, and one at a time, so that a
// slow line is not filled. The form works the same without it. A draft that others changed meanwhile is left to its buttons.
'use strict';

// What the status of the answer means; a page that has no word of its own for it says the nearest. 403 shows who is signed out.
const MEANS = { 0: 'lost', 204: 'keep', 403: 'lost', 404: 'gone', 408: 'lost', 409: 'moved', 413: 'long', 429: 'failed' };

for (const form of document.querySelectorAll('form[data-keep]')) {
  const PAUSE = 3000;
  const LONG_PAUSE = 15000;
  const said = form.querySelector('output');
  let timer, busy = false, again = false, moved = false;

  const keep = async () => {
    if (moved) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') fields.append(name, value);
    }
    fields.set('do', 'keep-quietly');
    let status = 0;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
      status = answer.status;
      const version = answer.headers.get('comity-version');
      if (version) form.elements.from.value = version;
    } catch {
      // The line is down.
    }
    const outcome = MEANS[status] ?? (status < 500 ? 'refused' : 'failed');
    moved = outcome === 'moved';
    const later = outcome === 'lost' || outcome === 'failed';
    const words = form.dataset[outcome] ?? (later ? form.dataset.lost : form.dataset.refused);
    said.textContent = words.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang));
    busy = false;
    clearTimeout(timer);
    if (moved) return;
    if (again) timer = setTimeout(keep, PAUSE);
    // What is refused as it stands is tried again when something else is typed.
    else if (later) timer = setTimeout(keep, LONG_PAUSE);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

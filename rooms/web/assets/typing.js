// Keeps what is typed into a form while it is typed, without leaving the page: once typing pauses, and one at a time, so that a
// slow line is not filled. The form works the same without it. A draft that others changed meanwhile is left to its buttons.
'use strict';

// What became of what was sent, by the status of the answer; 0 where the answer leads elsewhere or the line is down.
const became = (status) => {
  if (status === 204) return 'keep';
  if (status === 409) return 'moved';
  if (status === 413) return 'long';
  if (status === 404) return 'gone';
  if (status >= 500 || status === 429) return 'failed';
  // Somebody who is signed out is led to where one signs in, or shown what they typed under 403.
  if (status === 0 || status === 403 || status === 408) return 'lost';
  return 'refused';
};

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
    const outcome = became(status);
    moved = outcome === 'moved';
    said.textContent = (form.dataset[outcome] ?? form.dataset.refused).replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang));
    busy = false;
    clearTimeout(timer);
    if (moved) return;
    if (again) timer = setTimeout(keep, PAUSE);
    // What is refused as it stands is tried again when something else is typed.
    else if (outcome === 'lost' || outcome === 'failed') timer = setTimeout(keep, LONG_PAUSE);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

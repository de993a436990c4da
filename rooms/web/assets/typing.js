// Keeps what is typed into a form while it is typed, without leaving the page: once typing pauses, and one at a time, so that a
// slow line is not filled. The form works the same without it. A draft that others changed meanwhile is left to its buttons.
'use strict';

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
    let kept = false;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
      kept = answer.status === 204;
      moved = answer.status === 409;
      const version = answer.headers.get('comity-version');
      if (version) form.elements.from.value = version;
    } catch {
      // The line is down.
    }
    said.textContent = (kept ? form.dataset.keep : moved ? form.dataset.moved : form.dataset.lost)
      .replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang));
    busy = false;
    clearTimeout(timer);
    if (moved) return;
    if (again) timer = setTimeout(keep, PAUSE);
    else if (!kept) timer = setTimeout(keep, LONG_PAUSE);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

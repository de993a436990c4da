// Keeps what is typed into a form while it is typed, without leaving the page: once typing pauses, and one at a time, so that a
// slow line is not filled. The form works the same without it.
'use strict';

for (const form of document.querySelectorAll('form[data-keep]')) {
  const PAUSE = 3000;
  const said = form.querySelector('output');
  let timer, busy = false, again = false;

  const keep = async () => {
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
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
      if (answer.status === 204) {
        said.textContent = form.dataset.keep.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang));
      }
    } catch {
      // The line is down: it is tried again at the next pause.
    }
    busy = false;
    if (again) timer = setTimeout(keep, PAUSE);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

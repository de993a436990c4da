// The long variant: every State, person and situation, every row of every file, and every day on which a count
// changes.

/** What the API lists under a name, all of it. */
async function listed(address, path, name) {
  const found = [];
  let after = null;
  do {
    const asked = `${address}/api/v1/${path}${path.includes('?') ? '&' : '?'}limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`;
    const answer = await fetch(asked);
    if (!answer.ok) throw new Error(`${asked} has the status ${answer.status}`);
    const part = await answer.json();
    found.push(...part[name]);
    after = part.next ?? null;
  } while (after);
  return found;
}

/** The path of every page that the record gives, after the language. */
export async function everyPath(address) {
  const get = async (path) => (await fetch(`${address}${path}`)).json();
  const { states } = await get('/en/states.json');
  const persons = await listed(address, 'persons?status=all', 'persons');
  const { situations } = await get('/en/situations.json');
  const { requests } = await get('/en/public-requests.json');
  const files = await get('/api/v1/files');
  const rows = [];
  for (const { name } of files.files) rows.push(...await listed(address, `files/${name}`, 'rows'));
  const days = [];
  for (const id of ['rome-statute', 'apic']) {
    const { steps } = await get(`/en/treaty/${id}.json`);
    days.push(...steps.map(({ from }) => `/treaty/${id}?as_at=${from}`));
  }
  const { steps } = await get('/en/overview.json');
  days.push(...steps.map(({ from }) => `?as_at=${from}`));
  return [
    ...states.map(({ state }) => `/state/${state.code}`),
    ...persons.map(({ id }) => `/person/${id}`),
    ...situations.map(({ no }) => `/situation/${no.replace('/', '-')}`),
    ...rows.map(({ id }) => `/file/${encodeURIComponent(id)}`),
    ...requests.map(({ id }) => `/public-request/${id}`),
    ...new Set(days),
  ];
}

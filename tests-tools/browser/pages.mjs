// Which addresses show each template at its shortest, its longest, empty, and with a disputed fact, on the
// public record that the program carries; other days, refusals and faults besides.
//
// A case is a path after the language, with the status that it has where that is not 200. Where a template
// has no such case, the word beside it says why.

/** The cases that every template has, or says why it has not. */
export const CASES = ['shortest', 'longest', 'empty', 'disputed'];

/** A case that a template has not, and why. */
const none = (why) => ({ why });
/** A page that says that something is not there. */
const missing = (path) => ({ path, status: 404 });
/** A page that says what is wrong with what was asked. */
const wrong = (path) => ({ path, status: 400 });
/** The page of the entry from which a row has the fact in this column. */
const entryOf = (matter, column) => ({ entryOf: matter, column });
/** The page of the edition of a report that was issued as at a day. */
const issued = (report, asAt) => ({ issued: report, asAt });
/** The form of an error, sent off with nothing in it. */
const sent = (path) => ({ path, status: 400, sent: true });

/** The page that answers a list of contacts which is typed into its form. */
const checked = (path, list, who = 'state') => ({ path, sent: true, filled: { '#list': list }, chosen: `[name=for][value=${who}]` });

/** No entry was recorded by then, so that whatever is computed from the record is empty. */
const BEFORE_THE_RECORD = '?known_on=2001-01-01';
const NO_FACTS = 'the page tells no fact of the record';
const SAYS_WHAT_IS_NOT = 'the page says that something is not there';

export const TEMPLATES = {
  'overview.html': {
    shortest: '?as_at=1998-07-17',
    longest: '',
    empty: BEFORE_THE_RECORD,
    disputed: '?as_at=2007-05-02',
    'first day of the Statute': '?as_at=2002-07-01',
    'as public in 2013': '?as_at=2013-10-02',
    hindsight: '?as_at=2013-10-02&hindsight=1',
  },
  'warrants.html': {
    shortest: '/warrants?situation=ICC-01%2F15',
    longest: '/warrants?status=all',
    empty: '/warrants?as_at=1999-01-01',
    disputed: '/warrants',
    'filter that matches nothing': '/warrants?name=zzz',
  },
  'person.html': {
    shortest: '/person/agghaly',
    longest: '/person/banda',
    empty: none('a person has at least a warrant or a summons'),
    disputed: '/person/harun',
    outstanding: '/person/kony',
    surrendered: '/person/ongwen',
    'of several findings': '/person/albashir',
  },
  'situations.html': {
    shortest: '/situations?as_at=2003-12-16',
    longest: '/situations',
    empty: '/situations?as_at=1999-01-01',
    disputed: none('it tells counts of persons, and no date'),
  },
  'situation.html': {
    shortest: '/situation/ICC-01-15',
    longest: '/situation/ICC-01-11',
    empty: none('a situation is known by its first instrument that is public'),
    disputed: '/situation/ICC-02-05',
  },
  'working.html': {
    shortest: '/working?as_at=2005-10-13',
    longest: '/working',
    empty: '/working?as_at=1999-01-01',
    disputed: '/working?as_at=2017-09-01',
  },
  'counts.html': {
    shortest: '/counts?as_at=2016-01-01',
    longest: '/counts',
    empty: '/counts?as_at=1999-01-01',
    disputed: none('where our count differs from an institution\'s, the longest case says so'),
  },
  'search.html': {
    shortest: '/search?q=kony',
    longest: '/search?q=a',
    empty: '/search?q=zzzz',
    disputed: none('it tells names and standings, and no date'),
    'nothing asked': '/search',
    'States, persons, situations and rows': '/search?q=libya',
    'a former name': '/search?q=swaziland',
    'a name that is near': '/search?q=frence',
  },
  'entry.html': {
    shortest: entryOf('resolution-icc-asp-16-res.2', 'adopted_on'),
    longest: entryOf('referral-unsc-2005-03-31', 'referred_on'),
    empty: none('an entry has at least a kind and a body'),
    disputed: entryOf('agreement-gbr-sentences', 'signed_on'),
  },
  'states.html': {
    shortest: '/states?as_at=1998-07-17',
    longest: '/states',
    empty: `/states${BEFORE_THE_RECORD}`,
    disputed: none('it tells standings, and no date'),
  },
  'state.html': {
    shortest: '/state/TGO',
    longest: '/state/CAF',
    empty: '/state/VAT',
    disputed: '/state/GBR',
    'withdrawal and rescission not known': '/state/HUN',
    'a finding, a bare channel': '/state/ITA',
    'acceptance before accession': '/state/UKR',
    'referred by itself, many persons': '/state/COD',
    'bound by the Council': '/state/SDN',
    'an accession taken back': '/state/MYS',
    'withdrawn': '/state/BDI',
    'under the name of the day': '/state/SWZ?as_at=2010-01-01',
    'unverified channel': '/state/FRA',
  },
  'treaty.html': {
    shortest: '/treaty/apic?as_at=2002-09-09',
    longest: '/treaty/rome-statute',
    empty: `/treaty/rome-statute${BEFORE_THE_RECORD}`,
    disputed: '/treaty/apic',
    'first day of the Statute': '/treaty/rome-statute?as_at=1998-07-17',
    'in force': '/treaty/rome-statute?as_at=2002-07-01',
  },
  'file.html': {
    shortest: '/findings?state=ITA',
    longest: '/laws',
    empty: '/pledges?as_at=1999-01-01',
    disputed: '/agreements',
    findings: '/findings',
    'no finding yet': '/findings?as_at=1999-01-01',
    'findings before the record': `/findings${BEFORE_THE_RECORD}`,
    'filter that matches nothing': '/findings?state=FRA',
    'agreements of one State': '/agreements?state=GBR',
    'no agreement yet': '/agreements?as_at=1999-01-01',
    declarations: '/declarations',
    'no declaration yet': '/declarations?as_at=1999-01-01',
    'declaration of one State, disputed': '/declarations?state=ALB',
    'laws on one topic': '/laws?topic=immunity',
    'laws of one State': '/laws?state=NOR',
    'no law yet': '/laws?as_at=1999-01-01',
    referrals: '/referrals',
    'no referral yet': '/referrals?as_at=1999-01-01',
    acceptances: '/acceptances',
    'no acceptance yet': '/acceptances?as_at=1999-01-01',
    resolutions: '/resolutions',
    'no resolution yet': '/resolutions?as_at=1999-01-01',
    pledges: '/pledges',
  },
  'public_requests.html': {
    shortest: '/public-requests?person=putin',
    longest: '/public-requests',
    empty: '/public-requests?as_at=1999-01-01',
    disputed: none('no day of a request is disputed in the public record'),
    'filter that matches nothing': '/public-requests?state=NOR',
    'open ones of one State': '/public-requests?state=SDN&stands=open',
  },
  'public_request.html': {
    shortest: '/public-request/7926a31abab14cd062f72d04169a1586',
    longest: '/public-request/4e8b045e13f619cf959a9ecac20d3915',
    empty: none('a request is known by an act in it'),
    disputed: none('no day of a request is disputed in the public record'),
    'a referral put off': '/public-request/8aab727497b68c907c0601ab0d9a11fa',
  },
  'row.html': {
    shortest: '/file/resolution-icc-asp-16-res.2',
    longest: '/file/article-87-civ',
    empty: '/file/agreement-esp-article-103',
    disputed: '/file/agreement-gbr-sentences',
    'a law of a long title': '/file/law-nor-act-no.-65-of-15-june-2001-relating-to-the-implementation-of-the-statute-of-the-int-acbffae0',
    'a finding with persons': '/file/finding-sdn-2010-05-25',
    'a treaty, disputed': '/file/rome-statute-phl',
    'a referral by the Council': '/file/referral-unsc-2011-02-26',
    'a pledge with remarks': '/file/pledge-all-pledgers-total',
    'a law of many topics': '/file/law-uga-international-criminal-court-act-2010-act-11',
  },
  'compare.html': {
    shortest: '/compare?as_at=1998-07-18&from=1998-07-17',
    longest: '/compare?as_at=2022-12-05&from=2014-12-08',
    'all that ever changed': { path: '/compare?from=1998-07-17', heavy: true },
    empty: '/compare?as_at=2026-11-25&from=2026-11-24',
    disputed: '/compare?as_at=2007-12-14&from=2006-12-01',
    'two sessions': '/compare?as_at=2014-12-08&from=2013-11-20',
    hindsight: '/compare?as_at=2014-12-08&hindsight=1&from=2013-11-20',
  },
  'compare_ask.html': {
    shortest: '/compare?as_at=1999-01-01',
    longest: '/compare',
    empty: `/compare${BEFORE_THE_RECORD}`,
    disputed: none(NO_FACTS),
    'days in the wrong order': wrong('/compare?as_at=2013-11-20&from=2014-12-08'),
    'no date': wrong('/compare?from=tomorrow'),
  },
  'sources.html': {
    shortest: '/sources?as_at=1999-01-01',
    longest: '/sources',
    empty: `/sources${BEFORE_THE_RECORD}`,
    disputed: none('it lists sources, and no fact'),
  },
  'doubts.html': {
    shortest: '/doubts?as_at=1999-01-01',
    longest: '/doubts?file=proceedings',
    empty: `/doubts${BEFORE_THE_RECORD}`,
    disputed: '/doubts?file=proceedings&disputed=1',
    whole: '/doubts',
    ...Object.fromEntries([
      'states', 'former_names', 'rome_statute', 'apic', 'acceptances', 'article87', 'findings', 'agreements', 'referrals',
      'resolutions', 'pledges', 'legislation',
    ].map((file) => [`of ${file}`, `/doubts?file=${file}`])),
    'nothing disputed': '/doubts?file=former_names&disputed=1',
  },
  'data.html': {
    shortest: '/data',
    longest: '/data?as_at=2013-10-02&known_on=2026-11-25&hindsight=1',
    empty: `/data${BEFORE_THE_RECORD}`,
    disputed: none(NO_FACTS),
  },
  'reports.html': {
    shortest: '/reports',
    longest: '/reports?as_at=2013-10-02&known_on=2026-11-25&hindsight=1',
    empty: none(NO_FACTS),
    disputed: none(NO_FACTS),
  },
  'report.html': {
    shortest: '/reports/pledges',
    longest: '/reports/treaty-status',
    empty: `/reports/cooperation${BEFORE_THE_RECORD}`,
    disputed: '/reports/state?state=SDN',
    'of cooperation': '/reports/cooperation?as_at=2013-10-02',
    'for a meeting': '/reports/bilateral?state=ITA',
    'of findings': '/reports/non-cooperation',
    'of a person': '/reports/person?person=kony',
    'before a State is named': '/reports/state',
    'an earlier day that is later': wrong('/reports/cooperation?since=2099-01-01'),
  },
  'issued.html': {
    shortest: issued('pledges', '2013-10-02'),
    longest: issued('cooperation', '2016-10-02'),
    empty: none('what was issued says what it is'),
    disputed: none(NO_FACTS),
    'something that was not issued': missing(`/issued/${'0'.repeat(32)}`),
  },
  'about.html': { shortest: '/about', longest: '/about', empty: `/about${BEFORE_THE_RECORD}`, disputed: none(NO_FACTS) },
  'accessibility.html': { shortest: '/accessibility', longest: '/accessibility', empty: none(NO_FACTS), disputed: none(NO_FACTS) },
  'contacts.html': {
    shortest: '/contacts',
    longest: checked('/contacts?as_at=2026-11-25', [
      '1. Exercise Person, Head of delegation, Exercise Ministry', '2. Joseph KONY, Adviser, Exercise Ministry', '3. Harun, Ahmad',
      '4. Yoseph Konny', `5. ${'Exercise '.repeat(20)}`, '...', '6. \u0414\u0436\u043e\u0437\u0435\u0444 \u041a\u043e\u043d\u0438',
    ].join('\n'), 'un'),
    empty: { path: '/contacts', status: 400, sent: true },
    disputed: checked('/contacts?as_at=2026-11-25', 'Ahmad Harun'),
    'nothing found': checked('/contacts', 'Exercise Person\nExercise Person Two'),
    'a day without a rule': checked('/contacts?as_at=2007-05-03', 'Joseph Kony', 'un'),
  },
  'error_report.html': {
    shortest: '/error',
    longest: sent('/error?page=%2Fen%2Fcompare%3Ffrom%3D1998-07-17'),
    empty: '/error?page=%2Fen%2Fperson%2Fkony',
    disputed: none(NO_FACTS),
  },
  'error_received.html': {
    shortest: '/error/0000-0000-0000',
    longest: '/error/0000-0000-0000?page=%2Fen',
    empty: none(NO_FACTS),
    disputed: none(NO_FACTS),
  },
  'elsewhere.html': {
    shortest: missing('/state/ZZZ'),
    longest: missing('/state/Frence'),
    empty: missing('/treaty/paris'),
    disputed: none(SAYS_WHAT_IS_NOT),
    'a State that did not exist yet': missing('/state/SSD?as_at=2005-01-01'),
    'a treaty before its adoption': missing('/treaty/apic?as_at=1999-01-01'),
  },
  'refusal.html': {
    shortest: missing('/no-such-page'),
    longest: wrong('?as_at=tomorrow&known_on=yesterday'),
    empty: missing('/person/nobody'),
    disputed: none(SAYS_WHAT_IS_NOT),
    'a day before the Statute': wrong('?as_at=1998-01-01'),
    'a person before anything was public': missing('/person/banda?as_at=1999-01-01'),
    'a situation before its referral': missing('/situation/ICC-02-05?as_at=1999-01-01'),
    'a row before its day': missing('/file/agreement-gbr-sentences?as_at=1999-01-01'),
    'a topic that does not exist': wrong('/laws?topic=nothing'),
    'a State that does not exist': wrong('/findings?state=XXX'),
    'a file that does not exist': wrong('/doubts?file=persons'),
    'no row': missing('/file/nothing'),
  },
};

/** A name that a file can bear. */
const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What a template lacks here: `pages` are the names of the templates that the program fills in. */
export function gaps(pages) {
  const unknown = Object.keys(TEMPLATES).filter((name) => !pages.includes(name)).map((name) => `${name} is no page's template`);
  const lacking = pages.flatMap((name) => CASES
    .filter((which) => TEMPLATES[name]?.[which] === undefined)
    .map((which) => `${name} has no case "${which}"`));
  return [...unknown, ...lacking];
}

/** The reports that are issued before the pages are looked at: no edition of the public record holds any. */
export const ISSUED = [['pledges', '2013-10-02'], ['cooperation', '2013-10-02'], ['cooperation', '2016-10-02']];

/**
 * Every view to look at, once each: a name for its pictures, its path after the language, its status, whether its form
 * is sent off and with what, whether axe-core takes long over it, whether it is a case that every template has, and whether it is the
 * longest. A row's JSON says which entry a fact comes from.
 */
export async function views(address) {
  const found = new Map();
  for (const [template, cases] of Object.entries(TEMPLATES)) {
    for (const [name, given] of Object.entries(cases)) {
      if (given.why) continue;
      const { path, status = 200, sent: sends = false, filled = {}, chosen, heavy = false } = await resolved(given, address);
      const key = JSON.stringify([path, sends, filled, chosen]);
      const view = found.get(key)
        ?? {
          name: `${slug(template.replace('.html', ''))}-${slug(name)}`,
          path,
          status,
          sends,
          filled,
          chosen,
          heavy,
          main: false,
          longest: false,
        };
      view.main ||= CASES.includes(name);
      view.longest ||= name === 'longest';
      found.set(key, view);
    }
  }
  return [...found.values()];
}

async function resolved(given, address) {
  if (typeof given === 'string') return { path: given };
  if (given.issued) {
    const { reports } = await (await fetch(`${address}/api/v1/issued-reports`)).json();
    const edition = reports.find((of) => of.report === given.issued && of.as_at === given.asAt);
    if (!edition) throw new Error(`no edition of ${given.issued} as at ${given.asAt} was issued`);
    return { path: `/issued/${edition.entry}` };
  }
  if (!given.entryOf) return given;
  const { row } = await (await fetch(`${address}/en/file/${given.entryOf}.json`)).json();
  const entry = row?.cells?.[given.column]?.entry;
  if (!entry) throw new Error(`the row ${given.entryOf} has no fact in ${given.column}`);
  return { path: `/entry/${entry}` };
}

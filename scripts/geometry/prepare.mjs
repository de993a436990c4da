// Prepares the geometry of the world map: node prepare.mjs STATES.csv WORLD.csv (scripts/map does).
//
// WORLD.csv has a line an area: `area,x,y,path`.
// - `world`: width and height of the drawing in x and y;
// - `other`: the path of all land that belongs to no State of STATES.csv;
// - a State's alpha-3 code: its path; or, where it is too small to be drawn, the centre of its dot.
// A path is in the notation of SVG, in whole units, each ring from its first point by relative lines.
//
// Land goes to the State whose ISO 3166-1 number it bears. Where the source draws control on the ground,
// RULES says otherwise. What has no number, or that of no State of the list, is other land.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoBounds, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';

const WIDTH = 1000;
/** The meridian in the middle: the edge then runs through the Bering Strait and cuts no State's mainland. */
const MIDDLE = 11;
/** A point of an outline that makes less difference than this is left out; square units. */
const LEAST_DETAIL = 0.7;
/** A ring of less than this is left out; square units. */
const LEAST_RING = 4;
/** A State that fills less than this is a dot; square units. */
const LEAST_STATE = 10;
/** The radius at which dots are drawn, in units; rooms/reports/src/map.rs has the same. */
const DOT = 3;
/** Air between dots. */
const AIR = 0.5;
/** Where a dot stands that would hide a neighbour on its own land (longitude, latitude): in the sea off Gaza. */
const PLACES = { PSE: [33.4, 31.6] };

/** Land that the source gives to somebody else: which, and whose it is here. */
const RULES = [
  { what: 'Crimea', to: 'UKR', is: ({ number, land }) => number === '643' && within(land, [32, 44, 37, 46.5]) },
  { what: 'Somaliland', to: 'SOM', is: ({ name }) => name === 'Somaliland' },
  { what: 'northern Cyprus', to: 'CYP', is: ({ name }) => name === 'N. Cyprus' },
  { what: 'Western Sahara', to: 'other', is: ({ number, land }) => number === '504' && within(land, [-18, 20, -8, 27.7]) },
];
/** The source draws Morocco to the south of its border, the parallel of 27°40′ (27.657 in the source), too. */
const CUT = { number: '504', parallel: 27.66 };
/** Antarctica is not drawn. */
const LEFT_OUT = '010';

const [statesFile, worldFile] = process.argv.slice(2);
const states = readFileSync(statesFile, 'utf8').trim().split('\n').slice(1).map((line) => {
  const [code, , number] = line.split(',');
  return { code, number };
});
const codes = new Map(states.map(({ code, number }) => [number, code]));

/** Each piece of land of a file of world-atlas, with number and name of the country that it is part of. */
function pieces(scale) {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const source = JSON.parse(readFileSync(file, 'utf8'));
  return feature(source, source.objects.countries).features.flatMap(({ id: number, properties: { name }, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map((coordinates) => ({ number, name, land: { type: 'Polygon', coordinates } })));
}

/** Whether land lies within [west, south, east, north]. */
function within(land, [west, south, east, north]) {
  const [[left, lower], [right, upper]] = geoBounds(land);
  return west < left && left <= right && right < east && south < lower && upper < north;
}

/** Land in two: to the north and to the south of the straight line between where it crosses a parallel. */
function cut({ coordinates: [ring, ...holes] }, parallel) {
  const southern = ([, latitude]) => latitude < parallel;
  const points = ring.slice(1);
  const begin = points.findIndex((point, i) => southern(point) && !southern(points.at(i - 1)));
  const turned = [...points.slice(begin), ...points.slice(0, begin)];
  const end = turned.findIndex((point) => !southern(point));
  const [south, north] = [turned.slice(0, end), turned.slice(end)];
  if (begin < 0 || holes.length || north.some(southern)) throw new Error(`land does not cross ${parallel}° in one run`);
  return [[south.at(-1), ...north, south[0], south.at(-1)], [...south, south[0]]]
    .map((part) => ({ type: 'Polygon', coordinates: [part] }));
}

const source = pieces('50m').filter(({ number }) => number !== LEFT_OUT).flatMap((piece) =>
  (piece.number === CUT.number && !within(piece.land, [-180, CUT.parallel, 180, 90])
    ? cut(piece.land, CUT.parallel).map((land) => ({ ...piece, land }))
    : [piece]));
const used = new Set();
const features = source.map((piece) => {
  const rule = RULES.find(({ is }) => is(piece));
  if (rule) used.add(rule.what);
  return { type: 'Feature', properties: { area: rule?.to ?? codes.get(piece.number) ?? 'other' }, geometry: piece.land };
});
for (const { what } of RULES) {
  if (!used.has(what)) throw new Error(`no land was found for the rule on ${what}: look at this edition of world-atlas`);
}

const projection = geoEqualEarth().rotate([-MIDDLE, 0]).fitWidth(WIDTH, { type: 'Sphere' });
/** Square units of the drawing in a steradian: the projection keeps areas. */
const PER_STERADIAN = geoPath(projection).area({ type: 'Sphere' }) / (4 * Math.PI);
// Outlines are thinned once for all, so that neighbours keep a border in common.
const shared = presimplify(topology({ land: { type: 'FeatureCollection', features } }), sphericalTriangleArea);
const thin = simplify(shared, LEAST_DETAIL / PER_STERADIAN);

/** The rings of an area as they are drawn: whole units, the largest first, with what each fills. */
function rings(area) {
  const shape = merge(thin, thin.objects.land.geometries.filter(({ properties }) => properties.area === area));
  const found = [];
  geoPath(projection, {
    moveTo: (x, y) => found.push([[x, y]]),
    lineTo: (x, y) => found.at(-1).push([x, y]),
    closePath: () => {},
    arc: () => {},
  })(shape);
  return found.map((ring) => ({ ring: rounded(ring), fills: Math.abs(signedArea(ring)) }))
    .filter(({ ring, fills }) => fills >= LEAST_RING && ring.length >= 3)
    .sort((one, other) => other.fills - one.fills);
}

/** Twice-counted and straight-lying points go. */
function rounded(ring) {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)]);
  const apart = points.filter(([x, y], i) => {
    const [u, v] = points.at(i - 1);
    return x !== u || y !== v;
  });
  return apart.filter(([x, y], i) => {
    const [u, v] = apart.at(i - 1);
    const [p, q] = apart[(i + 1) % apart.length];
    return (x - u) * (q - y) !== (y - v) * (p - x);
  });
}

function signedArea(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring.at(i - 1);
    return sum + (u * y - x * v) / 2;
  }, 0);
}

/** A ring in the notation of SVG; a minus sign parts numbers as a space does. */
function written(ring, lift) {
  const pair = (x, y) => `${x}${y < 0 ? '' : ' '}${y}`;
  const [[x, y], ...rest] = ring;
  let from = [x, y];
  const lines = rest.map((to) => {
    const line = pair(to[0] - from[0], to[1] - from[1]);
    from = to;
    return line;
  });
  const joined = lines.reduce((all, line) => all + (all && !line.startsWith('-') ? ' ' : '') + line);
  return `M${pair(x, y - lift)}l${joined}z`;
}

/** Where a State's dot stands in the drawing: in the middle of its largest piece of land. */
function middle({ code, number }) {
  if (PLACES[code]) return projection(PLACES[code]);
  const own = (all) => all.filter((piece) => piece.number === number).map(({ land }) => land);
  const near = own(source);
  // What the map's source lacks is in the larger one.
  const lands = near.length ? near : own(pieces('10m'));
  return projection(geoCentroid(lands.reduce((one, other) => (geoArea(other) > geoArea(one) ? other : one))));
}

const drawn = new Map([...codes.values(), 'other'].map((area) => [area, rings(area)]));
const dots = [];
/** States that a dot could hide whole. */
const small = [];
for (const state of states) {
  const fills = drawn.get(state.code).reduce((sum, ring) => sum + ring.fills, 0);
  if (fills >= Math.PI * DOT ** 2) continue;
  const [x, y] = middle(state);
  if (fills < LEAST_STATE) {
    dots.push({ code: state.code, x, y, home: [x, y] });
    drawn.set(state.code, []);
  } else {
    small.push({ x, y, reach: Math.sqrt(fills / Math.PI) });
  }
}

// Dots that lie on one another move apart, and away from what they would hide, step by step.
for (let round = 0; round < 500; round += 1) {
  for (const [i, dot] of dots.entries()) {
    for (const other of dots.slice(i + 1)) {
      const [x, y] = apart(dot, other, 2 * DOT + AIR);
      move(dot, -x / 2, -y / 2);
      move(other, x / 2, y / 2);
    }
    for (const state of small) {
      const [x, y] = apart(dot, state, DOT + state.reach);
      move(dot, -x, -y);
    }
  }
}

/** By how much, and which way, the second has to move so that the two are so far from one another. */
function apart(one, other, distance) {
  const [x, y] = [other.x - one.x, other.y - one.y];
  const between = Math.hypot(x, y);
  const share = between > 0 ? Math.max(0, distance / between - 1) : 0;
  return [x * share, y * share];
}

function move(dot, x, y) {
  dot.x += x;
  dot.y += y;
}

const heights = [...drawn.values()].flatMap((all) => all.flatMap(({ ring }) => ring.map(([, y]) => y)));
heights.push(...dots.flatMap(({ y }) => [y - DOT, y + DOT]));
const lift = Math.floor(Math.min(...heights)) - 2;
const height = Math.ceil(Math.max(...heights)) + 2 - lift;

const tenth = (value) => Math.round(value * 10) / 10;
const path = (area) => drawn.get(area).map(({ ring }) => written(ring, lift)).join('');
const lines = states.map(({ code }) => {
  const dot = dots.find((dot) => dot.code === code);
  return dot ? `${code},${tenth(dot.x)},${tenth(dot.y - lift)},` : `${code},,,${path(code)}`;
});
const head = ['area,x,y,path', `world,${WIDTH},${height},`, `other,,,${path('other')}`];
writeFileSync(worldFile, [...head, ...lines, ''].join('\n'));

const moved = dots.map(({ x, y, home: [u, v] }) => Math.hypot(x - u, y - v));
console.log(`${worldFile}: ${states.length} States, ${dots.length} of them dots, moved by ${Math.max(...moved).toFixed(1)} units at most`);

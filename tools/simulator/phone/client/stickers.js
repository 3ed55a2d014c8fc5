import { svg } from './dom.js';
import { wordsAt } from './words.js';

const ink = '#3b2b2b';
const line = {
  fill: 'none',
  stroke: ink,
  'stroke-width': 4,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};
const path = (d, more = {}) => svg('path', { d, ...line, ...more });
const circle = (cx, cy, r, fill) => svg('circle', { cx, cy, r, fill });
const heart = (x, y, size, fill = '#e5484d') =>
  svg('path', {
    fill,
    transform: `translate(${x} ${y}) scale(${size})`,
    d: 'M0 4C-4 -4 -12 0 -8 7L0 15L8 7C12 0 4 -4 0 4Z',
  });
const mark = (d) => path(d, { stroke: '#2f6fde' });
const sleep = (x, y, size) => mark(`M${x} ${y}h${size}l${-size} ${size}h${size}`);

const openEyes = () => [
  circle(46, 62, 5, ink),
  circle(74, 62, 5, ink),
  circle(48, 60, 1.6, '#fff'),
  circle(76, 60, 1.6, '#fff'),
];
const happyEyes = () => [path('M40 64q6 -8 12 0'), path('M68 64q6 -8 12 0')];
const closedEyes = () => [path('M40 62q6 6 12 0'), path('M68 62q6 6 12 0')];
const smile = () => path('M52 90q8 8 16 0');
const sad = () => path('M53 93q7 -6 14 0');
const small = () => svg('ellipse', { cx: 60, cy: 92, rx: 4, ry: 5, fill: ink });
const wide = () =>
  svg('path', { d: 'M49 88h22q-2 13 -11 13t-11 -13z', fill: '#a33', stroke: ink, 'stroke-width': 3 });

/** A young buffalo in eight moods, by the sticker's id. */
const moods = {
  23311: () => [...openEyes(), wide(), mark('M114 66q10 8 8 22'), mark('M106 74q6 5 5 13')],
  23312: () => [...happyEyes(), smile(), heart(116, 12, 1.2)],
  23313: () => [...happyEyes(), smile(), mark('M-2 60q-8 10 0 22'), mark('M122 60q8 10 0 22')],
  23314: () => [...happyEyes(), wide(), star(-2, 30, 9), star(120, 20, 11), star(122, 74, 7)],
  23315: () => [heart(46, 55, 0.9), heart(74, 55, 0.9), smile(), heart(120, 14, 0.9), heart(-2, 52, 0.6)],
  23316: () => [...closedEyes(), sad(), tear(44), tear(76)],
  23317: () => [
    ...openEyes(),
    small(),
    mark('M110 20q0 -10 8 -10t8 9q0 6 -8 10v4'),
    circle(118, 40, 2.6, '#2f6fde'),
  ],
  23318: () => [...closedEyes(), small(), sleep(110, 34, 8), sleep(120, 12, 11)],
};

/** Ids of the stickers that can be sent, in the order of the tray. */
export const stickerIds = Object.keys(moods);

/** The id in the address that Zalo gives for a sticker. */
export function stickerIdOf(url) {
  return /[?&]eid=(\w+)/.exec(url)?.[1];
}

/** @returns the name of one of our stickers, undefined for any other */
export function stickerName(id) {
  return wordsAt('samples.stickers')[id];
}

/** Draws a sticker; a plain face for an unknown id. */
export function drawSticker(id) {
  const mood = moods[id] ?? (() => [...openEyes(), smile()]);
  return svg(
    'svg',
    { class: 'sticker', viewBox: '-12 0 144 120', 'aria-hidden': 'true' },
    ...head(),
    ...mood(),
  );
}

function head() {
  return [
    svg('path', {
      d: 'M30 44C6 44 4 20 12 10C16 26 26 30 38 32Z',
      fill: '#f3e3c3',
      stroke: ink,
      'stroke-width': 3,
    }),
    svg('path', {
      d: 'M90 44C114 44 116 20 108 10C104 26 94 30 82 32Z',
      fill: '#f3e3c3',
      stroke: ink,
      'stroke-width': 3,
    }),
    svg('path', {
      d: 'M28 54C14 46 6 52 8 60C14 68 24 66 30 62Z',
      fill: '#8b7f93',
      stroke: ink,
      'stroke-width': 3,
    }),
    svg('path', {
      d: 'M92 54C106 46 114 52 112 60C106 68 96 66 90 62Z',
      fill: '#8b7f93',
      stroke: ink,
      'stroke-width': 3,
    }),
    svg('path', {
      d: 'M60 26C84 26 94 44 92 66C90 92 78 112 60 112C42 112 30 92 28 66C26 44 36 26 60 26Z',
      fill: '#a79bb0',
      stroke: ink,
      'stroke-width': 3,
    }),
    svg('path', { d: 'M50 28q10 14 20 0q-4 12 -10 12t-10 -12z', fill: '#6d6177' }),
    svg('ellipse', { cx: 60, cy: 90, rx: 25, ry: 19, fill: '#f6d9c9' }),
    circle(52, 82, 2.6, '#b98a7a'),
    circle(68, 82, 2.6, '#b98a7a'),
    circle(36, 76, 5, '#f0a8a0'),
    circle(84, 76, 5, '#f0a8a0'),
  ];
}

function tear(x) {
  return svg('path', { d: `M${x} 66q-6 10 0 14q6 -4 0 -14z`, fill: '#5aa9f0' });
}

function star(x, y, size) {
  const points = Array.from({ length: 10 }, (_one, index) => {
    const radius = index % 2 === 0 ? size : size * 0.45;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return `${x + radius * Math.cos(angle)},${y + radius * Math.sin(angle)}`;
  });
  return svg('polygon', { points: points.join(' '), fill: '#f5b83d', stroke: ink, 'stroke-width': 2 });
}

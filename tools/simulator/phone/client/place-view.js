import { el, svg } from './dom.js';
import { t } from './words.js';

export function locationView({ latitude, longitude }) {
  return el(
    'div',
    { class: 'place' },
    map(),
    el(
      'div',
      { class: 'place-words' },
      el('span', { class: 'place-title' }, t('attachment.location')),
      el('span', {}, t('attachment.coordinates', { latitude, longitude })),
    ),
  );
}

/** An invented map: fields, a road, a river and the pin. */
function map() {
  return svg(
    'svg',
    { class: 'map', viewBox: '0 0 240 120', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid slice' },
    svg('rect', { width: 240, height: 120, class: 'map-field' }),
    svg('path', { d: 'M0 26h96v46H0zM120 70h120v50H120z', class: 'map-plot' }),
    svg('path', { d: 'M-5 100C60 84 90 112 150 92S230 60 250 66', class: 'map-river' }),
    svg('path', { d: 'M108 -5V125M-5 48H250M180 -5V52', class: 'map-road' }),
    svg('path', { d: 'M120 66c10-12 16-20 16-29a16 16 0 0 0-32 0c0 9 6 17 16 29z', class: 'map-pin' }),
    svg('circle', { cx: 120, cy: 37, r: 6, fill: '#fff' }),
  );
}

import { el } from '../dom.js';
import { dayOf, timeLeft, timeOf } from '../phone-time.js';
import { t } from '../words.js';

const hourMs = 3_600_000;

/** How long the OA may still write to the person whose chat is open. */
export function createWindowView({ store, route }) {
  const words = el('p', { class: 'window-words' });
  const bar = el('div', { class: 'window-bar', 'aria-hidden': 'true' });
  const element = el(
    'section',
    { class: 'window', 'aria-label': t('panel.window.title') },
    el('h3', {}, t('panel.window.title')),
    words,
    bar,
  );

  function draw() {
    const user = store.findUser(route.userId);
    const look = user ? lookOf(user, store) : { text: t('panel.window.choose'), kind: 'none' };
    element.className = `window window-${look.kind}`;
    words.textContent = look.text;
    bar.replaceChildren(...(look.marks ?? []));
  }

  store.on('state', draw);
  route.on(draw);
  setInterval(draw, 10_000);
  draw();
  return element;
}

function lookOf({ lastInteractionAt, freeUntil, openUntil }, store) {
  if (!lastInteractionAt) return { text: t('panel.window.never'), kind: 'none' };
  const now = store.now();
  const marks = drawBar({ lastInteractionAt, freeUntil, openUntil, now });
  if (now <= freeUntil)
    return { text: t('panel.window.free', { left: timeLeft(freeUntil - now) }), kind: 'free', marks };
  if (now <= openUntil)
    return { text: t('panel.window.paid', { left: timeLeft(openUntil - now) }), kind: 'paid', marks };
  const at = `${timeOf(openUntil)} ${dayOf(openUntil, now).toLowerCase()}`;
  return { text: t('panel.window.closed', { at }), kind: 'closed', marks };
}

/** The free part, the paid part and the elapsed time. */
function drawBar({ lastInteractionAt, freeUntil, openUntil, now }) {
  const whole = Math.max(1, openUntil - lastInteractionAt);
  const share = (until) => `${Math.min(100, Math.max(0, ((until - lastInteractionAt) / whole) * 100))}%`;
  const part = (className, width, text) => {
    const node = el('span', { class: className }, text);
    node.style.width = width;
    return node;
  };
  return [
    part('bar-paid', '100%', t('panel.window.marks.end', { days: Math.round(whole / (24 * hourMs)) })),
    part(
      'bar-free',
      share(freeUntil),
      t('panel.window.marks.free', { hours: Math.round((freeUntil - lastInteractionAt) / hourMs) }),
    ),
    part('bar-passed', share(now), ''),
  ];
}

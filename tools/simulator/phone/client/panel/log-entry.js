import { el, icon, unseen } from '../dom.js';
import { secondsOf } from '../phone-time.js';
import { t } from '../words.js';

/** The person that an entry is about, if any. */
export function userIdOf({ userId, request }) {
  return userId ?? request?.recipient?.user_id ?? request?.user_id;
}

/** One line of the log; deliveries and calls unfold to show their content. */
export function logEntry(entry, store) {
  const line = lines[entry.kind] ?? systemLine;
  return line(entry, store);
}

const lines = { delivery: deliveryLine, 'delivery-dropped': droppedLine, api: apiLine };

function deliveryLine(entry, store) {
  const { eventName, attempt, signature, body, durationMs, nextAttemptAt } = entry;
  const { mark, tone } = outcomeOf(entry);
  return foldable({
    entry,
    direction: ['out', t('log.out')],
    tone,
    name: eventName,
    who: store.findUser(userIdOf(entry))?.name,
    marks: [
      attempt > 0 && chip(t('log.attempt', { number: attempt + 1 }), 'warn'),
      nextAttemptAt && chip(t('log.next', { time: secondsOf(nextAttemptAt) }), 'warn'),
      chip(mark, tone),
      el('span', { class: 'duration' }, t('log.duration', { ms: durationMs })),
    ],
    details: [
      detail(t('log.signature'), signature ?? t('log.unsigned')),
      detail(t('log.body'), pretty(JSON.parse(body))),
    ],
    after: el('code', { class: 'signature' }, signature ? shorten(signature) : t('log.unsigned')),
  });
}

function outcomeOf({ outcome, status }) {
  if (outcome === 'answered') return { mark: String(status), tone: status === 200 ? 'good' : 'bad' };
  return { mark: t(`log.${outcome}`), tone: 'bad' };
}

function droppedLine(entry, store) {
  return el(
    'li',
    { class: 'entry plain tone-bad' },
    head({
      entry,
      direction: ['out', t('log.out')],
      name: entry.eventName,
      who: store.findUser(userIdOf(entry))?.name,
      marks: [chip(t('log.dropped', { reason: entry.reason }), 'bad')],
    }),
  );
}

function apiLine(entry, store) {
  const { method, path, code, status, fault, request } = entry;
  const refused = fault || code !== 0;
  const user = store.findUser(userIdOf(entry));
  return foldable({
    entry,
    direction: ['in', t('log.in')],
    tone: refused ? 'bad' : 'good',
    name: `${method} ${path}`,
    who: user?.name,
    marks: [
      fault && chip(t('log.fault', { fault }), 'warn'),
      chip(
        code === 0 ? 'error 0' : `error ${code ?? (status ? `HTTP ${status}` : '—')}`,
        refused ? 'bad' : 'good',
      ),
    ],
    details: request === undefined ? [] : [detail(t('log.request'), pretty(request))],
  });
}

const systemWords = {
  webhook: ({ enabled }) => t(enabled ? 'log.system.webhook_on' : 'log.system.webhook_off'),
  clock: ({ now }) => t('log.system.clock', { time: secondsOf(now) }),
  switches: () => t('log.system.switches'),
  faults: () => t('log.system.faults'),
  reset: () => t('log.system.reset'),
  grant: ({ oaId }, store) => t('log.system.grant', { oa: store.findOa(oaId)?.name ?? oaId }),
};

function systemLine(entry, store) {
  const words = systemWords[entry.kind]?.(entry, store) ?? entry.kind;
  return el('li', { class: 'entry plain system' }, head({ entry, direction: ['dot', ''], words, marks: [] }));
}

function foldable({ entry, details, tone, after, ...parts }) {
  return el(
    'li',
    { class: `entry tone-${tone}` },
    el(
      'details',
      {},
      el('summary', {}, head({ entry, ...parts, after })),
      el('div', { class: 'details' }, details),
    ),
  );
}

function head({ entry, direction: [name, label], name: title, words, who, marks, after }) {
  return el(
    'div',
    { class: 'entry-head' },
    el('span', { class: 'entry-time' }, secondsOf(entry.at)),
    el('span', { class: `direction ${name}` }, icon(name), label && unseen(label)),
    title ? el('code', { class: 'entry-name' }, title) : el('span', { class: 'entry-words' }, words),
    who && el('span', { class: 'entry-who' }, who),
    after,
    el('span', { class: 'marks' }, marks),
  );
}

function chip(text, tone) {
  return el('span', { class: `chip ${tone}` }, text);
}

function detail(title, text) {
  return el(
    'div',
    { class: 'detail' },
    el('span', { class: 'detail-title' }, title),
    el('pre', { tabindex: '0' }, text),
  );
}

const pretty = (value) => JSON.stringify(value, null, 2);

/** mac=0123…cdef */
function shorten(signature) {
  return signature.length > 20 ? `${signature.slice(0, 10)}…${signature.slice(-4)}` : signature;
}

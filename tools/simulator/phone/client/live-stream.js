import { call } from './api.js';

const kinds = [
  'delivery',
  'delivery-dropped',
  'api',
  'message',
  'message-state',
  'reaction',
  'user',
  'group',
  'grant',
  'webhook',
  'clock',
  'switches',
  'faults',
  'reset',
];
const firstLogEntries = 200;

/** Fills the store and keeps it current, over lost connections and restarts of the simulator. */
export async function connect(store) {
  await store.refresh();
  const { entries } = await call('GET', `sim/log?limit=${firstLogEntries}`);
  store.fillLog(entries.filter(({ id }) => id <= store.state.logId));
  const stream = new EventSource(`sim/stream?since=${store.state.logId}`);
  for (const kind of kinds) stream.addEventListener(kind, ({ data }) => store.apply(JSON.parse(data)));
  let wasLost = false;
  stream.addEventListener('error', () => {
    wasLost = true;
    store.setOnline(false);
  });
  stream.addEventListener('open', () => {
    store.setOnline(true);
    // A restarted simulator numbers its log from the beginning, so the page fetches the state again.
    if (wasLost) void store.refresh().then(() => store.emit('reconnected'));
    wasLost = false;
  });
}

import { loadWords } from '../../src/i18n.ts';
import { ticketEvents } from '../../src/ticket/model/ticket-state.ts';
import { ticketReasons } from '../../src/ticket/reasons.ts';
import { timerKinds } from '../../src/ticket/timers/timer-kinds.ts';

const words = loadWords();
const keys = [
  ...ticketEvents.map((event) => `operator:events.${event}`),
  ...timerKinds.map((kind) => `operator:clocks.${kind}`),
  ...ticketReasons.map((reason) => `operator:reasons.${reason}`),
];

describe.each(['vi', 'en'] as const)('the texts about tickets in %s', (language) => {
  it.each(keys)('have %s', (key) => {
    expect(words.in(language)(key)).not.toBe('');
  });
});

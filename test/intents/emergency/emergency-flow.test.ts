import type { ConversationState } from '../../../src/conversation/state.ts';
import { hourMs, minuteMs } from '../../../src/durations.ts';
import { createEmergency } from '../../../src/intents/emergency/emergency-flow.ts';
import type { TicketRequest } from '../../../src/intents/handoff/open-ticket.ts';
import { officeContent } from '../../fakes/understand.ts';
import { noon } from '../../helpers/actor-fixture.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';

const opened: TicketRequest[] = [];
const flow = createEmergency({
  directory: officeContent().directory,
  openTicket: async (_ctx, request) => {
    opened.push(request);
  },
});
const aunt = { address: { you: 'cô', me: 'cháu' } };

interface Given {
  step?: string;
  kind?: string;
  others?: string[];
  text?: string;
  state?: Partial<ConversationState>;
  now?: number;
}

async function says({ step = 'help', kind = 'fire', others, text = '', state = {}, now = noon }: Given) {
  const data = { kind, ...(others && { others }) };
  const turn = await handleTurn(flow, {
    call: { intent: 'in-danger', step, data },
    message: { text },
    state,
    now,
  });
  return { ...turn, said: turn.texts.join('\n') };
}

beforeEach(() => {
  opened.length = 0;
});

describe('the first words to a resident in danger', () => {
  it('are the number and one instruction, then the lines to call', async () => {
    const { said } = await says({ kind: 'fire' });
    expect(said.split('\n').slice(0, 2)).toEqual([
      'Ra ngoài ngay, gọi 114. Đừng quay vào lấy đồ.',
      expect.stringMatching(/^114: /),
    ]);
  });

  it('are right for each kind that it may be, with one line for each below', async () => {
    const { said } = await says({ kind: 'drowning', others: ['missing'] });
    const [first = ''] = said.split('\n');
    for (const number of ['114', '113', '115']) expect(first).toContain(number);
    expect(said).toContain('- Đuối nước: ');
    expect(said).toContain('- Lạc, mất tích: ');
  });

  it('use the form of address of the resident, if it is known', async () => {
    expect((await says({ kind: 'suicide' })).said).toMatch(/^Cảm ơn đã nói ra/);
    const { said } = await says({ kind: 'suicide', state: aunt });
    expect(said).toMatch(/^Cảm ơn cô đã nói ra/);
    expect(said).toContain('Cháu cũng báo');
  });

  it.each(Object.keys(officeContent().directory.emergencies))('leave no mark unfilled: %s', async (kind) => {
    for (const state of [{}, aunt]) {
      const { said } = await says({ kind, state });
      expect(said).not.toMatch(/\{\{|undefined/);
    }
  });

  it.each([
    ['suicide', 'self-harm'],
    ['domestic-violence', 'violence'],
  ])('open an urgent ticket for %s', async (kind, cause) => {
    await says({ kind });
    expect(opened).toEqual([expect.objectContaining({ cause, urgent: true, topic: 'in-danger' })]);
  });

  it('open no ticket for a resident who asks to tell nobody', async () => {
    const { said } = await says({ kind: 'domestic-violence', text: 'chồng đánh tôi, đừng báo cho ai nhé' });
    expect(opened).toEqual([]);
    expect(said).toContain('không báo cho ai');
    expect(said).toContain('113');
  });
});

describe('what follows an emergency', () => {
  const steps = ['stay', 'whom', 'children', 'forgiven', 'silence'];
  const kinds = ['stroke', 'fire', 'suicide', 'self-harm', 'domestic-violence', 'child-abuse'];

  it.each(kinds)('is never the same text twice within the hour: %s', async (kind) => {
    let state: Partial<ConversationState> = {};
    const heard: string[] = [];
    for (const [at, step] of ['whom', 'stay', 'whom', 'stay', 'whom'].entries()) {
      const turn = await says({ kind, step, state, now: noon + at * minuteMs });
      heard.push(turn.said);
      state = turn.state;
    }
    expect(new Set(heard).size).toBe(heard.length);
  });

  it.each(steps)('has other words the third time: %s', async (step) => {
    let state: Partial<ConversationState> = {};
    const heard: string[] = [];
    for (const at of [0, 1, 2]) {
      const turn = await says({ kind: 'domestic-violence', step, state, now: noon + at * minuteMs });
      heard.push(turn.said);
      state = turn.state;
    }
    expect(new Set(heard).size).toBe(3);
  });

  it('begins anew after an hour', async () => {
    const first = await says({ kind: 'suicide', step: 'stay' });
    const later = await says({ kind: 'suicide', step: 'stay', state: first.state, now: noon + hourMs });
    expect(later.said).toBe(first.said);
  });

  it.each(steps)('names a number to call: %s', async (step) => {
    for (const kind of kinds) {
      for (const state of [{}, aunt]) {
        const { said } = await says({ kind, step, state });
        expect([kind, said]).toEqual([kind, expect.stringMatching(/\b11[1-5]\b/)]);
        expect(said).not.toMatch(/\{\{|undefined/);
      }
    }
  });

  it('does not send a parent who wants to die away with the children', async () => {
    const { said } = await says({ kind: 'suicide', step: 'children' });
    expect(said).not.toContain('đưa các con đi');
    expect(said).toContain('ở lại');
  });

  it('speaks of no violent person to somebody who has been hurt by nobody', async () => {
    for (const kind of ['stroke', 'suicide', 'fire']) {
      for (const step of ['stay', 'children', 'forgiven']) {
        const { said } = await says({ kind, step });
        expect([kind, step, said]).toEqual([kind, step, expect.not.stringMatching(/đánh|người kia|tha hay/)]);
      }
    }
  });

  it('uses the form of address of the resident, if it is known', async () => {
    for (const step of steps) {
      const { said } = await says({ kind: 'domestic-violence', step, state: aunt });
      expect([step, said]).toEqual([step, expect.stringMatching(/(?<!\p{L})cô(?!\p{L})/iu)]);
    }
  });
});

import { createContext } from '../../../src/actor/create-context.ts';
import { freshState } from '../../../src/conversation/state.ts';
import { minuteMs } from '../../../src/durations.ts';
import type { BotContext } from '../../../src/intents/flow/bot-context.ts';
import { limitActs, type Risk } from '../../../src/intents/flow/risk.ts';
import { createFakeResidentTickets } from '../../fakes/fake-resident-tickets.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon, oaId } from '../../helpers/actor-fixture.ts';

function contextOf(lastAt: BotContext['state']['lastAt'] = {}) {
  return createContext({
    message: { text: '', attachments: [], secrets: [], occurredAt: noon, anonymous: false },
    understanding: understandText(''),
    state: { ...freshState, lastAt },
    oaId,
    now: noon,
    translate: (key) => key,
    tickets: createFakeResidentTickets(noon),
    erasure: { request: async () => noon, stop: async () => true },
    answersEventId: 1,
  });
}

const asked = { 'erasure-asked': noon - 9 * minuteMs };
const acts: Record<Risk, (ctx: BotContext) => unknown> = {
  say: (ctx) => ctx.say('chào'),
  remember: (ctx) => ctx.mark('thanks'),
  bind: (ctx) => ctx.tickets.open({ kind: 'question', home: { unitIds: [] } }),
  destroy: (ctx) => ctx.erasure.request(),
};
const order: Risk[] = ['say', 'remember', 'bind', 'destroy'];
const isAllowed = (act: Risk, by: Risk) => order.indexOf(act) <= order.indexOf(by);
const pairs = order.flatMap((by) => order.map((act) => ({ by, act })));

describe('the class of a call', () => {
  it.each(pairs.filter(({ act, by }) => isAllowed(act, by)))('$by allows to $act', ({ by, act }) => {
    expect(() => acts[act](limitActs(contextOf(asked).ctx, by))).not.toThrow();
  });

  it.each(pairs.filter(({ act, by }) => !isAllowed(act, by)))('$by refuses to $act', ({ by, act }) => {
    expect(() => acts[act](limitActs(contextOf(asked).ctx, by))).toThrow('must not');
  });

  it.each([
    ['was never asked', {}],
    ['was asked more than ten minutes ago', { 'erasure-asked': noon - 11 * minuteMs }],
  ])('refuses to destroy when the resident %s', (_, lastAt) => {
    expect(() => acts.destroy(limitActs(contextOf(lastAt).ctx, 'destroy'))).toThrow('must not');
  });

  it('shows the state as it is after each act', () => {
    const { ctx, drafts } = contextOf();
    const limited = limitActs(ctx, 'bind');
    limited.mark('thanks');
    limited.say('chào');
    expect(limited.state.lastAt).toEqual({ thanks: noon });
    expect(drafts).toHaveLength(1);
  });
});

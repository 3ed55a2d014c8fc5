import type { Erasure } from '../../conversation/erasure/erasure-requests.ts';
import type { ResidentTickets } from '../../ticket/resident-ticket-types.ts';
import type { BotContext } from './bot-context.ts';
import { erasureAskedLately } from './talk.ts';

/**
 * What a wrong act costs, the cheapest first: a wrong word; a wrong memory; something that other people act on (a
 * ticket, a call, consent); something that nobody can bring back.
 */
export type Risk = 'say' | 'remember' | 'bind' | 'destroy';

const fromCheapest: readonly Risk[] = ['say', 'remember', 'bind', 'destroy'];

type Acts<T> = { [K in keyof T]-?: T[K] extends (...args: never[]) => unknown ? K : never }[keyof T];

/** The class of every act that a flow can do. `flow-shapes.ts` says which class each call may use. */
const conversationRisks: Record<Acts<BotContext>, Risk> = {
  t: 'say',
  say: 'say',
  send: 'say',
  remember: 'remember',
  mark: 'remember',
  unmark: 'remember',
  expect: 'remember',
  forgetStep: 'remember',
};
const ticketRisks: Record<Acts<ResidentTickets>, Risk> = {
  unitOfOa: 'say',
  listOpen: 'say',
  listClosed: 'say',
  dispatchAfterCommit: 'say',
  open: 'bind',
  addMessages: 'bind',
  takePhone: 'bind',
  refuseCall: 'bind',
  settlePlace: 'bind',
  keepConsent: 'bind',
  withdraw: 'bind',
  withdrawAll: 'bind',
  reopen: 'bind',
  confirmDone: 'bind',
  keepOpen: 'bind',
  rate: 'bind',
};
const erasureRisks: Record<Acts<Erasure>, Risk> = { request: 'destroy', stop: 'remember' };

/**
 * The context for a call of this class: an act of a higher class throws, so that the turn is rolled back. An act that
 * destroys also needs the question of the last minutes, which the resident has answered with this call.
 */
export function limitActs(ctx: BotContext, risk: Risk): BotContext {
  const allowed = risk === 'destroy' && !erasureAskedLately(ctx) ? 'bind' : risk;
  const tickets = limit(ctx.tickets, ticketRisks, allowed);
  const erasure = limit(ctx.erasure, erasureRisks, allowed);
  const limited = limit(ctx, conversationRisks, allowed);
  return new Proxy(limited, {
    get(target, name) {
      if (name === 'tickets') return tickets;
      return name === 'erasure' ? erasure : Reflect.get(target, name);
    },
  });
}

function limit<T extends object>(target: T, risks: Partial<Record<keyof T, Risk>>, allowed: Risk): T {
  return new Proxy(target, {
    get(acts, name) {
      const risk = risks[name as keyof T];
      if (risk !== undefined && fromCheapest.indexOf(risk) > fromCheapest.indexOf(allowed))
        throw new Error(`a call of the class "${allowed}" must not ${String(name)}`);
      return Reflect.get(acts, name);
    },
  });
}

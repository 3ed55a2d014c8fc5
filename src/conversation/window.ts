import { hourMs } from '../durations.ts';

/** What the platform allows since a person last did something, from a day on (yyyy-mm-dd, Việt Nam). */
export interface WindowRule {
  from: string;
  /** Since they last did something. How many messages they get within it is not counted: no number is published now. */
  freeHours: number;
  paidHours: number;
  /** So long before the free time ends, whoever owes an answer is reminded, and again. */
  remindHours: readonly [number, number];
  /** So long after they last did something, who is owed an answer gets one line that keeps the door open. */
  keepOpenHours: number;
}

/** The platform's published rules, where the office's own data name none. */
const publishedRules: readonly WindowRule[] = [
  { from: '2023-01-01', freeHours: 48, paidHours: 168, remindHours: [24, 6], keepOpenHours: 40 },
];

/** How long a person can be written to: `free`, then `paid`, then `closed` until they write again. */
export interface MessageWindow {
  state: 'free' | 'paid' | 'closed';
  freeUntil: number;
  paidUntil: number;
  /** When whoever owes an answer is reminded; none outside any rule. */
  remindAt: readonly number[];
  keepOpenAt: number;
}

const shut: MessageWindow = { state: 'closed', freeUntil: 0, paidUntil: 0, remindAt: [], keepOpenAt: 0 };

export type WindowAt = (lastInteractionAt: number | null, now: number) => MessageWindow;

/** The window by the rules in force at `now`. Who never did anything cannot be written to. Pure. */
export function createWindow(rules: readonly WindowRule[] = publishedRules): WindowAt {
  const byDay = rules
    .map((rule) => ({ ...rule, fromAt: Date.parse(`${rule.from}T00:00:00+07:00`) }))
    .sort((a, b) => b.fromAt - a.fromAt);
  return (lastInteractionAt, now) => {
    const rule = byDay.find(({ fromAt }) => fromAt <= now);
    if (lastInteractionAt === null || !rule) return shut;
    const freeUntil = lastInteractionAt + rule.freeHours * hourMs;
    const paidUntil = lastInteractionAt + rule.paidHours * hourMs;
    return {
      state: now < freeUntil ? 'free' : now < paidUntil ? 'paid' : 'closed',
      freeUntil,
      paidUntil,
      remindAt: rule.remindHours.map((hours) => freeUntil - hours * hourMs),
      keepOpenAt: lastInteractionAt + rule.keepOpenHours * hourMs,
    };
  };
}

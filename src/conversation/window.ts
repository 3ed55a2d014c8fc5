import { hourMs } from '../durations.ts';

/** What the platform allows after a person's last activity, from a day on (yyyy-mm-dd, Việt Nam). */
export interface WindowRule {
  from: string;
  /**
   * Counted from the last activity. The number of messages within it is not limited here: Zalo publishes no limit
   * now.
   */
  freeHours: number;
  paidHours: number;
  /**
   * Hours before the end of the free time at which the member who owes an answer gets a first and a second reminder.
   */
  remindHours: readonly [number, number];
  /**
   * Hours after the last activity at which a resident who waits for an answer is asked whether they still need it;
   * their tap reopens the window.
   */
  keepOpenHours: number;
}

/** The platform's published rules, for an office whose data has none. */
const publishedRules: readonly WindowRule[] = [
  { from: '2023-01-01', freeHours: 48, paidHours: 168, remindHours: [24, 6], keepOpenHours: 40 },
];

/** How long we can write to a person: `free`, then `paid`, then `closed` until they write again. */
export interface MessageWindow {
  state: 'free' | 'paid' | 'closed';
  freeUntil: number;
  paidUntil: number;
  /** When the member who owes an answer gets reminders (epoch ms); empty outside any rule. */
  remindAt: readonly number[];
  keepOpenAt: number;
}

const shut: MessageWindow = { state: 'closed', freeUntil: 0, paidUntil: 0, remindAt: [], keepOpenAt: 0 };

export type WindowAt = (lastInteractionAt: number | null, now: number) => MessageWindow;

/** The window by the rules in force at `now`. A person who never wrote has a closed window. Pure. */
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

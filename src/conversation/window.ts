const hourMs = 60 * 60_000;

/** What the platform allows since a person last did something, from a day on (yyyy-mm-dd, Việt Nam). */
export interface WindowRule {
  from: string;
  freeHours: number;
  paidHours: number;
}

/** The platform's published rules; an operator adds a line when they change. */
export const publishedRules: readonly WindowRule[] = [{ from: '2023-01-01', freeHours: 48, paidHours: 168 }];

/** How long a person can be written to: `free`, then `paid`, then `closed` until they write again. */
export interface MessageWindow {
  state: 'free' | 'paid' | 'closed';
  freeUntil: number;
  paidUntil: number;
}

export type WindowAt = (lastInteractionAt: number | null, now: number) => MessageWindow;

/** The window by the rules in force at `now`. Who never did anything cannot be written to. Pure. */
export function createWindow(rules: readonly WindowRule[] = publishedRules): WindowAt {
  const byDay = rules
    .map((rule) => ({ ...rule, fromAt: Date.parse(`${rule.from}T00:00:00+07:00`) }))
    .sort((a, b) => b.fromAt - a.fromAt);
  return (lastInteractionAt, now) => {
    const rule = byDay.find(({ fromAt }) => fromAt <= now);
    if (lastInteractionAt === null || !rule) return { state: 'closed', freeUntil: 0, paidUntil: 0 };
    const freeUntil = lastInteractionAt + rule.freeHours * hourMs;
    const paidUntil = lastInteractionAt + rule.paidHours * hourMs;
    return { state: now < freeUntil ? 'free' : now < paidUntil ? 'paid' : 'closed', freeUntil, paidUntil };
  };
}

import type { BotContext } from '../flow/bot-context.ts';

/** Number of variants of each text in `bot.yaml`: `emergency.stay_1`, `emergency.stay_2`, … */
const ways = { silence: 2, forgiven: 2, children: 2, whom: 2, stay: 4, wait: 3 };

/** The least recently used variant, so that a resident in danger does not read the same text twice. */
export function nextWords(ctx: BotContext, group: keyof typeof ways): string {
  const keys = Array.from({ length: ways[group] }, (_, at) => `emergency.${group}_${at + 1}` as const);
  const { lastAt } = ctx.state;
  const key = keys.reduce((one, other) => ((lastAt[other] ?? 0) < (lastAt[one] ?? 0) ? other : one));
  ctx.mark(key);
  return key;
}

import type { EmergencyKind } from '../../content/schema/emergencies.ts';
import { hourMs } from '../../durations.ts';
import type { BotContext } from '../flow/bot-context.ts';
import type { FollowUp } from './follow-up.ts';

/** Number of variants of each text in `bot.yaml`: `emergency.stay_1`, `emergency.stay_2`, … */
const ways = { silence: 2, forgiven: 2, children: 2, whom: 2, stay: 4, wait: 4, hope: 4, hope_children: 1 };

type Group = keyof typeof ways;

/** What may follow once the resident has read every variant of a group. */
const afterwards: Partial<Record<Group, Group>> = {
  silence: 'hope',
  forgiven: 'stay',
  children: 'stay',
  hope_children: 'hope',
  whom: 'wait',
};

/** The texts for a follow-up: advice against a violent person helps nobody who has had a stroke or wants to die. */
export function groupOf(step: FollowUp, person: EmergencyKind['person']): Group {
  if (step === 'silence' || step === 'whom') return step;
  if (person === 'violence') return step;
  if (person === 'self-harm') return step === 'children' ? 'hope_children' : 'hope';
  return 'wait';
}

/**
 * A variant that the resident has not read within the hour; if they have read all, the least recent one. A resident in
 * danger does not read the same text twice.
 */
export function nextWords(ctx: BotContext, group: Group): `emergency.${string}` {
  const keys = [group, ...(afterwards[group] ? [afterwards[group]] : [])].flatMap(keysOf);
  const saidAt = (key: (typeof keys)[number]) => ctx.state.lastAt[key] ?? 0;
  const unread = keys.find((key) => ctx.now - saidAt(key) >= hourMs);
  const key = unread ?? keys.reduce((one, other) => (saidAt(other) < saidAt(one) ? other : one));
  ctx.mark(key);
  return key;
}

function keysOf(group: Group) {
  return Array.from({ length: ways[group] }, (_, at) => `emergency.${group}_${at + 1}` as const);
}

import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { type EmergencyCall, emergency } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';
import { type FollowUp, readFollowUp } from './follow-up.ts';

/** Within this time after an emergency, what the resident writes still belongs to it. */
const followUpMs = 60 * 60_000;
const markPrefix = 'emergency-';
/** Kinds that a scammer is mistaken for: "a guy is controlling my computer right now". */
const byStrangers: ReadonlySet<string> = new Set(['crime', 'violence']);

/** The mark for when the bot last told the resident what to do in a kind of emergency. */
export function emergencyMark(kind: string): `emergency-${string}` {
  return `${markPrefix}${kind}`;
}

/**
 * The answer to a message that surely tells of an emergency. It comes before anything else, whatever flow is open.
 * The bot does not repeat within the hour what the resident has read.
 */
export function emergencyCall(understanding: Understanding, talk: Talk): IntentCall | undefined {
  const { level, kind, others } = understanding.emergency;
  if (level !== 'sure' || kind === undefined || isRatherScam(understanding)) return undefined;
  const toldAt = talk.state.lastAt[emergencyMark(kind)];
  const isTold = toldAt !== undefined && talk.now - toldAt < followUpMs;
  if (isTold) return emergency.call('in-danger', readFollowUp(understanding) ?? 'stay', { kind });
  return helpCall(kind, others);
}

/**
 * A sure scam wins over a crime or violence that no reviewed cue names. Never a scammer's threat: it may be carried
 * out.
 */
function isRatherScam({ emergency: { kind = '', hasCue }, scam }: Understanding): boolean {
  return !hasCue && byStrangers.has(kind) && scam?.level === 'sure' && scam.stage !== 'threatened';
}

/** Tells whom to call and what to do. */
export function helpCall(kind: string, others: readonly string[]): EmergencyCall {
  return emergency.call('in-danger', 'help', { kind, ...(others.length > 0 && { others: [...others] }) });
}

/** The answer to a message that follows up an emergency of the last hour: "anh ấy xin lỗi rồi", "tôi sợ lắm". */
export function followUpCall(understanding: Understanding, talk: Talk): EmergencyCall | undefined {
  const step = readFollowUp(understanding);
  return step && recentEmergencyCall(talk, step);
}

/** The answer to an unclear message within the hour after an emergency; undefined when there was none. */
export function recentEmergencyCall(talk: Talk, step: FollowUp = 'stay'): EmergencyCall | undefined {
  const kind = recentKind(talk);
  return kind === undefined ? undefined : emergency.call('in-danger', step, { kind });
}

function recentKind({ state, now }: Talk): string | undefined {
  const [latest] = Object.entries(state.lastAt)
    .filter(([mark, at = 0]) => mark.startsWith(markPrefix) && now - at < followUpMs)
    .sort(([, a = 0], [, b = 0]) => b - a);
  return latest?.[0].slice(markPrefix.length);
}

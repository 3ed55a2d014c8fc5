import type { EmergencyKind } from '../../content/schema/emergencies.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { dangerTopic, type OpenTicketFlow } from '../handoff/open-ticket.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { asksForSilence, type FollowUp, readFollowUp } from './follow-up.ts';
import { fillNumbers, showHelpLines } from './help-lines.ts';
import { nextWords } from './next-words.ts';

export const emergencyIntent = 'in-danger';

/** For this long what they write is heard as coming from the same danger. */
const followUpMs = 60 * 60_000;
/** When somebody was last told what to do about a kind of emergency, by `lastAt`. */
const toldKey = 'emergency-';

interface EmergencyParts {
  directory: TopicDirectory;
  classifier: Pick<Classifier, 'detectEmergency'>;
  openTicket: OpenTicketFlow;
}

/**
 * Says whom to call and one thing to do, before anything else; then has a person told where that helps. What follows
 * within the hour goes on from there, in other words each time. Who wants nobody told gets ways that keep it so.
 */
export function createEmergency({ directory, classifier, openTicket }: EmergencyParts): IntentHandler {
  const kindOf = (id: string | undefined): EmergencyKind | undefined => directory.emergencies[id ?? ''];

  const tell = async (ctx: BotContext, id: string, kind: EmergencyKind): Promise<void> => {
    ctx.remember({ lastAt: { ...ctx.state.lastAt, [toldKey + id]: ctx.now } });
    const isSilent = kind.person && asksForSilence(ctx.message.text);
    const closing = isSilent ? 'emergency.silence' : kind.person ? 'emergency.told' : 'emergency.closing';
    const instructions = kind.next.map((line) => `- ${fillNumbers(directory, line)}`).join('\n');
    const numbers = showHelpLines(directory, kind.call);
    const words = [
      `${fillNumbers(directory, kind.first)}\n${numbers}`,
      instructions,
      ctx.t(closing, { call: numberOf(kind) }),
    ];
    ctx.say(words.join('\n\n'), { outcome: kind.person ? 'handoff' : 'answer' });
    if (kind.person && !isSilent) await tellPerson(ctx, id);
  };
  const tellPerson = (ctx: BotContext, id: string) =>
    openTicket(ctx, {
      kind: 'question',
      cause: id === 'suicide' || id === 'self-harm' ? 'self-harm' : 'violence',
      topic: dangerTopic,
      urgent: true,
    });
  const numberOf = ({ call }: EmergencyKind) => directory.local.helpLines[call[0] ?? '']?.call ?? '';

  const goOn = async (ctx: BotContext, step: FollowUp, kind: EmergencyKind): Promise<void> => {
    if (step === 'silence') await callOff(ctx);
    const group = step === 'stay' && !kind.person ? 'wait' : step;
    ctx.say(
      ctx.t(nextWords(ctx, group), {
        call: numberOf(kind),
        lines: showHelpLines(directory, kind.call),
        children: directory.local.helpLines.children?.call ?? '',
      }),
      { outcome: 'handoff' },
    );
  };

  return {
    topic: 'human',
    intents: [emergencyIntent],
    recognises: (ctx) => urgentCall(classifier, ctx) ?? followUpCall(ctx),
    async handle(ctx, { step, data }) {
      const kind = kindOf(data.kind);
      if (!kind || !data.kind) return;
      if (step === undefined) return tell(ctx, data.kind, kind);
      await goOn(ctx, step as FollowUp, kind);
    },
    accepts: () => false,
  };
}

/** The matter that was opened for them is theirs to end. */
async function callOff({ tickets }: BotContext): Promise<void> {
  const open = (await tickets.listOpen()).filter(({ topic }) => topic === dangerTopic);
  for (const { number } of open) await tickets.withdraw(number);
}

function followUpCall(ctx: BotContext): IntentCall | undefined {
  const step = readFollowUp(ctx.message.text);
  return step && recentDangerCall(ctx, step);
}

/** The answer to what is unclear so soon after somebody was told what to do; undefined when nobody was. */
export function recentDangerCall(ctx: BotContext, step: FollowUp = 'stay'): IntentCall | undefined {
  const kind = recentKind(ctx);
  return kind === undefined ? undefined : { intent: emergencyIntent, step, data: { kind } };
}

function recentKind({ state, now }: BotContext): string | undefined {
  const [latest] = Object.entries(state.lastAt)
    .filter(([key, at]) => key.startsWith(toldKey) && now - at < followUpMs)
    .sort(([, a], [, b]) => b - a);
  return latest?.[0].slice(toldKey.length);
}

/**
 * What a message that surely tells of an emergency is answered with, before anything else it says. What was told within
 * the hour is not told again.
 */
export function urgentCall(
  { detectEmergency }: Pick<Classifier, 'detectEmergency'>,
  ctx: BotContext,
): IntentCall | undefined {
  const { level, kind } = detectEmergency?.(ctx.message.text) ?? { level: 'none' };
  if (level !== 'sure' || kind === undefined) return undefined;
  const toldAt = ctx.state.lastAt[toldKey + kind];
  const isTold = toldAt !== undefined && ctx.now - toldAt < followUpMs;
  const step = isTold ? (readFollowUp(ctx.message.text) ?? 'stay') : undefined;
  return { intent: emergencyIntent, step, data: { kind } };
}

import type { EmergencyKind } from '../../content/schema/emergencies.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { addressValues } from '../../conversation/address-values.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { emergency } from '../flow/flow-shapes.ts';
import { dangerTopic, type OpenTicketFlow } from '../handoff/open-ticket.ts';
import { emergencyCall, emergencyMark, followUpCall } from './emergency-call.ts';
import { chooseFirstWords } from './first-words.ts';
import { asksForSilence, type FollowUp } from './follow-up.ts';
import { fillNumbers, showHelpLines } from './help-lines.ts';
import { groupOf, nextWords } from './next-words.ts';

interface EmergencyParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

interface Told {
  id: string;
  kind: EmergencyKind;
  others: readonly string[];
}

/**
 * Says whom to call and one thing to do, before anything else; then opens a ticket where that helps. Follow-ups
 * within the hour continue from there, in other words each time. A resident who wants it kept secret gets advice that
 * keeps it so.
 */
export function createEmergency({ directory, openTicket }: EmergencyParts): Flow {
  const numberOf = (name = '') => directory.local.helpLines[name]?.call ?? '';

  const tell = async (ctx: BotContext, { id, kind, others }: Told): Promise<void> => {
    ctx.mark(emergencyMark(id));
    const isSilent = kind.person !== undefined && asksForSilence(ctx.message.text);
    const closing = isSilent ? 'emergency.silence' : kind.person ? 'emergency.told' : 'emergency.closing';
    const words = [
      ...instructions(ctx, directory, [id, ...others]),
      ctx.t(closing, { call: numberOf(kind.call[0]) }),
    ];
    ctx.say(words.join('\n\n'), { outcome: kind.person ? 'handoff' : 'answer' });
    if (!kind.person || isSilent) return;
    await openTicket(ctx, { kind: 'question', cause: kind.person, topic: dangerTopic, urgent: true });
  };

  const goOn = async (ctx: BotContext, step: FollowUp, kind: EmergencyKind): Promise<void> => {
    if (step === 'silence') await callOffTickets(ctx);
    const values = {
      call: numberOf(kind.call[0]),
      lines: showHelpLines(directory, kind.call),
      children: numberOf('children'),
    };
    ctx.say(ctx.t(nextWords(ctx, groupOf(step, kind.person)), values), { outcome: 'handoff' });
  };

  return createFlow(emergency, {
    name: 'emergency',
    topic: 'human',
    matches: (understanding, talk) => emergencyCall(understanding, talk) ?? followUpCall(understanding, talk),
    async handle(ctx, call) {
      if (call.step === undefined) return;
      const { kind: id, others = [] } = call.data;
      const kind = directory.emergencies[id];
      if (!kind) return;
      await (call.step === 'help' ? tell(ctx, { id, kind, others }) : goOn(ctx, call.step, kind));
    },
  });
}

/** The first line with the numbers, and the lines to read after it. */
function instructions(ctx: BotContext, directory: TopicDirectory, candidates: readonly string[]): string[] {
  const { emergencies } = directory;
  const fill = (text: string) => fillNumbers(directory, text, addressValues(ctx.state));
  const lineOf = ({ first, firstKnown }: EmergencyKind) =>
    fill(ctx.state.address && firstKnown ? firstKnown : first);
  const { fitting = '', call, first } = chooseFirstWords(candidates, emergencies);
  const kind = emergencies[fitting];
  const numbers = showHelpLines(directory, call);
  if (kind) return [`${lineOf(kind)}\n${numbers}`, kind.next.map((line) => `- ${fill(line)}`).join('\n')];
  const either = new Intl.ListFormat(ctx.state.language, { type: 'disjunction' }).format(
    first.map((name) => directory.local.helpLines[name]?.call ?? ''),
  );
  const each = candidates.flatMap((id) => emergencies[id] ?? []);
  return [
    `${ctx.t('emergency.unsure', { call: either })}\n${numbers}`,
    each.map((one) => `- ${one.name}: ${lineOf(one)}`).join('\n'),
  ];
}

/** The resident wants it kept secret: closes the tickets that the bot opened for them. */
async function callOffTickets({ tickets }: BotContext): Promise<void> {
  const open = (await tickets.listOpen()).filter(({ topic }) => topic === dangerTopic);
  for (const { number } of open) await tickets.withdraw(number);
}

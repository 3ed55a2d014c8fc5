import type { EmergencyKind } from '../../content/schema/emergencies.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { emergency } from '../flow/flow-shapes.ts';
import { dangerTopic, type OpenTicketFlow } from '../handoff/open-ticket.ts';
import { emergencyCall, emergencyMark, followUpCall } from './emergency-call.ts';
import { asksForSilence, type FollowUp } from './follow-up.ts';
import { fillNumbers, showHelpLines } from './help-lines.ts';
import { nextWords } from './next-words.ts';

interface EmergencyParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/**
 * Says whom to call and one thing to do, before anything else; then opens a ticket where that helps. Follow-ups
 * within the hour continue from there, in other words each time. A resident who wants it kept secret gets advice that
 * keeps it so.
 */
export function createEmergency({ directory, openTicket }: EmergencyParts): Flow {
  const numberOf = ({ call }: EmergencyKind) => directory.local.helpLines[call[0] ?? '']?.call ?? '';

  const tell = async (ctx: BotContext, id: string, kind: EmergencyKind): Promise<void> => {
    ctx.mark(emergencyMark(id));
    const isSilent = kind.person && asksForSilence(ctx.message.text);
    const closing = isSilent ? 'emergency.silence' : kind.person ? 'emergency.told' : 'emergency.closing';
    const words = [
      `${fillNumbers(directory, kind.first)}\n${showHelpLines(directory, kind.call)}`,
      kind.next.map((line) => `- ${fillNumbers(directory, line)}`).join('\n'),
      ctx.t(closing, { call: numberOf(kind) }),
    ];
    ctx.say(words.join('\n\n'), { outcome: kind.person ? 'handoff' : 'answer' });
    if (!kind.person || isSilent) return;
    const cause = id === 'suicide' || id === 'self-harm' ? 'self-harm' : 'violence';
    await openTicket(ctx, { kind: 'question', cause, topic: dangerTopic, urgent: true });
  };

  const goOn = async (ctx: BotContext, step: FollowUp, kind: EmergencyKind): Promise<void> => {
    if (step === 'silence') await callOffTickets(ctx);
    const group = step === 'stay' && !kind.person ? 'wait' : step;
    const values = {
      call: numberOf(kind),
      lines: showHelpLines(directory, kind.call),
      children: directory.local.helpLines.children?.call ?? '',
    };
    ctx.say(ctx.t(nextWords(ctx, group), values), { outcome: 'handoff' });
  };

  return createFlow(emergency, {
    name: 'emergency',
    topic: 'human',
    matches: (understanding, talk) => emergencyCall(understanding, talk) ?? followUpCall(understanding, talk),
    async handle(ctx, call) {
      if (call.step === undefined) return;
      const { kind: id } = call.data;
      const kind = directory.emergencies[id];
      if (!kind) return;
      await (call.step === 'help' ? tell(ctx, id, kind) : goOn(ctx, call.step, kind));
    },
  });
}

/** The resident wants it kept secret: closes the tickets that the bot opened for them. */
async function callOffTickets({ tickets }: BotContext): Promise<void> {
  const open = (await tickets.listOpen()).filter(({ topic }) => topic === dangerTopic);
  for (const { number } of open) await tickets.withdraw(number);
}

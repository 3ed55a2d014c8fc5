import type { TopicDirectory } from '../content/topic-directory.ts';
import { outOfScope } from '../nlu/classifier/decide.ts';
import { grievances } from '../nlu/signals/grievance.ts';
import { grievanceTopic } from '../ticket/model/confidential.ts';
import { fitButtons, questionButton, replyButton, saying } from './buttons.ts';
import type { BotContext } from './flow/bot-context.ts';
import { createFlow, type Flow } from './flow/flow.ts';
import { grievance } from './flow/flow-shapes.ts';
import type { OpenTicketFlow } from './handoff/open-ticket.ts';

interface GrievanceParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** A question that an answer covers with this probability is no complaint. */
const surelyAnswered = 0.8;
/** The answers of content about where a complaint goes, and the rights of who complains. */
const answers = ['complaint-where', 'complaint-rules', 'complaint-difference'];

/**
 * A complaint about a person: says which way is open, and offers to pass it on to the root team. The teams of the
 * resident's place may be the ones it is about, so they never see it.
 */
export function createGrievance({ directory, openTicket }: GrievanceParts): Flow {
  const { helpLines } = directory.local;
  const values = { city: helpLines['city-procedures']?.call ?? '', police: helpLines.police?.call ?? '' };

  function tell(ctx: BotContext, kind: (typeof grievances)[number]): void {
    ctx.mark('grievance');
    const pass = saying(
      'yes',
      replyButton(ctx.t('grievance.button'), grievance.call('grievance', 'pass-on')),
    );
    const questions = answers.flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
    const words = [ctx.t(`grievance.${kind}`, values), ctx.t('grievance.pass_on')];
    ctx.say(words.join('\n\n'), { buttons: fitButtons([pass], questions) });
  }

  return createFlow(grievance, {
    name: 'grievance',
    topic: 'human',
    matches({ grievance: kind, isQuestion, candidates }) {
      // "Tố cáo cán bộ thì có được giữ kín tên không?" has an answer of its own.
      const [best] = candidates;
      const isAnswered =
        best !== undefined && best.topic !== outOfScope && best.probability >= surelyAnswered;
      const asksHow = isQuestion && (isAnswered || answers.some((id) => id === best?.intent));
      return kind && !asksHow ? grievance.call('grievance', kind) : undefined;
    },
    async handle(ctx, { step }) {
      if (step === 'pass-on') {
        return openTicket(ctx, {
          kind: 'question',
          cause: 'grievance',
          topic: grievanceTopic,
          words: 'grievance.opened',
        });
      }
      const kind = grievances.find((one) => one === step);
      if (kind) tell(ctx, kind);
    },
  });
}

import type { TopicDirectory } from '../../content/topic-directory.ts';
import { parseYesNo } from '../../nlu/phrases/yes-no.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { announcesQuestion } from '../../nlu/text/politeness.ts';
import { fitButtons, menuButton, personButton, saying, topicButtons } from '../buttons.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';
import { waitingLines } from '../handoff/receipt-text.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { answeredLately, failedLately, noteFailure } from '../recent-turns.ts';

/** "Alo", and "có ai không" after it: the second time they are not greeted again. */
const againMs = 2 * 60_000;
/** "?", "...": somebody who waits, or does not know what to write. */
const nudge = /^[\s?!.,…]*[?!.…][\s?!.,…]*$/;

/** Greetings, thanks, goodbyes, questions about the bot itself, complaints and a bare "ok". Twice angry brings a person. */
export function createSmallTalk(directory: TopicDirectory, openTicket: OpenTicketFlow): IntentHandler {
  const oa = directory.local.office.name;
  /** Answered in words, so that a sticker sent along needs no second line. */
  const note = (ctx: BotContext, what: 'greeting' | 'thanks') =>
    ctx.remember({ lastAt: { ...ctx.state.lastAt, [what]: ctx.now } });
  const replies: Record<string, (ctx: BotContext) => Promise<void> | void> = {
    async greeting(ctx) {
      const words = ctx.now - (ctx.state.lastAt.greeting ?? 0) < againMs ? 'nudge.text' : 'greeting.text';
      note(ctx, 'greeting');
      const buttons = fitButtons(topicButtons(directory), [personButton(ctx)]);
      ctx.say(await withWaiting(ctx, ctx.t(words)), { buttons, outcome: 'smalltalk' });
    },
    thanks(ctx) {
      note(ctx, 'thanks');
      ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' });
    },
    goodbye(ctx) {
      note(ctx, 'thanks');
      ctx.say(ctx.t('goodbye.text'), { outcome: 'smalltalk' });
    },
    async nudge(ctx) {
      const words = answeredLately(ctx) ? 'nudge.after_answer' : 'nudge.text';
      ctx.say(await withWaiting(ctx, ctx.t(words)), {
        buttons: [personButton(ctx), menuButton(ctx)],
        outcome: 'smalltalk',
      });
    },
    acknowledge: (ctx) => ctx.say(ctx.t('acknowledge.text'), { outcome: 'smalltalk' }),
    'who-are-you': (ctx) =>
      ctx.say(ctx.t('who_are_you.text', { oa }), {
        buttons: [menuButton(ctx), personButton(ctx)],
        outcome: 'smalltalk',
      }),
    complaint(ctx) {
      if (failedLately(ctx)) return openTicket(ctx, { kind: 'question', cause: 'angry' });
      noteFailure(ctx);
      return ctx.say(ctx.t('complaint.text'), {
        buttons: [saying('yes', personButton(ctx)), menuButton(ctx)],
        outcome: 'smalltalk',
      });
    },
  };
  return {
    topic: 'smalltalk',
    intents: Object.keys(replies),
    recognises({ message }) {
      if (nudge.test(message.text)) return { intent: 'nudge', data: {} };
      const folded = foldText(message.text);
      if (announcesQuestion(folded)) return { intent: 'greeting', data: {} };
      return parseYesNo(folded) && { intent: 'acknowledge', data: {} };
    },
    handle: (ctx: BotContext, call: IntentCall) => replies[call.intent]?.(ctx),
  };
}

/** Who calls while they wait for somebody first hears of that. */
async function withWaiting(ctx: BotContext, text: string): Promise<string> {
  const lines = await waitingLines(ctx);
  return [lines.join('\n'), text].filter(Boolean).join('\n\n');
}

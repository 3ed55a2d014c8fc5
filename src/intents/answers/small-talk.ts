import type { TopicDirectory } from '../../content/topic-directory.ts';
import { fitButtons, menuButton, personButton, saying, topicButtons } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { smallTalk } from '../flow/flow-shapes.ts';
import { answeredLately, failedLately } from '../flow/talk.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';
import { waitingLines } from '../handoff/receipt-text.ts';
import { noteFailure } from '../note-failure.ts';

/** "Alo", then "có ai không": the bot does not greet twice within this time. */
const againMs = 2 * 60_000;

/**
 * Greetings, thanks, goodbyes, questions about the bot itself, complaints and a bare "ok". A second complaint brings
 * a person.
 */
export function createSmallTalk(directory: TopicDirectory, openTicket: OpenTicketFlow): Flow {
  const oa = directory.local.office.name;
  const replies: Record<(typeof smallTalk.intents)[number], (ctx: BotContext) => Promise<void> | void> = {
    async greeting(ctx) {
      const words = ctx.now - (ctx.state.lastAt.greeting ?? 0) < againMs ? 'nudge.text' : 'greeting.text';
      // Mark the greeting, so that a sticker sent along gets no second line.
      ctx.mark('greeting');
      const buttons = fitButtons(topicButtons(directory), [personButton(ctx)]);
      ctx.say(await withWaiting(ctx, ctx.t(words)), { buttons, outcome: 'smalltalk' });
    },
    thanks(ctx) {
      ctx.mark('thanks');
      ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' });
    },
    goodbye(ctx) {
      ctx.mark('thanks');
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
  return createFlow(smallTalk, {
    name: 'small-talk',
    topic: 'smalltalk',
    matches({ isNudge, announcesQuestion, yesNo, withdrawal, thanksForDone }) {
      if (thanksForDone) return smallTalk.call('thanks');
      if (isNudge) return smallTalk.call('nudge');
      if (announcesQuestion) return smallTalk.call('greeting');
      return yesNo && !withdrawal ? smallTalk.call('acknowledge') : undefined;
    },
    handle: (ctx, { intent }) => replies[intent](ctx),
  });
}

/** A resident who writes while they wait for a person first reads about that ticket. */
async function withWaiting(ctx: BotContext, text: string): Promise<string> {
  const lines = await waitingLines(ctx);
  return [lines.join('\n'), text].filter(Boolean).join('\n\n');
}

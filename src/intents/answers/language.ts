import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Language } from '../../i18n.ts';
import { fitButtons, personButton, topicButtons } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { language as languageShape } from '../flow/flow-shapes.ts';

const languageOf: Record<string, Language> = { 'english-please': 'en', 'vietnamese-please': 'vi' };

/** Changes the language of the conversation when the resident asks for it. */
export function createLanguage(directory: TopicDirectory): Flow {
  return createFlow(languageShape, {
    name: 'language',
    topic: 'smalltalk',
    matches: ({ languageWish }) =>
      languageWish && languageShape.call(languageWish === 'en' ? 'english-please' : 'vietnamese-please'),
    handle(ctx, call) {
      const language = languageOf[call.intent] ?? 'vi';
      ctx.remember({ language, languageAsked: true });
      ctx.unmark('english-noticed');
      ctx.say(ctx.t('language.switched'), {
        buttons: fitButtons(topicButtons(directory.in(language)), [personButton(ctx)]),
        outcome: 'smalltalk',
      });
    },
  });
}

/** Only a Vietnamese message of at least this many words switches back; a name in Vietnamese does not. */
const plainWords = 5;

/** Switches to the language that the resident clearly writes in, unless they asked for another one. */
export function noticeLanguage(ctx: BotContext): void {
  const { text, language } = ctx.understanding;
  if (language === undefined || language === ctx.state.language || ctx.state.languageAsked) return;
  if (language === 'en') {
    ctx.remember({ language });
    ctx.mark('english-noticed');
  } else if (text.trim().split(/\s+/).length >= plainWords) {
    ctx.remember({ language });
    ctx.unmark('english-noticed');
  }
}

/** The line that tells how to go back, once after the bot noticed English. */
export function wayBack(ctx: BotContext): string | undefined {
  if (ctx.state.lastAt['english-noticed'] === undefined) return undefined;
  ctx.unmark('english-noticed');
  return ctx.t('language.way_back');
}

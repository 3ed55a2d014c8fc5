import type { Language } from '../i18n.ts';
import { foldText } from '../nlu/fold-text.ts';
import { fitButtons, personButton, topicButtons } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import { languageOfText } from './language-of-text.ts';
import type { TopicDirectory } from './topic-directory.ts';

const languageOf: Record<string, Language> = { 'english-please': 'en', 'vietnamese-please': 'vi' };

/** Nothing but the name of a language, folded. */
const names: Record<string, string> = {
  english: 'english-please',
  'english please': 'english-please',
  'tieng anh': 'english-please',
  'tieng viet': 'vietnamese-please',
  vietnamese: 'vietnamese-please',
  'vietnamese please': 'vietnamese-please',
};

/** Changes the language of the conversation for whoever asks for it. */
export function createLanguage(directory: TopicDirectory): IntentHandler {
  return {
    topic: 'smalltalk',
    intents: Object.keys(languageOf),
    recognises({ message }) {
      const intent = names[foldText(message.text, 30)];
      return intent === undefined ? undefined : { intent, data: {} };
    },
    handle(ctx: BotContext, call: IntentCall) {
      const language = languageOf[call.intent] ?? 'vi';
      ctx.remember({ language, languageAsked: true, lastAt: withoutMark(ctx) });
      ctx.say(ctx.t('language.switched'), {
        buttons: fitButtons(topicButtons(directory.in(language)), [personButton(ctx)]),
        outcome: 'smalltalk',
      });
    },
  };
}

/** The name under which it is remembered that English was noticed and the way back is not told yet. */
const noticed = 'english-noticed';
/** A name or two in Vietnamese is no wish to go back to it. */
const plainWords = 5;

/** Goes over to the language that somebody plainly writes in, unless they asked for another one. */
export function noticeLanguage(ctx: BotContext): void {
  const { text } = ctx.message;
  const language = languageOfText(text);
  if (language === undefined || language === ctx.state.language || ctx.state.languageAsked) return;
  if (language === 'en') {
    ctx.remember({ language, lastAt: { ...ctx.state.lastAt, [noticed]: ctx.now } });
  } else if (text.trim().split(/\s+/).length >= plainWords) {
    ctx.remember({ language, lastAt: withoutMark(ctx) });
  }
}

/** Once after English was noticed: the line that tells how to go back. */
export function wayBack(ctx: BotContext): string | undefined {
  if (ctx.state.lastAt[noticed] === undefined) return undefined;
  ctx.remember({ lastAt: withoutMark(ctx) });
  return ctx.t('language.way_back');
}

function withoutMark({ state }: BotContext): Record<string, number> {
  const { [noticed]: _, ...rest } = state.lastAt;
  return rest;
}

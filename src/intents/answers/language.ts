import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Language } from '../../i18n.ts';
import { languageOfText } from '../../nlu/text/detect-language.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { fitButtons, personButton, topicButtons } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';

const languageOf: Record<string, Language> = { 'english-please': 'en', 'vietnamese-please': 'vi' };

const names: [RegExp, string][] = [
  [/\b(?:english|tieng anh)\b/, 'english-please'],
  [/\b(?:vietnamese|tieng viet)\b/, 'vietnamese-please'],
];
/** What stands around the name of a language in a wish for it, folded. */
const aroundName = new Set(
  `a an answer anh back bang can change chi chuyen cho da di doi do dung duoc go i in khong language me nhe no noi
  please reply sang speak switch talk the thoi tieng to toi tra loi use version viet voi want with write xin you`.split(
    /\s+/,
  ),
);
const longestWish = 60;

/** The wish for a language that a text is, if it is nothing but one: "answer in English please", "tiếng Việt". */
function wishedIn(text: string): string | undefined {
  const folded = foldText(text, longestWish + 1);
  if (folded.length > longestWish) return undefined;
  const named = names.filter(([name]) => name.test(folded));
  const [name, intent] = named[0] ?? [];
  if (!name || named.length > 1) return undefined;
  const rest = folded.replace(name, ' ').split(' ').filter(Boolean);
  return rest.every((word) => aroundName.has(word)) ? intent : undefined;
}

/** Changes the language of the conversation for whoever asks for it. */
export function createLanguage(directory: TopicDirectory): IntentHandler {
  return {
    topic: 'smalltalk',
    intents: Object.keys(languageOf),
    recognises({ message }) {
      const intent = wishedIn(message.text);
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

import { noticeLanguage, wayBack } from './answers/language.ts';
import type { Intents } from './bot.ts';
import type { OpenContext } from './intent-handler.ts';
import { createIntents, type IntentParts } from './registry.ts';

/** The bot's mind in every language: each conversation is answered by the handlers with the words of its own. */
export function createIntentsInLanguages(parts: IntentParts): Intents {
  const vi = createIntents(parts);
  const byLanguage = { vi, en: createIntents({ ...parts, directory: parts.directory.in('en') }) };
  const mindOf = ({ ctx }: OpenContext) => byLanguage[ctx.state.language];
  const hear = (open: OpenContext) => {
    noticeLanguage(open.ctx);
    return mindOf(open);
  };

  return {
    fold: vi.fold,
    topicOf: vi.topicOf,
    stepAccepts: vi.stepAccepts,
    call: (open, call) => mindOf(open).call(open, call),
    async ask(open) {
      await hear(open).ask(open);
      sayBelow(open, wayBack(open.ctx));
    },
    warn: (open) => hear(open).warn(open),
    besidePerson: (open, matter) => hear(open).besidePerson(open, matter),
    isCourtesy: (open) => mindOf(open).isCourtesy(open),
    media: (open) => mindOf(open).media(open),
    welcome: (open) => mindOf(open).welcome(open),
    contactShared: (open) => mindOf(open).contactShared(open),
    missedCall: (open) => mindOf(open).missedCall(open),
  };
}

/** Adds a line to the last text of the turn. */
function sayBelow({ drafts }: OpenContext, line: string | undefined): void {
  const last = drafts.findLast(({ content }) => content.kind === 'text');
  if (line && last?.content.kind === 'text') {
    last.content = { ...last.content, text: `${last.content.text}\n\n${line}` };
  }
}

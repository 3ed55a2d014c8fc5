import { noticeLanguage, wayBack } from './answers/language.ts';
import type { Bot } from './bot.ts';
import type { OpenContext } from './intent-handler.ts';
import { createBot, type IntentParts } from './registry.ts';

/** The bot's mind in every language: each conversation is answered by the handlers with the words of its own. */
export function createBilingualBot(parts: IntentParts): Bot {
  const vi = createBot(parts);
  const byLanguage = { vi, en: createBot({ ...parts, directory: parts.directory.in('en') }) };
  const botOf = ({ ctx }: OpenContext) => byLanguage[ctx.state.language];
  const botFor = (open: OpenContext) => {
    noticeLanguage(open.ctx);
    return botOf(open);
  };

  return {
    fold: vi.fold,
    topicOf: vi.topicOf,
    stepAccepts: vi.stepAccepts,
    call: (open, call) => botOf(open).call(open, call),
    async ask(open) {
      await botFor(open).ask(open);
      sayBelow(open, wayBack(open.ctx));
    },
    warn: (open) => botFor(open).warn(open),
    assistInHumanLane: (open, ticket) => botFor(open).assistInHumanLane(open, ticket),
    isCourtesy: (open) => botOf(open).isCourtesy(open),
    media: (open) => botOf(open).media(open),
    welcome: (open) => botOf(open).welcome(open),
    contactShared: (open) => botOf(open).contactShared(open),
    missedCall: (open) => botOf(open).missedCall(open),
  };
}

/** Adds a line to the last text of the turn. */
function sayBelow({ drafts }: OpenContext, line: string | undefined): void {
  const last = drafts.findLast(({ content }) => content.kind === 'text');
  if (line && last?.content.kind === 'text') {
    last.content = { ...last.content, text: `${last.content.text}\n\n${line}` };
  }
}

import { noticeLanguage, wayBack } from './answers/language.ts';
import type { Bot } from './bot.ts';
import { type BotParts, createBotReader } from './bot-reader.ts';
import type { OpenContext } from './flow/bot-context.ts';
import { createBelongsToTicket } from './handoff/belongs-to-ticket.ts';
import { tellBesideTicket } from './handoff/tell-beside-ticket.ts';
import { isIncomplete } from './is-incomplete.ts';
import { createLanguageBot } from './language-bot.ts';

/** Creates the bot. It reads messages and answers each conversation in its own language. */
export function createBot(parts: BotParts): Bot {
  const reader = createBotReader(parts);
  const byLanguage = {
    vi: createLanguageBot(parts, reader),
    en: createLanguageBot({ ...parts, directory: parts.directory.in('en') }, reader),
  };
  const botOf = ({ ctx }: OpenContext) => byLanguage[ctx.state.language];
  const botFor = (open: OpenContext) => {
    noticeLanguage(open.ctx);
    return botOf(open);
  };

  return {
    understand: reader.understand,
    readQuestion: reader.readQuestion,
    stepAccepts: reader.stepAccepts,
    topicOf: reader.topicOf,
    isIncomplete,
    tap: (open, meaning) => botOf(open).tap(open, meaning),
    continueStep: (open, step) => botOf(open).continueStep(open, step),
    async ask(open, question) {
      await botFor(open).ask(open, question);
      sayBelow(open, wayBack(open.ctx));
    },
    warn: (open) => botFor(open).warn(open),
    assistInHumanLane: (open, message) => botFor(open).assistInHumanLane(open, message),
    belongsToTicket: createBelongsToTicket(reader.topicOf),
    tellBesideTicket,
    isCourtesy: (open) => botOf(open).isCourtesy(open),
    media: (open, caption) => botOf(open).media(open, caption),
    welcome: (open) => botOf(open).welcome(open),
    contactShared: (open) => botOf(open).contactShared(open),
    missedCall: (open) => botOf(open).missedCall(open),
  };
}

/** Appends a line to the last text of the turn. */
function sayBelow({ drafts }: OpenContext, line: string | undefined): void {
  const last = drafts.findLast(({ content }) => content.kind === 'text');
  if (line && last?.content.kind === 'text') {
    last.content = { ...last.content, text: `${last.content.text}\n\n${line}` };
  }
}

import { foldInPlace } from '../../nlu/text/fold-in-place.ts';
import type { Step } from './buttons.ts';
import { isPolite, isWritten, type TicketCommand, ticketForms, toSyllables } from './command-words.ts';
import type { Command } from './commands.ts';

/** A command among polite words: "nhận luôn 103 nhé", "412 xong", "trả lại 107 giúp em", "hôm nay em bận". */
export interface LooseCommand {
  /** Undefined when the text may as well be meant for a resident: the bot asks. */
  command: Command | undefined;
  /** The button that does it. */
  suggestion: { step: Step; ticket?: number | undefined } | undefined;
  /** It may be a word of the member to themselves: the bot offers a note. */
  isMemo?: true;
}

/** Take effect at once; after a number they may also be words for the resident of that ticket. */
const atOnce: ReadonlySet<TicketCommand> = new Set(['give_back', 'pass_up', 'pause', 'wait', 'decline']);

/** Beginnings of what may be a command in other words; folded. */
const likely: [RegExp, Step | undefined][] = [
  [/^nhan (?:luon|viec|nhe|\d)/, 'claim'],
  [/^chuyen (?:luon |viec )?\d/, 'pass'],
  [/^tra lai/, 'give_back'],
  [/^(?:gui nham|nham roi|nham nguoi)/, 'wrong_send'],
  [/^ghi chu/, undefined],
  [/^tam dung/, 'pause'],
  [/^xong(?: (?:nhe|roi|viec|\d+))?$/, 'done'],
  [
    /^(?:ngay )?mai (?:em |toi |minh |chau )?(?:ban|nghi|khong truc)|^(?:ban|nghi) (?:ngay )?mai/,
    'away_tomorrow',
  ],
  [/^(?:hom nay (?:em |toi |minh |chau )?ban|ban (?:hom nay|den|ca ngay|roi))/, 'away_today'],
  [/^(?:hom nay (?:em |toi |minh |chau )?nghi|nghi truc)/, 'rest'],
  [/^(?:(?:hom nay|mai) (?:em |toi |minh |chau )?truc|truc (?:nhe|hom nay))/, 'on_duty'],
];
/** "Để tối tôi gọi". */
const memo =
  /^(?:(?:a|ok|thoi|da|vang) )*de (?:(?:toi|em|minh|chau|lat|mai|ngay|chieu|sang|trua|chut|ti|nay|nua) )+(?:goi|qua|gap|hoi|xem|lam|ghe)(?: |$)/;
const introduction = /^(?:(?:ok|oke|da|vang|a|e|em|toi|minh|chau|de|cho|thoi) )*/;
const maxWords = 7;

/** Reads a text that no exact command is. Undefined when it is text for a resident. Pure. */
export function readLooseCommand(text: string): LooseCommand | undefined {
  const syllables = toSyllables(text);
  return readAmongPoliteWords(syllables) ?? readLikely(syllables);
}

function readAmongPoliteWords(syllables: readonly string[]): LooseCommand | undefined {
  for (const { kind, syllables: form } of byLength) {
    for (let start = 0; start + form.length <= syllables.length; start += 1) {
      if (!isWritten(syllables.slice(start, start + form.length), form)) continue;
      const found = withRest(kind, syllables.slice(0, start), syllables.slice(start + form.length));
      if (found) return found;
    }
  }
  return undefined;
}

/** "không nhận" before "nhận". */
const byLength = [...ticketForms].sort((a, b) => b.syllables.length - a.syllables.length);

function withRest(
  kind: TicketCommand,
  before: readonly string[],
  after: readonly string[],
): LooseCommand | undefined {
  const rest = [...before, ...after];
  const numbers = rest.flatMap((one) => /^#?(\d{1,9})$/.exec(one)?.[1] ?? []);
  const isOnlyPolite = rest.every((one) => /^#?\d{1,9}$/.test(one) || isPolite(one));
  if (!isOnlyPolite || numbers.length > 1 || rest.length === 0) return undefined;
  const [digits] = numbers;
  const number = digits === undefined ? undefined : Number(digits);
  const isNumberFirst = before.some((one) => one === digits || one === `#${digits}`);
  const isSure = number !== undefined && !(isNumberFirst && atOnce.has(kind));
  return {
    command: isSure ? { kind, number } : undefined,
    suggestion: { step: kind, ticket: number },
  };
}

function readLikely(syllables: readonly string[]): LooseCommand | undefined {
  const plain = foldInPlace(syllables.join(' ')).replaceAll(/[^a-z\d]+/g, ' ');
  if (plain.split(' ').length > maxWords) return undefined;
  if (memo.test(`${plain} `)) return { command: undefined, suggestion: undefined, isMemo: true };
  const words = plain.replace(introduction, '');
  const found = likely.find(([pattern]) => pattern.test(words));
  if (!found) return undefined;
  const [, step] = found;
  return { command: undefined, suggestion: step && { step } };
}

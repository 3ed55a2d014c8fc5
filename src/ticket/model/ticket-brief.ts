import type { Transcript } from '../../database/ticket-tables.ts';
import { hourMs } from '../../durations.ts';
import { findBeneficiary } from '../../nlu/phrases/beneficiary.ts';
import { assents, speakers } from '../../nlu/phrases/lexicon.ts';
import { withoutWishForPerson } from '../../nlu/phrases/wants-person.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { knowsVillage } from './knows-village.ts';
import { saysSomething } from './says-something.ts';
import type { Ticket } from './ticket-edit.ts';

/** What the resident needs, computed from their own words and from the ticket. */
export interface TicketBrief {
  /** Their lines that say what they need, oldest first, in their own words; masked. */
  question: string[];
  /** For whom, when it is not themselves: "bố 80 tuổi". */
  forWhom: string | undefined;
  /** The first lines of the bot's answers: what was tried. */
  answered: string[];
  /** Names from the village up, without the root. */
  place: string[];
  wish: 'call' | 'message';
  /** What is still unknown; the texts are `operator:missing.<what>`. */
  missing: ('village' | 'phone' | 'question')[];
}

/** What the brief is computed from. */
type Source = Pick<
  Ticket,
  'summary' | 'created_at' | 'area_id' | 'village_text' | 'phone_encrypted' | 'kind'
>;

const maxLines = 3;
const maxLineLength = 300;
const aroundPlace: ReadonlySet<string> = new Set([
  ...speakers,
  ...assents,
  'o',
  'thon',
  'xom',
  'nha',
  'e',
  'c',
]);
const maxAroundPlace = 4;
/** Older lines belong to another talk. */
const sameTalkMs = 2 * hourMs;

/**
 * The only place that says what a ticket is about: the receipt, the member's card and the operators' view show it.
 * Pure.
 * @param added what the resident added since the ticket was opened, oldest first
 */
export function briefOf(
  ticket: Source,
  { roster, added }: { roster: Pick<Roster, 'tree'>; added: readonly string[] },
): TicketBrief {
  const path = ticket.area_id === null ? [] : roster.tree.pathOf(ticket.area_id);
  const places = path.filter(({ parentId }) => parentId !== undefined).map(({ name }) => name);
  const question = questionOf(ticket, added).filter((line) => !namesOnly(line, places));
  const missing: TicketBrief['missing'] = [];
  if (question.length === 0) missing.push('question');
  if (!knowsVillage(ticket, roster)) missing.push('village');
  if (ticket.phone_encrypted === null && ticket.kind === 'call-back') missing.push('phone');
  return {
    question,
    forWhom: findBeneficiary(question.join('\n')),
    answered: linesFrom(ticket, 'bot')
      .slice(-maxLines)
      .map((text) => text.split('\n')[0] ?? ''),
    place: [...(ticket.village_text === null ? [] : [ticket.village_text]), ...places],
    wish: ticket.kind === 'call-back' ? 'call' : 'message',
    missing,
  };
}

/** The lines of a ticket that say what the resident needs, before it was opened and since. Pure. */
export function questionOf(
  ticket: Pick<Source, 'summary' | 'created_at'>,
  added: readonly string[] = [],
): string[] {
  const since = added.filter((text) => !text.startsWith('#'));
  return [linesFrom(ticket, 'resident'), since]
    .flatMap((lines) => lines.map(withoutWishForPerson).filter(saysSomething).slice(-maxLines))
    .map(shorten);
}

/** "Nhà tôi ở thôn Đông": the place of the brief says it already. */
function namesOnly(line: string, places: readonly string[]): boolean {
  const folded = foldText(line);
  const name = places.map((place) => foldText(place)).find((place) => folded.endsWith(place));
  if (name === undefined) return false;
  const before = folded.slice(0, -name.length).trim().split(' ').filter(Boolean);
  return before.length <= maxAroundPlace && before.every((word) => aroundPlace.has(word));
}

function linesFrom(
  { summary, created_at }: Pick<Source, 'summary' | 'created_at'>,
  from: Transcript['messages'][number]['from'],
): string[] {
  return summary.messages
    .filter((message) => message.from === from && message.at > created_at - sameTalkMs)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && !text.startsWith('#'));
}

function shorten(text: string): string {
  return text.length > maxLineLength ? `${text.slice(0, maxLineLength - 1)}…` : text;
}

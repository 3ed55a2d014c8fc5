import type { Transcript } from '../../database/ticket-tables.ts';
import { hourMs } from '../../durations.ts';
import { findBeneficiary } from '../../nlu/phrases/beneficiary.ts';
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
  const question = questionOf(ticket, added);
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
  const before = linesFrom(ticket, 'resident').filter(saysSomething).slice(-maxLines);
  const since = added.filter((text) => !text.startsWith('#') && saysSomething(text)).slice(-maxLines);
  return [...before, ...since].map(shorten);
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

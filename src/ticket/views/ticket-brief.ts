import type { Transcript } from '../../database/ticket-tables.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { knowsVillage } from '../model/knows-village.ts';
import type { Ticket } from '../model/ticket-edit.ts';

/** What a new assignee reads first, built from stored data. */
export interface TicketBrief {
  /** The resident's messages before it was opened, oldest first, without taps on buttons. */
  asked: string[];
  /** The first lines of the bot's answers. */
  answered: string[];
  /** Names from the village up, without the root. */
  place: string[];
  /** What is still unknown; the texts are `operator:missing.<what>`. */
  missing: ('village' | 'phone' | 'question')[];
}

const maxLines = 3;
const maxLineLength = 300;

/** Pure. */
export function briefOf(
  ticket: Pick<Ticket, 'summary' | 'area_id' | 'village_text' | 'phone_encrypted' | 'kind'>,
  roster: Pick<Roster, 'tree'>,
): TicketBrief {
  const path = ticket.area_id === null ? [] : roster.tree.pathOf(ticket.area_id);
  const places = path.filter(({ parentId }) => parentId !== undefined).map(({ name }) => name);
  const asked = linesOf(ticket.summary, 'resident');
  const missing: TicketBrief['missing'] = [];
  if (asked.length === 0) missing.push('question');
  if (!knowsVillage(ticket, roster)) missing.push('village');
  if (ticket.phone_encrypted === null && ticket.kind === 'call-back') missing.push('phone');
  return {
    asked,
    answered: linesOf(ticket.summary, 'bot').map((text) => text.split('\n')[0] ?? ''),
    place: [...(ticket.village_text === null ? [] : [ticket.village_text]), ...places],
    missing,
  };
}

function linesOf({ messages }: Transcript, from: 'resident' | 'bot'): string[] {
  return messages
    .filter((message) => message.from === from && message.text.trim() !== '' && !message.text.startsWith('#'))
    .slice(-maxLines)
    .map(({ text }) => (text.length > maxLineLength ? `${text.slice(0, maxLineLength - 1)}…` : text));
}

import type { CannedReply } from '../content/schema/canned.ts';
import type { Dependencies } from '../dependencies.ts';
import { OperatorError } from '../errors.ts';
import type { CannedTicket } from '../member/relay/canned-replies.ts';
import { readTicket } from '../ticket/views/read-ticket.ts';

type CannedParts = Pick<Dependencies, 'database' | 'tickets' | 'canned' | 'clock'>;

/**
 * The canned replies that fit a ticket, filled in.
 * @throws OperatorError when no ticket has this number
 */
export async function listCanned(parts: CannedParts, number: number): Promise<CannedReply[]> {
  return parts.canned.listFor(await ticketOf(parts, number), parts.clock.now());
}

/**
 * The text of one canned reply, as it is sent.
 * @throws OperatorError when there is no such ticket or reply; the message lists the known ids
 */
export async function cannedText(parts: CannedParts, number: number, id: string): Promise<string> {
  const reply = parts.canned.find(id, await ticketOf(parts, number), parts.clock.now());
  if (reply) return reply.text;
  const ids = (await listCanned(parts, number)).map((one) => one.id);
  throw new OperatorError(`There is no canned reply "${id}". For ${number}: ${ids.join(', ') || 'none'}.`);
}

async function ticketOf({ database, tickets }: CannedParts, number: number): Promise<CannedTicket> {
  const details = await readTicket(database.db, number);
  if (!details) throw new OperatorError(`There is no follow-up ${number}.`);
  const { ticket } = details;
  const roster = await tickets.roster();
  const path = roster.tree
    .pathOf(ticket.area_id ?? undefined)
    .filter(({ parentId }) => parentId !== undefined);
  return {
    number,
    topic: ticket.topic,
    team: roster.findTeam(ticket.team_id)?.name,
    places: path.map(({ name }) => name),
    hasVillage: path[0]?.level === 'village',
    villageText: ticket.village_text,
  };
}

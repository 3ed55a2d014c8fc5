import { recordAudit } from '../../audit/audit-log.ts';
import { createMemberTickets, type MemberTickets } from '../../member/tickets/member-tickets.ts';
import type { Caller } from '../../ticket/permissions.ts';
import { refused, type TicketResult } from '../../ticket/result.ts';
import { actorOf, callerOf, type Viewer } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Form } from '../http/read-form.ts';
import { isInReach } from './reach.ts';
import { findSeenTicket } from './read-ticket-page.ts';

interface TicketAction {
  number: number;
  viewer: Viewer;
  form: Form;
  now: number;
}

type OwnAction = (tickets: MemberTickets, number: number, fields: Form['fields']) => Promise<TicketResult>;

/** What a member does with a ticket, as in Zalo. */
const ownActions: Record<string, OwnAction> = {
  claim: (tickets, number) => tickets.claim(number),
  decline: (tickets, number) => tickets.decline(number),
  release: (tickets, number) => tickets.release(number, 'given-back'),
  'pass-up': (tickets, number) => tickets.passUp(number),
  wait(tickets, number, fields) {
    const until = parseDay(fields.get('until') ?? '');
    return until === undefined ? tickets.waitForResident(number) : tickets.waitUntil(number, until);
  },
  reopen: (tickets, number) => tickets.reopen(number),
  note: (tickets, number, fields) => tickets.note(number, fields.get('text')?.trim() ?? ''),
  resolve: (tickets, number, fields) => tickets.resolve(number, fields.get('done') ?? ''),
};

/** The morning of a day that a date field names; undefined when it is left empty. */
function parseDay(day: string): number | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T08:00:00+07:00`) : undefined;
}

type LeadAction = (
  tickets: ConsoleParts['tickets'],
  command: { number: number; by: Caller },
  fields: Form['fields'],
) => Promise<TicketResult>;

/** What a lead decides about a ticket for others. */
const leadActions: Record<string, LeadAction> = {
  assign: (tickets, command, fields) => tickets.assign({ ...command, memberId: fields.get('member') ?? '' }),
  transfer: (tickets, command, fields) =>
    tickets.transfer({ ...command, teamId: fields.get('team') ?? '', ...reasonOf(fields) }),
  dismiss: (tickets, command, fields) => tickets.dismiss({ ...command, ...reasonOf(fields) }),
  merge: (tickets, command, fields) => tickets.merge({ ...command, into: Number(fields.get('into')) || 0 }),
};

function reasonOf(fields: Form['fields']): { text?: string } {
  const text = fields.get('text')?.trim();
  return text ? { text } : {};
}

/** Every action that a form of the page can order; also the keys of `console:said`. */
export const ticketActions: readonly string[] = [...Object.keys(ownActions), ...Object.keys(leadActions)];

/** Runs one action through the ticket service; the ticket rules decide whether the member may. */
export async function runTicketAction(
  parts: ConsoleParts,
  name: string,
  { number, viewer, form, now }: TicketAction,
): Promise<TicketResult> {
  const lead = leadActions[name];
  const by = callerOf(viewer);
  if (lead) {
    const refusal = await refusalOf(parts, viewer, { fields: form.fields, now });
    return refusal ?? lead(parts.tickets, { number, by }, form.fields);
  }
  const own = ownActions[name];
  if (!own) throw new Error(`no action ${name}`);
  const { memberId, operator } = viewer;
  if (operator) {
    if (name === 'reopen') return parts.tickets.reopen({ number, by });
    const text = form.fields.get('text')?.trim() ?? '';
    return name === 'note' ? parts.tickets.note({ number, by, text }) : refused('not-yours');
  }
  return withMemberTickets(parts, { memberId, now }, (tickets) => own(tickets, number, form.fields));
}

/**
 * The ticket rules let operators decide about every ticket; the console keeps a clerk to the own areas. The ticket
 * itself is in sight already.
 */
async function refusalOf(
  parts: ConsoleParts,
  viewer: Viewer,
  { fields, now }: { fields: Form['fields']; now: number },
): Promise<ReturnType<typeof refused> | undefined> {
  if (!viewer.operator) return undefined;
  const [memberId, into] = [fields.get('member'), fields.get('into')];
  const member = memberId && (await parts.roster.load(parts.db)).findMember(memberId);
  if (member && !isInReach(viewer, member)) return refused('not-in-reach');
  if (into !== undefined && !(await findSeenTicket(parts, Number(into), { viewer, now }))) {
    return refused('unknown-ticket');
  }
  return undefined;
}

/** Writes down that the viewer is about to see the resident's number: in the timeline and the audit log. */
export async function revealPhone(
  parts: ConsoleParts,
  { number, viewer, now }: { number: number; viewer: Viewer; now: number },
): Promise<TicketResult> {
  const { memberId, operator } = viewer;
  if (!operator) return withMemberTickets(parts, { memberId, now }, (tickets) => tickets.noteReveal(number));
  const result = await parts.tickets.noteReveal({ number, by: callerOf(viewer) });
  const entry = { actor: actorOf(viewer), action: 'phone-shown' as const, subject: number, now };
  if (result.kind === 'done') await recordAudit(parts.db, entry);
  return result;
}

interface MemberTransaction {
  memberId: string;
  now: number;
  /** Marks the messages that the member writes. */
  turnId?: number;
}

/** Runs a member's commands in one transaction, and what follows its commit. */
export async function withMemberTickets<T>(
  parts: ConsoleParts,
  { memberId, now, turnId }: MemberTransaction,
  work: (tickets: MemberTickets, trx: Parameters<typeof createMemberTickets>[1]['trx']) => Promise<T>,
): Promise<T> {
  const { tickets, result } = await parts.db.transaction().execute(async (trx) => {
    const tickets = createMemberTickets(parts, { trx, memberId, now, turnId });
    return { tickets, result: await work(tickets, trx) };
  });
  await tickets.dispatchAfterCommit();
  return result;
}

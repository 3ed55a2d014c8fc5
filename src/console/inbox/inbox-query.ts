import type { TicketTable } from '../../database/ticket-tables.ts';

/** The lists of the inbox, in the order of their tabs. */
export const inboxLists = ['new', 'mine', 'waiting', 'overdue', 'all', 'done'] as const;
export type InboxList = (typeof inboxLists)[number];

/** What a resident asks for, in the order of the filter. */
export const ticketKinds = [
  'question',
  'call-back',
  'media',
] as const satisfies readonly TicketTable['kind'][];

/** What the member wants to see, as the address of the page says it. */
export interface InboxQuery {
  list: InboxList;
  areaId: string | undefined;
  topic: string | undefined;
  kind: (typeof ticketKinds)[number] | undefined;
  /** The member in charge. */
  memberId: string | undefined;
  /** A ticket number, or part of a resident's name. */
  search: string | undefined;
  /** From 1. */
  page: number;
}

/** Added to the address of a list, it ticks every ticket of the page, also where scripts are off. */
export const tickAllParameter = 'tick';

const maxSearchLength = 60;
const maxPage = 1_000;

/** Reads the address; anything that is none of ours counts as not given. Pure. */
export function parseInboxQuery(parameters: URLSearchParams): InboxQuery {
  const given = (name: string) =>
    parameters
      .get(name)
      ?.replaceAll(/\p{Cc}/gu, '')
      .trim() || undefined;
  const page = Number(given('page') ?? 1);
  return {
    list: inboxLists.find((list) => list === given('list')) ?? 'new',
    areaId: given('area'),
    topic: given('topic'),
    kind: ticketKinds.find((kind) => kind === given('kind')),
    memberId: given('member'),
    search: given('q')?.normalize('NFC').slice(0, maxSearchLength),
    page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
  };
}

/** The address of a list, with what differs from the usual. Pure. */
export function toAddress(base: string, query: InboxQuery): string {
  return `${base}?${toParameters(query)}`;
}

/** What stands behind the question mark of that address. Pure. */
export function toParameters({ list, areaId, topic, kind, memberId, search, page }: InboxQuery): string {
  const given = { area: areaId, topic, kind, member: memberId, q: search };
  const parameters = new URLSearchParams({ list });
  for (const [name, value] of Object.entries(given)) if (value) parameters.set(name, value);
  if (page > 1) parameters.set('page', String(page));
  return String(parameters);
}

/**
 * What a saved view keeps of a query: the list and its filters. Not the words of a search, which may be a resident's
 * name and would outlive the resident's data. Pure.
 */
export function toView(query: InboxQuery): string {
  return toParameters({ ...query, search: undefined, page: 1 });
}

/** Whether a filter is set beside the list. Pure. */
export function hasFilter({ areaId, topic, kind, memberId }: InboxQuery): boolean {
  return Boolean(areaId || topic || kind || memberId);
}

/** The lists of the inbox, in the order of their tabs. */
export const inboxLists = ['new', 'mine', 'waiting', 'overdue', 'all', 'done'] as const;
export type InboxList = (typeof inboxLists)[number];

/** What the member wants to see, as the address of the page says it. */
export interface InboxQuery {
  list: InboxList;
  areaId: string | undefined;
  topic: string | undefined;
  /** A ticket number, or part of a resident's name. */
  search: string | undefined;
  /** From 1. */
  page: number;
}

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
    search: given('q')?.normalize('NFC').slice(0, maxSearchLength),
    page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
  };
}

/** The address of a list, with what differs from the usual. Pure. */
export function toAddress(base: string, { list, areaId, topic, search, page }: InboxQuery): string {
  const parameters = new URLSearchParams({ list });
  if (areaId) parameters.set('area', areaId);
  if (topic) parameters.set('topic', topic);
  if (search) parameters.set('q', search);
  if (page > 1) parameters.set('page', String(page));
  return `${base}?${parameters}`;
}

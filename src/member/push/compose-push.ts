import type { NoticeKind } from '../../database/member-tables.ts';
import type { Translate } from '../../i18n.ts';
import type { PushedTicket } from './push-store.ts';

/** What a browser shows, and what it opens. Names no resident and none of their words: screens are seen by others. */
export interface PushMessage {
  title: string;
  body: string;
  /** Path on this site. */
  url: string;
  /** A later message with the same tag replaces this one. */
  tag: string;
}

/** Kinds of notice that a browser shows. */
const pushKinds = ['offer', 'given', 'resident-wrote', 'remind'] as const;
export type PushKind = (typeof pushKinds)[number];

/** Pure. */
export function isPushKind(kind: NoticeKind): kind is PushKind {
  return pushKinds.some((one) => one === kind);
}

/** One thing to tell: what happened, with which ticket. */
export interface PushNews {
  kind: PushKind;
  ticket: PushedTicket;
}

/** One message for all that is new for a member. @param path of the console, `/console` @returns undefined for no news */
export function composePush(
  news: readonly PushNews[],
  { t, path }: { t: Translate; path: string },
): PushMessage | undefined {
  const tickets = new Map(news.map(({ ticket }) => [ticket.number, ticket]));
  const [first] = news;
  if (!first) return undefined;
  const body = t('member:push.body');
  if (tickets.size > 1) {
    return { title: t('member:push.many', { count: tickets.size }), body, url: path, tag: 'tickets' };
  }
  const { number, team } = first.ticket;
  const where = { number, team: team?.trim() || t('member:push.no_team') };
  return {
    title: t(`member:push.${first.kind}`, where),
    body,
    url: `${path}/tickets/${number}`,
    tag: `ticket-${number}`,
  };
}

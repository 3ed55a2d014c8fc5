import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { hourMs } from '../../durations.ts';
import type { Translate } from '../../i18n.ts';
import { transferKind } from '../../media/kinds.ts';
import type { Attachment, IncomingEvent } from '../../message.ts';
import { spokenAsResident } from '../../ticket/store/transcript.ts';
import type { StoredNotice } from '../notices/notice-store.ts';
import { quoteResident } from './quote-resident.ts';
import type { TicketView } from './ticket-view.ts';

/** A resident's message, as relayed to a member. */
export interface ResidentWords {
  /** Masked; the texts of several messages one per line; an attachment that cannot be sent on is named. */
  text: string;
  /** Pictures and documents to upload to the OA that shows them. */
  media: Attachment[];
}

interface MessageQuery {
  notice: StoredNotice;
  view: TicketView;
  t: Translate;
  /** Whether an address is one of the platform's own, where it stores what people send. */
  isPlatformUrl(url: string): boolean;
}

const maxMedia = 5;
const maxEvents = 50;

/** The messages of a notice, in Zalo's order. */
export async function readWords(
  db: Kysely<Tables>,
  { notice, view, t, isPlatformUrl }: MessageQuery,
): Promise<ResidentWords> {
  const events =
    notice.kind === 'photos'
      ? await earlierMedia(db, view)
      : await listNamedMessages(db, view, notice.data.events);
  const messages = events.flatMap((event) => {
    if (event.kind !== 'message') return [];
    return {
      text: event.text ?? '',
      attachments: event.attachments.map((one) => withoutOther(one, isPlatformUrl)),
    };
  });
  const media = messages.flatMap(({ attachments }) =>
    attachments.filter((one) => transferKind(one) !== undefined),
  );
  const lines = messages.flatMap(({ text, attachments }) => [
    quoteResident(text),
    ...attachments.filter((one) => transferKind(one) === undefined).map((one) => nameOf(one, text, t)),
  ]);
  return {
    text: notice.kind === 'photos' ? '' : lines.filter(Boolean).join('\n› '),
    media: media.slice(0, maxMedia),
  };
}

/** An address that anybody may have made up is not shown as if the bot vouched for it. */
function withoutOther(
  { url, ...rest }: Attachment,
  isPlatformUrl: MessageQuery['isPlatformUrl'],
): Attachment {
  return url !== undefined && isPlatformUrl(url) ? { ...rest, url } : rest;
}

/** A link is in the text already; a sticker needs no label; a location opens in a map. */
function nameOf({ kind, url, latitude, longitude }: Attachment, text: string, t: Translate): string {
  if (kind === 'link' && text !== '') return '';
  if (kind === 'location' && latitude !== undefined && longitude !== undefined) {
    const map = `https://www.google.com/maps?q=${latitude},${longitude}`;
    return t('member:resident.cannot_pass', { kind: t('member:resident.kinds.location'), url: map });
  }
  return url === undefined || kind === 'sticker' || kind === 'location'
    ? nameOfKind(kind, t)
    : t('member:resident.cannot_pass', { kind: t(`member:resident.kinds.${kind}`), url });
}

/** "[ảnh]". */
export function nameOfKind(kind: Attachment['kind'], t: Translate): string {
  return t('member:resident.nothing', { kind: t(`member:resident.kinds.${kind}`) });
}

/** Only messages of this resident, whatever ids the notice has. */
async function listNamedMessages(
  db: Kysely<Tables>,
  { oaId, personId }: TicketView,
  ids: unknown,
): Promise<IncomingEvent[]> {
  if (!Array.isArray(ids) || ids.length === 0) return [];
  const rows = await db
    .selectFrom('incoming_events')
    .select('event')
    .where('id', 'in', ids.map(Number))
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'message')
    .orderBy('occurred_at')
    .orderBy('id')
    .limit(maxEvents)
    .execute();
  return rows.map(({ event }) => event);
}

/** What the resident sent around the opening of the ticket, and since. */
async function earlierMedia(
  db: Kysely<Tables>,
  { id, oaId, personId }: TicketView,
): Promise<IncomingEvent[]> {
  const { rows } = await sql<{ event: IncomingEvent }>`
    select e.event from incoming_events e join tickets t on t.id = ${id}
    where e.oa_id = ${oaId} and e.person_id = ${personId} and e.kind = 'message'
      and ${spokenAsResident} and e.occurred_at > t.created_at - ${hourMs} and jsonb_array_length(e.event -> 'attachments') > 0
    order by e.occurred_at desc, e.id desc limit ${maxMedia}`.execute(db);
  return rows.map(({ event }) => event).reverse();
}

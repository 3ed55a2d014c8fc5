import type { Response } from 'express';
import { messageOf } from '../../errors.ts';
import { shrinkImage } from '../../media/shrink-image.ts';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { ConsoleParts } from '../console-parts.ts';

interface PictureRequest {
  view: TicketView;
  /** The resident's message, and which of its attachments. */
  eventId: number;
  place: number;
}

/** Passes a resident's picture on, made new from its pixels: the browser of a member asks no other site for it. */
export async function sendResidentPicture(
  { db, media, logger }: ConsoleParts,
  response: Response,
  { view, eventId, place }: PictureRequest,
): Promise<void> {
  const row = Number.isSafeInteger(eventId)
    ? await db
        .selectFrom('incoming_events')
        .select('event')
        .where('id', '=', eventId)
        .where('oa_id', '=', view.oaId)
        .where('person_id', '=', view.personId)
        .executeTakeFirst()
    : undefined;
  const attachment = row?.event.kind === 'message' ? row.event.attachments[place] : undefined;
  if (attachment?.url === undefined) return void response.status(404).end();
  try {
    const picture = await shrinkImage((await media.download(attachment.url)).bytes);
    if (!picture) return void response.status(404).end();
    response.set('Cache-Control', 'private, max-age=3600').type('jpeg').send(picture);
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, "a resident's picture could not be shown");
    response.status(502).end();
  }
}

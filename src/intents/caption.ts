import type { AttachmentKind } from '../message.ts';
import type { ReadMessage } from './intent-handler.ts';

/** What people write a line under; the text of a link is its address, and a sticker has none. */
const captioned: ReadonlySet<AttachmentKind> = new Set(['image', 'video', 'file']);

/** Whether something was written under the photo, video or file that was sent. */
export function hasCaption({ attachments, text }: ReadMessage): boolean {
  const kind = attachments[0]?.kind;
  return kind !== undefined && captioned.has(kind) && /\p{L}{2}/u.test(text);
}

import type { AttachmentKind } from '../message.ts';
import { foldText } from '../nlu/fold-text.ts';
import type { ReadMessage } from './intent-handler.ts';

/** What people write a line under; the text of a link is its address, and a sticker has none. */
const captioned: ReadonlySet<AttachmentKind> = new Set(['image', 'video', 'file']);

/** "Bà gửi cháu", "em gui anh xem a": says only that something is handed over. */
const handsOver =
  /^(?:(?:da|vang|day|roi|nay|a|bac|co|chu|ong|ba|anh|chi|em|con|chau|toi|tui|minh|can bo|ad|admin|ban|shop|to) )*(?:gui|chup)(?: (?:lai|cho|xem|voi|nhe|nha|a|anh|day|nay|giup|ho|bac|co|chu|ong|ba|anh|chi|em|con|chau|toi|tui|minh|can bo|ad|admin|ban|shop|to))*$/;

/** Whether something was written under the photo, video or file that was sent. */
export function hasCaption({ attachments, text }: ReadMessage): boolean {
  const kind = attachments[0]?.kind;
  return (
    kind !== undefined && captioned.has(kind) && /\p{L}{2}/u.test(text) && !handsOver.test(foldText(text))
  );
}

import type { Attachment, AttachmentKind } from '../../message.ts';
import { definedOnly } from './defined-only.ts';
import { toVietnamesePhone } from './vietnamese-phone.ts';
import type { WireAttachment } from './wire-events.ts';

const kinds: ReadonlySet<string> = new Set<AttachmentKind>([
  'image',
  'gif',
  'video',
  'audio',
  'file',
  'sticker',
  'location',
  'link',
]);
const kept = 20;

/**
 * Converts the attachments of one message. Leaves unknown types out.
 * @param fallback kind from the event's name, for a message that arrives without its attachment
 */
export function toAttachments(
  wire: readonly WireAttachment[] | null | undefined,
  fallback?: AttachmentKind,
): Attachment[] {
  const known = (wire ?? []).slice(0, kept).flatMap((attachment) => toAttachment(attachment) ?? []);
  return known.length === 0 && fallback ? [{ kind: fallback }] : known;
}

/** A contact card arrives as a link whose description is JSON text; unreadable fields are left out. */
export function toContactCard(
  wire: readonly WireAttachment[] | null | undefined,
  name: string | null | undefined,
): Attachment {
  const payload = wire?.[0]?.payload;
  return {
    kind: 'contact',
    ...definedOnly({
      name,
      url: payload?.url,
      thumbnailUrl: payload?.thumbnail,
      description: phoneOfCard(payload?.description),
    }),
  };
}

function toAttachment({ type, payload }: WireAttachment): Attachment | undefined {
  if (!kinds.has(type)) return undefined;
  return {
    kind: type as AttachmentKind,
    ...definedOnly({
      url: payload?.url,
      thumbnailUrl: payload?.thumbnail,
      name: payload?.name ?? payload?.title,
      description: payload?.description || undefined,
      sizeBytes: payload?.size,
      latitude: payload?.coordinates?.latitude,
      longitude: payload?.coordinates?.longitude,
    }),
  };
}

function phoneOfCard(description: string | null | undefined): string | undefined {
  try {
    const card: unknown = JSON.parse(description ?? '');
    const phone = (card as { phone?: unknown } | null)?.phone;
    return typeof phone === 'string' || typeof phone === 'number' ? toVietnamesePhone(phone) : undefined;
  } catch {
    return undefined;
  }
}

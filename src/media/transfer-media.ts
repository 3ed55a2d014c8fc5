import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { extensionOf, maxFileBytes, transferKind } from './kinds.ts';
import { mediaKey, type NeededMedia, type PassedMedia } from './media-needed.ts';
import { shrinkImage } from './shrink-image.ts';

/** Downloads from and uploads to the platform. */
export interface MediaPort {
  /** @throws when the download is not allowed or fails */
  download(url: string): Promise<{ bytes: Buffer; contentType: string }>;
  /** @returns the reference to use in a message */
  upload(
    oaId: string,
    kind: 'image' | 'file',
    upload: { bytes: Buffer; fileName: string; contentType: string },
  ): Promise<string>;
}

interface MediaParts {
  media: MediaPort;
  logger: Logger;
}

const maxNameLength = 80;
const contentTypes: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
};

/**
 * Downloads each attachment and uploads it to the OA that sends it. An attachment that cannot be passed on has a reason
 * instead.
 */
export async function fetchMedia(
  parts: MediaParts,
  needed: readonly NeededMedia[],
): Promise<Map<string, PassedMedia>> {
  const fetched = new Map<string, PassedMedia>();
  for (const one of needed) fetched.set(mediaKey(one), await transferOne(parts, one));
  return fetched;
}

async function transferOne({ media, logger }: MediaParts, needed: NeededMedia): Promise<PassedMedia> {
  const { oaId, attachment } = needed;
  const kind = transferKind(attachment);
  if (!kind || attachment.url === undefined) return { kind: 'refused', why: 'kind' };
  if (kind === 'file' && (attachment.sizeBytes ?? 0) > maxFileBytes)
    return { kind: 'refused', why: 'too-large' };
  try {
    const { bytes } = await media.download(attachment.url);
    if (kind === 'file') return await uploadFile(media, { oaId, name: attachment.name ?? 'tep.pdf', bytes });
    const picture = await shrinkImage(bytes);
    if (!picture) return { kind: 'refused', why: 'unreadable' };
    const upload = { bytes: picture, fileName: 'anh.jpg', contentType: 'image/jpeg' };
    return {
      kind: 'passed',
      content: { kind: 'image', attachmentId: await media.upload(oaId, 'image', upload) },
    };
  } catch (error) {
    logger.warn({ oaId, reason: messageOf(error) }, 'a picture or document was not passed on');
    return { kind: 'refused', why: 'unavailable' };
  }
}

async function uploadFile(
  media: MediaPort,
  { oaId, name, bytes }: { oaId: string; name: string; bytes: Buffer },
): Promise<PassedMedia> {
  if (bytes.length > maxFileBytes) return { kind: 'refused', why: 'too-large' };
  if (bytes.length === 0) return { kind: 'refused', why: 'unreadable' };
  const extension = extensionOf(name);
  const fileName =
    name.length <= maxNameLength
      ? name
      : `${name.slice(0, maxNameLength - extension.length - 1)}.${extension}`;
  const contentType = contentTypes[extension] ?? 'application/octet-stream';
  const token = await media.upload(oaId, 'file', { bytes, fileName, contentType });
  return { kind: 'passed', content: { kind: 'file', token } };
}

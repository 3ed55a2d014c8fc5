import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { minuteMs } from '../../durations.ts';
import type { Sealer } from '../../encryption.ts';
import type { ImportPlan } from '../../team/import/import-plan.ts';
import type { Sheet } from '../../team/import/sheet.ts';
import { findKind, type ImportKind } from './import-kinds.ts';

/** How long a preview can be confirmed. */
export const previewLifeMs = 30 * minuteMs;
/** Bytes of the longest sealed preview: a list of 10,000 members has about 0.4 MB. */
export const maxSealedBytes = 4_000_000;

/** A list that was shown and waits for its confirmation. */
export interface Preview {
  kind: ImportKind;
  sheet: Sheet;
  /** What the plan would change, as the preview showed it. */
  digest: string;
}

interface SealedPreview extends Preview {
  purpose: 'import-preview';
  sessionId: number;
  until: number;
}

/**
 * Seals a preview for the form that confirms it. So the list is kept on the page of the one who chose it, and nowhere
 * on the server.
 * @param until when it expires, epoch ms
 */
export function sealPreview(
  sealer: Sealer,
  { sessionId, until, ...preview }: Preview & { sessionId: number; until: number },
): string {
  const content: SealedPreview = { purpose: 'import-preview', sessionId, until, ...preview };
  return sealer.seal(gzipSync(JSON.stringify(content)).toString('base64'));
}

/** @returns undefined when the preview is damaged, expired, or another session's */
export function openPreview(
  sealer: Sealer,
  sealed: string,
  { sessionId, now }: { sessionId: number; now: number },
): Preview | undefined {
  try {
    const bytes = gunzipSync(Buffer.from(sealer.open(sealed), 'base64'));
    const { purpose, ...content } = JSON.parse(bytes.toString('utf8')) as SealedPreview;
    const isOurs = purpose === 'import-preview' && content.sessionId === sessionId && content.until > now;
    return isOurs && findKind(content.kind) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The same for plans that change the same. */
export function digestOf({ changes }: ImportPlan): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('base64url');
}

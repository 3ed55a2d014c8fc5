import type { Attachment, OutgoingContent } from '../message.ts';

/** A picture or document as another OA's conversation takes it. */
export type PassedContent = Extract<OutgoingContent, { kind: 'image' | 'file' }>;

/** Why something cannot be passed on; the words are `member:media.<why>`. */
type MediaRefusal = 'kind' | 'too-large' | 'unreadable' | 'unavailable';

export type PassedMedia = { kind: 'passed'; content: PassedContent } | { kind: 'refused'; why: MediaRefusal };

/** What was fetched and given to the platform so far, by `mediaKey`. */
export type FetchedMedia = ReadonlyMap<string, PassedMedia>;

export interface NeededMedia {
  /** At whose OA it is going to be said. */
  oaId: string;
  attachment: Attachment;
}

export function mediaKey({ oaId, attachment }: NeededMedia): string {
  return `${oaId} ${attachment.url}`;
}

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

/**
 * Thrown inside a turn that cannot go on without something from the network: no transaction waits for that. The turn is
 * undone, the media are fetched, and it is taken again.
 */
export class MediaNeeded extends Error {
  override name = 'MediaNeeded';
  readonly needed: readonly NeededMedia[];
  constructor(needed: readonly NeededMedia[]) {
    super('media are needed');
    this.needed = needed;
  }
}

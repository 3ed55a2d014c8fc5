import type { Attachment, OutgoingContent } from '../message.ts';

/** A picture or document in the form that another OA's conversation accepts. */
export type PassedContent = Extract<OutgoingContent, { kind: 'image' | 'file' }>;

/** Why an attachment cannot be passed on; the words are `member:media.<why>`. */
type MediaRefusal = 'kind' | 'too-large' | 'unreadable' | 'unavailable';

export type PassedMedia = { kind: 'passed'; content: PassedContent } | { kind: 'refused'; why: MediaRefusal };

/** What was downloaded and uploaded to the platform so far, by `mediaKey`. */
export type FetchedMedia = ReadonlyMap<string, PassedMedia>;

export interface NeededMedia {
  /** The OA that sends it. */
  oaId: string;
  attachment: Attachment;
}

export function mediaKey({ oaId, attachment }: NeededMedia): string {
  return `${oaId} ${attachment.url}`;
}

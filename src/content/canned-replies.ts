import { capitalised } from '../nlu/text/first-letter.ts';
import { ageOf } from './review-age.ts';
import { anyTopic, type CannedFile, type CannedReply, type CannedValues } from './schema/canned.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** Replies that members can send unchanged, by topic of the ticket. Read-only. */
export interface CannedReplies {
  /** Replies for the topic first, then those for every topic; leaves out any whose facts are too old. */
  listFor(topic: string | null, now: number): CannedReply[];
  find(id: string, now: number): CannedReply | undefined;
}

export function createCannedReplies(
  file: CannedFile,
  directory: Pick<TopicDirectory, 'reviewBy'>,
): CannedReplies {
  const listFor: CannedReplies['listFor'] = (topic, now) =>
    [...((topic !== null && file[topic]) || []), ...(file[anyTopic] ?? [])].filter((reply) =>
      isTellable(reply, now),
    );
  const isTellable = ({ facts }: CannedReply, now: number) =>
    ageOf({ facts, hardLimit: true }, directory, now).state !== 'expired';
  return {
    listFor,
    find: (id, now) =>
      Object.values(file)
        .flat()
        .find((reply) => reply.id === id && isTellable(reply, now)),
  };
}

/** Fills in the values known about the ticket. */
export function fillCanned({ text }: Pick<CannedReply, 'text'>, values: CannedValues): string {
  const known = new Map<string, string | number>(Object.entries(values));
  const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) => String(known.get(name) ?? mark));
  return capitalised(filled);
}

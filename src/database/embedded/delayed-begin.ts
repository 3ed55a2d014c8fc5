import { frame, splitFrames } from './frames.ts';

const begin = frame('Q', 'begin');

/**
 * Delays the BEGIN of one socket until there is a statement to run in its transaction. All sockets share one session,
 * and an open transaction makes the others wait. The next group carries the BEGIN along.
 */
export function createDelayedBegin() {
  let isDelayed = false;
  let isReplyPending = false;

  return {
    /** @returns whether the group is a BEGIN; the socket then tells the client that it has happened */
    delay(group: Buffer): boolean {
      isDelayed ||= group.equals(begin);
      return group.equals(begin);
    },

    /** The group, preceded by the delayed BEGIN if there is one. */
    withBegin(group: Buffer): Buffer {
      if (!isDelayed) return group;
      isDelayed = false;
      isReplyPending = true;
      return Buffer.concat([begin, group]);
    },

    /** A reply without the answer to that BEGIN, which the client already has. */
    withoutBeginReply(bytes: Buffer): Buffer {
      if (!isReplyPending) return bytes;
      isReplyPending = false;
      const { frames } = splitFrames(bytes);
      const end = frames.findIndex(({ type }) => type === 'Z');
      return Buffer.concat(frames.slice(end + 1).map((each) => each.bytes));
    },
  };
}

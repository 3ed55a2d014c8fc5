import { frame, splitFrames } from './frames.ts';

const begin = frame('Q', 'begin');

/**
 * Delays the BEGIN of one socket until there is a statement to run in its transaction. All sockets share one session,
 * and an open transaction makes the others wait. The next group carries the BEGIN along.
 */
export function createHeldBegin() {
  let isHeld = false;
  let isOwed = false;

  return {
    /** @returns whether the group is a BEGIN; the socket then tells the client that it has happened */
    holds(group: Buffer): boolean {
      isHeld ||= group.equals(begin);
      return group.equals(begin);
    },

    /** The group, preceded by the delayed BEGIN if there is one. */
    beforeGroup(group: Buffer): Buffer {
      if (!isHeld) return group;
      isHeld = false;
      isOwed = true;
      return Buffer.concat([begin, group]);
    },

    /** A reply without the answer to that BEGIN, which the client already has. */
    ofReply(bytes: Buffer): Buffer {
      if (!isOwed) return bytes;
      isOwed = false;
      const { frames } = splitFrames(bytes);
      const end = frames.findIndex(({ type }) => type === 'Z');
      return Buffer.concat(frames.slice(end + 1).map((each) => each.bytes));
    },
  };
}

import { frame, splitFrames } from './frames.ts';

const begin = frame('Q', 'begin');

/**
 * Holds back the BEGIN of one socket until there is something to run in its transaction: all sockets share one session,
 * and while a transaction is open there, the others wait. What comes next brings it along.
 */
export function createHeldBegin() {
  let isHeld = false;
  let isOwed = false;

  return {
    /** @returns whether the group is a BEGIN, which the client is to be told has happened */
    holds(group: Buffer): boolean {
      isHeld ||= group.equals(begin);
      return group.equals(begin);
    },

    /** The group with the BEGIN that was held back for it. */
    beforeGroup(group: Buffer): Buffer {
      if (!isHeld) return group;
      isHeld = false;
      isOwed = true;
      return Buffer.concat([begin, group]);
    },

    /** A reply without the answer to that BEGIN, which the client has had. */
    ofReply(bytes: Buffer): Buffer {
      if (!isOwed) return bytes;
      isOwed = false;
      const { frames } = splitFrames(bytes);
      const end = frames.findIndex(({ type }) => type === 'Z');
      return Buffer.concat(frames.slice(end + 1).map((each) => each.bytes));
    },
  };
}

import { frame, readString, splitFrames } from './frames.ts';

/**
 * All sockets share one database session, so two clients may give the same name to different prepared statements. Each
 * socket's names get its own prefix on the way in; the unnamed statement stays unnamed.
 */
export function createStatementNames(prefix: string) {
  const known = new Set<string>();

  function scoped(name: string): Buffer {
    if (name === '') return Buffer.from([0]);
    known.add(`${prefix}${name}`);
    return Buffer.from(`${prefix}${name}\0`);
  }

  function rename(type: string, bytes: Buffer): Buffer {
    if (type === 'P') {
      const { text, next } = readString(bytes, 5);
      return text === '' ? bytes : frame(type, scoped(text), bytes.subarray(next));
    }
    if (type === 'B') {
      const portal = readString(bytes, 5);
      const { text, next } = readString(bytes, portal.next);
      return text === '' ? bytes : frame(type, portal.text, scoped(text), bytes.subarray(next));
    }
    const describesStatement = (type === 'D' || type === 'C') && bytes[5] === 'S'.charCodeAt(0);
    const { text } = describesStatement ? readString(bytes, 6) : { text: '' };
    return text === '' ? bytes : frame(type, Buffer.from('S'), scoped(text));
  }

  return {
    /** The same frames with this socket's statement names. */
    scope(group: Buffer): Buffer {
      const frames = splitFrames(group).frames.map(({ type, bytes }) => rename(type, bytes));
      return Buffer.concat(frames);
    },
    /** Frames that forget every statement this socket has named; empty when there is none. */
    forget(): Buffer {
      if (known.size === 0) return Buffer.alloc(0);
      const closes = [...known].map((name) => frame('C', Buffer.from('S'), name));
      return Buffer.concat([...closes, frame('S')]);
    },
  };
}

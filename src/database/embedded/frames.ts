/**
 * Frames of PostgreSQL's wire protocol: one letter, four bytes of length (which counts itself), the body.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export interface Frame {
  /** The letter, for example `Q` for a simple query. */
  type: string;
  /** The whole frame, header included. */
  bytes: Buffer;
}

/** Cuts off every whole frame; `rest` is the beginning of an incomplete frame. */
export function splitFrames(bytes: Buffer): { frames: Frame[]; rest: Buffer } {
  const frames: Frame[] = [];
  let start = 0;
  while (bytes.length - start >= 5) {
    const end = start + 1 + bytes.readInt32BE(start + 1);
    if (end > bytes.length) break;
    frames.push({ type: String.fromCharCode(bytes[start] as number), bytes: bytes.subarray(start, end) });
    start = end;
  }
  return { frames, rest: bytes.subarray(start) };
}

/** @param parts the body; a string is followed by the zero byte that ends it on the wire */
export function frame(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const header = Buffer.alloc(5);
  header.write(type, 0, 'latin1');
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

/** Reads the zero-terminated string at `start`; `next` is where the next field begins. */
export function readString(bytes: Buffer, start: number): { text: string; next: number } {
  const end = bytes.indexOf(0, start);
  return { text: bytes.toString('utf8', start, end), next: end + 1 };
}

/**
 * Reads the SQL of the first statement in a group of frontend frames, never its parameters. An earlier group may have
 * prepared that statement, so the reader must see every group. Returns an empty text when there is none.
 */
export function createStatementReader(): (group: Buffer) => string {
  const prepared = new Map<string, string>();
  return (group) => {
    let found = '';
    for (const { type, bytes } of splitFrames(group).frames) {
      if (type === 'Q') found ||= readString(bytes, 5).text;
      if (type === 'P') {
        const name = readString(bytes, 5);
        const { text } = readString(bytes, name.next);
        if (name.text !== '') prepared.set(name.text, text);
        found ||= text;
      }
      if (type === 'B') found ||= prepared.get(readString(bytes, readString(bytes, 5).next).text) ?? '';
      if (type === 'C') prepared.delete(readString(bytes, 6).text);
    }
    return found;
  };
}

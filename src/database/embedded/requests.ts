import { splitFrames } from './frames.ts';

export type Request =
  | { kind: 'startup' }
  | { kind: 'terminate' }
  /** Frames up to and including a Sync or a simple query: the database runs them without a break. */
  | { kind: 'group'; bytes: Buffer }
  | { kind: 'unsupported'; what: string };

const protocolVersion3 = 196_608;
const groupTypes = new Set(['P', 'B', 'D', 'E', 'C', 'S', 'Q']);

/** Reads the bytes of one client, in chunks of any size. */
export function createRequestReader(): { read(chunk: Buffer): Request[] } {
  let started = false;
  let rest: Buffer = Buffer.alloc(0);
  let group: Buffer[] = [];

  function readStartup(): Request[] {
    if (rest.length < 8 || rest.length < rest.readInt32BE(0)) return [];
    const code = rest.readInt32BE(4);
    rest = rest.subarray(rest.readInt32BE(0));
    if (code >> 16 !== protocolVersion3 >> 16) return [{ kind: 'unsupported', what: `startup code ${code}` }];
    started = true;
    return [{ kind: 'startup' }];
  }

  function readFrames(): Request[] {
    const requests: Request[] = [];
    const split = splitFrames(rest);
    rest = split.rest;
    for (const { type, bytes } of split.frames) {
      if (type === 'X') {
        requests.push({ kind: 'terminate' });
      } else if (!groupTypes.has(type)) {
        requests.push({ kind: 'unsupported', what: `message ${type}` });
      } else {
        group.push(bytes);
        if (type === 'S' || type === 'Q') {
          requests.push({ kind: 'group', bytes: Buffer.concat(group) });
          group = [];
        }
      }
    }
    return requests;
  }

  return {
    read(chunk) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const requests = started ? [] : readStartup();
      return started ? [...requests, ...readFrames()] : requests;
    },
  };
}

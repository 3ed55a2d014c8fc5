/** The fields of a body that the signature check needs. */
export interface DeliveryEnvelope {
  appId: string;
  /** As text, the way Zalo signed it. */
  timestamp: string;
}

const maxValueLength = 64;
const quote = 0x22;
const backslash = 0x5c;
const [openBrace, openBracket, closeBrace, closeBracket] = [0x7b, 0x5b, 0x7d, 0x5d];
const value = /^\s*:\s*(?:"([^"\\]*)"|(-?\d+))\s*[,}]/;

/**
 * Finds the app and the time in the bytes of a body, in one pass and without parsing it: anybody can send bytes that
 * take long to parse, and only the signature says who sent them.
 * @returns undefined when the body is not an event at all (the console's probe, for example)
 */
export function envelopeOf(body: Buffer): DeliveryEnvelope | undefined {
  const found = new Map<string, string>();
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] as number;
    if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    else if (byte === quote) {
      const end = endOfString(body, at);
      if (depth === 1) noteField(body, { start: at + 1, end }, found);
      at = end;
      if (found.size === 2) break;
    }
  }
  const [appId, timestamp] = [found.get('app_id'), found.get('timestamp')];
  return appId === undefined || timestamp === undefined ? undefined : { appId, timestamp };
}

/** @returns the place of the closing quote, or the end of the body */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at;
}

function noteField(body: Buffer, key: { start: number; end: number }, found: Map<string, string>): void {
  if (key.end - key.start > maxValueLength) return;
  const name = body.toString('latin1', key.start, key.end);
  if (name !== 'app_id' && name !== 'timestamp') return;
  const [, text, number] = value.exec(body.toString('utf8', key.end + 1, key.end + 1 + maxValueLength)) ?? [];
  const read = text ?? number;
  if (read !== undefined) found.set(name, read);
}

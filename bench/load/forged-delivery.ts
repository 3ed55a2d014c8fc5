/** A body that takes long to parse, near the limit of the webhook, with a made-up signature. */
export function makeForgedRequest(): Buffer {
  const depth = 130_000;
  const body = '['.repeat(depth) + ']'.repeat(depth);
  const head = `POST /webhooks/zalo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-ZEvent-Signature: mac=${'a'.repeat(64)}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.from(head + body);
}

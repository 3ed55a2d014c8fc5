import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

interface InsideParts {
  /** The setting METRICS_TOKEN. */
  token: string | undefined;
  publicUrl: string | undefined;
}

type AskingRequest = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

const forwarding =
  /^(?:forwarded|via|x-forwarded.*|x-real-ip|x-client-ip|x-original.*|true-client-ip|cf-.*)$/;
const ownAddress = /^(?:(?:::ffff:)?127\.0\.0\.1|::1)$/;
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Whether a request may read figures and ids. With a token only who sends it. Without one only a program on this
 * machine, while no public address leads here: a proxy on this machine makes every stranger look local.
 */
export function maySeeInside({ headers, socket }: AskingRequest, { token, publicUrl }: InsideParts): boolean {
  if (token !== undefined) return isSameSecret(headers.authorization ?? '', `Bearer ${token}`);
  const isPublic = publicUrl !== undefined && !ownHost.test(new URL(publicUrl).host);
  const isForwarded = Object.keys(headers).some((name) => forwarding.test(name));
  return (
    !isPublic &&
    !isForwarded &&
    ownAddress.test(socket.remoteAddress ?? '') &&
    ownHost.test(headers.host ?? '')
  );
}

function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

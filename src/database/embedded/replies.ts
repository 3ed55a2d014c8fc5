import { frame, readString, splitFrames } from './frames.ts';

/** `I` outside a transaction, `T` inside one, `E` inside a failed one: the byte of ReadyForQuery. */
export type TransactionStatus = 'I' | 'T' | 'E';

export interface Reply {
  /** For the socket that asked, without the notifications. */
  bytes: Buffer;
  /** Whole NotificationResponse frames, for every socket that listens. */
  notifications: Buffer;
  status: TransactionStatus;
  /** The group contained a successful LISTEN. */
  listens: boolean;
  /** The database could not keep its files consistent and must be reopened, as a server would after a panic. */
  broken: boolean;
}

/** Reads the database's answer to one group of frames. A reply without ReadyForQuery counts as `I`. */
export function readReply(answer: Buffer): Reply {
  const own: Buffer[] = [];
  const notifications: Buffer[] = [];
  let status: TransactionStatus = 'I';
  let listens = false;
  let broken = false;
  for (const { type, bytes } of splitFrames(answer).frames) {
    if (type === 'A') {
      notifications.push(bytes);
      continue;
    }
    own.push(bytes);
    if (type === 'Z') status = String.fromCharCode(bytes[5] as number) as TransactionStatus;
    if (type === 'C' && readString(bytes, 5).text === 'LISTEN') listens = true;
    if (type === 'E') broken ||= meansBroken(bytes);
  }
  const bytes = notifications.length > 0 ? Buffer.concat(own) : answer;
  return { bytes, notifications: Buffer.concat(notifications), status, listens, broken };
}

/**
 * A full disk (53100), a failed read or write (58…), damaged files (XX001, XX002) and panics. A server ends its process
 * when the first of them happen during a commit; the embedded engine continues as if the commit had reached the disk.
 */
function meansBroken(errorResponse: Buffer): boolean {
  const fields = errorResponse.toString('utf8', 5).split('\0');
  const severity = fields.find((field) => field.startsWith('V'))?.slice(1);
  const sqlState = fields.find((field) => field.startsWith('C'))?.slice(1) ?? '';
  return severity === 'PANIC' || severity === 'FATAL' || /^(53100|58...|XX00[12])$/.test(sqlState);
}

/** A server's answer to a startup packet that it accepts. */
export function greeting(): Buffer {
  return Buffer.concat([
    frame('R', Buffer.from([0, 0, 0, 0])),
    frame('S', 'server_version', '18.0'),
    frame('S', 'server_encoding', 'UTF8'),
    frame('S', 'client_encoding', 'UTF8'),
    frame('S', 'DateStyle', 'ISO, MDY'),
    frame('S', 'integer_datetimes', 'on'),
    frame('S', 'standard_conforming_strings', 'on'),
    frame('K', Buffer.alloc(8)),
    frame('Z', Buffer.from('I')),
  ]);
}

/** An ErrorResponse that ends its connection. */
export function fatalError(sqlState: string, message: string): Buffer {
  return frame('E', 'SFATAL', 'VFATAL', `C${sqlState}`, `M${message}`, Buffer.from([0]));
}

/** A server's answer to BEGIN. */
export function begun(): Buffer {
  return Buffer.concat([frame('C', 'BEGIN'), frame('Z', Buffer.from('T'))]);
}

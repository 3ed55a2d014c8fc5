import type { Clock } from '../clock.ts';
import type { Sealer } from '../encryption.ts';
import type { Translate } from '../i18n.ts';
import {
  type Attachment,
  type IncomingEvent,
  type Origin,
  type SecretKind,
  secretKinds,
} from '../message.ts';
import type { FindSecrets } from '../nlu/learned-secrets/create-secret-finder.ts';
import { detectSecrets } from '../nlu/secrets/detect-secrets.ts';
import { normaliseNumbers } from '../nlu/secrets/normalise/normalise-numbers.ts';
import { lettersAsDigits, withPlainDigits } from '../nlu/secrets/plain-digits.ts';
import type { SecretSpan } from '../nlu/secrets/secret-span.ts';
import { keepFirst } from '../nlu/text/span.ts';
import { toVietnamesePhone } from '../zalo/events/vietnamese-phone.ts';
import { type EventRow, toEventRow } from './event-row.ts';
import { leadingTicketEnd } from './leading-ticket.ts';
import { takesTickets } from './takes-tickets.ts';

/** The mark that replaces a secret in a text, e.g. `[số điện thoại]`. Read by people. */
export type SecretMarks = Record<SecretKind, string>;

/** The marks in the words of an office. */
export function secretMarksOf(t: Translate): SecretMarks {
  return Object.fromEntries(secretKinds.map((kind) => [kind, t(`bot:masks.${kind}`)])) as SecretMarks;
}

export interface MaskedText {
  text: string;
  /** Each kind once, in order of appearance. */
  secrets: SecretKind[];
  /** The first phone number, as `84…`. */
  phone?: string;
}

/** What a text is masked with. */
export interface MaskManner {
  marks: SecretMarks;
  /** Numbers of offices, as `84…`. Members give them to residents, so they are not masked. */
  publicPhones?: ReadonlySet<string>;
  /** Finds what the rules do not; absent, the rules decide alone. */
  findSecrets?: FindSecrets | undefined;
}

/** Replaces every secret with its mark. The result is in NFC, with plain digits. */
export function maskText(text: string, { marks, publicPhones, findSecrets }: MaskManner): MaskedText {
  const written = withPlainDigits(text.normalize('NFC'));
  if (takesTickets(written)) return { text: written, secrets: [] };
  const secrets = new Set<SecretKind>();
  let masked = '';
  let copiedTo = 0;
  let phone: string | undefined;
  for (const { kind, start, end } of secretsIn(written, findSecrets)) {
    const number = phoneIn(written.slice(start, end));
    if (number !== undefined && publicPhones?.has(number)) continue;
    secrets.add(kind);
    if (kind === 'phone') phone ??= number;
    masked += written.slice(copiedTo, start) + marks[kind];
    copiedTo = end;
  }
  return { text: masked + written.slice(copiedTo), secrets: [...secrets], ...(phone && { phone }) };
}

/** What the number of a ticket is taken for. */
const likeTickets: ReadonlySet<SecretKind> = new Set(['password', 'otp', 'pin']);
const between = /^[ .,-]{0,3}$/;
/** A tap on a button sends its payload as a text, and members type the same: "Xong rồi 1024" has the number of a ticket. */
const command = /^#\p{L}|^(?:chưa |chua )?xong(?: rồi| roi)? \d{1,6}$/iu;

/** What the rules find, and what was learned to be a secret beside that: its neighbouring words are one secret. */
function secretsIn(written: string, findSecrets: FindSecrets = () => []): SecretSpan[] {
  const learned = command.test(written) ? [] : findSecrets(written);
  const ticketEnd = leadingTicketEnd(written);
  const found = keepFirst([...detectSecrets(written), ...learned], written.length).filter(
    ({ kind, end }) => !(likeTickets.has(kind) && end <= ticketEnd),
  );
  const joined: SecretSpan[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last?.kind === span.kind && between.test(written.slice(last.end, span.start))) last.end = span.end;
    else joined.push({ ...span });
  }
  return joined;
}

function phoneIn(written: string): string | undefined {
  return toVietnamesePhone(lettersAsDigits(normaliseNumbers(written).text.normalize('NFKC')));
}

export interface MaskedEvent {
  event: IncomingEvent;
  /** Sealed and stored beside the event until its turn ends. */
  phone?: string;
}

/** Returns the event as it may be stored: no secret in any text, no phone number in any field. Pure. */
export function maskEvent(event: IncomingEvent, manner: MaskManner): MaskedEvent {
  const mask = (text: string) => maskText(text, manner);
  if (event.kind === 'contact-shared') {
    const { phone, name, ...rest } = event;
    const named = name === undefined ? rest : { ...rest, name: mask(name).text };
    return phone === undefined ? { event: named } : { event: named, phone };
  }
  if (event.kind !== 'message' && event.kind !== 'echo') return { event };

  const inText = event.text === undefined ? undefined : mask(event.text);
  const inAttachments = event.attachments.map((attachment) => maskAttachment(attachment, mask));
  const masked = {
    ...event,
    ...(inText && { text: inText.text }),
    attachments: inAttachments.map(({ attachment }) => attachment),
  };
  if (masked.kind === 'echo') return { event: masked };
  if (inText && inText.secrets.length > 0) masked.secrets = inText.secrets;
  const phone = inText?.phone ?? inAttachments.find((attachment) => attachment.phone)?.phone;
  return phone === undefined ? { event: masked } : { event: masked, phone };
}

function maskAttachment(
  attachment: Attachment,
  mask: (text: string) => MaskedText,
): { attachment: Attachment; phone?: string | undefined } {
  const { kind, name, description, url } = attachment;
  // The person wrote the link, and a card points to a person; neither is fetched. Other addresses are Zalo's own.
  const isShown = kind === 'link' || kind === 'contact';
  const maskedUrl = isShown && url !== undefined ? mask(url) : undefined;
  const maskedName = name === undefined ? undefined : mask(name);
  const maskedDescription = description === undefined ? undefined : mask(description);
  return {
    attachment: {
      ...attachment,
      ...(maskedName && { name: maskedName.text }),
      ...(maskedDescription && { description: maskedDescription.text }),
      ...(maskedUrl && { url: maskedUrl.text }),
    },
    phone: maskedDescription?.phone ?? maskedName?.phone ?? maskedUrl?.phone,
  };
}

export interface MaskParts extends MaskManner {
  origin: Origin;
  sealer: Sealer;
  clock: Clock;
}

/** Clocks differ by less than this. A later time would keep the conversation's window open and sort last for ever. */
const maxAheadMs = 60 * 60_000;

/** The only way from an event to a row: masks it, seals its phone number beside it, and caps a time in the future. */
export function toMaskedRow(parts: MaskParts, event: IncomingEvent): EventRow {
  const { sealer, clock, origin } = parts;
  const { event: masked, phone } = maskEvent(event, parts);
  const phoneEncrypted = phone === undefined ? null : sealer.seal(phone);
  const receivedAt = clock.now();
  const isAhead = masked.occurredAt > receivedAt + maxAheadMs;
  const timed = isAhead ? { ...masked, occurredAt: receivedAt } : masked;
  return toEventRow({ event: timed, phoneEncrypted, receivedAt, origin });
}

/**
 * Messages and events as the domain sees them, free of Zalo's wire format.
 * `zalo/` makes IncomingEvents out of deliveries and sends OutgoingContent; nothing else knows both sides.
 */

export type AttachmentKind =
  | 'image'
  | 'gif'
  | 'video'
  | 'audio'
  | 'file'
  | 'sticker'
  | 'location'
  | 'link'
  | 'contact';

export interface Attachment {
  kind: AttachmentKind;
  url?: string;
  thumbnailUrl?: string;
  /** File name, link title or the name on a contact card. */
  name?: string;
  description?: string;
  sizeBytes?: number;
  latitude?: number;
  longitude?: number;
}

/** Which secrets the webhook masks out of a text. */
export const secretKinds = [
  'otp',
  'password',
  'pin',
  'passcode',
  'card',
  'national-id',
  'insurance',
  'bank-account',
  'phone',
] as const;

export type SecretKind = (typeof secretKinds)[number];

/** The resident's own, which nobody may ever ask for; the others are only masked, without a word. */
export const warnedSecrets: ReadonlySet<SecretKind> = new Set([
  'otp',
  'password',
  'pin',
  'passcode',
  'card',
  'national-id',
]);

/** Who an event is about: a person as one OA knows them. User ids differ per OA. */
export interface PersonRef {
  oaId: string;
  personId: string;
  /** Present for a visitor of a web chat without a Zalo identity; needed to answer them. */
  anonymousConversationId?: string;
}

interface EventBase {
  /** Equal for every repeat of the same delivery. */
  deliveryKey: string;
  eventName: string;
  oaId: string;
  /** Zalo's timestamp, epoch milliseconds. */
  occurredAt: number;
}

interface PersonEventBase extends EventBase, PersonRef {}

export interface MessageEvent extends PersonEventBase {
  kind: 'message';
  messageId: string;
  /** Masked before it is stored. Absent on most media. */
  text?: string;
  quotedMessageId?: string;
  attachments: Attachment[];
  /** Set by the webhook's mask, in order of appearance. */
  secrets?: SecretKind[];
}

/** Followed the OA or pressed "Nhắn tin" for the first time. */
export interface OpenedEvent extends PersonEventBase {
  kind: 'opened';
  how: 'follow' | 'chat-now';
}

export interface LeftEvent extends PersonEventBase {
  kind: 'left';
}

/** Pressed "share" on a contact card. The phone itself travels encrypted beside the event, never in it. */
export interface ContactSharedEvent extends PersonEventBase {
  kind: 'contact-shared';
  name?: string;
  /** Raw digits `84…`; the webhook moves it out of the event before anything is stored. */
  phone?: string;
}

/** Called the OA and nobody talked. */
interface MissedCallEvent extends PersonEventBase {
  kind: 'missed-call';
  callId: string;
}

/** Asked Zalo to withdraw consent: sending stops at once. */
export interface WithdrawnEvent extends PersonEventBase {
  kind: 'withdrawn';
}

/** Zalo's copy of something the OA said: our own send, or staff typing by hand (`staffId`). */
export interface EchoEvent extends PersonEventBase {
  kind: 'echo';
  messageId: string;
  text?: string;
  staffId?: string;
  attachments: Attachment[];
}

export interface ReceiptEvent extends PersonEventBase {
  kind: 'receipt';
  state: 'delivered' | 'seen';
  messageIds: string[];
}

export interface ReactionEvent extends PersonEventBase {
  kind: 'reaction';
  messageId: string;
  icon: string;
}

export interface GroupEvent extends EventBase {
  kind: 'group';
  groupId: string;
  /** False once the OA or the group is gone. */
  present: boolean;
}

/** Known, stored and counted, with no effect of its own. */
export interface CountedEvent extends EventBase {
  kind: 'counted';
  personId?: string;
}

/** A name we do not know: kept with name, ids and time, never an error. */
export interface UnsupportedEvent extends EventBase {
  kind: 'unsupported';
  personId?: string;
}

export type IncomingEvent =
  | MessageEvent
  | OpenedEvent
  | LeftEvent
  | ContactSharedEvent
  | MissedCallEvent
  | WithdrawnEvent
  | EchoEvent
  | ReceiptEvent
  | ReactionEvent
  | GroupEvent
  | CountedEvent
  | UnsupportedEvent;

export type IncomingEventKind = IncomingEvent['kind'];

/** The kinds that wake their conversation's actor; all others are stored or matched and wake nobody. */
export const wakingKinds: ReadonlySet<IncomingEventKind> = new Set([
  'message',
  'opened',
  'left',
  'contact-shared',
  'missed-call',
  'withdrawn',
]);

/** What a flow needs to know when a button of it is tapped, as JSON keeps it. */
export type ButtonData = Readonly<Record<string, unknown>>;

/** What a tapped reply button means. Looked up in the outbox, never trusted from the text that comes back. */
export interface ButtonMeaning {
  /** The intent whose handler takes the tap. */
  intent: string;
  step?: string;
  data?: ButtonData;
}

export type Button =
  /** Sends `text` (starting with `#`) in the resident's name. */
  | {
      kind: 'reply';
      title: string;
      text: string;
      meaning: ButtonMeaning;
      /** The one that a typed "có" or "không" means, or "rồi" or "chưa", where the text asks for it. */
      says?: 'yes' | 'no' | 'done' | 'not-done';
    }
  | { kind: 'open-url'; title: string; url: string }
  /** `phone` in the form `84…`; short numbers are written in the text instead. A sealed one is opened when it is sent. */
  | { kind: 'call'; title: string; phone: string; sealed?: boolean };

export type ReplyButton = Extract<Button, { kind: 'reply' }>;

/** One message to one person. Text is plain: Zalo shows no markup. */
export type OutgoingContent =
  | {
      kind: 'text';
      text: string;
      buttons?: Button[];
      /** What the numbers in the text stand for, where it is a list to pick from; not shown as buttons. */
      choices?: ReplyButton[];
      quotedMessageId?: string;
      /** The buttons stand in the text as a list already, because the platform refused them as buttons. */
      listed?: boolean;
    }
  | { kind: 'image'; text?: string; url?: string; attachmentId?: string }
  | { kind: 'file'; token: string }
  | { kind: 'request-contact'; title: string; subtitle: string; imageUrl: string };

/** Where a row comes from, so that reports can leave out what was not a resident. */
export type Origin = 'real' | 'test' | 'simulator';

/**
 * Messages and events of the domain, independent of Zalo's wire format. `zalo/` makes IncomingEvents out of deliveries
 * and sends OutgoingContent; no other folder knows both sides.
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

/** The kinds of secret that the webhook masks in a text. */
export const secretKinds = [
  'otp',
  'password',
  'pin',
  'passcode',
  'card',
  'national-id',
  'insurance',
  'tax-code',
  'bank-account',
  'phone',
] as const;

export type SecretKind = (typeof secretKinds)[number];

/**
 * The resident's own secrets, which no office may ask for: the bot warns. The others are only masked, without a word.
 */
export const warnedSecrets: ReadonlySet<SecretKind> = new Set([
  'otp',
  'password',
  'pin',
  'passcode',
  'card',
  'national-id',
]);

/** The person of an event, as one OA knows them. User ids differ per OA. */
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
  /** Set when the webhook masks the text, in order of appearance. */
  secrets?: SecretKind[];
}

/** The person followed the OA or pressed "Nhắn tin" for the first time. */
export interface OpenedEvent extends PersonEventBase {
  kind: 'opened';
  how: 'follow' | 'chat-now';
}

export interface LeftEvent extends PersonEventBase {
  kind: 'left';
}

/** The person pressed "share" on a contact card. The phone itself travels encrypted beside the event, never in it. */
export interface ContactSharedEvent extends PersonEventBase {
  kind: 'contact-shared';
  name?: string;
  /** Raw digits `84…`; the webhook moves it out of the event before storing it. */
  phone?: string;
}

/** The person called the OA and got no answer. */
interface MissedCallEvent extends PersonEventBase {
  kind: 'missed-call';
  callId: string;
}

/** The person asked Zalo to withdraw consent: sending stops at once. */
export interface WithdrawnEvent extends PersonEventBase {
  kind: 'withdrawn';
}

/** Zalo's copy of a message from the OA: our own send, or staff typing by hand (`staffId`). */
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
  /** False once the OA has left the group or the group is gone. */
  present: boolean;
}

/** Known, stored and counted, without an effect of its own. */
export interface CountedEvent extends EventBase {
  kind: 'counted';
  personId?: string;
}

/** An unknown event name: stored with name, ids and time, never an error. */
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

/** The kinds that wake their conversation's actor; the others are stored or matched without a wake. */
export const wakingKinds: ReadonlySet<IncomingEventKind> = new Set([
  'message',
  'opened',
  'left',
  'contact-shared',
  'missed-call',
  'withdrawn',
]);

/** Data that a flow needs when its button is tapped, as stored in JSON. */
export type ButtonData = Readonly<Record<string, unknown>>;

/** What a tapped reply button means. Looked up in the outbox, never trusted from the text that comes back. */
export interface ButtonMeaning {
  /** The intent whose handler handles the tap. */
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
      /** Which typed answer selects this button, "có", "không", "rồi" or "chưa", when the text asks for one. */
      says?: 'yes' | 'no' | 'done' | 'not-done';
      /** Only a tap or its own words choose it, never a bare number: what it does cannot be undone. */
      exact?: true;
    }
  | { kind: 'open-url'; title: string; url: string }
  /** `phone` in the form `84…`; short numbers go in the text instead. A sealed one is opened at sending. */
  | { kind: 'call'; title: string; phone: string; sealed?: boolean };

export type ReplyButton = Extract<Button, { kind: 'reply' }>;

/** One message to one person. Text is plain: Zalo shows no markup. */
export type OutgoingContent =
  | {
      kind: 'text';
      text: string;
      buttons?: Button[];
      /** What the numbers in the text select when it is a list; not shown as buttons. */
      choices?: ReplyButton[];
      quotedMessageId?: string;
      /** The text already lists the buttons, because the platform refused them as buttons. */
      listed?: boolean;
    }
  | { kind: 'image'; text?: string; url?: string; attachmentId?: string }
  | { kind: 'file'; token: string }
  | { kind: 'request-contact'; title: string; subtitle: string; imageUrl: string };

/** The source of a row, so that reports can leave out traffic that is not from residents. */
export type Origin = 'real' | 'test' | 'simulator';

import type { AttachmentKind, EchoEvent, IncomingEvent, MessageEvent } from '../../message.ts';
import type { ParseOptions } from './converter.ts';
import { definedOnly } from './defined-only.ts';
import { deliveryKey, messageKey } from './delivery-key.ts';
import { toAttachments, toContactCard } from './to-attachments.ts';
import { toCounted } from './to-counted.ts';
import { type WireMessageEvent, wireMessageEvent } from './wire-events.ts';

/** What the event's name says about an attachment that did not arrive. */
const kindBySuffix: Record<string, AttachmentKind> = {
  image: 'image',
  gif: 'gif',
  link: 'link',
  audio: 'audio',
  video: 'video',
  sticker: 'sticker',
  location: 'location',
  file: 'file',
};

/** A resident's message. A message whose sender is one of our OAs is only counted: answering it would loop. */
export function toResidentMessage(json: unknown, options: ParseOptions): IncomingEvent {
  const wire = wireMessageEvent.parse(json);
  return options.isConnectedOa(wire.sender.id) ? toCounted(json, options) : toMessage(wire);
}

/**
 * A message of a visitor without a Zalo identity. Without the conversation id the bot cannot answer it: only counted.
 */
export function toVisitorMessage(json: unknown, options: ParseOptions): IncomingEvent {
  const wire = wireMessageEvent.parse(json);
  const anonymousConversationId = wire.message.conversation_id;
  if (!anonymousConversationId) return toCounted(json, options);
  return { ...toMessage(wire), anonymousConversationId };
}

/** Zalo's copy of a message that the OA sent. */
export function toEcho(json: unknown): EchoEvent {
  const { event_name: eventName, timestamp, sender, recipient, message } = wireMessageEvent.parse(json);
  return {
    kind: 'echo',
    deliveryKey: deliveryKey(eventName, sender.id, recipient.id, message.msg_id, timestamp),
    eventName,
    oaId: sender.id,
    personId: recipient.id,
    occurredAt: timestamp,
    messageId: message.msg_id,
    ...definedOnly({ text: message.text || undefined, staffId: sender.admin_id }),
    attachments: toAttachments(message.attachments),
  };
}

function toMessage({
  event_name: eventName,
  timestamp,
  sender,
  recipient,
  message,
}: WireMessageEvent): MessageEvent {
  const person = { oaId: recipient.id, personId: sender.id };
  const isCard = eventName === 'user_send_business_card';
  return {
    kind: 'message',
    deliveryKey: messageKey({ ...person, messageId: message.msg_id, occurredAt: timestamp }),
    eventName,
    ...person,
    occurredAt: timestamp,
    messageId: message.msg_id,
    ...definedOnly({
      text: isCard ? undefined : message.text || undefined,
      quotedMessageId: message.quote_msg_id,
    }),
    attachments: isCard
      ? [toContactCard(message.attachments, message.text)]
      : toAttachments(message.attachments, kindBySuffix[eventName.slice(eventName.lastIndexOf('_') + 1)]),
  };
}

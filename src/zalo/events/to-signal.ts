import type { CountedEvent, IncomingEvent, ReactionEvent, ReceiptEvent } from '../../message.ts';
import type { Converter, ParseOptions } from './converter.ts';
import { deliveryKey } from './delivery-key.ts';
import { wireReactionEvent, wireReceiptEvent } from './wire-events.ts';
import { WrongShapeError } from './wrong-shape-error.ts';

/**
 * Delivered and seen. Production handlers elsewhere treat the OA as the sender, other sources assume the opposite: the
 * ids decide.
 */
export function toReceipt(state: ReceiptEvent['state']): Converter<IncomingEvent> {
  return (json, options) => {
    const wire = wireReceiptEvent.parse(json);
    const { event_name: eventName, timestamp, message } = wire;
    const [oaId, personId] = directionOf(wire, options);
    if (message.delivery_time !== undefined || message.tracking_id !== undefined) {
      return toTemplateReceipt(eventName, oaId, message.msg_id ?? '', timestamp);
    }
    const messageIds = message.msg_ids ?? (message.msg_id ? [message.msg_id] : []);
    if (messageIds.length === 0) throw new WrongShapeError(`${eventName} names no message`);
    return {
      kind: 'receipt',
      deliveryKey: deliveryKey(state, oaId, personId, ...messageIds, timestamp),
      eventName,
      oaId,
      personId,
      occurredAt: timestamp,
      state,
      messageIds,
    };
  };
}

export function toReaction(json: unknown): ReactionEvent {
  const { event_name: eventName, timestamp, sender, recipient, message } = wireReactionEvent.parse(json);
  return {
    kind: 'reaction',
    deliveryKey: deliveryKey(eventName, recipient.id, sender.id, message.msg_id, timestamp),
    eventName,
    oaId: recipient.id,
    personId: sender.id,
    occurredAt: timestamp,
    messageId: message.msg_id,
    icon: message.react_icon,
  };
}

function directionOf(
  { sender, recipient }: { sender: { id: string }; recipient: { id: string } },
  { isConnectedOa }: ParseOptions,
): [oaId: string, personId: string] {
  const isReversed = isConnectedOa(recipient.id) && !isConnectedOa(sender.id);
  return isReversed ? [recipient.id, sender.id] : [sender.id, recipient.id];
}

/** The receipt of a template message: same name, but its recipient is a phone number, which is left out. */
function toTemplateReceipt(name: string, oaId: string, messageId: string, occurredAt: number): CountedEvent {
  const eventName = `${name}_zns`;
  return {
    kind: 'counted',
    deliveryKey: deliveryKey(eventName, oaId, messageId, occurredAt),
    eventName,
    oaId,
    occurredAt,
  };
}

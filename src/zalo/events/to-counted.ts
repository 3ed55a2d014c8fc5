import type { CountedEvent, UnsupportedEvent } from '../../message.ts';
import type { ParseOptions } from './converter.ts';
import { definedOnly } from './defined-only.ts';
import { deliveryKey } from './delivery-key.ts';
import { type WireOtherEvent, wireOtherEvent } from './wire-events.ts';
import { WrongShapeError } from './wrong-shape-error.ts';

/** A known event with no effect of its own. */
export function toCounted(json: unknown, options: ParseOptions): CountedEvent {
  return { kind: 'counted', ...identityOf(wireOtherEvent.parse(json), options) };
}

/** An event with an unknown name: stores name, ids and time, never its text. */
export function toUnsupported(json: unknown, options: ParseOptions): UnsupportedEvent {
  return { kind: 'unsupported', ...identityOf(wireOtherEvent.parse(json), options) };
}

function identityOf(wire: WireOtherEvent, options: ParseOptions): Omit<CountedEvent, 'kind'> {
  const { event_name: eventName, timestamp: occurredAt } = wire;
  const oaId = oaOf(wire, options);
  const personId = personOf(wire, oaId);
  const messageId = wire.message?.msg_id ?? wire.msg_id ?? wire.call_id;
  return {
    deliveryKey: deliveryKey(eventName, oaId, personId ?? wire.group_id, messageId, occurredAt),
    eventName,
    oaId,
    occurredAt,
    ...definedOnly({ personId }),
  };
}

function oaOf(
  { event_name: name, oa_id, oaId, sender, recipient }: WireOtherEvent,
  options: ParseOptions,
): string {
  const named = oa_id ?? oaId;
  if (named) return named;
  const [likely, other] = name.startsWith('oa_') ? [sender?.id, recipient?.id] : [recipient?.id, sender?.id];
  if (other && options.isConnectedOa(other)) return other;
  if (likely) return likely;
  throw new WrongShapeError(`${name} names no OA`);
}

/** Several tagged people identify no single person. */
function personOf(wire: WireOtherEvent, oaId: string): string | undefined {
  const tagged = wire.tag?.user_ids?.length === 1 ? wire.tag.user_ids[0] : undefined;
  const inGroup = wire.event_name.startsWith('oa_send_group_');
  const candidates = [
    wire.user_id,
    wire.data?.user_id,
    tagged,
    wire.sender?.id,
    !inGroup && wire.recipient?.id,
  ];
  return candidates.find((candidate): candidate is string => !!candidate && candidate !== oaId);
}

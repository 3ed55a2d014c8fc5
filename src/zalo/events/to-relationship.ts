import type {
  ContactSharedEvent,
  GroupEvent,
  IncomingEvent,
  LeftEvent,
  OpenedEvent,
  WithdrawnEvent,
} from '../../message.ts';
import type { ParseOptions } from './converter.ts';
import { definedOnly } from './defined-only.ts';
import { deliveryKey } from './delivery-key.ts';
import { toCounted } from './to-counted.ts';
import { toVietnamesePhone } from './vietnamese-phone.ts';
import {
  wireCallEvent,
  wireFollowEvent,
  wireGroupEvent,
  wirePersonEvent,
  wireSubmitInfoEvent,
} from './wire-events.ts';

export function toFollowed(json: unknown): OpenedEvent {
  return { kind: 'opened', how: 'follow', ...followerOf(json) };
}

export function toUnfollowed(json: unknown): LeftEvent {
  return { kind: 'left', ...followerOf(json) };
}

export function toChatOpened(json: unknown): OpenedEvent {
  return { kind: 'opened', how: 'chat-now', ...personOf(json) };
}

export function toWithdrawn(json: unknown): WithdrawnEvent {
  return { kind: 'withdrawn', ...personOf(json) };
}

/** Takes only the name and the phone from a contact card. */
export function toContactShared(json: unknown): ContactSharedEvent {
  const wire = wireSubmitInfoEvent.parse(json);
  const { name, phone } = wire.info;
  return {
    kind: 'contact-shared',
    ...personEvent(wire, wire.recipient.id, wire.sender.id),
    ...definedOnly({
      name,
      phone: phone === null || phone === undefined ? undefined : toVietnamesePhone(phone),
    }),
  };
}

/** A call that was not answered. An answered call, or one without a user id, is only counted. */
export function toMissedCall(json: unknown, options: ParseOptions): IncomingEvent {
  const wire = wireCallEvent.parse(json);
  if (wire.talk_time !== 0 || !wire.user_id) return toCounted(json, options);
  return {
    kind: 'missed-call',
    ...personEvent(wire, wire.oa_id, wire.user_id),
    deliveryKey: deliveryKey(wire.event_name, wire.oa_id, wire.user_id, wire.call_id, wire.timestamp),
    callId: wire.call_id,
  };
}

/** A change of a group that the OA is in, or has just left. */
export function toGroup(json: unknown): GroupEvent {
  const {
    event_name: eventName,
    timestamp,
    oa_id: oaId,
    group_id: groupId,
    users,
  } = wireGroupEvent.parse(json);
  const weLeft = /^user_(out|leave)_group$/.test(eventName) && users?.some((user) => user.id === oaId);
  return {
    kind: 'group',
    deliveryKey: deliveryKey(eventName, oaId, groupId, ...(users ?? []).map((user) => user.id), timestamp),
    eventName,
    oaId,
    occurredAt: timestamp,
    groupId,
    present: eventName !== 'delete_group' && !weLeft,
  };
}

interface NamedEvent {
  event_name: string;
  timestamp: number;
}

function followerOf(json: unknown) {
  const wire = wireFollowEvent.parse(json);
  return personEvent(wire, wire.oa_id, wire.follower.id);
}

function personOf(json: unknown) {
  const wire = wirePersonEvent.parse(json);
  return personEvent(wire, wire.oa_id, wire.user_id);
}

function personEvent({ event_name: eventName, timestamp }: NamedEvent, oaId: string, personId: string) {
  return {
    deliveryKey: deliveryKey(eventName, oaId, personId, timestamp),
    eventName,
    oaId,
    personId,
    occurredAt: timestamp,
  };
}

import { managementExtras, sampleMessage } from './event-samples.ts';
import { createHexId } from './ids.ts';
import type { SimulatedUser } from './people-store.ts';
import type { Switches } from './switches.ts';

export type EventBody = Record<string, unknown> & { event_name: string; timestamp: string | number };

export interface EventSpec {
  eventName: string;
  appId: string;
  oaId: string;
  user?: SimulatedUser;
  groupId?: string;
  /** Epoch milliseconds. */
  at: number;
  /** These fields override the sample fields; objects are merged, anything else is replaced. */
  partial?: object;
}

type Envelope = (spec: EventSpec, switches: Switches) => object;

const byApp: Envelope = ({ user }, { userIdByApp }) =>
  user && userIdByApp && !user.anonymousConversationId ? { user_id_by_app: user.userIdByApp } : {};
const fromUser: Envelope = ({ user, oaId }) => ({ sender: { id: user?.userId }, recipient: { id: oaId } });
const fromOa: Envelope = ({ user, oaId }) => ({ sender: { id: oaId }, recipient: { id: user?.userId } });
const ofOa: Envelope = ({ oaId }) => ({ oa_id: oaId });
const ofUser: Envelope = ({ oaId, user }) => ({ oa_id: oaId, user_id: user?.userId });
const ofFollower: Envelope = ({ oaId, user }) => ({ oa_id: oaId, follower: { id: user?.userId } });
const ofGroup: Envelope = ({ oaId, groupId }) => ({ oa_id: oaId, group_id: groupId });
const ofReceipt: Envelope = (spec, switches) =>
  switches.receiptSender === 'oa' ? fromOa(spec, switches) : fromUser(spec, switches);
const ofMessage: Envelope = ({ user }) => ({
  message: {
    msg_id: createHexId(),
    ...(user?.anonymousConversationId ? { conversation_id: user.anonymousConversationId } : {}),
  },
});
const ofMember: Envelope = (spec, switches) => ({
  ...ofGroup(spec, switches),
  users: [{ id: spec.user?.userId }],
});
const fromGroup: Envelope = ({ user, oaId, groupId }) => ({
  oa_id: oaId,
  sender: { id: user?.userId },
  recipient: { id: groupId },
});
const toGroup: Envelope = ({ oaId, groupId }) => ({
  oa_id: oaId,
  sender: { id: oaId },
  recipient: { id: groupId },
});

/** The fields of each event. Sources: the contract's §1 and the stored sample bodies. */
const envelopes: Record<string, Envelope[]> = {
  follow: [ofFollower, byApp],
  unfollow: [ofFollower, byApp],
  user_click_chatnow: [ofUser, byApp],
  user_withdraw: [ofUser, byApp],
  update_user_info: [ofUser, byApp],
  user_call_oa: [ofUser],
  oa_call_user: [ofUser],
  user_submit_info: [fromUser, ofSharedContact],
  user_received_message: [ofReceipt, ofMessage],
  user_seen_message: [ofReceipt, () => ({ message: { msg_ids: [] } })],
  user_reacted_message: [fromUser, byApp, ofReaction],
  oa_reacted_message: [fromOa, byApp, ofReaction],
  add_user_to_tag: [ofOa, byApp],
  remove_user_from_tag: [ofOa, byApp],
  create_group: [ofGroup],
  delete_group: [ofGroup],
  update_group_info: [ofGroup],
  user_join_group: [ofMember],
  user_out_group: [ofMember],
  user_request_join_group: [ofMember],
  change_oa_daily_quota: [({ oaId }) => ({ oaId })],
};
for (const name of Object.keys(managementExtras)) envelopes[name] ??= [ofOa];

/** Longer prefixes first: the first match wins. */
const envelopesByPrefix: [string, Envelope[]][] = [
  ['user_send_group_', [fromGroup, ofMessage]],
  ['oa_send_group_', [toGroup, ofMessage]],
  ['user_send_', [fromUser, byApp, ofMessage]],
  ['anonymous_send_', [fromUser, ofMessage]],
  ['oa_send_', [fromOa, byApp, ofMessage]],
  ['', [ofUser, byApp]],
];

/**
 * Builds the whole body of an event from the caller's fields. An unknown event name gets a plain envelope, to
 * test that a receiver tolerates it.
 */
export function buildEventBody(spec: EventSpec, switches: Switches): EventBody {
  const { eventName, appId, at, partial = {} } = spec;
  const parts =
    envelopes[eventName] ?? envelopesByPrefix.find(([prefix]) => eventName.startsWith(prefix))?.[1] ?? [];
  let body: object = { app_id: appId, event_name: eventName };
  for (const part of parts) body = { ...body, ...part(spec, switches) };
  body = merge(body, contentOf(spec, switches));
  body = merge({ ...body, timestamp: switches.numericTimestamp ? at : String(at) }, partial);
  return body as EventBody;
}

function contentOf({ eventName, at, partial }: EventSpec, switches: Switches): object {
  const kind = /^(?:user|anonymous)_send_(?:group_)?(\w+)$/.exec(eventName)?.[1];
  if (!kind) return managementExtras[eventName]?.(at) ?? {};
  const given = (partial as { message?: { attachments?: unknown } } | undefined)?.message;
  return given?.attachments ? {} : { message: sampleMessage(kind, switches.omitMediaText) };
}

function ofReaction(): object {
  return { message: { msg_id: createHexId(), react_icon: '/-heart' } };
}

function ofSharedContact(spec: EventSpec, switches: Switches): object {
  const { name = '', phone = '' } = spec.user ?? {};
  if (switches.submitInfo === 'current') {
    const address = { user_city: 'Example city', user_ward: 'Example ward', user_address: 'Example street' };
    return { info: { name, phone, user_dob: '05/08/1987', gender: 'Nam', full_address: address } };
  }
  const info = { address: 'Example street', phone, city: 'Example city', district: '', name, ward: '' };
  return { ...byApp(spec, switches), info };
}

function merge(base: object, over: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isPlainObject(below) && isPlainObject(value) ? merge(below, value) : value;
  }
  return result;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

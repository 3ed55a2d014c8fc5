import { ApiError, invalidField } from '../api-error.ts';
import { createHexId } from '../ids.ts';
import { type CheckedMessage, checkMessage } from '../message-shape.ts';
import { allowanceFor } from '../message-window.ts';
import type { Oa, SimulatedUser } from '../people-store.ts';
import type { Platform } from '../platform.ts';
import { type ApiCall, type Endpoints, findUserOf, textField } from './endpoint.ts';

/** Consultation messages, templates by user id, groups, and the rest of the v2 message API. */
export function createMessageEndpoints(platform: Platform): Endpoints {
  const { clock, switches, people, oaMessages } = platform;

  function reachableUser(oa: Oa, userId: string): SimulatedUser {
    const user = findUserOf(people, oa, userId);
    if (!user) throw new ApiError(-213);
    if (user.inactive) throw new ApiError(-227);
    if (user.blocked) throw new ApiError(-244);
    return user;
  }

  function sent(user: SimulatedUser, message: CheckedMessage, quota?: object) {
    const { messageId, sentAt } = oaMessages.accept(user, message);
    return {
      message_id: messageId,
      user_id: user.userId,
      sent_time: String(sentAt),
      ...(quota ? { quota } : {}),
    };
  }

  function shapeOf(data: Record<string, unknown>): CheckedMessage {
    return checkMessage(data.message, switches.read(), platform.findUpload);
  }

  function sendConsultation({ oa, data }: ApiCall) {
    const userId = textField(recipientOf(data), 'user_id');
    const message = shapeOf(data);
    const user = reachableUser(oa, userId);
    return sent(user, message, allowanceFor(user, clock.now(), switches.read()));
  }

  function sendTemplate({ oa, data }: ApiCall) {
    const templateId = textField(data, 'template_id');
    if (typeof data.template_data !== 'object') throw invalidField('template_data');
    if (!switches.read().templateByUserId) throw new ApiError(-249);
    const user = reachableUser(oa, textField(data, 'user_id'));
    const text = `[template ${templateId}] ${Object.values(data.template_data ?? {}).join(' · ')}`;
    const payload = { zinstant_id: '', text, link_url: '', checksum: '' };
    const echoAttachments = [{ type: 'template', payload }];
    const quota = { dailyQuota: '500', remainingQuota: '499' };
    return sent(user, { echoKind: 'template', text, buttons: [], attachments: [], echoAttachments }, quota);
  }

  function sendToGroup({ oa, data }: ApiCall) {
    const group = people.groups.get(textField(recipientOf(data), 'group_id'));
    const { echoKind, text } = shapeOf(data);
    if (group?.oaId !== oa.oaId) throw new ApiError(-403);
    const messageId = createHexId();
    platform.events.emit({
      eventName: `oa_send_group_${echoKind}`,
      oaId: oa.oaId,
      groupId: group.groupId,
      partial: { message: { msg_id: messageId, text } },
    });
    return { message_id: messageId, group_id: group.groupId };
  }

  function sendV2(call: ApiCall) {
    const recipient = recipientOf(call.data);
    if (call.data.sender_action) return react(call);
    if (!recipient.anonymous_id) throw new ApiError(-240);
    const user = findUserOf(people, call.oa, textField(recipient, 'anonymous_id'));
    const conversationId = textField(recipient, 'conversation_id');
    const message = shapeOf(call.data);
    if (!user || user.anonymousConversationId !== conversationId) throw invalidField('conversation_id');
    const { messageId } = oaMessages.accept(user, message);
    return { message_id: messageId, conversation_id: conversationId };
  }

  function react({ oa, data }: ApiCall) {
    const user = findUserOf(people, oa, textField(recipientOf(data), 'user_id'));
    const action = data.sender_action as Record<string, unknown>;
    const icon = textField(action, 'react_icon');
    const messageId = textField(action, 'react_message_id');
    const found = platform.conversations.find(messageId);
    if (!user || found?.userId !== user.userId) throw invalidField('react_message_id');
    platform.conversations.react(messageId, icon === '/-remove' ? undefined : icon);
    const partial = { message: { msg_id: messageId, react_icon: icon } };
    platform.events.emit({ eventName: 'oa_reacted_message', oaId: oa.oaId, user, partial });
    return { message_id: messageId, user_id: user.userId };
  }

  const shutDown = () => {
    throw new ApiError(-233);
  };
  return {
    'POST /v3.0/oa/message/cs': sendConsultation,
    'POST /v3.0/oa/message/template': sendTemplate,
    'POST /v3.0/oa/group/message': sendToGroup,
    'POST /v2.0/oa/message': sendV2,
    'POST /v3.0/oa/message/transaction': shutDown,
    'POST /v3.0/oa/message/promotion': shutDown,
  };
}

function recipientOf(data: Record<string, unknown>): Record<string, unknown> {
  const { recipient } = data;
  if (typeof recipient !== 'object' || recipient === null) throw invalidField('recipient');
  return recipient as Record<string, unknown>;
}

import { ApiError } from '../api-error.ts';
import type { StoredMessage } from '../conversation-store.ts';
import type { Oa, SimulatedUser } from '../people-store.ts';
import type { Platform } from '../platform.ts';
import { type Endpoints, findUserOf, pageOf, textField } from './endpoint.ts';

const maxPage = 10;

/** Past messages, with which an app can fetch what it missed. Latest first. */
export function createConversationEndpoints({ people, conversations }: Platform): Endpoints {
  return {
    'GET /v2.0/oa/listrecentchat': ({ oa, data }) => {
      const { offset, count } = pageOf(data, maxPage);
      return conversations
        .recent()
        .map((userId) => findUserOf(people, oa, userId))
        .filter((user) => user !== undefined)
        .slice(offset, offset + count)
        .flatMap((user) => {
          const last = conversations.list(user.userId).at(-1);
          return last ? [toChatItem(last, user, oa)] : [];
        });
    },
    'GET /v2.0/oa/conversation': ({ oa, data }) => {
      const { offset, count } = pageOf(data, maxPage);
      const user = findUserOf(people, oa, textField(data, 'user_id'));
      if (!user) throw new ApiError(-213);
      const messages = conversations.list(user.userId);
      const end = Math.max(messages.length - offset, 0);
      const page = messages.slice(Math.max(end - count, 0), end).reverse();
      return page.map((message) => toChatItem(message, user, oa));
    },
  };
}

function toChatItem(message: StoredMessage, user: SimulatedUser, oa: Oa) {
  const person = { id: user.userId, name: user.name };
  const office = { id: oa.oaId, name: oa.name };
  const [from, to] = message.from === 'oa' ? [office, person] : [person, office];
  const [attachment] = message.attachments;
  return {
    src: message.from === 'oa' ? 0 : 1,
    time: message.at,
    type: attachment ? chatType(attachment.type) : 'text',
    message: message.text,
    message_id: message.id,
    from_id: from.id,
    to_id: to.id,
    from_display_name: from.name,
    from_avatar: '',
    to_display_name: to.name,
    to_avatar: '',
    ...(attachment ? { url: attachment.url } : {}),
  };
}

/** These two endpoints use other names for some kinds. */
function chatType(attachmentType: string): string {
  const names: Record<string, string> = { image: 'photo', audio: 'voice' };
  return names[attachmentType] ?? attachmentType;
}

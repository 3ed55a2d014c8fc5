import type { Clock } from '../../src/clock.ts';
import type { ConversationStore, ShownAttachment, StoredMessage } from './conversation-store.ts';
import type { EventBody } from './event-bodies.ts';
import type { EventSource } from './event-source.ts';
import type { SimulatedUser } from './people-store.ts';

interface UserAction {
  event_name: string;
  /** Fields of the event's body that override the sample ones. */
  [field: string]: unknown;
}

export interface UserActions {
  /** Applies an action of the person to the platform and delivers its event. */
  act(user: SimulatedUser, action: UserAction, options?: { hidden?: boolean; groupId?: string }): EventBody;
  /** Types a text, under the event name that fits the person. */
  write(user: SimulatedUser, text: string, options?: { quotedMessageId?: string | undefined }): EventBody;
  /** Taps a button, which sends its payload in the person's name. The chat does not show a hidden one. */
  tap(user: SimulatedUser, payload: string): EventBody;
}

type Effect = (user: SimulatedUser, body: EventBody) => void;

export function createUserActions({
  clock,
  conversations,
  events,
}: {
  clock: Clock;
  conversations: ConversationStore;
  events: EventSource;
}): UserActions {
  const interact = (user: SimulatedUser): void => {
    user.lastInteractionAt = clock.now();
  };
  const effects: Record<string, Effect> = {
    follow(user) {
      user.follower = true;
      interact(user);
    },
    unfollow(user) {
      user.follower = false;
    },
    user_click_chatnow: interact,
    user_submit_info(user) {
      user.contactSharedAt = clock.now();
      interact(user);
    },
    user_received_message: (_user, body) => markAll([messagePart(body).msg_id], 'delivered'),
    user_seen_message: (_user, body) => markAll(messagePart(body).msg_ids ?? [], 'seen'),
    user_reacted_message(_user, body) {
      const { msg_id, react_icon } = messagePart(body);
      conversations.react(String(msg_id), react_icon === '/-remove' ? undefined : String(react_icon));
    },
  };

  function markAll(ids: unknown[], state: 'delivered' | 'seen'): void {
    for (const id of ids) conversations.markState(String(id), state);
  }

  function storeMessage(user: SimulatedUser, body: EventBody, hidden: boolean): void {
    const { msg_id, text, quote_msg_id, attachments } = messagePart(body);
    interact(user);
    user.wrote = true;
    conversations.add(user.userId, {
      id: String(msg_id),
      from: 'user',
      text: String(text ?? ''),
      buttons: [],
      attachments: (attachments ?? []).map(toShownAttachment),
      at: Number(body.timestamp),
      state: 'sent',
      ...(quote_msg_id ? { quotedMessageId: String(quote_msg_id) } : {}),
      ...(hidden ? { hidden } : {}),
    });
  }

  /** A receipt that names no message covers the OA's unseen messages. */
  function withUnseenMessages(user: SimulatedUser, action: UserAction): object {
    const { message } = action as { message?: object };
    if (message || !/^user_(received|seen)_message$/.test(action.event_name)) return action;
    const ids = latest(conversations.list(user.userId))
      .filter(({ from, state: shown }) => from === 'oa' && shown !== 'seen')
      .map(({ id }) => id);
    if (ids.length === 0) return action;
    const seen = action.event_name === 'user_seen_message';
    return { ...action, message: seen ? { msg_ids: ids } : { msg_id: ids.at(-1) } };
  }

  const act: UserActions['act'] = (user, action, { hidden = false, groupId } = {}) => {
    const body = events.emitFromUser({
      eventName: action.event_name,
      oaId: user.oaId,
      user,
      ...(groupId ? { groupId } : {}),
      partial: withUnseenMessages(user, action),
    });
    if (isDirectMessage(body.event_name)) storeMessage(user, body, hidden);
    else effects[body.event_name]?.(user, body);
    return body;
  };

  const write: UserActions['write'] = (user, text, { quotedMessageId } = {}) =>
    act(user, {
      event_name: user.anonymousConversationId ? 'anonymous_send_text' : 'user_send_text',
      message: { text, ...(quotedMessageId ? { quote_msg_id: quotedMessageId } : {}) },
    });

  return {
    act,
    write,
    tap(user, payload) {
      const hidden = latest(conversations.list(user.userId)).some(({ buttons }) =>
        buttons.some((b) => b.type === 'oa.query.hide' && b.payload === payload),
      );
      return act(user, { event_name: 'user_send_text', message: { text: payload } }, { hidden });
    },
  };
}

/** As far back as a person scrolls; keeps the work per tap small. */
function latest(messages: readonly StoredMessage[]): readonly StoredMessage[] {
  return messages.slice(-50);
}

interface MessagePart {
  msg_id?: unknown;
  msg_ids?: unknown[];
  text?: unknown;
  quote_msg_id?: unknown;
  react_icon?: unknown;
  attachments?: { type?: unknown; payload?: Record<string, unknown> }[];
}

function messagePart(body: EventBody): MessagePart {
  return (body.message as MessagePart | undefined) ?? {};
}

function isDirectMessage(eventName: string): boolean {
  return /^(user|anonymous)_send_(?!group_)/.test(eventName);
}

function toShownAttachment({ type, payload = {} }: { type?: unknown; payload?: Record<string, unknown> }) {
  const title = payload.name ?? payload.title;
  const place = payload.coordinates as { latitude?: unknown; longitude?: unknown } | undefined;
  const shown: ShownAttachment = { type: String(type), url: String(payload.url ?? '') };
  if (title) shown.title = String(title);
  if (payload.description) shown.description = String(payload.description);
  if (payload.thumbnail) shown.thumbnailUrl = String(payload.thumbnail);
  if (payload.size) shown.sizeBytes = Number(payload.size);
  if (place) Object.assign(shown, { latitude: Number(place.latitude), longitude: Number(place.longitude) });
  return shown;
}

import type { ActivityLog } from './activity-log.ts';

export interface ShownButton {
  title: string;
  type: string;
  payload: unknown;
}

export interface ShownAttachment {
  type: string;
  url: string;
  title?: string;
  description?: string;
  thumbnailUrl?: string;
  sizeBytes?: number;
  latitude?: number;
  longitude?: number;
}

export interface StoredMessage {
  id: string;
  from: 'user' | 'oa';
  text: string;
  buttons: ShownButton[];
  attachments: ShownAttachment[];
  at: number;
  state: 'sent' | 'delivered' | 'seen';
  quotedMessageId?: string;
  /** Icon with which the other side reacted to the message. */
  reaction?: string;
  /** The OA's staff member who typed it by hand. */
  staffId?: string;
  /** A tapped `oa.query.hide` button: Zalo gets it, the chat does not show it. */
  hidden?: boolean;
}

/** Keeps the work per answer small. */
const furthestUnread = 50;
const stateOrder = { sent: 0, delivered: 1, seen: 2 };

export interface ConversationStore {
  add(userId: string, message: StoredMessage): void;
  find(messageId: string): { userId: string; message: StoredMessage } | undefined;
  /** Oldest first. */
  list(userId: string): readonly StoredMessage[];
  /** Moves the ticks forward, never back. */
  markState(messageId: string, state: StoredMessage['state']): void;
  /** A person's answer marks all earlier messages of the other side as read. */
  markRead(userId: string): void;
  /** @param icon undefined removes the reaction; @returns false for an unknown message */
  react(messageId: string, icon: string | undefined): boolean;
  /** Ids of people with messages, the latest conversation first. */
  recent(): string[];
  clear(): void;
}

/** @param keptPerUser keeps at least this many of a person's latest messages, at most twice as many */
export function createConversationStore({
  log,
  keptPerUser = 2_000,
}: {
  log: ActivityLog;
  keptPerUser?: number;
}): ConversationStore {
  const byUser = new Map<string, StoredMessage[]>();
  const byId = new Map<string, { userId: string; message: StoredMessage }>();

  function trim(userId: string, messages: StoredMessage[]): void {
    if (messages.length <= 2 * keptPerUser) return;
    for (const old of messages.splice(0, keptPerUser)) {
      if (byId.get(old.id)?.userId === userId) byId.delete(old.id);
    }
  }

  function markState(messageId: string, state: StoredMessage['state']): void {
    const found = byId.get(messageId);
    if (!found || stateOrder[found.message.state] >= stateOrder[state]) return;
    found.message.state = state;
    log.add({ kind: 'message-state', userId: found.userId, messageId, state });
  }

  return {
    add(userId, message) {
      const messages = byUser.get(userId) ?? [];
      messages.push(message);
      trim(userId, messages);
      // Deleted and set again so that the map keeps conversations in order of their latest message.
      byUser.delete(userId);
      byUser.set(userId, messages);
      byId.set(message.id, { userId, message });
      log.add({ kind: 'message', userId, message: { ...message } });
    },
    find: (messageId) => byId.get(messageId),
    list: (userId) => byUser.get(userId) ?? [],
    markState,
    markRead(userId) {
      const written = (byUser.get(userId) ?? []).slice(-furthestUnread).filter(({ from }) => from === 'user');
      for (const { id } of written) markState(id, 'seen');
    },
    react(messageId, icon) {
      const found = byId.get(messageId);
      if (!found) return false;
      if (icon === undefined) delete found.message.reaction;
      else found.message.reaction = icon;
      log.add({ kind: 'reaction', userId: found.userId, messageId, ...(icon ? { icon } : {}) });
      return true;
    },
    recent: () => [...byUser.keys()].reverse(),
    clear() {
      byUser.clear();
      byId.clear();
    },
  };
}

import type { Clock } from '../../src/clock.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { EventSource } from './event-source.ts';
import { createHexId } from './ids.ts';
import type { CheckedMessage } from './message-shape.ts';
import type { SimulatedUser } from './people-store.ts';
import type { SwitchBoard } from './switches.ts';
import type { Timers } from './timers.ts';

export interface OaMessages {
  /**
   * Accepts the OA's message: stores it, echoes it to the webhook and, in time, marks it received and seen.
   * @param staffId set when staff typed it by hand in OA Manager
   */
  accept(
    user: SimulatedUser,
    message: CheckedMessage,
    staffId?: string,
  ): { messageId: string; sentAt: number };
}

export function createOaMessages({
  clock,
  timers,
  switches,
  conversations,
  events,
}: {
  clock: Clock;
  timers: Timers;
  switches: SwitchBoard;
  conversations: ConversationStore;
  events: EventSource;
}): OaMessages {
  function echo(
    user: SimulatedUser,
    message: CheckedMessage,
    ids: { messageId: string; staffId?: string },
  ): void {
    const { echoes, echoIdMatches } = switches.read();
    if (!echoes) return;
    const { text, echoAttachments, quotedMessageId, echoKind } = message;
    const anonymous = user.anonymousConversationId ? 'anonymous_' : '';
    const withoutText = echoKind === 'sticker' || echoKind === 'file';
    events.emit({
      eventName: `oa_send_${anonymous}${echoKind}`,
      oaId: user.oaId,
      user,
      partial: {
        ...(ids.staffId ? { sender: { admin_id: ids.staffId } } : {}),
        message: {
          msg_id: echoIdMatches ? ids.messageId : createHexId(),
          ...(withoutText ? {} : { text }),
          ...(echoAttachments.length > 0 ? { attachments: echoAttachments } : {}),
          ...(quotedMessageId ? { quote_msg_id: quotedMessageId } : {}),
        },
      },
    });
  }

  function receipt(user: SimulatedUser, messageId: string, state: 'delivered' | 'seen'): void {
    conversations.markState(messageId, state);
    const seen = state === 'seen';
    events.emit({
      eventName: seen ? 'user_seen_message' : 'user_received_message',
      oaId: user.oaId,
      user,
      partial: { message: seen ? { msg_ids: [messageId] } : { msg_id: messageId } },
    });
  }

  function receipts(user: SimulatedUser, messageId: string): void {
    const wanted = switches.read().receipts;
    if (wanted === 'none' || user.anonymousConversationId) return;
    receipt(user, messageId, 'delivered');
    if (wanted === 'seen') receipt(user, messageId, 'seen');
  }

  return {
    accept(user, message, staffId) {
      const messageId = createHexId();
      const sentAt = clock.now();
      const { text, buttons, attachments, quotedMessageId } = message;
      conversations.add(user.userId, {
        id: messageId,
        from: 'oa',
        text,
        buttons,
        attachments,
        at: sentAt,
        state: 'sent',
        ...(quotedMessageId ? { quotedMessageId } : {}),
        ...(staffId ? { staffId } : {}),
      });
      conversations.markRead(user.userId);
      echo(user, message, { messageId, ...(staffId ? { staffId } : {}) });
      const { receiptDelayMs } = switches.read();
      if (receiptDelayMs === 0) receipts(user, messageId);
      else timers.at(sentAt + receiptDelayMs, () => receipts(user, messageId));
      return { messageId, sentAt };
    },
  };
}

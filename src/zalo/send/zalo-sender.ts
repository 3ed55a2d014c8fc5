import type { Clock } from '../../clock.ts';
import type { MessageSender, SaidMessage, SendOutcome } from '../../conversation/message-sender.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { OutgoingContent } from '../../message.ts';
import { readConversation } from '../api/read-conversation.ts';
import type { WireChatMessage, ZaloClient } from '../api/zalo-client.ts';
import { NeedsAuthorisation, ZaloNotNow, ZaloRefusal, ZaloTransportError } from '../api/zalo-error.ts';
import { definedOnly } from '../events/defined-only.ts';
import { outcomeOfError } from './outcome-of-error.ts';

interface ZaloSenderParts {
  client: ZaloClient;
  clock: Clock;
  logger: Logger;
}

/** Sends to Zalo. Every answer, refusal or silence becomes an outcome that the outbox can act on. */
export function createZaloSender({ client, clock, logger }: ZaloSenderParts): MessageSender {
  return {
    async send(to, content, options) {
      try {
        const sent = await client.sendMessage(to, content, options?.goesFirst);
        return {
          kind: 'sent',
          messageId: sent.message_id ?? '',
          sentAt: sent.sent_time ?? clock.now(),
          ...definedOnly({ quota: sent.quota?.quota_type }),
        };
      } catch (error) {
        const outcome = outcomeOf(error, content, clock.now());
        logger.warn({ oaId: to.oaId, ...aboutOutcome(outcome) }, 'a message was not sent');
        return outcome;
      }
    },

    async recentMessages(of, sinceAt) {
      // Zalo records conversations by user id, which a visitor does not have.
      if (of.anonymousConversationId) return undefined;
      try {
        return (await readConversation(client, of, sinceAt)).flatMap(toRecentMessage);
      } catch (error) {
        if (!isAnswer(error)) throw error;
        logger.warn({ oaId: of.oaId, reason: messageOf(error) }, 'a conversation could not be read');
        return undefined;
      }
    },
  };
}

/** True for failures of Zalo, false for bugs of ours. */
function isAnswer(error: unknown): boolean {
  return [ZaloRefusal, ZaloTransportError, ZaloNotNow, NeedsAuthorisation].some(
    (kind) => error instanceof kind,
  );
}

function outcomeOf(error: unknown, content: OutgoingContent, now: number): SendOutcome {
  if (error instanceof ZaloRefusal) {
    const hasButtons = content.kind === 'text' && !!content.buttons?.length;
    return outcomeOfError({ code: error.code, detail: error.detail, hasButtons, now });
  }
  if (error instanceof ZaloTransportError) {
    return { kind: error.delivered === 'no' ? 'later' : 'unknown', detail: error.message };
  }
  if (error instanceof ZaloNotNow) return { kind: 'later', retryAt: error.retryAt, detail: error.message };
  if (error instanceof NeedsAuthorisation) {
    // The process that lost the grant has raised the alarm, once for all processes.
    return { kind: 'operator', detail: error.message, isTold: true };
  }
  throw error;
}

function aboutOutcome(outcome: SendOutcome): object {
  return outcome.kind === 'sent' ? {} : { outcome: outcome.kind, reason: outcome.detail };
}

function toRecentMessage(wire: WireChatMessage): SaidMessage[] {
  if (!wire.message_id || wire.src === undefined || wire.time === undefined) return [];
  return [
    {
      messageId: wire.message_id,
      at: wire.time,
      ...definedOnly({ text: wire.message }),
      fromPerson: wire.src === 1,
    },
  ];
}

import type { Clock } from '../../src/clock.ts';
import { buildEventBody, type EventBody, type EventSpec } from './event-bodies.ts';
import type { GrantStore } from './grant-store.ts';
import type { SimulatedUser } from './people-store.ts';
import type { SwitchBoard } from './switches.ts';
import type { WebhookDeliverer } from './webhook-deliverer.ts';

type EventOrder = Omit<EventSpec, 'appId' | 'at'>;

export interface EventSource {
  /** An event of the person: their timestamps rise strictly. */
  emitFromUser(order: EventOrder & { user: SimulatedUser }): EventBody;
  /** Anything else: echoes, receipts, tags, groups. */
  emit(order: EventOrder): EventBody;
}

/** Makes event bodies and hands them to the deliverer. */
export function createEventSource({
  appId,
  clock,
  switches,
  grants,
  deliverer,
}: {
  appId: string;
  clock: Clock;
  switches: SwitchBoard;
  grants: GrantStore;
  deliverer: WebhookDeliverer;
}): EventSource {
  function emitAt(order: EventOrder, at: number): EventBody {
    const body = buildEventBody({ ...order, appId, at }, switches.read());
    if (isDelivered(body, order.oaId)) {
      const messageId = messageIdOf(body);
      deliverer.enqueue({
        body,
        ...(order.user ? { userId: order.user.userId } : {}),
        ...(messageId ? { messageId } : {}),
      });
    }
    return body;
  }

  function isDelivered(body: EventBody, oaId: string): boolean {
    const { syntaxFilter, eventsNeedGrant } = switches.read();
    if (eventsNeedGrant && !grants.isGranted(oaId)) return false;
    return !syntaxFilter || body.event_name !== 'user_send_text' || textOf(body).startsWith('#');
  }

  return {
    emitFromUser(order) {
      // A person's messages never share a millisecond, so that their timestamps give the order.
      const at = Math.max(clock.now(), order.user.lastEventAt + 1);
      order.user.lastEventAt = at;
      return emitAt(order, at);
    },
    emit: (order) => emitAt(order, clock.now()),
  };
}

interface MessagePart {
  msg_id?: unknown;
  text?: unknown;
}

function messageOf(body: EventBody): MessagePart {
  return (body.message as MessagePart | undefined) ?? {};
}

function textOf(body: EventBody): string {
  return String(messageOf(body).text ?? '');
}

/** Only for messages that the person wrote: receipts and reactions name the other side's message. */
function messageIdOf(body: EventBody): string | undefined {
  const { msg_id } = messageOf(body);
  const wroteIt = /^(user|anonymous)_send_/.test(body.event_name);
  return wroteIt && typeof msg_id === 'string' ? msg_id : undefined;
}

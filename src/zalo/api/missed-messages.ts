import type { MissedMessages } from '../../conversation/catch-up.ts';
import type { MessageEvent } from '../../message.ts';
import { parseDelivery } from '../events/parse-delivery.ts';
import { WrongShapeError } from '../events/wrong-shape-error.ts';
import { readConversation } from './read-conversation.ts';
import type { WireChatMessage, ZaloClient } from './zalo-client.ts';

const pageSize = 10;
/** More pages than any outage needs; stops a record that never ends. */
const maxPages = 100;

/** The event name that a delivery of this kind of message would have had. */
const eventNames: Record<string, string> = {
  text: 'user_send_text',
  photo: 'user_send_image',
  image: 'user_send_image',
  gif: 'user_send_gif',
  link: 'user_send_link',
  voice: 'user_send_audio',
  audio: 'user_send_audio',
  video: 'user_send_video',
  sticker: 'user_send_sticker',
  location: 'user_send_location',
  file: 'user_send_file',
};

interface MissedParts {
  client: Pick<ZaloClient, 'listRecentChats' | 'listConversation'>;
  appId: string;
}

/**
 * Reads Zalo's record of recent chats and turns each message into the event of its delivery, with the same delivery
 * key, so that messages that did arrive count as repeats.
 */
export function createMissedMessages({ client, appId }: MissedParts): MissedMessages {
  async function chattedSince(oaId: string, sinceAt: number): Promise<string[]> {
    const people = new Set<string>();
    for (let page = 0; page < maxPages; page += 1) {
      const chats = await client.listRecentChats(oaId, { offset: page * pageSize, count: pageSize });
      for (const chat of chats) {
        const personId = chat.src === 1 ? chat.from_id : chat.to_id;
        if ((chat.time ?? 0) >= sinceAt && personId) people.add(personId);
      }
      if (chats.length < pageSize || (chats.at(-1)?.time ?? 0) < sinceAt) break;
    }
    return [...people];
  }

  async function writtenBy(oaId: string, personId: string, sinceAt: number): Promise<MessageEvent[]> {
    const messages = await readConversation(client, { oaId, personId }, sinceAt);
    const written = messages.filter(({ src, time }) => src === 1 && (time ?? 0) >= sinceAt);
    return written.flatMap((message) => toEvent(message, { appId, oaId, personId }));
  }

  return {
    async list(oaId, sinceAt) {
      const events: MessageEvent[] = [];
      for (const personId of await chattedSince(oaId, sinceAt)) {
        events.push(...(await writtenBy(oaId, personId, sinceAt)));
      }
      return events.sort((a, b) => a.occurredAt - b.occurredAt);
    },
  };
}

interface Ids {
  appId: string;
  oaId: string;
  personId: string;
}

function toEvent(message: WireChatMessage, { appId, oaId, personId }: Ids): MessageEvent[] {
  try {
    const event = parseDelivery(
      {
        app_id: appId,
        event_name: eventNames[message.type ?? 'text'] ?? 'user_send_text',
        timestamp: String(message.time),
        sender: { id: personId },
        recipient: { id: oaId },
        message: { msg_id: message.message_id, text: message.message, attachments: [] },
      },
      { isConnectedOa: (id) => id === oaId },
    );
    return event.kind === 'message' ? [event] : [];
  } catch (error) {
    if (error instanceof WrongShapeError) return [];
    throw error;
  }
}

import type { PersonRef } from '../../message.ts';
import type { WireChatMessage, ZaloClient } from './zalo-client.ts';

const pageSize = 10;
/** More pages than any outage needs; stops a record that never ends. */
const maxPages = 100;

/**
 * Reads Zalo's record of one conversation, page by page back to a time (epoch ms), newest first. The last page may
 * contain older messages too. Throws what the client throws.
 */
export async function readConversation(
  client: Pick<ZaloClient, 'listConversation'>,
  { oaId, personId }: PersonRef,
  sinceAt: number,
): Promise<WireChatMessage[]> {
  const messages: WireChatMessage[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const batch = await client.listConversation(
      { oaId, personId },
      { offset: page * pageSize, count: pageSize },
    );
    messages.push(...batch);
    if (batch.length < pageSize || (batch.at(-1)?.time ?? 0) < sinceAt) break;
  }
  return messages;
}

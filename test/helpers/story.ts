import type { PhoneMessage, Resident, WholeBot } from './whole-bot.ts';

/** Steps that every story repeats. */

export const titles = (message: PhoneMessage | undefined) =>
  (message?.buttons ?? []).map(({ title }) => title);

export function theOnly(messages: PhoneMessage[]): PhoneMessage {
  expect(messages).toHaveLength(1);
  return messages[0] as PhoneMessage;
}

/** Writes, and returns the only answer. */
export async function ask(resident: Resident, text: string, quoted?: string): Promise<PhoneMessage> {
  await resident.write(text, quoted);
  return theOnly(await resident.news());
}

/** Taps, and returns the only answer. */
export async function tap(resident: Resident, title: string): Promise<PhoneMessage> {
  await resident.tap(title);
  return theOnly(await resident.news());
}

/** Sends a medium of a kind (`audio`, `business_card`, …) with the rest of its message. */
export async function sendMedia(
  resident: Resident,
  kind: string,
  more: object = {},
): Promise<PhoneMessage[]> {
  const payload = {
    url: `https://f6.photo.talk.zdn.vn/${kind}`,
    ...(kind === 'business_card' && { description: '{"phone":"84900000001"}' }),
    ...(kind === 'location' && { coordinates: { latitude: '20.68', longitude: '105.74' } }),
  };
  const type = kind === 'business_card' ? 'link' : kind;
  await resident.act(`user_send_${kind}`, { message: { ...more, attachments: [{ type, payload }] } });
  return resident.news();
}

/** The tickets of a resident, with their messages and attachments as one text. */
export async function ticketsOf(whole: WholeBot, { userId }: Resident) {
  const rows = await whole.bot.dependencies.database.db
    .selectFrom('tickets')
    .innerJoin('conversations', 'conversations.id', 'tickets.conversation_id')
    .select(['tickets.number', 'tickets.kind', 'tickets.topic', 'tickets.status', 'tickets.summary'])
    .where('conversations.person_id', '=', userId)
    .execute();
  return rows.map((row) => ({ ...row, summary: JSON.stringify(row.summary) }));
}

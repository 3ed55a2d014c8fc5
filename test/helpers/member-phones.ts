import { printCode } from '../../src/member/linking/invite-code.ts';
import { createInvite } from '../../src/member/linking/invite-store.ts';
import { oaId, type Resident, type WholeBot } from './whole-bot.ts';

/** A member's phone with the OA's chat open. */
export interface MemberPhone extends Resident {
  memberId: string;
  /** The OA's texts since the last call. */
  hears(): Promise<string[]>;
}

/** Creates an invitation code for a member, as printed on their sheet. */
export async function inviteMember(whole: WholeBot, memberId: string, at: string = oaId): Promise<string> {
  const { database, clock } = whole.bot.dependencies;
  return printCode(await createInvite(database.db, { memberId, oaId: at, now: clock.now() }));
}

/** Links a member's phone with the code of their sheet and accepts the pledge. */
export async function linkPhone(whole: WholeBot, memberId: string, at: string = oaId): Promise<MemberPhone> {
  const phone = await whole.newResident(`Máy của ${memberId}`, { oaId: at });
  await phone.write(await inviteMember(whole, memberId, at));
  await phone.news();
  await phone.tap('Tôi giữ kín thông tin của bà con');
  await phone.news();
  return { ...phone, memberId, hears: async () => (await phone.news()).map(({ text }) => text) };
}

interface HelpTexts {
  question?: string;
  handoff?: string;
}

/** Opens a ticket in the office's village. @returns its number */
export async function askForHelp(
  resident: Resident,
  village: string,
  { question = 'lam chu ky so the nao', handoff = 'cho toi gap can bo' }: HelpTexts = {},
): Promise<number> {
  await resident.write(question);
  await resident.news();
  await resident.write(handoff);
  const asked = (await resident.news()).map(({ text }) => text).join('\n');
  const number = Number(/yêu cầu (\d+)/.exec(asked)?.[1]);
  if (/thôn nào/.test(asked)) {
    await resident.write(`thôn ${village}`);
    await resident.news();
  }
  return number;
}

/** The member writes; @returns what the OA says to it */
export async function says(phone: MemberPhone, text: string): Promise<string> {
  await phone.write(text);
  return (await phone.hears()).join('\n');
}

/** The member taps a button; @returns what the OA says to it */
export async function taps(phone: MemberPhone, title: string): Promise<string> {
  await phone.tap(title);
  return (await phone.hears()).join('\n');
}

/** Titles of the buttons under the last message. */
export async function buttonsOf(phone: MemberPhone): Promise<string[]> {
  return (await phone.messages()).at(-1)?.buttons.map(({ title }) => title) ?? [];
}

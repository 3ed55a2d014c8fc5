import type { Translate } from '../i18n.ts';
import type { MemberDesk } from './member-desk.ts';

/** How much waits for a member: "Đang giữ 2 việc, có 1 việc mới." */
export async function workInWords(desk: MemberDesk, t: Translate): Promise<string> {
  const own = (await desk.listOwn()).length;
  const fresh = (await desk.listNew()).length;
  return own + fresh === 0
    ? t('console:member.duty.work_none')
    : t('console:member.duty.work', { own, fresh });
}

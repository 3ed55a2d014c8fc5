import type { Transaction } from 'kysely';
import type { Draft } from '../../conversation/outbox.ts';
import type { NoticeKind, PlainNoticeKind } from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';
import type { Translate } from '../../i18n.ts';
import { workInWords } from '../chat/actions/lists.ts';
import { memberButton } from '../chat/buttons.ts';
import { toDraft } from '../chat/member-context.ts';
import type { MemberTickets } from '../tickets/member-tickets.ts';
import type { StoredNotice } from './notice-store.ts';

/** A notice about no ticket. */
interface PlainContext {
  trx: Transaction<Tables>;
  t: Translate;
  tickets: MemberTickets;
  notice: StoredNotice;
}

const composers: Record<PlainNoticeKind, (context: PlainContext) => Promise<Draft[]>> = {
  morning: composeMorning,
  'call-member': composeCall,
};

export function isPlain(kind: NoticeKind): kind is PlainNoticeKind {
  return kind in composers;
}

/** The morning line, and the members a lead should call. */
export function composePlain(kind: PlainNoticeKind, context: PlainContext): Promise<Draft[]> {
  return composers[kind](context);
}

/** A tap on it keeps the day's messages free. */
async function composeMorning({ t, tickets }: PlainContext): Promise<Draft[]> {
  const work = await workInWords(tickets, t);
  const buttons = (['on_duty', 'away_today', 'mine', 'new'] as const).map((step) => memberButton(t, step));
  return [toDraft(t('member:wake.morning', { work }), { buttons })];
}

/** No other channel reaches the member: long away, or never linked. */
async function composeCall({ trx, t, notice }: PlainContext): Promise<Draft[]> {
  const member = await trx
    .selectFrom('members')
    .select(['name', 'phone_encrypted'])
    .where('member_id', '=', String(notice.data.memberId))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!member) return [];
  const { name, phone_encrypted: phone } = member;
  const values = { name, count: Number(notice.data.count) };
  const key = `member:wake.${(await wasEverLinked(trx, notice)) ? 'call' : 'call_no_invite'}`;
  if (phone === null) return [toDraft(t(`${key}_without_phone`, values))];
  const title = t('member:buttons.call', { who: name });
  return [
    toDraft(t(key, values), {
      buttons: [{ kind: 'call', title, phone, sealed: true }],
    }),
  ];
}

async function wasEverLinked(trx: PlainContext['trx'], { data }: StoredNotice): Promise<boolean> {
  const link = await trx
    .selectFrom('member_links')
    .select('member_id')
    .where('member_id', '=', String(data.memberId))
    .limit(1)
    .executeTakeFirst();
  return link !== undefined;
}

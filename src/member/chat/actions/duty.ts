import { formatDate, formatWeekday } from '../../../calendar/spoken-time.ts';
import { vietnamOffsetMs } from '../../../clock.ts';
import { dayMs } from '../../../durations.ts';
import { findDates } from '../../../nlu/entities/find-dates.ts';
import { foldInPlace } from '../../../nlu/text/fold-in-place.ts';
import { vietnameseDay } from '../../../team/areas/area-directory.ts';
import { setAway } from '../../../team/roster/member-store.ts';
import { memberButton } from '../buttons.ts';
import type { MemberTurn } from '../member-context.ts';
import { workInWords } from './lists.ts';

/** *Trực*: the member gets offers of new tickets from now on. */
export async function goOnDuty(turn: MemberTurn): Promise<void> {
  const { t, trx, memberId } = turn;
  const work = await workInWords(turn.tickets, t);
  await setAway(trx, { memberId, until: undefined });
  turn.say(t('member:duty.on', { work }), {
    buttons: [memberButton(t, 'mine'), memberButton(t, 'new')],
  });
}

/** *Nghỉ*: no new tickets until the member comes back on duty. */
export function goOffDuty(turn: MemberTurn): Promise<void> {
  return setAwayUntil(turn, { until: untilBack }, turn.t('member:duty.rest'));
}

/** *Bận hôm nay*, *bận đến thứ Hai*. */
export async function goAway(turn: MemberTurn, typed: string): Promise<void> {
  const until = readUntil(typed, turn.now);
  if (until === undefined) return turn.say(turn.t('member:duty.until'));
  const day = lastDay(until - 1, turn);
  await setAwayUntil(turn, { until }, turn.t('member:duty.away', { day }));
}

/** *Bận ngày mai*: on duty until then. */
export async function goAwayTomorrow(turn: MemberTurn): Promise<void> {
  const from = startOfDay(turn.now) + dayMs;
  const day = lastDay(from, turn);
  await setAwayUntil(turn, { from, until: from + dayMs }, turn.t('member:duty.away_tomorrow', { day }));
}

/** "hôm nay", "Chủ nhật 11/10". */
function lastDay(at: number, { t, now }: MemberTurn): string {
  const date = formatDate(at);
  if (date === formatDate(now)) return t('member:duty.today');
  return t('member:duty.day', { weekday: formatWeekday(at, t), date });
}

/** The member keeps their tickets unless they give them back, without blame. */
async function setAwayUntil(
  turn: MemberTurn,
  absence: { from?: number; until: number },
  text: string,
): Promise<void> {
  const { t, trx, memberId } = turn;
  const own = await turn.tickets.listOwn();
  await setAway(trx, { memberId, ...absence });
  if (own.length === 0) return turn.say(text);
  const numbers = own.map(({ number }) => number).join(', ');
  turn.say(`${text}\n\n${t('member:duty.keeps', { count: own.length, numbers })}`, {
    buttons: [memberButton(t, 'give_back_all'), memberButton(t, 'mine')],
  });
}

/** No end given: until the member comes back on duty. */
const untilBack = Date.parse('9999-12-31T00:00:00+07:00');
const restOfToday = /^(?:het (?:hom|ngay) nay|hom nay|toi|cuoi ngay)$/;

/**
 * When a member comes back who is away "đến thứ Hai", "đến mai", "đến 15/10": the beginning of that day. Empty text:
 * the end of today. @returns epoch ms; undefined when the text names no future day
 */
export function readUntil(typed: string, now: number): number | undefined {
  const today = startOfDay(now);
  const plain = foldInPlace(typed.normalize('NFC').trim());
  if (plain === '' || restOfToday.test(plain)) return today + dayMs;
  const [first] = findDates(plain, plain, vietnameseDay(today));
  const at = first === undefined ? undefined : Date.parse(first.value) - vietnamOffsetMs;
  return at !== undefined && at > today ? at : undefined;
}

function startOfDay(at: number): number {
  const local = at + vietnamOffsetMs;
  return local - (local % dayMs) - vietnamOffsetMs;
}

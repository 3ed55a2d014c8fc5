import { setAway } from '../../team/member-store.ts';
import { memberButton } from '../member-buttons.ts';
import type { MemberTurn } from '../member-turn.ts';
import { readUntil, untilBack } from '../read-until.ts';
import { dateInWords, weekdayInWords } from '../span-words.ts';
import { workInWords } from '../work-in-words.ts';

/** *Trực*: new matters are offered to them from now on. */
export async function goOnDuty(turn: MemberTurn): Promise<void> {
  const { t, trx, memberId } = turn;
  const work = await workInWords(turn.desk, t);
  await setAway(trx, { memberId, until: undefined });
  turn.say(t('console:member.duty.on', { work }), {
    buttons: [memberButton(t, 'mine'), memberButton(t, 'new')],
  });
}

/** *Nghỉ*: nothing new until they say that they are back. */
export function rest(turn: MemberTurn): Promise<void> {
  return leave(turn, untilBack, turn.t('console:member.duty.rest'));
}

/** *Bận hôm nay*, *bận đến thứ Hai*. */
export async function goAway(turn: MemberTurn, said: string): Promise<void> {
  const until = readUntil(said, turn.now);
  if (until === undefined) return turn.say(turn.t('console:member.duty.until'));
  const day = lastDay(until - 1, turn);
  await leave(turn, until, turn.t('console:member.duty.away', { day }));
}

/** "hôm nay", "Chủ nhật 11/10". */
function lastDay(at: number, { t, now }: MemberTurn): string {
  const date = dateInWords(at);
  if (date === dateInWords(now)) return t('console:member.duty.today');
  return t('console:member.duty.day', { weekday: weekdayInWords(at, t), date });
}

/** What they have stays theirs unless they give it back, without blame. */
async function leave(turn: MemberTurn, until: number, text: string): Promise<void> {
  const { t, trx, memberId } = turn;
  const own = await turn.desk.listOwn();
  await setAway(trx, { memberId, until });
  if (own.length === 0) return turn.say(text);
  const numbers = own.map(({ number }) => number).join(', ');
  turn.say(`${text}\n\n${t('console:member.duty.keeps', { count: own.length, numbers })}`, {
    buttons: [memberButton(t, 'give_back_all'), memberButton(t, 'mine')],
  });
}

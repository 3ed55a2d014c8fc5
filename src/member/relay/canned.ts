import { mostButtons } from '../../intents/buttons.ts';
import { memberButton } from '../chat/buttons.ts';
import { type MemberTurn, sayWhatHappened } from '../chat/member-context.ts';
import { whoInside } from '../tickets/card.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import type { CannedMatter } from './canned-replies.ts';
import { offerWords } from './relay-message.ts';

const mostShown = 9;

/** *Mẫu*: words that may be sent as they are, of the topic of the ticket. */
export async function showCanned(turn: MemberTurn, number: number): Promise<void> {
  const { t } = turn;
  const view = await ownView(turn, number);
  if (!view) return;
  const replies = turn.canned.listFor(await matterOf(turn, view), turn.now).slice(0, mostShown);
  if (replies.length === 0) return turn.say(t('console:member.canned.none'), { about: view });
  const picks = replies.map(({ id, title }) =>
    memberButton(t, 'use_canned', { data: { ticket: String(number), canned: id }, values: { title } }),
  );
  const lines = replies.map(({ title }, at) => t('console:member.canned.line', { position: at + 1, title }));
  const head = t('console:member.canned.head', { who: whoInside(view, t), number });
  turn.say([head, ...lines, t('console:member.list.pick_words')].join('\n'), {
    choices: picks,
    buttons: picks.length <= mostButtons ? picks : [],
    about: view,
  });
}

/** One of them was picked: shown as it would be sent, and asked about. */
export async function useCanned(turn: MemberTurn, data: Record<string, string>): Promise<void> {
  const view = await ownView(turn, Number(data.ticket));
  if (!view) return;
  const reply = turn.canned.find(data.canned ?? '', await matterOf(turn, view), turn.now);
  if (!reply) return turn.say(turn.t('console:member.canned.gone'), { about: view });
  offerWords(turn, view, reply.text);
}

async function ownView(turn: MemberTurn, number: number): Promise<TicketView | undefined> {
  const view = await turn.desk.find(number);
  if (view?.assigneeId === turn.memberId && view.status !== 'resolved') return view;
  await sayWhatHappened(turn, number);
  return undefined;
}

async function matterOf({ desk }: MemberTurn, view: TicketView): Promise<CannedMatter> {
  const { number, topic, teamId, places, hasVillage, villageText } = view;
  const team = (await desk.roster()).findTeam(teamId)?.name;
  return { number, topic, team, places, hasVillage, villageText };
}

import { maxButtons } from '../../intents/buttons.ts';
import { memberButton } from '../chat/buttons.ts';
import type { MemberTurn } from '../chat/member-context.ts';
import { ownOpenTicket } from '../chat/own-ticket.ts';
import { residentLabelInSentence } from '../tickets/card.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import type { CannedTicket } from './canned-replies.ts';
import { offerWords } from './relay-message.ts';

const maxShown = 9;

/** *Mẫu*: canned replies for the topic of the ticket. */
export async function showCanned(turn: MemberTurn, number: number): Promise<void> {
  const { t } = turn;
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  const replies = turn.canned.listFor(await ticketOf(turn, view), turn.now).slice(0, maxShown);
  if (replies.length === 0) return turn.say(t('member:canned.none'), { about: view });
  const picks = replies.map(({ id, title }) =>
    memberButton(t, 'use_canned', { data: { ticket: String(number), canned: id }, values: { title } }),
  );
  const lines = replies.map(({ title }, at) => t('member:canned.line', { position: at + 1, title }));
  const head = t('member:canned.head', { who: residentLabelInSentence(view, t), number });
  turn.say([head, ...lines, t('member:list.pick_words')].join('\n'), {
    choices: picks,
    buttons: picks.length <= maxButtons ? picks : [],
    about: view,
  });
}

/** The member picked a canned reply: shows the final text and asks before sending it. */
export async function useCanned(turn: MemberTurn, data: Record<string, string>): Promise<void> {
  const view = await ownOpenTicket(turn, Number(data.ticket));
  if (!view) return;
  const reply = turn.canned.find(data.canned ?? '', await ticketOf(turn, view), turn.now);
  if (!reply) return turn.say(turn.t('member:canned.gone'), { about: view });
  await offerWords(turn, view, reply.text);
}

async function ticketOf({ tickets }: MemberTurn, view: TicketView): Promise<CannedTicket> {
  const { number, topic, teamId, places, hasVillage, villageText } = view;
  const team = (await tickets.roster()).findTeam(teamId)?.name;
  return { number, topic, team, places, hasVillage, villageText };
}

import { formatTimestamp } from '../../../calendar/spoken-time.ts';
import type { Transcript } from '../../../database/ticket-tables.ts';
import type { Translate } from '../../../i18n.ts';
import { currentRelay, withChosen, withRelay } from '../../relay/relay-rules.ts';
import {
  callButtons,
  cardText,
  offerButtons,
  ownButtons,
  residentLabel,
  residentLabelInSentence,
} from '../../tickets/card.ts';
import { earlierText } from '../../tickets/earlier-tickets.ts';
import { escapeMentions } from '../../tickets/escape-mentions.ts';
import { nameOfKind } from '../../tickets/resident-messages.ts';
import { crop, isOwnOpen, type TicketView } from '../../tickets/ticket-view.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhatHappened, sayWhyNot } from '../member-context.ts';
import { ownOpenTicket } from '../own-ticket.ts';

const maxLineLength = 200;
const shownLines = 12;
/** Members know the bot's texts, so those are cut short. */
const maxBotLineLength = 60;

/** *Nhận việc*: the first member gets the ticket; every later one reads who has it. */
export async function claimTicket(turn: MemberTurn, number: number): Promise<void> {
  const before = await turn.tickets.find(number);
  if (before && isOwnOpen(before, turn.memberId)) return showDetails(turn, number);
  const result = await turn.tickets.claim(number);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withRelay(turn.chat.relays, { ticket: number }) });
  const view = await turn.tickets.find(number);
  if (!view) return;
  const count = (await turn.tickets.listOwn()).length;
  const key = count > 1 ? 'member:claimed_more' : 'member:claimed';
  await showOwn(turn, view, { text: (card) => turn.t(key, { number, card, count }) });
}

interface ShownView {
  text(card: string): string;
  last?: 'canned';
}

/** Shows the member's own ticket with all its actions. The timeline records who saw the phone number. */
async function showOwn(turn: MemberTurn, view: TicketView, { text, last }: ShownView): Promise<void> {
  if (view.phone !== null) await turn.tickets.noteReveal(view.number);
  turn.say(text(cardText(view, turn)), { buttons: ownButtons(view, turn.t, last), about: view });
}

/** *Xem thêm*: the current card, the resident's earlier tickets, notes, and the last messages of both sides. */
export async function showDetails(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.tickets.find(number);
  if (!view || view.status === 'resolved' || !(await turn.tickets.mayRead(view)))
    return sayWhatHappened(turn, number);
  const earlier = earlierText(await turn.tickets.earlierOf(view), view, turn);
  const notes = await notesText(turn, view);
  const talk = await talkText(turn, view);
  const text = (card: string) => [card, earlier, notes, talk].filter(Boolean).join('\n\n');
  if (view.assigneeId === turn.memberId) {
    const isChosen = currentRelay(turn.chat)?.ticket === number;
    turn.remember({ relays: withChosen(turn.chat.relays, number, turn.now) });
    const who = residentLabelInSentence(view, turn.t);
    const next = isChosen ? '' : turn.t('member:details_chosen', { who, number });
    return showOwn(turn, view, {
      text: (card) => [text(card), next].filter(Boolean).join('\n\n'),
      last: 'canned',
    });
  }
  const buttons = view.status === 'new' ? offerButtons(view, turn.t) : [];
  turn.say(text(cardText(view, turn)), { buttons, about: view });
}

async function notesText({ t, now, tickets }: MemberTurn, view: TicketView): Promise<string> {
  const notes = await tickets.notesOf(view);
  return notes
    .map(({ by, at, text }) => t('member:card.note', { by, clock: formatTimestamp(at, now, t), text }))
    .join('\n');
}

async function talkText(turn: MemberTurn, view: TicketView): Promise<string> {
  const { t, now } = turn;
  const who = residentLabel(view, t);
  const messages = (await turn.tickets.talkOf(view))
    .filter(({ text, kind }) => text !== '' || kind)
    .slice(-shownLines);
  return messages
    .map((message) => {
      const name = message.from === 'resident' ? who : t('member:our_side');
      const maxLength = message.from === 'bot' ? maxBotLineLength : maxLineLength;
      return `${formatTimestamp(message.at, now, t)} ${name}: ${crop(inOneLine(message, t), maxLength)}`;
    })
    .join('\n');
}

/** A message without text is shown by its kind. */
function inOneLine({ text, kind }: Transcript['messages'][number], t: Translate): string {
  if (text === '' && kind) return nameOfKind(kind, t);
  return escapeMentions(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** *Gọi*: the button that calls, or why there is none. */
export async function showPhone(turn: MemberTurn, number: number): Promise<void> {
  const { t, tickets } = turn;
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  const inside = residentLabelInSentence(view, t);
  if (view.phone === null) {
    return turn.say(t('member:call_no_number', { who: residentLabel(view, t), inside, number }), {
      about: view,
    });
  }
  await tickets.noteReveal(number);
  turn.say(t('member:call', { who: inside, number }), {
    buttons: [...callButtons(view, t), memberButton(t, 'done', { number })],
    about: view,
  });
}

/** *Nhắn tiếp*: what the member types goes to that resident again. */
export async function resumeRelay(turn: MemberTurn, number: number): Promise<void> {
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  const key = currentRelay(turn.chat)?.ticket === number ? 'member:talking_still' : 'member:talking';
  turn.remember({ relays: withChosen(turn.chat.relays, number, turn.now) });
  turn.say(turn.t(key, { number, who: residentLabelInSentence(view, turn.t) }), { about: view });
}

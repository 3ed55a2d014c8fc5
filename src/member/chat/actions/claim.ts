import { clockInWords } from '../../../calendar/spoken-time.ts';
import type { TicketSummary } from '../../../database/ticket-tables.ts';
import type { Translate } from '../../../i18n.ts';
import { withRelay } from '../../relay/relay-rules.ts';
import { callButtons, cardText, offerButtons, ownButtons, whoInside, whoOf } from '../../tickets/card.ts';
import { foldMentions } from '../../tickets/escape-mentions.ts';
import { nameOfKind } from '../../tickets/resident-messages.ts';
import { crop, type TicketView } from '../../tickets/ticket-view.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhatHappened, sayWhyNot } from '../member-context.ts';

const longestLine = 200;
const shownLines = 12;
/** What the bot said is known to whoever is a member. */
const longestOfBot = 60;

/** *Nhận việc*: whoever is first has it, everybody after is told who. */
export async function claimTicket(turn: MemberTurn, number: number): Promise<void> {
  const before = await turn.desk.find(number);
  if (before?.assigneeId === turn.memberId && before.status !== 'resolved') return showDetails(turn, number);
  const result = await turn.desk.claim(number);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withRelay(turn.chat.relays, { ticket: number }) });
  const view = await turn.desk.find(number);
  if (view) await showOwn(turn, view, { text: (card) => turn.t('console:member.claimed', { number, card }) });
}

interface Shown {
  text(card: string): string;
  last?: 'canned';
}

/** Their own ticket with all they can do with it. Whoever sees the number to call is noted. */
async function showOwn(turn: MemberTurn, view: TicketView, { text, last }: Shown): Promise<void> {
  if (view.phone !== null) await turn.desk.noteReveal(view.number);
  turn.say(text(cardText(view, turn)), { buttons: ownButtons(view, turn.t, last), about: view });
}

/** *Xem thêm*: the card as it is now, and the last words of both sides. */
export async function showDetails(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.desk.find(number);
  if (!view || view.status === 'resolved' || !(await turn.desk.mayRead(view)))
    return sayWhatHappened(turn, number);
  const notes = await notesText(turn, view);
  const talk = await talkText(turn, view);
  const text = (card: string) => [card, notes, talk].filter(Boolean).join('\n\n');
  if (view.assigneeId === turn.memberId) return showOwn(turn, view, { text, last: 'canned' });
  const buttons = view.status === 'new' ? offerButtons(view, turn.t) : [];
  turn.say(text(cardText(view, turn)), { buttons, about: view });
}

async function notesText({ t, now, desk }: MemberTurn, view: TicketView): Promise<string> {
  const notes = await desk.notesOf(view);
  return notes
    .map(({ by, at, text }) => t('console:member.card.note', { by, clock: clockInWords(at, now, t), text }))
    .join('\n');
}

async function talkText(turn: MemberTurn, view: TicketView): Promise<string> {
  const { t, now } = turn;
  const who = whoOf(view, t);
  const messages = (await turn.desk.talkOf(view))
    .filter(({ text, kind }) => text !== '' || kind)
    .slice(-shownLines);
  return messages
    .map((message) => {
      const name = message.from === 'resident' ? who : t('console:member.our_side');
      const longest = message.from === 'bot' ? longestOfBot : longestLine;
      return `${clockInWords(message.at, now, t)} ${name}: ${crop(inOneLine(message, t), longest)}`;
    })
    .join('\n');
}

/** What was sent without words is named. */
function inOneLine({ text, kind }: TicketSummary['messages'][number], t: Translate): string {
  if (text === '' && kind) return nameOfKind(kind, t);
  return foldMentions(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** *Gọi*: the button that calls, or why there is none. */
export async function showPhone(turn: MemberTurn, number: number): Promise<void> {
  const { t, desk } = turn;
  const view = await desk.find(number);
  if (view?.assigneeId !== turn.memberId || view.status === 'resolved') return sayWhatHappened(turn, number);
  const inside = whoInside(view, t);
  if (view.phone === null) {
    return turn.say(t('console:member.call_no_number', { who: whoOf(view, t), inside, number }), {
      about: view,
    });
  }
  await desk.noteReveal(number);
  turn.say(t('console:member.call', { who: inside, number }), {
    buttons: [...callButtons(view, t), memberButton(t, 'done', { number })],
    about: view,
  });
}

/** *Nhắn tiếp*: what is typed goes to that resident again. */
export async function talkOn(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.desk.find(number);
  if (view?.assigneeId !== turn.memberId || view.status === 'resolved') return sayWhatHappened(turn, number);
  turn.remember({ relays: withRelay(turn.chat.relays, { ticket: number }) });
  turn.say(turn.t('console:member.talking', { number, who: whoInside(view, turn.t) }), { about: view });
}

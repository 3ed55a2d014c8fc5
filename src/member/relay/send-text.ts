import type { Button } from '../../message.ts';
import type { AnswerWay } from '../../ticket/commands/answer.ts';
import { memberButton } from '../chat/buttons.ts';
import type { PendingText } from '../chat/chat-state.ts';
import { type MemberTurn, sayWhyNot } from '../chat/member-context.ts';
import { ownOpenTicket } from '../chat/own-ticket.ts';
import { callButtons, residentLabelInSentence } from '../tickets/card.ts';
import { crop, type TicketView } from '../tickets/ticket-view.ts';
import { askRecipient } from './ask-recipient.ts';
import { collectMedia } from './attach-media.ts';
import { changeText, keepText, withoutText } from './pending-texts.ts';
import { openTickets, withoutRelay, withRelay } from './relay-rules.ts';

const maxQuoteLength = 40;

/** A text to send: pending ones have an id. */
type OutgoingText = Pick<PendingText, 'text' | 'attachments'> & { id?: number };

/** Sends one text to the resident of the member's own ticket, and tells the member whom it went to. */
export async function sendText(turn: MemberTurn, number: number, typed: OutgoingText): Promise<void> {
  const { t, now } = turn;
  const view = await ownOpenTicket(turn, number);
  if (!view) return loseRecipient(turn, number, typed);
  const attachments = collectMedia(turn, view.oaId, typed.attachments);
  if (!attachments) return keepForMedia(turn, number, typed);
  turn.remember(withoutText(turn.chat, typed.id));
  if (typed.text === '' && attachments.length === 0) return;
  const result = await turn.tickets.answer(number, { text: typed.text, attachments });
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  const isFirst = !turn.chat.relays.some(({ ticket, lastAt }) => ticket === number && lastAt !== undefined);
  const { text } = typed;
  turn.remember({
    relays: withRelay(turn.chat.relays, { ticket: number, lastAt: now }),
    lastSent: { ticket: number, turnId: turn.turnId, text, attachments: typed.attachments },
    closing: turn.chat.closing?.ticket === number ? undefined : turn.chat.closing,
  });
  const masked = turn.event.secrets?.includes('phone') ? ` ${t('member:relay.masked')}` : '';
  const among = await openCount(turn);
  turn.say(sentLine(turn, view, { way: result.way, isFirst, among, text }) + masked, {
    buttons: buttonsAfter(turn, view, result.way),
    about: view,
  });
  turn.remember({ knowsSeveral: among > 1 });
}

/** The ticket is the member's no longer: they read why, and choose anew. */
async function loseRecipient(turn: MemberTurn, number: number, typed: OutgoingText): Promise<void> {
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  await askAgain(turn, { ...typed, ticket: undefined });
}

/** Something was not downloaded for this turn: *Gửi* sends the text with the media downloaded then. */
async function keepForMedia(turn: MemberTurn, number: number, typed: OutgoingText): Promise<void> {
  await askAgain(turn, { ...typed, ticket: number }, turn.t('member:media.not_ready'));
}

async function askAgain(
  turn: MemberTurn,
  { id, ...typed }: OutgoingText & { ticket: number | undefined },
  since?: string,
): Promise<void> {
  const kept =
    id === undefined ? keepText(turn.chat, typed, turn) : { change: changeText(turn.chat, id, typed), id };
  turn.remember(kept.change);
  await askRecipient(turn, kept.id, { since });
}

async function openCount(turn: MemberTurn): Promise<number> {
  return openTickets(turn.chat, await turn.tickets.listOwn()).length;
}

interface SentSummary {
  way: AnswerWay;
  /** The first message since the member chose this resident. */
  isFirst: boolean;
  /** How many residents the member writes to. */
  among: number;
  text: string;
}

/** With several residents it shows what went out; that texts are asked about is said once, when it becomes true. */
function sentLine({ t, chat }: MemberTurn, view: TicketView, summary: SentSummary): string {
  const { way, isFirst, among, text } = summary;
  const values = { who: residentLabelInSentence(view, t), number: view.number, count: among };
  if (way !== 'now') return t(`member:relay.${way}`, values);
  if (among <= 1) return t(isFirst ? 'member:relay.sent_first' : 'member:relay.sent', values);
  const quote = crop(text.replaceAll(/\s+/g, ' '), maxQuoteLength);
  return [
    quote === '' ? t('member:relay.sent', values) : t('member:relay.sent_quote', { ...values, quote }),
    ...(chat.knowsSeveral ? [] : [t('member:relay.among', values)]),
  ].join(' ');
}

function buttonsAfter(turn: MemberTurn, view: TicketView, way: AnswerWay): Button[] {
  const { t } = turn;
  const { number } = view;
  return [
    ...(way === 'phone' ? callButtons(view, t) : []),
    memberButton(t, 'wrong_send', { number, data: { turn: String(turn.turnId) } }),
    memberButton(t, 'done', { number }),
    memberButton(t, 'pause', { number }),
  ];
}

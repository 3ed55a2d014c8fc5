import type { Attachment, Button } from '../../message.ts';
import type { AnswerWay } from '../../ticket/commands/answer.ts';
import { closeWithNote } from '../chat/actions/close.ts';
import { memberButton } from '../chat/buttons.ts';
import type { ClosingStep, PendingReply } from '../chat/chat-state.ts';
import { type Addressed, readAddressed, soundsLikeCommand } from '../chat/commands.ts';
import { findWhatHappened, type MemberTurn, sayWhatHappened, sayWhyNot } from '../chat/member-context.ts';
import { ownOpenTicket } from '../chat/own-ticket.ts';
import { callButtons, residentLabelInSentence } from '../tickets/card.ts';
import { escapeMentions } from '../tickets/escape-mentions.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import { collectMedia, filterRelayable } from './attach-media.ts';
import { findQuoted } from './find-quoted.ts';
import {
  chooseRecipient,
  longText,
  openRelays,
  pauseMs,
  recipientsOfPending,
  withoutRelay,
  withRelay,
} from './relay-rules.ts';

/** One of the five buttons is *Không gửi*. */
const maxAsked = 4;

interface Line {
  text: string;
  attachments: Attachment[];
}

/**
 * Handles a member's text for a resident: sends it, keeps it pending until the member picks a recipient, or says that
 * it goes to no resident.
 */
export async function relayMessage(turn: MemberTurn): Promise<void> {
  const { event, now } = turn;
  const own = await turn.tickets.listOwn();
  const numbers = own.map(({ number }) => number);
  const quoted = await findQuoted(turn.trx, turn);
  if (quoted !== undefined && !numbers.includes(quoted)) return sayWhatHappened(turn, quoted);
  const addressed = readAddressed(event.text ?? '');
  const isAddressed = addressed !== undefined && numbers.includes(addressed.number);
  const text = escapeMentions(isAddressed ? addressed.text : (event.text ?? '').trim());
  const attachments = filterRelayable(turn, event.attachments);
  if (text === '' && attachments.length === 0) return;
  const picked = isAddressed ? addressed.number : quoted;
  const chat = withoutStalePending(turn);
  const closing = picked === undefined ? closingOf(turn, numbers) : undefined;
  const isAlone = openRelays(chat, numbers).every(({ ticket }) => ticket === closing?.ticket);
  if (closing?.isOther && isAlone && text !== '' && attachments.length === 0)
    return closeWithNote(turn, closing.ticket, text);
  const since = isAddressed ? undefined : await doubtAbout(turn, addressed, closing);
  const isMisaddressed = since !== undefined;
  const to = chooseRecipient({ chat, own: numbers, picked, isMisaddressed, length: text.length, now });
  if (to.kind === 'nobody') return sayNoRecipient(turn, own, since);
  const line = { text, attachments };
  if (to.kind === 'send') return sendBeside(turn, to.ticket, { line, own });
  addPendingLine(turn, line);
  const views = own.filter(({ number }) => to.tickets.includes(number));
  askRecipient(turn, views, { since, closing: closing?.ticket });
}

/** The ticket that the bot asked about closing, while that question is recent. */
function closingOf({ chat, now }: MemberTurn, own: readonly number[]): ClosingStep | undefined {
  const { closing } = chat;
  return closing && now - closing.at < pauseMs && own.includes(closing.ticket) ? closing : undefined;
}

/** Why the text may not be meant for its recipient; undefined when there is no doubt. */
async function doubtAbout(
  turn: MemberTurn,
  addressed: Addressed | undefined,
  closing: ClosingStep | undefined,
): Promise<string | undefined> {
  const { t } = turn;
  if (closing) return t('member:relay.closing', { number: closing.ticket });
  if (!addressed && soundsLikeCommand(turn.event.text ?? '')) return t('member:relay.like_command');
  if (!addressed) return undefined;
  const { number, isExplicit } = addressed;
  const since = await findWhatHappened(turn, number);
  return since ?? (isExplicit ? t('member:since.unknown', { number }) : undefined);
}

/** Sends a message although a reply for another resident is pending, and asks about that one again. */
async function sendBeside(
  turn: MemberTurn,
  ticket: number,
  { line, own }: { line: Line; own: TicketView[] },
): Promise<void> {
  const { pendingReply } = withoutStalePending(turn);
  await send(turn, ticket, [line]);
  if (!pendingReply) return;
  turn.remember({ pendingReply });
  const numbers = own.map(({ number }) => number);
  const open = openRelays(turn.chat, numbers).map((relay) => relay.ticket);
  askRecipient(
    turn,
    own.filter(({ number }) => open.includes(number)),
  );
}

/** A pending reply from before a long pause is obsolete. */
function withoutStalePending({ chat, now }: MemberTurn): MemberTurn['chat'] {
  return chat.pendingReply && now - chat.pendingReply.at >= pauseMs
    ? { ...chat, pendingReply: undefined }
    : chat;
}

function addPendingLine(turn: MemberTurn, line: Line): void {
  const { event, now } = turn;
  const { pendingReply } = withoutStalePending(turn);
  const lines = [...(pendingReply?.lines ?? []), line];
  turn.remember({ pendingReply: { id: pendingReply?.id ?? event.messageId, lines, at: now } });
}

interface Doubt {
  /** What the member must know before they choose. */
  since?: string | undefined;
  /** The ticket whose closing note the text may be; a picture, or an earlier pending text, cannot become its note. */
  closing?: number | undefined;
}

function askRecipient(turn: MemberTurn, views: TicketView[], { since, closing }: Doubt = {}): void {
  const { t } = turn;
  const { pendingReply } = turn.chat;
  const data = { pendingReply: pendingReply?.id ?? '' };
  const [only] = views;
  const values = only && { who: residentLabelInSentence(only, t), number: only.number };
  const question =
    only && views.length === 1 ? questionFor(turn, pendingReply, values) : recipientQuestion(turn);
  const canBeNote = pendingReply?.lines.length === 1 && pendingReply.lines[0]?.attachments.length === 0;
  const noted =
    closing !== undefined && canBeNote ? [memberButton(t, 'note_held', { number: closing, data })] : [];
  const sends = views.slice(noted.length - maxAsked).map((view) =>
    views.length === 1
      ? memberButton(t, 'send', { data: { ...data, ticket: String(view.number) } })
      : memberButton(t, 'send', {
          key: 'send_to',
          number: view.number,
          data,
          values: { who: residentLabelInSentence(view, t) },
        }),
  );
  turn.say(withReason(since, question), {
    buttons: [...sends, ...noted, memberButton(t, 'dont_send', { data })],
    about: views.length === 1 ? only : undefined,
  });
}

function recipientQuestion({ t, chat }: MemberTurn): string {
  const count = chat.pendingReply?.lines.length ?? 0;
  return count > 1 ? t('member:relay.ask_which_more', { count }) : t('member:relay.ask_which');
}

function withReason(since: string | undefined, text: string): string {
  return since === undefined ? text : `${since}\n\n${text}`;
}

function questionFor(
  { t }: MemberTurn,
  pendingReply: PendingReply | undefined,
  values: object | undefined,
): string {
  const lines = pendingReply?.lines ?? [];
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const long = { length, count: Math.ceil(length / longText) };
  if (length > longText) return t('member:relay.ask_long', { ...values, ...long });
  if (lines.length > 1) return t('member:relay.ask_more', { ...values, count: lines.length });
  return t('member:relay.ask', { ...values });
}

/** A picked canned reply replaces the pending one; the bot shows it and asks, as for any first text. */
export function offerWords(turn: MemberTurn, view: TicketView, text: string): void {
  const { event, now } = turn;
  turn.remember({ pendingReply: { id: event.messageId, lines: [{ text, attachments: [] }], at: now } });
  askRecipient(turn, [view], { since: text });
}

/** *Gửi*: sends the pending reply to the resident that the bot asked about. */
export async function sendPending(turn: MemberTurn, data: Record<string, string>): Promise<void> {
  const { pendingReply } = turn.chat;
  const isMeant = data.pendingReply === undefined || data.pendingReply === pendingReply?.id;
  if (!pendingReply || !isMeant) return turn.say(turn.t('member:relay.nothing_held'));
  const own = await turn.tickets.listOwn();
  const numbers = own.map(({ number }) => number);
  turn.remember({ relays: openRelays(turn.chat, numbers) });
  if (data.ticket !== undefined) return send(turn, Number(data.ticket), pendingReply.lines);
  const possible = recipientsOfPending(turn.chat, numbers);
  const [only, another] = possible;
  if (only !== undefined && another === undefined) return send(turn, only, pendingReply.lines);
  askRecipient(
    turn,
    own.filter(({ number }) => possible.includes(number)),
  );
}

async function send(turn: MemberTurn, number: number, lines: readonly Line[]): Promise<void> {
  const { t, now, chat } = turn;
  const view = await ownOpenTicket(turn, number);
  if (!view) return turn.remember({ relays: withoutRelay(chat.relays, number) });
  const attachments = collectMedia(
    turn,
    view.oaId,
    lines.flatMap((line) => line.attachments),
  );
  if (!attachments) return keepPending(turn, view, lines);
  const text = lines
    .map((line) => line.text)
    .filter(Boolean)
    .join('\n');
  if (text === '' && attachments.length === 0) return turn.remember({ pendingReply: undefined });
  const result = await turn.tickets.answer(number, { text, attachments });
  turn.remember({ pendingReply: undefined, closing: undefined });
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  const isFirst = !chat.relays.some(({ ticket, lastAt }) => ticket === number && lastAt !== undefined);
  turn.remember({
    relays: withRelay(chat.relays, { ticket: number, lastAt: now }),
    lastSent: { ticket: number, turnId: turn.turnId },
  });
  const masked = turn.event.secrets?.includes('phone') ? ` ${t('member:relay.masked')}` : '';
  const among = isFirst ? await openCount(turn) : 1;
  turn.say(sentLine(turn, view, { way: result.way, isFirst, among }) + masked, {
    buttons: buttonsAfter(turn, view, result.way),
    about: view,
  });
}

/**
 * Something was not downloaded for this turn: the reply stays pending, and *Gửi* sends it with the media downloaded
 * then.
 */
function keepPending(turn: MemberTurn, view: TicketView, lines: readonly Line[]): void {
  turn.remember({ pendingReply: { id: turn.event.messageId, lines: [...lines], at: turn.now } });
  askRecipient(turn, [view], { since: turn.t('member:media.not_ready') });
}

async function openCount(turn: MemberTurn): Promise<number> {
  const own = await turn.tickets.listOwn();
  return openRelays(
    turn.chat,
    own.map(({ number }) => number),
  ).length;
}

interface SentSummary {
  way: AnswerWay;
  /** The first message since the member chose this resident. */
  isFirst: boolean;
  /** How many residents the member writes to; only used for the first message. */
  among: number;
}

function sentLine({ t }: MemberTurn, view: TicketView, { way, isFirst, among }: SentSummary): string {
  const values = { who: residentLabelInSentence(view, t), number: view.number };
  if (way === 'now' && isFirst && among > 1) {
    return t('member:relay.sent_among', { ...values, count: among });
  }
  if (way !== 'now') return t(`member:relay.${way}`, values);
  return t(isFirst ? 'member:relay.sent_first' : 'member:relay.sent', values);
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

function sayNoRecipient(turn: MemberTurn, own: readonly TicketView[], since?: string): void {
  const { t } = turn;
  const [first] = own;
  if (!first) {
    const text = since === undefined ? t('member:relay.nobody_idle') : t('member:relay.nobody');
    const buttons = (['new', 'ask_as_resident', 'help'] as const).map((step) => memberButton(t, step));
    return turn.say(withReason(since, text), { buttons });
  }
  const how = t('member:relay.nobody_how', { number: first.number });
  const talks = own.slice(0, maxAsked - 1).map(({ number }) => memberButton(t, 'talk', { number }));
  turn.say(withReason(since, since === undefined ? how : t('member:relay.nobody')), {
    buttons: [...talks, memberButton(t, 'mine'), memberButton(t, 'help')],
  });
}

import { maxButtons } from '../../intents/buttons.ts';
import type { ReplyButton } from '../../message.ts';
import { lineOf, shortName } from '../chat/actions/lists.ts';
import { memberButton, type Step } from '../chat/buttons.ts';
import type { PendingText } from '../chat/chat-state.ts';
import type { MemberTurn } from '../chat/member-context.ts';
import { residentLabelInSentence } from '../tickets/card.ts';
import { nameOfKind } from '../tickets/resident-messages.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import { markShown } from './pending-texts.ts';
import { longText, orderRecipients } from './relay-rules.ts';

const maxRecipientButtons = 3;
const pageSize = 9;

interface AskOptions {
  /** What the member must know before they choose. */
  since?: string | undefined;
  /** The first recipient of the page; the list is shown even if the ticket is known. */
  from?: number | undefined;
  /** It was shown before, in another context. */
  isBack?: boolean | undefined;
}

/**
 * Asks what to do with one pending text: quotes it in full and names the resident that it was typed for. Without one it
 * lists the recipients.
 */
export async function askRecipient(turn: MemberTurn, id: number, options: AskOptions = {}): Promise<void> {
  const pending = turn.chat.pending.find((one) => one.id === id);
  if (!pending) return;
  const own = await turn.tickets.listOwn();
  const view = own.find(({ number }) => number === pending.ticket);
  const listsRecipients = view === undefined || options.from !== undefined;
  turn.remember(markShown(turn.chat, pending, { now: turn.now, turnId: turn.turnId, listsRecipients }));
  if (view && !listsRecipients) return askAbout(turn, { pending, view, others: own.length - 1 }, options);
  listRecipients(turn, pending, { own, ...options });
}

interface Question {
  pending: PendingText;
  view: TicketView;
  /** How many other residents the member could write to. */
  others: number;
}

function askAbout(turn: MemberTurn, { pending, view, others }: Question, options: AskOptions): void {
  const { t } = turn;
  const count = Math.ceil(pending.text.length / longText);
  const values = {
    who: residentLabelInSentence(view, t),
    number: view.number,
    quote: quoteOf(pending, turn),
  };
  const key = count > 1 ? 'member:relay.ask_long' : 'member:relay.ask';
  const question = t(key, { ...values, length: pending.text.length, count });
  const button = pendingButtons(turn, pending);
  const send = button('send', { ticket: String(view.number) });
  const note = noteButtons(turn, pending);
  const isNoteFirst = isFirstANote(pending);
  const buttons = [
    ...commandButtons(turn, pending),
    ...(isNoteFirst ? [...note, send] : [send]),
    ...(others > 0 ? [button('send_other')] : []),
    ...(isNoteFirst ? [] : note),
  ];
  turn.say(withReason(options.since, question), {
    buttons: withDrop(buttons, button('dont_send'), options),
    about: view,
  });
}

/** In another context the way out comes first: a tap by habit must not send. */
function withDrop(buttons: ReplyButton[], drop: ReplyButton, { isBack }: AskOptions): ReplyButton[] {
  return isBack ? [drop, ...buttons].slice(0, maxButtons) : [...buttons.slice(0, maxButtons - 1), drop];
}

interface Recipients extends AskOptions {
  own: TicketView[];
}

function listRecipients(turn: MemberTurn, pending: PendingText, recipients: Recipients): void {
  const { t } = turn;
  const { own, since, from = 0 } = recipients;
  const { views, isSome } = recipientsOf(turn, pending, recipients);
  const start = from < views.length ? from : 0;
  const page = views.slice(start, start + pageSize);
  const button = pendingButtons(turn, pending);
  const picks = page.map((view) =>
    button(
      'send',
      { ticket: String(view.number) },
      { key: pending.isRetracted ? 'resend_to' : 'send_to', values: namesOf(view, turn) },
    ),
  );
  const isMore = views.length > start + pageSize;
  const question = t(`member:relay.${questionKey(pending, views, isSome)}`, {
    quote: quoteOf(pending, turn),
  });
  const lines =
    page.length > maxRecipientButtons || isSome
      ? [...page.map((view, at) => lineOf(turn, view, at + 1)), t('member:relay.pick')]
      : [];
  const note = own.length > 0 ? noteButtons(turn, pending) : [];
  const isNoteFirst = isFirstANote(pending);
  const first = [...commandButtons(turn, pending).slice(0, 1), ...(isNoteFirst ? note : [])];
  const buttons = [
    ...first,
    ...picks.slice(0, maxRecipientButtons - first.length),
    ...(isMore ? [button('send_other', { from: String(start + pageSize) }, { key: 'more' })] : []),
    ...(isSome && own.length - (pending.isRetracted ? 1 : 0) > views.length
      ? [button('send_other', { from: '0' })]
      : []),
    ...(isNoteFirst ? [] : note),
  ];
  turn.say(withReason(since, [question, ...lines].join('\n')), {
    choices: lines.length > 0 ? picks : [],
    buttons: withDrop(buttons, button('dont_send'), recipients),
  });
}

/** Those in question, else everybody, the likeliest first. */
function recipientsOf(
  { chat }: MemberTurn,
  { among = [] }: PendingText,
  { own, from }: Recipients,
): { views: TicketView[]; isSome: boolean } {
  const everybody = orderRecipients(chat, own);
  const some = from === undefined ? among.filter((number) => everybody.includes(number)) : [];
  const isSome = some.length > 0;
  const numbers = isSome ? some : everybody;
  return { views: numbers.flatMap((number) => own.find((view) => view.number === number) ?? []), isSome };
}

function questionKey({ isRetracted }: PendingText, { length }: TicketView[], isSome: boolean): string {
  if (length === 0) return 'ask_nobody';
  if (isRetracted) return 'ask_again';
  return isSome ? 'ask_among' : 'ask_which';
}

/** Short enough for the number to stay on the button. */
export function namesOf(view: TicketView, { t }: MemberTurn): Record<string, string | number> {
  return { who: shortName(residentLabelInSentence(view, t)), number: view.number };
}

/** The whole text, and the kinds of what is attached. */
export function quoteOf(
  { text, attachments }: Pick<PendingText, 'text' | 'attachments'>,
  { t }: Pick<MemberTurn, 't'>,
): string {
  return [text, ...attachments.map(({ kind }) => nameOfKind(kind, t))].filter(Boolean).join(' ');
}

type ButtonOptions = Pick<Parameters<typeof memberButton>[2] & object, 'key' | 'values'>;

/**
 * Buttons of one pending text. What a tap sends names the text and the ticket, so that the button of an old message
 * never means those of a newer one.
 */
export function pendingButtons({ t }: MemberTurn, { id }: PendingText) {
  return (step: Step, data: Record<string, string> = {}, options: ButtonOptions = {}): ReplyButton => {
    const button = memberButton(t, step, { ...options, data: { ...data, pending: String(id) } });
    const key = data.ticket === undefined ? 'member:relay.tap' : 'member:relay.tap_on';
    return { ...button, text: t(key, { title: button.title, number: data.ticket ?? '', id }) };
  };
}

/** What the text may be instead of a message. */
function commandButtons(turn: MemberTurn, pending: PendingText): ReplyButton[] {
  const { command } = pending;
  if (!command) return [];
  const { step, ticket } = command;
  const button = pendingButtons(turn, pending);
  return ticket === undefined
    ? [button(step, {}, { key: `any.${step}` })]
    : [button(step, { ticket: String(ticket) }, { values: { number: ticket } })];
}

function isFirstANote({ closes, isMemo }: PendingText): boolean {
  return closes !== undefined || isMemo === true;
}

/** A picture is no note, and neither is what a resident has read already. */
function noteButtons(turn: MemberTurn, pending: PendingText): ReplyButton[] {
  if (pending.attachments.length > 0 || pending.isRetracted) return [];
  const button = pendingButtons(turn, pending);
  const { closes } = pending;
  if (closes === undefined) return [button('note_text')];
  return [button('note_and_close', { ticket: String(closes) }, { values: { number: closes } })];
}

function withReason(since: string | undefined, text: string): string {
  return since === undefined ? text : `${since}\n\n${text}`;
}

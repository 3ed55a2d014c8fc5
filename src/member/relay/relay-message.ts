import type { Attachment } from '../../message.ts';
import { closeWithNote } from '../chat/actions/close.ts';
import { saveNote } from '../chat/actions/notes.ts';
import { memberButton } from '../chat/buttons.ts';
import type { ClosingStep, PendingText } from '../chat/chat-state.ts';
import { type Addressed, readAddressed } from '../chat/commands.ts';
import { type LooseCommand, readLooseCommand } from '../chat/loose-commands.ts';
import { findWhatHappened, type MemberTurn, sayWhatHappened } from '../chat/member-context.ts';
import { isNameShaped, readNamedCommand } from '../chat/named-commands.ts';
import { escapeMentions } from '../tickets/escape-mentions.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import { askNamed } from './ask-named.ts';
import { filterRelayable } from './attach-media.ts';
import { findQuoted } from './find-quoted.ts';
import { keepAndAsk } from './keep-and-ask.ts';
import { lastShown, withoutText } from './pending-texts.ts';
import { chooseRecipient, currentRelay, pauseMs, withOwnRelays } from './relay-rules.ts';
import { sendText } from './send-text.ts';

/** Smaller numbers are times and counts. */
const firstTicketNumber = 101;

interface Written {
  text: string;
  attachments: Attachment[];
  /** The ticket that it names by number or by a quote. */
  picked: number | undefined;
  /** It begins with a number that is no ticket of the member. */
  addressed: Addressed | undefined;
}

/**
 * Handles a member's text for a resident: sends it, keeps it pending until the member picks a recipient, or says that
 * it goes to no resident.
 */
export async function relayMessage(turn: MemberTurn): Promise<void> {
  const own = await turn.tickets.listOwn();
  const numbers = own.map(({ number }) => number);
  const quoted = await findQuoted(turn.trx, turn);
  const isQuoteLost = quoted !== undefined && !numbers.includes(quoted);
  if (isQuoteLost && own.length === 0) return sayWhatHappened(turn, quoted);
  const written = readWritten(turn, numbers, isQuoteLost ? undefined : quoted);
  const { text, attachments, picked } = written;
  if (text === '' && attachments.length === 0) return;
  const closing = picked === undefined ? closingOf(turn, numbers) : undefined;
  const isNote = picked === undefined && attachments.length === 0;
  if (isNote && (await takeAsNote(turn, { text, own: numbers, closing }))) return;
  if (isUnaddressed(written) && !isQuoteLost && (await askNamed(turn, written, own))) return;
  replaceCanned(turn, picked);
  const doubt = isQuoteLost ? await lostDoubt(turn, quoted) : await doubtAbout(turn, written, closing);
  if (own.length === 0) return sayNoRecipient(turn, doubt?.since);
  const to = chooseRecipient({
    chat: turn.chat,
    own,
    picked,
    isMisaddressed: doubt !== undefined,
    length: text.length,
    now: turn.now,
  });
  if (to.kind === 'send') return sendText(turn, to.ticket, { text, attachments });
  const ticket = isQuoteLost ? undefined : to.ticket;
  const since = doubt?.since ?? (ticket === undefined ? await leaveLostRelay(turn, numbers) : undefined);
  await keepAndAsk(
    turn,
    { text, attachments, ticket, command: doubt?.command, isMemo: doubt?.isMemo, closes: closing?.ticket },
    since,
  );
}

function isUnaddressed({ text, picked, addressed }: Written): boolean {
  return text !== '' && picked === undefined && addressed === undefined;
}

/** Own words instead of a canned reply that waits for a decision. */
function replaceCanned(turn: MemberTurn, picked: number | undefined): void {
  const pending = lastShown(turn.chat);
  if (!pending?.isCanned || pending.ticket !== (picked ?? currentRelay(turn.chat)?.ticket)) return;
  turn.remember(withoutText(turn.chat, pending.id));
  turn.say(turn.t('member:canned.replaced', { quote: pending.text }));
}

function readWritten(turn: MemberTurn, own: readonly number[], quoted: number | undefined): Written {
  const { event } = turn;
  const addressed = readAddressed(event.text ?? '');
  const isAddressed = addressed !== undefined && own.includes(addressed.number);
  return {
    text: escapeMentions(isAddressed ? addressed.text : (event.text ?? '').trim()),
    attachments: filterRelayable(turn, event.attachments),
    picked: isAddressed ? addressed.number : quoted,
    addressed: isAddressed ? undefined : addressed,
  };
}

interface NoteText {
  text: string;
  own: readonly number[];
  closing: ClosingStep | undefined;
}

/** The bot asked for these words: after *Khác* they close a ticket, after *ghi chú* they are its note. */
async function takeAsNote(turn: MemberTurn, { text, own, closing }: NoteText): Promise<boolean> {
  const { noting } = turn.chat;
  const isNoting = noting && turn.now - noting.at < pauseMs && own.includes(noting.ticket);
  if (closing?.isOther) await closeWithNote(turn, closing.ticket, text);
  else if (isNoting) await saveNote(turn, noting.ticket, text);
  else return false;
  return true;
}

/** The ticket that the bot asked about closing, while that question is recent. */
function closingOf({ chat, now }: MemberTurn, own: readonly number[]): ClosingStep | undefined {
  const { closing } = chat;
  return closing && now - closing.at < pauseMs && own.includes(closing.ticket) ? closing : undefined;
}

/** Why a text may not be meant for its recipient, and what it may be instead. */
interface Doubt {
  since: string;
  command?: PendingText['command'];
  isMemo?: true;
}

async function doubtAbout(
  turn: MemberTurn,
  { addressed, picked }: Written,
  closing: ClosingStep | undefined,
): Promise<Doubt | undefined> {
  const { t } = turn;
  const command = addressed ? undefined : readCommandLike(turn.event.text ?? '');
  const isForPicked = command?.suggestion?.ticket === picked;
  if (picked !== undefined && !isForPicked) return undefined;
  if (closing) return { since: t('member:relay.closing', { number: closing.ticket }) };
  if (command?.isMemo) return { since: t('member:relay.like_memo'), isMemo: true };
  if (command) return { since: t('member:relay.like_command'), command: command.suggestion };
  if (!addressed) return undefined;
  const { number, isExplicit } = addressed;
  const since = await findWhatHappened(turn, number);
  if (since !== undefined) return { since };
  return isExplicit || (turn.chat.relays.length > 1 && number >= firstTicketNumber)
    ? { since: t('member:since.unknown', { number }) }
    : undefined;
}

/** Also "xong cô Mai" when the member has no ticket of hers any more. */
function readCommandLike(text: string): Partial<LooseCommand> | undefined {
  const named = readNamedCommand(text);
  return readLooseCommand(text) ?? (named && isNameShaped(text, named.name) ? {} : undefined);
}

async function lostDoubt(turn: MemberTurn, quoted: number): Promise<Doubt | undefined> {
  const since = await findWhatHappened(turn, quoted);
  return since === undefined ? undefined : { since };
}

/** The member wrote last to a resident whose ticket they no longer have. @returns what happened to it */
async function leaveLostRelay(turn: MemberTurn, own: readonly number[]): Promise<string | undefined> {
  const current = currentRelay(turn.chat);
  if (!current || own.includes(current.ticket)) return undefined;
  turn.remember({ relays: withOwnRelays(turn.chat.relays, own) });
  return findWhatHappened(turn, current.ticket);
}

/** A picked canned reply: the bot shows it and asks, as for any first text. */
export function offerWords(turn: MemberTurn, view: TicketView, text: string): Promise<void> {
  return keepAndAsk(turn, { text, attachments: [], ticket: view.number, isCanned: true });
}

/** The member has no ticket, so nobody could get the text. */
function sayNoRecipient({ t, say }: MemberTurn, since?: string): void {
  const text = since === undefined ? t('member:relay.nobody_idle') : t('member:relay.nobody');
  const buttons = (['new', 'ask_as_resident', 'help'] as const).map((step) => memberButton(t, step));
  say(since === undefined ? text : `${since}\n\n${text}`, { buttons });
}

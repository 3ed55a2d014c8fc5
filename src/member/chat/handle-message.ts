import type { RecentMessage } from '../../conversation/outbox.ts';
import { acceptPledge, askForPledge } from '../linking/pledge.ts';
import { askWhichNamed, readdress, showPendingAgain, type TurnKind } from '../relay/pending-actions.ts';
import { isFresh, lastShown, withoutText } from '../relay/pending-texts.ts';
import { type Choice, readChoice, readMistake } from '../relay/read-choice.ts';
import { relayMessage } from '../relay/relay-message.ts';
import { pauseMs } from '../relay/relay-rules.ts';
import { isPendingNewer, retractMessage } from '../relay/retract.ts';
import { readSignInCode } from '../sign-in/sign-in-code.ts';
import { closeAs, repeatClosing } from './actions/close.ts';
import { runOfficeCommand } from './actions/office.ts';
import { isTicket, openNamed } from './actions/open-named.ts';
import { pickTicket } from './actions/pick-ticket.ts';
import { askWhoSignsIn } from './actions/sign-in.ts';
import type { Step } from './buttons.ts';
import { readNumber } from './commands.ts';
import { readDoneWords } from './done-words.ts';
import { readLooseCommand } from './loose-commands.ts';
import type { MemberTurn } from './member-context.ts';
import { readOfficeCommand } from './office-commands.ts';
import { type MemberTap, readMemberMessage } from './read-message.ts';
import { runCommand } from './run-command.ts';
import { otherSteps, pendingSteps, ticketSteps } from './steps.ts';

interface HandleMessageParams {
  turn: MemberTurn;
  recentMessages: RecentMessage[];
  hasPledged: boolean;
}

/** Secrets without a warning: members may send their phone number to be called. */
const silentSecretKinds = new Set(['phone']);

/** Handles one message of a member, then shows again what still waits for their decision. */
export async function handleMemberMessage(params: HandleMessageParams): Promise<void> {
  const { turn, recentMessages, hasPledged } = params;
  const read = readMemberMessage({ event: turn.event, recentMessages });
  if (!hasPledged) {
    const isPledge = read.meaning?.step === 'pledge' || read.command?.kind === 'pledge';
    return isPledge ? acceptPledge(turn) : askForPledge(turn);
  }
  const before = turn.chat.pending.length;
  const kind = await act(turn, read);
  const isDecided = turn.chat.pending.length < before;
  await showPendingAgain(turn, kind === 'decision' && !isDecided ? 'text' : kind);
  await repeatClosing(turn);
}

/**
 * Tries in order: secret, sign-in code, button, answer about a message or a pending text, command, number or name; the
 * rest is text for a resident.
 */
async function act(turn: MemberTurn, read: ReturnType<typeof readMemberMessage>): Promise<TurnKind> {
  const { event } = turn;
  // A picture with words, or an answer to a quoted message, is for a resident.
  const isForResident = event.attachments.length > 0 || event.quotedMessageId !== undefined;
  const text = isForResident ? '' : (event.text ?? '').trim();
  const isTap = text.startsWith('#');
  if (event.secrets?.some((secret) => !silentSecretKinds.has(secret))) {
    turn.say(turn.t('member:relay.secret'));
    return 'command';
  }
  const code = readSignInCode(event.text ?? '');
  if (code) return done(askWhoSignsIn(turn, code));
  const meaning = read.meaning && isOver(turn, text, read.meaning) ? undefined : read.meaning;
  if (meaning && (isTap || !isPendingStep(meaning) || isPickedLine(turn, text, meaning))) {
    return done(tap(turn, meaning), isPendingStep(meaning) ? 'decision' : 'command');
  }
  if (text !== '' && !isTap && (await answerLast(turn, text))) return 'decision';
  if (await command(turn, text, read)) return 'command';
  if (isTap && readNumber(text) === undefined && !/^#\d/.test(text)) {
    turn.say(turn.t('member:old_button'));
    return 'command';
  }
  await relayMessage(turn);
  return 'text';
}

async function done(action: Promise<void>, kind: TurnKind = 'command'): Promise<TurnKind> {
  await action;
  return kind;
}

/** A number closes a ticket only while the question how it was solved is the open one: it may be text by now. */
function isOver({ chat }: MemberTurn, text: string, { step, data }: MemberTap): boolean {
  return step === 'done_how' && /^\d{1,2}$/.test(text) && String(chat.closing?.ticket) !== data.ticket;
}

/** The number of a line in the list of recipients that was shown last. */
function isPickedLine({ chat, now }: MemberTurn, text: string, { data }: MemberTap): boolean {
  const pending = lastShown(chat);
  if (!pending?.listsRecipients || !isFresh(pending, now)) return false;
  return /^\d{1,2}$/.test(text) && data.pending === String(pending.id) && data.ticket !== undefined;
}

/** An answer in words about the message just sent, or to the question about a pending text. */
async function answerLast(turn: MemberTurn, text: string): Promise<boolean> {
  const meant = isPendingNewer(turn) ? [] : readMistake(text, await turn.tickets.listOwn());
  if (meant.length > 0) {
    await retractMessage(turn, {}, meant);
    return true;
  }
  const choice = await readOpenChoice(turn, text);
  if (choice) await choose(turn, choice);
  return choice !== undefined;
}

async function command(
  turn: MemberTurn,
  text: string,
  { command: exact }: ReturnType<typeof readMemberMessage>,
): Promise<boolean> {
  if (exact) return ran(runCommand(turn, exact));
  if (text === '') return false;
  const { closing } = turn.chat;
  const done =
    closing && !closing.isOther && turn.now - closing.at < pauseMs ? readDoneWords(text) : undefined;
  if (closing && done) return ran(closeAs(turn, closing.ticket, done));
  const office = readOfficeCommand(text);
  if (office && (await isTicket(turn, office.number))) return ran(runOfficeCommand(turn, office));
  const loose = readLooseCommand(text)?.command;
  if (loose && 'number' in loose && (await isTicket(turn, loose.number ?? 0))) {
    return ran(runCommand(turn, loose));
  }
  return openNamed(turn, text);
}

async function ran(action: Promise<void>): Promise<true> {
  await action;
  return true;
}

function isPendingStep({ step }: MemberTap): boolean {
  return pendingSteps[step as Step] !== undefined;
}

async function tap(turn: MemberTurn, { step, data }: MemberTap): Promise<void> {
  const onPending = pendingSteps[step as Step];
  if (onPending) return onPending(turn, data);
  // The text was a command and not a message.
  if (data.pending !== undefined) turn.remember(withoutText(turn.chat, Number(data.pending)));
  const act = ticketSteps[step as Step];
  if (!act) return otherSteps[step as Step]?.(turn, data);
  const number = data.ticket === undefined ? await pickTicket(turn, step as Step) : Number(data.ticket);
  if (number !== undefined) await act(turn, number);
}

/** An answer in words to the question about a pending text, while that question is recent. */
async function readOpenChoice(turn: MemberTurn, text: string): Promise<Choice | undefined> {
  const pending = lastShown(turn.chat);
  if (!pending || !isFresh(pending, turn.now)) return undefined;
  return readChoice(text, await turn.tickets.listOwn());
}

const choiceSteps = { send: 'send', drop: 'dont_send', other: 'send_other', note: 'note_text' } as const;

async function choose(turn: MemberTurn, choice: Choice): Promise<void> {
  const pending = lastShown(turn.chat);
  if (!pending) return;
  if (choice.kind !== 'to') return pendingSteps[choiceSteps[choice.kind]]?.(turn, {});
  const [only, another] = choice.tickets;
  if (only === undefined) return;
  if (another !== undefined) return askWhichNamed(turn, pending, choice.tickets);
  // "Không gửi cho Lan" when the question was about Lan.
  if (choice.isCorrection && only === pending.ticket) return pendingSteps.send_other?.(turn, {});
  return readdress(turn, pending, { ...choice, ticket: only });
}

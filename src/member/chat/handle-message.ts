import type { RecentMessage } from '../../conversation/outbox.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { acceptPledge, askForPledge } from '../linking/pledge.ts';
import { readdress, showPendingAgain } from '../relay/pending-actions.ts';
import { isFresh, lastShown, withoutText } from '../relay/pending-texts.ts';
import { type Choice, findNamed, readChoice } from '../relay/read-choice.ts';
import { relayMessage } from '../relay/relay-message.ts';
import { readSignInCode } from '../sign-in/sign-in-code.ts';
import { resumeRelay, showDetails } from './actions/claim.ts';
import { pickerOf } from './actions/lists.ts';
import { runOfficeCommand } from './actions/office.ts';
import { pickTicket } from './actions/pick-ticket.ts';
import { askWhoSignsIn } from './actions/sign-in.ts';
import type { Step } from './buttons.ts';
import { readNumber } from './commands.ts';
import { readLooseCommand } from './loose-commands.ts';
import { findWhatHappened, type MemberTurn, sayWhatHappened } from './member-context.ts';
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
  const isCommand = await act(turn, read);
  await showPendingAgain(turn, isCommand);
}

/**
 * Tries in order: secret, sign-in code, button, answer about a pending text, command, number or name; the rest is text for a resident.
 * @returns false when it was such text
 */
async function act(turn: MemberTurn, read: ReturnType<typeof readMemberMessage>): Promise<boolean> {
  const { event } = turn;
  // A picture with words, or an answer to a quoted message, is for a resident.
  const isForResident = event.attachments.length > 0 || event.quotedMessageId !== undefined;
  const text = isForResident ? '' : (event.text ?? '').trim();
  const isTap = text.startsWith('#');
  if (event.secrets?.some((secret) => !silentSecretKinds.has(secret))) {
    turn.say(turn.t('member:relay.secret'));
    return true;
  }
  const code = readSignInCode(event.text ?? '');
  if (code) return done(askWhoSignsIn(turn, code));
  if (read.meaning && (isTap || !isPendingStep(read.meaning))) return done(tap(turn, read.meaning));
  const choice = text === '' || isTap ? undefined : await readOpenChoice(turn, text);
  if (choice) return done(choose(turn, choice));
  if (read.command) return done(runCommand(turn, read.command));
  const office = text === '' ? undefined : readOfficeCommand(text);
  if (office && (await isTicket(turn, office.number))) return done(runOfficeCommand(turn, office));
  const loose = text === '' ? undefined : readLooseCommand(text)?.command;
  if (loose && 'number' in loose && (await isTicket(turn, loose.number ?? 0))) {
    return done(runCommand(turn, loose));
  }
  if (text !== '' && (await openNamed(turn, text))) return true;
  if (isTap && readNumber(text) === undefined && !/^#\d/.test(text)) {
    turn.say(turn.t('member:old_button'));
    return true;
  }
  await relayMessage(turn);
  return false;
}

async function done(action: Promise<void>): Promise<true> {
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
  if (another !== undefined) return pendingSteps.send_other?.(turn, {});
  return readdress(turn, pending, { ticket: only, isOrder: choice.isOrder });
}

/** "412", "bà Lan" and nothing else: opens that ticket, or what the member types goes to that resident. */
async function openNamed(turn: MemberTurn, text: string): Promise<boolean> {
  const number = readNumber(text);
  if (number !== undefined) {
    const isKnown = await isTicket(turn, number);
    if (isKnown) await showDetails(turn, number);
    else if (text.startsWith('#')) await sayWhatHappened(turn, number);
    return isKnown || text.startsWith('#');
  }
  const own = await turn.tickets.listOwn();
  const named = findNamed(foldText(text), own, { isLastNameEnough: false });
  const [only, another] = named;
  if (only === undefined) return false;
  if (another === undefined) await resumeRelay(turn, only);
  else {
    const views = own.filter((view) => named.includes(view.number));
    const { text: question, options } = pickerOf(turn, { views, step: 'talk' });
    turn.say(question, options);
  }
  return true;
}

/** Whether a bare number is a ticket that the member has or may see; any other number is text for a resident. */
async function isTicket(turn: MemberTurn, number: number): Promise<boolean> {
  const own = await turn.tickets.listOwn();
  return own.some((view) => view.number === number) || (await findWhatHappened(turn, number)) !== undefined;
}

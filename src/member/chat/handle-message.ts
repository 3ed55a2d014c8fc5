import type { RecentMessage } from '../../conversation/outbox.ts';
import { acceptPledge, askForPledge } from '../linking/pledge.ts';
import { showCanned, useCanned } from '../relay/canned.ts';
import { relayMessage, sendPending } from '../relay/relay-message.ts';
import { discardPending, retractMessage } from '../relay/retract.ts';
import { readSignInCode } from '../sign-in/sign-in-code.ts';
import { claimTicket, resumeRelay, showDetails, showPhone } from './actions/claim.ts';
import { askHowDone, closeAs, closeTicket, pauseRelay, waitForResident } from './actions/close.ts';
import { goAway, goOffDuty, goOnDuty } from './actions/duty.ts';
import { showMine, showNew } from './actions/lists.ts';
import { addNote, notePending } from './actions/notes.ts';
import { askPassTarget, decline, giveBack, giveBackAll, passUp } from './actions/pass-on.ts';
import { pickTicket } from './actions/pick-ticket.ts';
import { answerWhoSignsIn, askWhoSignsIn, sendConsoleLink } from './actions/sign-in.ts';
import { memberButton, type Step } from './buttons.ts';
import { type Command, readNumber } from './commands.ts';
import { findWhatHappened, type MemberTurn, sayWhatHappened } from './member-context.ts';
import { type MemberTap, readMemberMessage } from './read-message.ts';

interface HandleMessageParams {
  turn: MemberTurn;
  recentMessages: RecentMessage[];
  hasPledged: boolean;
}

type OnTicket = (turn: MemberTurn, number: number) => Promise<void>;
type Data = Record<string, string>;

/** Actions on a ticket, tapped or typed. */
const onTicket: Partial<Record<Step, OnTicket>> = {
  claim: claimTicket,
  details: showDetails,
  pass: askPassTarget,
  decline,
  done: askHowDone,
  pause: pauseRelay,
  talk: resumeRelay,
  wait: waitForResident,
  give_back: giveBack,
  pass_up: passUp,
  canned: showCanned,
  phone: showPhone,
};

const steps: Partial<Record<Step, (turn: MemberTurn, data: Data) => Promise<void> | void>> = {
  pledge: (turn) => acceptPledge(turn),
  done_how: (turn, { ticket, done = '' }) => closeAs(turn, Number(ticket), done),
  done_now: (turn, { ticket }) => closeTicket(turn, Number(ticket), 'other'),
  give_back_all: (turn) => giveBackAll(turn),
  use_canned: useCanned,
  send: sendPending,
  dont_send: (turn) => discardPending(turn),
  note_held: notePending,
  wrong_send: retractMessage,
  mine: (turn, { from }) => showMine(turn, Number(from ?? 0)),
  new: (turn, { from }) => showNew(turn, Number(from ?? 0)),
  on_duty: (turn) => goOnDuty(turn),
  away_today: (turn) => goAway(turn, ''),
  help: (turn) => showHelp(turn),
  ask_as_resident: (turn) => askAsResident(turn),
  web: (turn) => sendConsoleLink(turn),
  sign_in_yes: (turn, data) => answerWhoSignsIn(turn, data, true),
  sign_in_no: (turn, data) => answerWhoSignsIn(turn, data, false),
};

/** Secrets without a warning: members may send their phone number to be called. */
const silentSecretKinds = new Set(['phone']);

/**
 * Handles one message of a member. Tries in order: secret, sign-in code, button, number or letter, command word; the rest is text for
 * a resident.
 */
export async function handleMemberMessage({
  turn,
  recentMessages,
  hasPledged,
}: HandleMessageParams): Promise<void> {
  const { event } = turn;
  const { meaning, command } = readMemberMessage({ event, recentMessages });
  if (!hasPledged) {
    const isPledge = meaning?.step === 'pledge' || command?.kind === 'pledge';
    return isPledge ? acceptPledge(turn) : askForPledge(turn);
  }
  if (event.secrets?.some((secret) => !silentSecretKinds.has(secret))) {
    return turn.say(turn.t('member:relay.secret'));
  }
  const code = readSignInCode(event.text ?? '');
  if (code) return askWhoSignsIn(turn, code);
  if (meaning) return tap(turn, meaning);
  if (command) return runCommand(turn, command);
  const number = readNumber(event.text ?? '');
  if (number !== undefined && (await isTicket(turn, number))) return showDetails(turn, number);
  if (number !== undefined && event.text?.trim().startsWith('#')) return sayWhatHappened(turn, number);
  return relayMessage(turn);
}

async function tap(turn: MemberTurn, { step, data }: MemberTap): Promise<void> {
  const act = onTicket[step as Step];
  if (act) return act(turn, Number(data.ticket));
  await steps[step as Step]?.(turn, data);
}

/** Command words without a button, or with a meaning that differs from the tapped button. */
const typedCommands: Record<string, (turn: MemberTurn) => Promise<void> | void> = {
  rest: goOffDuty,
  more: (turn) => showMine(turn),
  pledge: showHelp,
};

async function runCommand(turn: MemberTurn, command: Command): Promise<void> {
  if (command.kind === 'note') return addNote(turn, command.number, command.text);
  if (command.kind === 'away') return goAway(turn, command.until);
  const word = typedCommands[command.kind];
  if (word) return word(turn);
  const step = command.kind as Step;
  const act = onTicket[step];
  if (!act) return steps[step]?.(turn, {});
  const given = 'number' in command ? command.number : undefined;
  const number = given ?? (await pickTicket(turn, step));
  if (number !== undefined) await act(turn, number);
}

/** Whether a bare number is a ticket that the member has or may see; any other number is text for a resident. */
async function isTicket(turn: MemberTurn, number: number): Promise<boolean> {
  const own = await turn.tickets.listOwn();
  return own.some((view) => view.number === number) || (await findWhatHappened(turn, number)) !== undefined;
}

/** For this long, the member's text answers the bot's follow-up questions. */
const asResidentMs = 30 * 60_000;

/** *Hỏi như người dân*: the next question goes to the bot. */
function askAsResident(turn: MemberTurn): void {
  turn.remember({ asResident: { next: true, until: turn.now + asResidentMs }, pendingReply: undefined });
  turn.say(turn.t('member:ask_away'));
}

function showHelp(turn: MemberTurn): void {
  const { t } = turn;
  turn.say(t('member:help'), {
    buttons: [memberButton(t, 'mine'), memberButton(t, 'new'), memberButton(t, 'away_today')],
  });
}

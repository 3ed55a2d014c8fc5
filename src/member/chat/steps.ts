import { acceptPledge } from '../linking/pledge.ts';
import { showCanned, useCanned } from '../relay/canned.ts';
import { dropPending, noteAndClose, noteText, sendPending, sendToOther } from '../relay/pending-actions.ts';
import { retractMessage } from '../relay/retract.ts';
import { claimTicket, resumeRelay, showDetails, showPhone } from './actions/claim.ts';
import { askHowDone, closeAs, closeTicket, pauseRelay, waitForResident } from './actions/close.ts';
import { goAway, goAwayTomorrow, goOffDuty, goOnDuty } from './actions/duty.ts';
import { askAsResident, showHelp } from './actions/help.ts';
import { showMine, showNew } from './actions/lists.ts';
import { assignTicket, handTicket, showColleagues } from './actions/office.ts';
import { askPassTarget, decline, giveBack, giveBackAll, passUp } from './actions/pass-on.ts';
import { answerWhoSignsIn, sendConsoleLink } from './actions/sign-in.ts';
import type { Step } from './buttons.ts';
import type { MemberTurn } from './member-context.ts';

type OnTicket = (turn: MemberTurn, number: number) => Promise<void>;
type Data = Record<string, string>;
type OnTap = (turn: MemberTurn, data: Data) => Promise<void> | void;

/** Actions on a ticket, tapped or typed. */
export const ticketSteps: Partial<Record<Step, OnTicket>> = {
  claim: claimTicket,
  details: showDetails,
  pass: askPassTarget,
  decline,
  done: (turn, number) => askHowDone(turn, number),
  pause: pauseRelay,
  talk: resumeRelay,
  wait: waitForResident,
  give_back: giveBack,
  pass_up: passUp,
  canned: showCanned,
  phone: showPhone,
};

/** What a tap on a button does with a pending text. */
export const pendingSteps: Partial<Record<Step, OnTap>> = {
  send: sendPending,
  send_other: sendToOther,
  dont_send: dropPending,
  note_text: noteText,
  note_and_close: noteAndClose,
};

export const otherSteps: Partial<Record<Step, OnTap>> = {
  pledge: (turn) => acceptPledge(turn),
  done_how: (turn, { ticket, done = '' }) => closeAs(turn, Number(ticket), done),
  done_now: (turn, { ticket }) => closeTicket(turn, Number(ticket), 'other'),
  give_back_all: (turn) => giveBackAll(turn),
  use_canned: useCanned,
  wrong_send: (turn, data) => retractMessage(turn, data),
  mine: (turn, { from }) => showMine(turn, Number(from ?? 0)),
  new: (turn, { from }) => showNew(turn, Number(from ?? 0)),
  on_duty: (turn) => goOnDuty(turn),
  away_today: (turn) => goAway(turn, ''),
  away_tomorrow: (turn) => goAwayTomorrow(turn),
  rest: (turn) => goOffDuty(turn),
  assign_to: assignTicket,
  hand_to: handTicket,
  colleagues: (turn) => showColleagues(turn),
  help: (turn) => showHelp(turn),
  ask_as_resident: (turn) => askAsResident(turn),
  web: (turn) => sendConsoleLink(turn),
  sign_in_yes: (turn, data) => answerWhoSignsIn(turn, data, true),
  sign_in_no: (turn, data) => answerWhoSignsIn(turn, data, false),
};

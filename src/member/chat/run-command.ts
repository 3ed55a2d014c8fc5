import { keepAndAsk } from '../relay/keep-and-ask.ts';
import { chooseRecipient, currentRelay, pauseMs } from '../relay/relay-rules.ts';
import { claimAll, claimSeveral } from './actions/claim-several.ts';
import { goAway, goOffDuty } from './actions/duty.ts';
import { showHelp } from './actions/help.ts';
import { showMine } from './actions/lists.ts';
import { addNote } from './actions/notes.ts';
import { pickTicket } from './actions/pick-ticket.ts';
import type { Step } from './buttons.ts';
import type { Command } from './commands.ts';
import type { MemberTurn } from './member-context.ts';
import { otherSteps, pendingSteps, ticketSteps } from './steps.ts';

/** Command words without a button, or with a meaning that differs from the tapped button. */
const typedCommands: Record<string, (turn: MemberTurn) => Promise<void> | void> = {
  rest: goOffDuty,
  more: (turn) => showMine(turn),
  claim_all: claimAll,
  pledge: showHelp,
};

/** Runs a typed command. */
export async function runCommand(turn: MemberTurn, command: Command): Promise<void> {
  if (await askWhetherDuty(turn, command)) return;
  if (command.kind === 'note') return addNote(turn, command.number, command.text);
  if (command.kind === 'claim_several') return claimSeveral(turn, command.numbers);
  if (command.kind === 'away') return goAway(turn, command.until);
  const word = typedCommands[command.kind];
  if (word) return word(turn);
  const step = command.kind as Step;
  const act = ticketSteps[step];
  if (!act) return (pendingSteps[step] ?? otherSteps[step])?.(turn, {});
  const given = 'number' in command ? command.number : undefined;
  const number = given ?? (await pickTicket(turn, step));
  if (number !== undefined) await act(turn, number);
}

/** "Bận", "nghỉ", "trực" alone are also words to a resident. */
const dutySteps: Record<string, Step> = { away: 'away_today', rest: 'rest', on_duty: 'on_duty' };

/** While the member writes to a resident, a duty word may be meant for them: the bot asks. */
async function askWhetherDuty(turn: MemberTurn, command: Command): Promise<boolean> {
  const step = dutySteps[command.kind];
  const text = (turn.event.text ?? '').trim();
  if (step === undefined || text.startsWith('#') || /\s/.test(text)) return false;
  const current = currentRelay(turn.chat);
  const own = await turn.tickets.listOwn();
  if (!current || !own.some(({ number }) => number === current.ticket)) return false;
  if (current.lastAt !== undefined && turn.now - current.lastAt >= pauseMs) return false;
  const to = { chat: turn.chat, own, isMisaddressed: true, length: text.length, now: turn.now };
  const { ticket } = chooseRecipient(to);
  const typed = { text, attachments: [], ticket, command: { step } };
  await keepAndAsk(turn, typed, turn.t('member:relay.like_duty'));
  return true;
}

import type { ReplyButton } from '../../../message.ts';
import { findByName } from '../../names/find-by-name.ts';
import type { TicketView } from '../../tickets/ticket-view.ts';
import { memberButton, type Step } from '../buttons.ts';
import { toSyllables } from '../command-words.ts';
import { readNumber } from '../commands.ts';
import { findWhatHappened, type MemberTurn, sayWhatHappened } from '../member-context.ts';
import { isNameShaped, readLookUp, readNamedCommand } from '../named-commands.ts';
import { ticketSteps } from '../steps.ts';
import { resumeRelay, showDetails } from './claim.ts';
import { lineOf, pickerOf } from './lists.ts';

const maxPickButtons = 4;

/**
 * "412", "bà Lan", "Lan" and nothing else, "tìm Lan", "xong Tùng". @returns false when the text is none of these
 */
export async function openNamed(turn: MemberTurn, text: string): Promise<boolean> {
  const number = readNumber(text);
  if (number !== undefined) return openNumber(turn, text, number);
  const own = await turn.tickets.listOwn();
  const typed = toSyllables(text);
  const named = findByName(typed, own);
  const [only, another] = named;
  if (only !== undefined && another === undefined && typed.length > 1) {
    await resumeRelay(turn, only);
    return true;
  }
  if (named.length > 0) return lookUp(turn, typed, own);
  const sought = readLookUp(text);
  if (sought && (sought.length === 1 || isNameShaped(text, sought) || findByName(sought, own).length > 0))
    return lookUp(turn, sought, own);
  return runNamed(turn, text, own);
}

async function openNumber(turn: MemberTurn, text: string, number: number): Promise<boolean> {
  const isKnown = await isTicket(turn, number);
  if (isKnown) await showDetails(turn, number);
  else if (text.startsWith('#')) await sayWhatHappened(turn, number);
  return isKnown || text.startsWith('#');
}

/** Who is open under a name, with a way to write to each. */
function lookUp(turn: MemberTurn, name: readonly string[], own: readonly TicketView[]): true {
  const { t } = turn;
  const named = findByName(name, own);
  const views = own.filter(({ number }) => named.includes(number));
  const values = { name: name.join(' '), count: views.length };
  if (views.length === 0) {
    turn.say(t('member:name.nobody', values), { buttons: [memberButton(t, 'mine')] });
    return true;
  }
  const picks = views.map(({ number }): ReplyButton => memberButton(t, 'talk', { number }));
  const lines = views.map((view, at) => lineOf(turn, view, at + 1));
  turn.say([t('member:name.found', values), ...lines, t('member:name.pick')].join('\n'), {
    choices: picks,
    buttons: picks.slice(0, maxPickButtons),
  });
  return true;
}

/** A command with a name: runs it if the name and the number mean one resident, else asks which. */
async function runNamed(turn: MemberTurn, text: string, own: readonly TicketView[]): Promise<boolean> {
  const command = readNamedCommand(text);
  if (!command) return false;
  const { kind, number, name } = command;
  const named = findByName(name, own);
  if (number !== undefined && !own.some((view) => view.number === number)) return false;
  const isUnknown = named.length === 0 && number === undefined;
  if (isUnknown) return false;
  const isSure = number !== undefined && (named.length === 0 || named.includes(number));
  const meant = isSure ? [number] : [...new Set([number ?? [], named].flat())];
  const [only, another] = meant;
  if (only === undefined) return false;
  if (another === undefined) await ticketSteps[kind]?.(turn, only);
  else {
    const views = own.filter((view) => meant.includes(view.number));
    const { text: question, options } = pickerOf(turn, { views, step: kind satisfies Step });
    turn.say(question, options);
  }
  return true;
}

/** Whether a bare number is a ticket that the member has or may see; any other number is text for a resident. */
export async function isTicket(turn: MemberTurn, number: number): Promise<boolean> {
  const own = await turn.tickets.listOwn();
  return own.some((view) => view.number === number) || (await findWhatHappened(turn, number)) !== undefined;
}

import { type Command, InvalidArgumentError } from 'commander';

/** Options of every command that invites members. */
export interface InviteOptions {
  oa?: string;
  days: number;
}

const usualDays = 7;
const maxDays = 30;

export function addInviteOptions(command: Command): Command {
  return command
    .option('--oa <id>', "the OA they link to; the one of their team's commune when missing")
    .option('--days <number>', `how many days each code is valid, up to ${maxDays}`, toDays, usualDays);
}

function toDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= maxDays) return days;
  throw new InvalidArgumentError(`a whole number from 1 to ${maxDays}`);
}

import { Command, CommanderError } from 'commander';
import { loadCommandConfig } from '../config.ts';
import { messageOf } from '../errors.ts';
import type { CommandParts } from './command-parts.ts';
import { addAreaCommands } from './commands/areas.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCatchUpCommand } from './commands/catch-up.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { forTerminal } from './commands/for-terminal.ts';
import { addAbsenceCommands } from './commands/member-absence.ts';
import { addMemberCommands } from './commands/members.ts';
import { addInviteCommand } from './commands/members-invite.ts';
import { addRosterInviteCommand } from './commands/members-invite-roster.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addOaCommands } from './commands/oa.ts';
import { addPlaceCommands } from './commands/places.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addSetupCommand } from './commands/setup.ts';
import { addTeamCommands } from './commands/teams.ts';
import { addTicketCommands } from './commands/tickets.ts';
import { addTicketManagement } from './commands/tickets-manage.ts';
import { addOperatorCommands } from './operators/operator-commands.ts';

/** The settings are those of this process unless others are given. */
type GivenParts = Omit<CommandParts, 'writeFile' | 'loadConfig'> & Partial<Pick<CommandParts, 'loadConfig'>>;

/**
 * Runs one command of an operator, e.g. `['oa:list']`. Prints errors itself.
 * @returns the exit code
 */
export async function runCommand(args: string[], given: GivenParts): Promise<number> {
  const parts = {
    loadConfig: loadCommandConfig,
    ...given,
    write: (text: string) => given.write(forTerminal(text)),
    writeFile: given.write,
  };
  const program = createProgram(parts);
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    parts.write(`${messageOf(error)}\n`);
    return 1;
  }
}

function createProgram(parts: CommandParts): Command {
  const program = new Command('npm run cli --')
    .description('Commands for who runs the bot. They work while it runs and while it is stopped.')
    .exitOverride()
    .configureOutput({ writeOut: parts.write, writeErr: parts.write });
  addSetupCommand(program, parts);
  addDoctorCommand(program, parts);
  addBackupCommands(program, parts);
  addMigrateCommand(program, parts);
  addOaCommands(program, parts);
  addOperatorCommands(program, parts);
  addAreaCommands(program, parts);
  addPlaceCommands(program, parts);
  addTeamCommands(program, parts);
  addMemberCommands(program, parts);
  addTicketCommands(program, parts);
  addTicketManagement(program, parts);
  addInviteCommand(program, parts);
  addRosterInviteCommand(program, parts);
  addAbsenceCommands(program, parts);
  addCatchUpCommand(program, parts);
  addReplayCommand(program, parts);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

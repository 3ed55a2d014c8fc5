import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Knowledge } from '../content/knowledge.ts';
import { callAdminSocket } from '../database/admin-socket.ts';
import { createDependencies, type Dependencies } from '../dependencies.ts';
import { silentLogger } from '../logger.ts';
import { copesWithWrongSettings, localCommands } from './command-parts.ts';
import { runCommand } from './run-command.ts';

interface OperatorCommand {
  /** Such as `['oa:list']`. */
  args: string[];
  write(text: string): void;
  /** Called only when the command needs the records. @throws OperatorError when a setting is missing */
  loadConfig(): Config;
  /** What the office's content says, called as rarely. */
  readKnowledge(): Knowledge;
}

/**
 * Runs a command inside the running server if there is one, else directly on the records.
 * @returns the exit code
 * @throws OperatorError when the records cannot be opened
 */
export async function runHereOrInServer(command: OperatorCommand): Promise<number> {
  const { args, write, loadConfig } = command;
  let dependencies: Dependencies | undefined;
  const open = async () => {
    dependencies ??= await openHere(command);
    return dependencies;
  };
  try {
    const config = needsRecords(args) ? settingsFor(command) : undefined;
    const exitCode = config && (await runInServer(config, args, write));
    return exitCode ?? (await runCommand(args, { open, loadConfig, write }));
  } finally {
    await dependencies?.close();
  }
}

function needsRecords(args: string[]): boolean {
  const asksForHelp = args.includes('--help') || args.includes('-h') || args[0] === 'help';
  return args.length > 0 && !asksForHelp && !localCommands.has(args[0] as string);
}

/** @returns undefined for wrong settings, when the command says itself what is wrong */
function settingsFor({ args, loadConfig }: OperatorCommand): Config | undefined {
  try {
    return loadConfig();
  } catch (error) {
    if (copesWithWrongSettings.has(args[0] as string)) return undefined;
    throw error;
  }
}

async function runInServer(
  config: Config,
  command: string[],
  write: (text: string) => void,
): Promise<number | undefined> {
  if (config.DATABASE_URL) return undefined;
  const path = join(config.DATA_DIR, 'admin.sock');
  return callAdminSocket({ path, command, folder: process.cwd(), write });
}

function openHere({ loadConfig, readKnowledge }: OperatorCommand): Promise<Dependencies> {
  // A command prints its own errors; log lines are for the operator of the server.
  return createDependencies({
    config: loadConfig(),
    clock: systemClock,
    logger: silentLogger,
    knowledge: readKnowledge,
  });
}

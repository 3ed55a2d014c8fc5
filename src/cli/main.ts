import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { type Config, loadCommandConfig } from '../config.ts';
import { callAdminSocket } from '../database/admin-socket.ts';
import { createDependencies, type Dependencies } from '../dependencies.ts';
import { messageOf, OperatorError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { readCommandKnowledge } from './command-knowledge.ts';
import { localCommands } from './command-parts.ts';
import { ignoreClosedPipe } from './ignore-closed-pipe.ts';
import { readSecretArguments } from './read-secret-arguments.ts';
import { runCommand } from './run-command.ts';

/** Runs the command inside the running server if there is one, else directly on the records. */
async function main(given: string[]): Promise<number> {
  const args = await readSecretArguments(given, {
    input: process.stdin,
    prompt: (text) => process.stderr.write(text),
  });
  const write = (text: string) => process.stdout.write(text);
  let dependencies: Dependencies | undefined;
  const open = async () => {
    dependencies ??= await openHere(loadCommandConfig());
    return dependencies;
  };
  try {
    if (needsRecords(args)) {
      const exitCode = await runInServer(loadCommandConfig(), args, write);
      if (exitCode !== undefined) return exitCode;
    }
    return await runCommand(args, { open, write });
  } finally {
    await dependencies?.close();
  }
}

function needsRecords(args: string[]): boolean {
  const asksForHelp = args.includes('--help') || args.includes('-h') || args[0] === 'help';
  return args.length > 0 && !asksForHelp && !localCommands.has(args[0] as string);
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

function openHere(config: Config): Promise<Dependencies> {
  // A command prints its own errors; log lines are for the operator of the server.
  return createDependencies({
    config,
    clock: systemClock,
    logger: silentLogger,
    knowledge: readCommandKnowledge,
  });
}

ignoreClosedPipe();
// A command may create files in DATA_DIR, and prints invitation codes to files.
process.umask(0o077);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof OperatorError ? error.message : messageOf(error)}\n`);
  process.exitCode = 1;
}

import { loadCommandConfig } from '../config.ts';
import { messageOf, OperatorError } from '../errors.ts';
import { readCommandKnowledge } from './command-knowledge.ts';
import { ignoreClosedPipe } from './ignore-closed-pipe.ts';
import { readSecretArguments } from './read-secret-arguments.ts';
import { runHereOrInServer } from './run-here-or-in-server.ts';

async function main(given: string[]): Promise<number> {
  const args = await readSecretArguments(given, {
    input: process.stdin,
    prompt: (text) => process.stderr.write(text),
  });
  return runHereOrInServer({
    args,
    write: (text) => process.stdout.write(text),
    loadConfig: loadCommandConfig,
    readKnowledge: readCommandKnowledge,
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

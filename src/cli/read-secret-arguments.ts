import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { OperatorError } from '../errors.ts';

/** Options whose values must not be on a command line, where every user of the machine can list them. */
const secretOptions = ['--refresh-token', '--access-token'];

interface CheckParams {
  input: Readable & { isTTY?: boolean };
  /** Tells a user at a keyboard what to enter. */
  prompt(text: string): void;
}

/**
 * Replaces the token options given as `-` with lines of the input, in the order of the options.
 * @throws OperatorError when the input has no line for one of them
 */
export async function readSecretArguments(
  args: readonly string[],
  { input, prompt }: CheckParams,
): Promise<string[]> {
  const parts = args.flatMap((arg) =>
    secretOptions.some((option) => arg === `${option}=-`) ? arg.split('=') : [arg],
  );
  const isAsked = (at: number) => parts[at] === '-' && secretOptions.includes(parts[at - 1] ?? '');
  if (!parts.some((_, at) => isAsked(at))) return [...args];
  const reader = createInterface({ input });
  const lines = reader[Symbol.asyncIterator]();
  const filled: string[] = [];
  for (const [at, part] of parts.entries()) {
    filled.push(isAsked(at) ? await nextSecret(parts[at - 1] as string) : part);
  }
  reader.close();
  return filled;

  async function nextSecret(option: string): Promise<string> {
    if (input.isTTY) prompt(`Paste the value of ${option}, then press Enter: `);
    const { value } = await lines.next();
    const secret = typeof value === 'string' ? value.trim() : '';
    if (secret === '')
      throw new OperatorError(`${option} - reads a line of the standard input, and none came.`);
    return secret;
  }
}

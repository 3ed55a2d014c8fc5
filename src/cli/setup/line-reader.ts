import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { OperatorError } from '../../errors.ts';

/** Reads answers from a keyboard or a file, one line each, losing none that come early. */
export function createLineReader(input: Readable, show: (question: string) => void) {
  const reader = createInterface({ input });
  const lines = reader[Symbol.asyncIterator]();
  return {
    /** @throws OperatorError when the input ends */
    async ask(question: string): Promise<string> {
      show(question);
      const { value, done } = await lines.next();
      if (done) throw new OperatorError('\nThe input ended before all was answered. Nothing was written.');
      return String(value).trim();
    },
    close: () => reader.close(),
  };
}

import { OperatorError } from '../../src/errors.ts';

/** @throws OperatorError naming the first line that is not JSON */
export function readLines(text: string, file: string): unknown[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new OperatorError(`${file}:${at + 1} is no JSON`);
    }
  });
}

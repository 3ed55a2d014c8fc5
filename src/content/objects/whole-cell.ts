import type { ToldCell } from '../schema/object.ts';

/** The text of a cell as one message: the answering sentence, what else is needed, numbered steps. */
export function wholeCell({ first, body, steps }: Pick<ToldCell, 'first' | 'body' | 'steps'>): string {
  const numbered = steps?.map((step, index) => `${index + 1}. ${step.trim()}`).join('\n');
  const opening = [first.trim(), body?.trim()].filter(Boolean).join(' ');
  return [opening, numbered].filter(Boolean).join('\n\n');
}

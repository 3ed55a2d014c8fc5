import { optionsOpenMs } from '../conversation/options.ts';
import type { SaidRow } from '../conversation/outbox.ts';

const noOptions: SaidRow = {
  id: 0,
  content: { kind: 'text', text: '' },
  saidAt: 0,
  zaloMessageId: null,
  intent: null,
  outcome: null,
};

/**
 * What was said, with that first from which a bare number or letter picks: the last list, whatever came unasked since.
 * Cards come at any moment, so that a number never presses a button of one, unless the platform had it written out as
 * a list.
 */
export function pickedFrom(said: readonly SaidRow[], now: number): SaidRow[] {
  const first = said.find(({ content, saidAt }) => {
    if (content.kind !== 'text' || now - saidAt > optionsOpenMs) return false;
    return content.listed === true || (content.choices?.length ?? 0) > 0;
  });
  return [first ?? noOptions, ...said.filter((row) => row !== first)];
}

import { detectSecrets } from './detect-secrets.ts';
import { withPlainDigits } from './plain-digits.ts';

const atEnds = /^[\s:|,–-]{1,80}|[\s:|,–-]{1,80}$/g;

/** What is left of a short text, a name for one, when every secret in it is cut out. Pure. */
export function withoutSecrets(text: string): string {
  const written = withPlainDigits(text.normalize('NFC'));
  let kept = '';
  let at = 0;
  for (const { start, end } of detectSecrets(written)) {
    kept += written.slice(at, start);
    at = end;
  }
  kept = (kept + written.slice(at)).replaceAll(/\(\s{0,80}\)/g, ' ');
  // The bracket before a number goes with it.
  if (!kept.includes('(')) kept = kept.replaceAll(')', ' ');
  return kept.replaceAll(/\s{1,80}/g, ' ').replace(atEnds, '');
}

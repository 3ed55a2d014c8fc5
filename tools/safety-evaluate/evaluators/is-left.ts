import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

/** Fewer characters, or fewer words of a spelled-out number, reveal nothing. */
const characters = 4;
const words = 3;

/**
 * Whether a masked text still reveals a secret: four characters in a row, or three words of a value in words;
 * for a shorter value, all of it. Parts that also occur elsewhere in the text do not count.
 */
export function isLeft(
  value: string,
  { text, secrets }: { text: string; secrets: { value: string }[] },
  masked: string,
): boolean {
  const around = secrets.reduce((rest, secret) => rest.split(secret.value).join('\n'), text);
  const elsewhere = readable(around);
  const seen = readable(masked);
  return runsOf(value).some((run) => seen.includes(run) && !elsewhere.includes(run));
}

function readable(text: string): string {
  return foldInPlace(text.normalize('NFC')).replaceAll(/\uFE0F?\u20E3/g, '');
}

function runsOf(value: string): string[] {
  const written = readable(value);
  const parts = written.split(' ');
  if (parts.length >= words && !/\d/.test(written)) {
    return parts.slice(words - 1).map((_, at) => parts.slice(at, at + words).join(' '));
  }
  const length = Math.min(characters, written.length);
  return Array.from({ length: written.length - length + 1 }, (_, at) => written.slice(at, at + length));
}

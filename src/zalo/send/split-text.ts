/** Zalo refuses longer texts instead of cutting them. */
const maxMessageLength = 2000;

/** Where a text may be split, best place first. */
const borders = [/\n\s*\n/g, /\n/g, /[.!?…;:]\s/g, /\s/g];

/**
 * Splits a text into parts that Zalo accepts, each as long as possible, at the border of a paragraph, line, sentence or
 * word. Converts the text to NFC first, because decomposed Vietnamese counts longer.
 * @returns at least one part for a text with content, none for blank text
 */
export function splitText(text: string, maxLength: number = maxMessageLength): string[] {
  const parts: string[] = [];
  let rest = text.normalize('NFC').trim();
  while (rest.length > maxLength) {
    const end = endOfPart(rest, maxLength);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest ? [...parts, rest] : parts;
}

/** A border in the first half would leave a needlessly short part, so the next kind is tried. */
function endOfPart(text: string, maxLength: number): number {
  const head = text.slice(0, maxLength + 1);
  for (const border of borders) {
    const ends = [...head.matchAll(border)].map((match) => match.index + match[0].trimEnd().length);
    const end = ends.findLast((candidate) => candidate <= maxLength);
    if (end !== undefined && end >= maxLength / 2) return end;
  }
  return isInsidePair(text, maxLength) ? maxLength - 1 : maxLength;
}

function isInsidePair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

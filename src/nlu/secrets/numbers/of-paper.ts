import type { SecretKind } from '../../../message.ts';
import type { ReadText } from '../read-text.ts';
import type { WrittenNumber } from '../words/written-number.ts';

export interface Paper {
  kind: SecretKind;
  /** Possible numbers of digits. */
  lengths: readonly number[];
  /** Words that show that a text is about it. */
  mention: RegExp;
}

const papers: readonly Paper[] = [
  {
    kind: 'insurance',
    lengths: [10, 13],
    mention: /bhyt|bhxh|bao hiem|vssid|(?<![a-z])(?:the|so|ma) bh(?![a-z])/,
  },
  { kind: 'tax-code', lengths: [10, 13], mention: /thue|(?<![a-z])(?:mst|nnt)(?![a-z])/ },
  {
    kind: 'national-id',
    lengths: [9, 12],
    mention: /cccd|can cuoc|(?<![a-z])(?:cmnd|cmt|cmtnd|cc)(?![a-z])|chung minh|dinh danh/,
  },
];
const roundEnd = /0{3}$/;

/** The papers that a text is about. */
export function papersIn({ folded }: ReadText): readonly Paper[] {
  return papers.filter(({ mention }) => mention.test(folded));
}

/** The kind of a number that nothing beside it explains, in a text about a paper with a number of this length. */
export function ofPaper(mentioned: readonly Paper[], { digits }: WrittenNumber): SecretKind | undefined {
  if (roundEnd.test(digits)) return undefined;
  return mentioned.find(({ lengths }) => lengths.includes(digits.length))?.kind;
}

/**
 * The same for a number that a harmless name explains, if that name is the paper's own.
 * @param end index of the first name that is not before the number
 */
export function ofNamedPaper(
  { folded, names, words }: ReadText,
  number: WrittenNumber,
  end: number,
): SecretKind | undefined {
  const name = names[end - 1];
  if (name?.label !== 'other') return undefined;
  const said = folded.slice(words[name.first]?.start, words[name.last]?.end);
  const own = papers.filter(({ mention }) => mention.test(said));
  return ofPaper(own, number);
}

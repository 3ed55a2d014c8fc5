import { keepFirst } from '../../text/span.ts';
import type { Edit } from './edits.ts';

/** Names of secrets in letters apart or with look-alikes, and in names of letters. */
const spellings: [RegExp, string][] = [
  [/(?<![a-z\d])[o0][ .-]{0,2}t[ .-]{0,2}p(?![a-z\d])/g, 'otp'],
  [/(?<![a-z\d])(?:o ?(?:te|ti) ?(?:pe|pi)|[o0]pt)(?![a-z\d])/g, 'otp'],
  [/(?<![a-z\d])p[ .-]i[ .-]n(?![a-z\d])/g, 'pin'],
  [/(?<![a-z\d])p[a@4]ss(?:w[o0]rd)?(?![a-z\d])/g, 'password'],
  [/(?<![a-z\d])m[ .-]k(?=[a-z ]{0,12}[ :=])(?![a-z\d])/g, 'mk'],
  [/(?<![a-z\d])(?:s[ .-]t[ .-]k|so ?tkhoan|stkhoan)(?![a-z\d])/g, 'stk'],
  [/(?<![a-z\d])mxt(?![a-z\d])/g, 'ma xac thuc'],
  [/(?<![a-z\d])mxn(?![a-z\d])/g, 'ma xac nhan'],
  [/(?<![a-z\d])(?:so mo so|et em et)(?![a-z\d])/g, 'sms'],
  [/(?<![a-z\d])c[ .-]{0,2}c[ .-]{0,2}c[ .-]{0,2}d(?![a-z])/g, 'cccd'],
  [/(?<![a-z\d])c[ .-]m[ .-]n[ .-]d(?![a-z])/g, 'cmnd'],
  [/(?<![a-z\d])s[ .-]d[ .-]t(?![a-z\d])/g, 'sdt'],
  [/(?<![a-z\d])m[ .-]s[ .-]t(?![a-z\d])/g, 'mst'],
  [/(?<![a-z\d])m(?:at?)?[ ._-]{0,2}kh?au(?![a-z\d])/g, 'mat khau'],
  [/(?<![a-z\d])c[ .-]v[ .-][vc](?![a-z\d])/g, 'cvv'],
  [/(?<![a-z\d])otp(?=\d)/g, 'otp '],
];

/** One test for all: few texts have any. */
const anySpelling = new RegExp(spellings.map(([{ source }]) => source).join('|'));

/** Writes names of secrets as the tables know them: "o t p", "0tp", "ô tê pê", "p@ss", "m.k:". */
export function joinNames(folded: string): Edit[] {
  if (!anySpelling.test(folded)) return [];
  const edits = spellings.flatMap(([spelling, by]) =>
    [...folded.matchAll(spelling)]
      .filter(([whole]) => whole !== by)
      .map(({ 0: whole, index }): Edit => ({ start: index, end: index + whole.length, by })),
  );
  return keepFirst(edits, folded.length);
}

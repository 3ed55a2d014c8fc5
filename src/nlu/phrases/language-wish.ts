import type { Language } from '../../i18n.ts';

const names: [RegExp, Language][] = [
  [/\b(?:english|tieng anh)\b/, 'en'],
  [/\b(?:vietnamese|tieng viet)\b/, 'vi'],
];
/** Words around the name of a language in such a request. */
const aroundName = new Set(
  `a an answer anh back bang can change chi chuyen cho da di doi do dung duoc go i in khong language me nhe no noi
  please reply sang speak switch talk the thoi tieng to toi tra loi use version viet voi want with write xin you`.split(
    /\s+/,
  ),
);
const longestWish = 60;

/**
 * The language that a message asks for, if it contains nothing else: "answer in English please", "tiếng
 * Việt". Pure.
 * @param folded lower case, without diacritics and punctuation
 */
export function findLanguageWish(folded: string): Language | undefined {
  if (folded.length > longestWish) return undefined;
  const named = names.filter(([name]) => name.test(folded));
  const [name, language] = named[0] ?? [];
  if (!name || named.length > 1) return undefined;
  const rest = folded.replace(name, ' ').split(' ').filter(Boolean);
  return rest.every((word) => aroundName.has(word)) ? language : undefined;
}

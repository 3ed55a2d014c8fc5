import { assents, oneOf, softeners, speakers } from '../lexicon.ts';

const lead = oneOf(
  ...assents,
  'u',
  'ok',
  'cho',
  'cham',
  'danh gia',
  'vote',
  'tang',
  'xin',
  'thi',
  'han',
  ...speakers,
  'e',
  'c',
);
const end = oneOf(
  ...[
    ...softeners,
    'luon',
    'nghen',
    'di',
    'day',
    'thoi',
    'cam on',
    'ban',
    'ad',
    'xa',
    'to',
    'can bo',
    ...speakers,
  ],
);
const counted = new RegExp(
  `^(?:${lead} )*(10|[0-9]|mot|hai|ba|bon|nam|muoi) (?:sao|diem)(?: cho(?: \\S+){1,3}?)?(?: ${end})*$`,
);
const numbers: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, muoi: 10 };
const words: readonly [RegExp, number][] = [
  [/(?:^| )(?:khong|chua|ko|k) (?:tot|hai long|on|duoc)|(?:^| )(?:te|kem|chan|that vong)(?: |$)/, 1],
  [/(?:^| )(?:tam (?:duoc|on)|binh thuong|cung duoc)(?: |$)/, 3],
  [/(?:^| )(?:tot|hai long|tuyet(?: voi)?|nhiet tinh|gioi|chu dao|xuat sac|qua on)(?: |$)/, 5],
];
const maxWords = 6;

/** How many stars a message gives. */
export interface Rating {
  stars: number;
  /** In numbers; praise in words is a rating only in answer to the question for one. */
  isCounted: boolean;
}

/**
 * The rating, if the whole message is one: "5 điểm", "cho 4 sao nhé", "tốt lắm". Pure.
 * @param folded lower case, without diacritics and punctuation
 */
export function findRating(folded: string): Rating | undefined {
  const number = counted.exec(folded)?.[1];
  if (number !== undefined) {
    const given = numbers[number] ?? Number(number);
    // Out of ten, as school marks are.
    const stars = given > 5 ? Math.round(given / 2) : given;
    return { stars: Math.max(1, stars), isCounted: true };
  }
  if (folded.split(' ').length > maxWords) return undefined;
  const stars = words.find(([pattern]) => pattern.test(folded))?.[1];
  return stars === undefined ? undefined : { stars, isCounted: false };
}

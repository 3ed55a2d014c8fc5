import type { DoneKind } from '../../database/ticket-tables.ts';
import { foldText } from '../../nlu/text/fold-text.ts';

/** The first match wins; folded. */
const ways: [DoneKind, RegExp][] = [
  [
    'unreachable',
    /khong (?:lien lac|lien he|goi|gap)(?: \w+){0,2} duoc|khong (?:nghe|bat) may|(?:goi|gap) khong duoc/,
  ],
  ['self', /tu lam|tu xong/],
  ['visited', /gap|tan noi|tan nha|(?:qua|den|toi|sang|ghe) nha/],
  ['called', /goi/],
  ['other', /^(?:cach )?khac$/],
];
/** All syllables that an answer may have; one more is text for a resident, or a note. */
const vocabulary = new Set(
  'da roi xong ok a nhe toi em minh chau ba con ong bac co anh chi cu nha duoc huong dan dien thoai truc tiep lien lac he may luon het lam tu qua den sang ghe tan noi gap goi khong nghe bat khac cach'.split(
    ' ',
  ),
);
const maxWords = 6;

/** How a ticket was solved, in words instead of by a button: "đã gặp rồi". Undefined for any other text. Pure. */
export function readDoneWords(text: string): DoneKind | undefined {
  const folded = foldText(text);
  const syllables = folded.split(' ');
  if (syllables.length > maxWords || !syllables.every((one) => vocabulary.has(one))) return undefined;
  return ways.find(([, pattern]) => pattern.test(folded))?.[0];
}

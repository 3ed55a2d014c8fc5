import { assents, juniors, oneOf, softeners, speakers, without } from '../lexicon.ts';

const self = without(speakers, 'tui');
const called = [...juniors, 'bac', 'co', 'chu', 'ban', 'anh', 'chi', 'can bo', 'oi'];
const done = new RegExp(
  `^(?:${oneOf(
    ...[...assents, 'u', 'uh', 'o', 'ok', 'oke', 'oki', 'okie', 'okay', 'thua'],
    ...[...self, 'viec', 'lam', 'giai quyet', 'the la'],
  )} )*(?:xong|roi|duoc roi|on roi|done|yes done|it is done)(?: ${oneOf(
    ...['xuoi', 'xong', 'roi', 'het', 'ca', 'duoc', 'day', ...softeners],
    ...[...called, 'cam on', 'nhieu', 'thanks', 'now'],
  )})*$`,
);
const notDone = new RegExp(
  `^(?:${oneOf(
    ...[...assents, 'u', 'uh', 'khong', 'ko', 'thua', 'van', 'hien', 'nay', 'viec'],
    ...[...self, 'can bo'],
  )} )*(?:chua|not yet|not done|still not done)(?: ${oneOf(
    ...[
      'xong',
      'duoc',
      'dau',
      'gi',
      'ca',
      'het',
      'on',
      'ai',
      'thay',
      'goi',
      'lien he',
      'lien lac',
      'giai quyet',
    ],
    ...['xu ly', 'lam', 'tra loi', 'ma', ...softeners, ...called],
  )})*$`,
);
/** "Chưa xong đâu cháu ơi, ông chưa ra xã", "chưa chú ơi, mai tôi mới đi": a "not yet" with its reason, and no question. */
const notDoneAsYet =
  /^(?:(?:da|vang|a|khong|thua|van|van con|hien|nay|viec) )*chua (?:xong|duoc|on|(?:em|chau|con|bac|co|chu|anh|chi|can bo|ban)(?: (?:oi|a))|a) (?!.*(?:\b(?:the nao|sao|o dau|bao gio|bao lau)\b|\b(?:gi|khong|ko)$))/;
/** In characters; a longer text says more than that. */
const longest = 60;

/** Whether a text says "done" or "not done" and nothing else; expects folded text. Pure. */
export function parseDone(folded: string): 'done' | 'not-done' | undefined {
  if (folded.length > longest) return undefined;
  if (notDone.test(folded) || notDoneAsYet.test(folded)) return 'not-done';
  return done.test(folded) ? 'done' : undefined;
}

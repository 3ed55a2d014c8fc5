import { foldText } from '../../text/fold-text.ts';
import { assents, oneOf, speakers } from '../lexicon.ts';

const lead = oneOf(
  ...assents,
  'u',
  'y',
  'thoi',
  'nhung',
  'ma',
  'oi',
  'khoan',
  'xin loi',
  ...speakers,
  'e',
  'c',
  'nha',
);
const after = oneOf(
  ...speakers,
  'e',
  'c',
  'nhe',
  'nha',
  'a',
  'ban',
  'ad',
  'giup',
  'ho tro',
  'day',
  'do',
  'goi',
  'gap',
  'lam',
);
const wants = new RegExp(
  `^(?:${lead} )*(?:(?:van|con) (?:con )?(?:can|muon|nho)(?= (?:${after})|$)|cu (?:de|giu|gui|goi|giup|lam)|(?:dung|khoan) (?:huy|rut|bo|dung))(?: |$)`,
);
const maxWords = 16;

/** Whether a resident who has called a ticket off wants it after all: "à vẫn cần nhé", "đừng hủy". Pure. */
export function saysStillNeeded(text: string): boolean {
  const [first = '', ...rest] = text.split(/[,.;!\n]+/).map((clause) => foldText(clause));
  if ([first, ...rest].join(' ').split(' ').length > maxWords) return false;
  return [first, ...rest].some((clause) => wants.test(clause));
}

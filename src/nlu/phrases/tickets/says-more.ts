import { foldText } from '../../text/fold-text.ts';
import { assents, oneOf, speakers } from '../lexicon.ts';

const lead = oneOf(
  ...assents,
  'u',
  'y',
  'xin',
  'cho',
  'nho',
  'muon',
  'con',
  'quen',
  ...speakers,
  'e',
  'c',
  'oi',
);
const more = new RegExp(
  `^(?:${lead} )*(?:(?:noi|bo sung|nhan|bao|ke|gui|ghi|cho biet) them|bo sung|quen (?:mat )?(?:chua |khong )?(?:noi|bao|ke))(?: |$)`,
);

/** Whether a message announces that it adds to what was said before: "xin nói thêm, …", "quên chưa nói, …". Pure. */
export function saysMore(text: string): boolean {
  return more.test(foldText(text));
}

import { foldText } from '../text/fold-text.ts';

/** Pronouns that ask for respect; the bot calls itself a grandchild, or "em" to anh and chị. */
const elders = ['ông', 'bà', 'bác', 'cô', 'chú', 'dì', 'cậu', 'mợ'];
const peers = ['anh', 'chị'];
/** Pronouns that ask for no respect; the bot simply says "bạn". */
const juniors = ['em', 'con', 'cháu', 'mình', 'tớ'];

/** Typed without diacritics; `di`, `co`, `ba`, `chu` and `em` alone mean too many other things. */
const plain: Record<string, string> = {
  ong: 'ông',
  bac: 'bác',
  chi: 'chị',
  chau: 'cháu',
  minh: 'mình',
  to: 'tớ',
  cau: 'cậu',
};

/** Verbs that only speakers use of themselves: wanting, asking, not knowing, being old, having forgotten. */
const selfVerbs =
  'muốn|muon|hỏi|hoi|cần|can|quên|quen|không|khong|ko|k|chưa|chua|già|gia|đang|dang|bị|bi|có|co|đi|được|dc|' +
  'làm|lam|vừa|vua|nghe|xem|thấy|thay|nhờ|nho|định|dinh|mới|moi|đã|da|tải|tai|ở|cám|cảm|cam|lại|ra|vào|vao|70|80|gõ|go|bấm|bam|xin';

const word = `(${[...elders, ...peers, ...juniors, ...Object.keys(plain)].join('|')})`;
const edge = '(?:^|[\\s,.!?:;])';

const patterns = {
  /** "gọi tôi là bác" */
  told: new RegExp(
    `${edge}(?:gọi|goi|kêu|keu)\\s+(?:tôi|toi|tui|mình|minh)\\s+(?:là|la|bằng|bang)\\s+${word}(?=$|[\\s,.!?])`,
  ),
  /** "bác muốn hỏi", "cho bà hỏi" */
  asSpeaker: new RegExp(`(?:${edge})${word}\\s+(?:${selfVerbs})(?=$|[\\s,.!?])`, 'g'),
  /** "cho bác hỏi", "giúp bà với"; but "làm thẻ cho bà" means somebody else. */
  asObject: new RegExp(
    `${edge}(?:(?:cho|bảo|bao)\\s+${word}\\s+(?:hỏi|hoi|xin|biết|biet|gặp|gap)` +
      `|(?:giúp|giup|hộ|ho|chỉ|hướng dẫn|huong dan)\\s+${word}(?:\\s+(?:với|voi|cách|cach|ạ)|\\s*$))(?=$|[\\s,.!?])`,
  ),
};

/**
 * After these words a pronoun means somebody else ("anh ơi", "chào chị", "nhờ anh", "mẹ em") or is another
 * word without diacritics ("phan anh", "gui anh").
 */
const otherwise =
  /(?:^|\s)(?:chào|chao|thưa|thua|nhờ|nho|hỏi|hoi|của|cua|mấy|may|các|cac|hai|mẹ|me|bố|bo|con|vợ|vo|chồng|chong|phan|hinh|gui|chup)\s*$/;

/**
 * The pronoun that residents use for themselves, if any. It decides how the bot addresses the resident and
 * what the bot calls itself. Only clear cases count: the greeting "chị ơi" tells nothing about the resident.
 * @param text as written, any case, with or without diacritics
 */
export function detectAddress(text: string): Address | undefined {
  const lower = text.normalize('NFC').toLowerCase();
  const found = patterns.told.exec(lower)?.[1] ?? speakerIn(lower) ?? objectIn(lower);
  return found === undefined ? undefined : addressFor(plain[found] ?? found);
}

/**
 * The form of address for a word that surely means the resident: "bác" of "nộp hộ bác".
 * @param speaker folded
 */
export function addressOfSpeaker(speaker: string): Address | undefined {
  const found = [...elders, ...peers, ...juniors].find((one) => foldText(one) === speaker);
  return found === undefined ? undefined : addressFor(found);
}

/** Whether the resident says explicitly how to address them. */
export function tellsAddress(text: string): boolean {
  return patterns.told.test(text.normalize('NFC').toLowerCase());
}

function objectIn(lower: string): string | undefined {
  const match = patterns.asObject.exec(lower);
  return match?.[1] ?? match?.[2];
}

function speakerIn(lower: string): string | undefined {
  for (const match of lower.matchAll(patterns.asSpeaker)) {
    const before = lower.slice(0, match.index + match[0].indexOf(match[1] ?? ''));
    if (!otherwise.test(before)) return match[1];
  }
  return undefined;
}

function addressFor(self: string): Address {
  if (elders.includes(self)) return { you: self, me: 'cháu' };
  if (peers.includes(self)) return { you: self, me: 'em' };
  return { you: 'bạn', me: 'mình' };
}

/** How the bot addresses a resident: `you` for the resident, `me` for the bot. */
export interface Address {
  you: string;
  me: string;
}

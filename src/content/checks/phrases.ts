import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';
import { listTexts } from './parts.ts';

interface CheckParams {
  /** Asks for something to be handed over to us; typing it into one's own app is fine. */
  asks: RegExp;
  secrets: RegExp;
  denials: RegExp;
  warnings: RegExp;
}

const inVietnamese: CheckParams = {
  asks: /(?<!\p{L}|nhà )(gửi|nhắn|đọc|đưa|cung cấp|chụp|cho (?:cháu|em|mình|tôi|cán bộ|tổ) (?:xin|biết|xem)|xin)(?!\p{L})/iu,
  secrets:
    /(mã otp|otp|mật khẩu|passcode|mã pin|số thẻ|mã xác (?:nhận|thực)|số (?:căn cước|cccd|cmnd|định danh)|ảnh (?:căn cước|cccd))(?!\p{L})/iu,
  denials: /(không|đừng|chớ|tuyệt đối|che|lộ|lỡ)(?!\p{L})/iu,
  warnings: /(lừa đảo|kẻ gian|kẻ xấu|giả mạo|thì (?:đừng|chớ))(?!\p{L})/iu,
};

const inEnglish: CheckParams = {
  asks: /(?<![\w-])(send|give|tell|read (?:out|us)|share|provide)\b/i,
  secrets:
    /\b(otp|passwords?|passcodes?|pin|(?:one-time|confirmation|security) codes?|card numbers?|id(?:entity)? numbers?|(?:photos?|pictures?) of (?:your|the) (?:id|identity) card)\b/i,
  denials: /\b(never|not|no|nobody|without|don't)\b/i,
  warnings: /\b(scam|fraud|fraudsters?|fake|to nobody)\b/i,
};

interface Rule {
  message: string;
  /** In plain form: a text without these letters breaks the rule nowhere. */
  letters: string;
  phrase: RegExp;
  unless: RegExp[];
}

/** Finds forbidden phrases in any text of the locale, and requests for secrets. */
export function checkPhrases(content: Content): Finding[] {
  const rules = content.local.value.forbidden.map(
    ({ phrase, why, unless = [] }): Rule => ({
      message: `"${phrase}" must not be said: ${why}`,
      letters: plainForm(phrase),
      phrase: patternOf(phrase),
      unless: unless.map(patternOf),
    }),
  );
  return listTexts(content).flatMap(({ file, path, text }) => {
    const sentences = sentencesOf(text);
    const plain = plainForm(sentences.join(' | '));
    const near = rules.filter(({ letters }) => plain.includes(letters));
    return sentences
      .flatMap((sentence) => faultsOf(sentence, near))
      .map((message) => ({ level: 'error', file: file.file, line: file.lineOf(path), message }));
  });
}

function faultsOf(sentence: string, rules: Rule[]): string[] {
  const plain = rules.length > 0 ? plainForm(sentence) : '';
  const messages = rules
    .filter(({ phrase, unless }) => phrase.test(plain) && !unless.some((excuse) => excuse.test(plain)))
    .map(({ message }) => message);
  return asksForSecret(sentence) ? [...messages, 'asks for a code, password, card or ID number'] : messages;
}

function asksForSecret(sentence: string): boolean {
  return [inVietnamese, inEnglish].some((words) => asksIn(words, sentence));
}

/** "Không đọc mã OTP" warns; "đọc mã OTP, không thì khóa" asks: the negation must come first. */
function asksIn({ asks, secrets, denials, warnings }: CheckParams, sentence: string): boolean {
  const secret = secrets.exec(sentence);
  const verb = secret && asks.exec(sentence);
  if (verb === null || secret === null || warnings.test(sentence)) return false;
  return !denials.test(sentence.slice(0, Math.max(verb.index, secret.index)));
}

function patternOf(phrase: string): RegExp {
  const plain = plainForm(phrase).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${plain}(?![\\p{L}\\d])`, 'u');
}

/** "oà", "uý" and the like, whose tone older texts put on the first vowel. */
const tones = /[ou][àáãảạèéẽẻẹỳýỹỷỵ](?!\p{L})/u;

/** Makes spellings equal: "Uỷ ban" and "ủy ban", "70%" and "70 %", "1800.1096" and "18001096". */
function plainForm(text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  return (tones.test(lower) ? withTonesMoved(lower) : lower)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ %/g, '%')
    .replaceAll(/(?<=\d)[ .](?=\d)/g, '');
}

function withTonesMoved(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\p{L})/gu, '$1$3$2')
    .normalize('NFC');
}

function sentencesOf(text: string): string[] {
  return text.normalize('NFC').split(/(?<=[.!?;…])\s+|\n+/u);
}

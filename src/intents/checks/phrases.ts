import type { Content } from '../content.ts';
import type { Finding } from '../content-finding.ts';
import type { YamlFile } from '../yaml-file.ts';

/** To ask somebody to hand something over to us; typing it into an app of one's own is another matter. */
const asks =
  /(?<!\p{L}|nhà )(gửi|nhắn|đọc|cung cấp|chụp|cho (?:cháu|em|mình|tôi|cán bộ|tổ) (?:xin|biết|xem)|xin)(?!\p{L})/iu;
const secrets =
  /(mã otp|otp|mật khẩu|passcode|mã pin|số thẻ|mã xác (?:nhận|thực)|số (?:căn cước|cccd|cmnd|định danh)|ảnh (?:căn cước|cccd))(?!\p{L})/iu;
const denials = /(không|đừng|chớ|tuyệt đối|lừa đảo|kẻ gian|kẻ xấu|giả mạo|che)(?!\p{L})/iu;
/** What residents write, and patterns of our own, are not told to anybody. */
const notSpoken = new Set<PropertyKey>(['examples', 'forbidden', 'spellings', 'source', 'procedures']);

/** Words that must not stand in any text of the locale, and requests for what nobody should hand over. */
export function checkPhrases(content: Content): Finding[] {
  const rules = content.local.value.forbidden;
  const files: YamlFile<unknown>[] = [...content.topics, content.facts, content.local, ...content.otherTexts];
  return files.flatMap((file) =>
    textsOf(file.value).flatMap(({ path, text }) =>
      sentencesOf(text).flatMap((sentence): Finding[] => {
        const found = rules.filter(
          ({ phrase, unless = [] }) => has(sentence, phrase) && !unless.some((word) => has(sentence, word)),
        );
        const messages = found.map(({ phrase, why }) => `"${phrase}" must not be said: ${why}`);
        if (asksForSecret(sentence)) messages.push('asks for a code, password, card or ID number');
        return messages.map((message) => ({
          level: 'error',
          file: file.file,
          line: file.lineOf(path),
          message,
        }));
      }),
    ),
  );
}

function asksForSecret(sentence: string): boolean {
  return asks.test(sentence) && secrets.test(sentence) && !denials.test(sentence);
}

function has(sentence: string, phrase: string): boolean {
  return sentence.toLowerCase().includes(phrase.toLowerCase());
}

function sentencesOf(text: string): string[] {
  return text.normalize('NFC').split(/(?<=[.!?;…])\s+|\n+/u);
}

function textsOf(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !notSpoken.has(key))
    .flatMap(([key, part]) => textsOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

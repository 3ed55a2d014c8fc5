import { foldText } from '../text/fold-text.ts';
import { assents, softeners, speakers, without } from './lexicon.ts';

/** A command of a resident who goes through an answer step by step. */
export type StepCommand = 'start' | 'next' | 'back' | 'again' | { step: number };

/** Politeness and forms of address around a command. */
const polite: ReadonlySet<string> = new Set([
  ...assents,
  ...softeners,
  ...without(speakers, 'tui', 'con'),
  ...'u um ok oke okie roi duoc the vay thi oi cho ah di voi giup ho xem nghe nao cai'.split(' '),
]);

const commands: [Exclude<StepCommand, object>, string[]][] = [
  [
    'start',
    [
      'từng bước',
      'từng bước một',
      'từng bước 1',
      'từng tí một',
      'chỉ từng bước',
      'nói từng bước',
      'đọc từng bước',
      'làm từng bước',
      'hướng dẫn từng bước',
      'hướng dẫn từng bước một',
      'chỉ từng bước một',
      'nói từng bước một',
      'chỉ từng tí một',
      'nói chậm thôi',
      'chậm thôi',
      'chậm chậm thôi',
      'nói chậm lại',
      'từ từ thôi',
      'từ từ từng bước',
      'nói từ từ thôi',
    ],
  ],
  [
    'next',
    [
      'tiếp',
      'rồi',
      'tiếp tục',
      'tiếp theo',
      'tiếp theo là gì',
      'tiếp theo làm gì',
      'tiếp theo thế nào',
      'bước tiếp',
      'bước tiếp theo',
      'bước sau',
      'bước nữa',
      'next',
      'xong',
      'xong rồi',
      'xong bước này',
      'xong bước này rồi',
      'xong rồi tiếp',
      'xong rồi làm gì',
      'xong rồi làm gì nữa',
      'xong rồi sao',
      'xong rồi sao nữa',
      'xong làm gì',
      'xong làm gì nữa',
      'xong thì làm gì',
      'xong thì làm gì nữa',
      'làm xong rồi',
      'làm xong',
      'làm xong rồi làm gì nữa',
      'rồi sao',
      'rồi sao nữa',
      'rồi làm gì',
      'rồi làm gì nữa',
      'rồi gì nữa',
      'sao nữa',
      'gì nữa',
      'làm gì nữa',
      'làm gì tiếp',
      'làm gì tiếp theo',
      'sau đó',
      'sau đó làm gì',
      'sau đó thì sao',
      'xong hết chưa',
    ],
  ],
  [
    'back',
    [
      'quay lại',
      'lùi lại',
      'trở lại',
      'bước trước',
      'lại bước trước',
      'quay lại bước trước',
      'về bước trước',
    ],
  ],
  [
    'again',
    [
      'đọc lại',
      'nhắc lại',
      'nói lại',
      'lặp lại',
      'gửi lại',
      'đọc lại bước này',
      'nói lại bước này',
      'nhắc lại bước này',
      'chưa kịp đọc',
      'chưa nghe kịp',
      'bước này là gì',
      'bước này làm gì',
      'bước này làm sao',
      'bước này làm thế nào',
      'đang ở bước nào',
      'đến bước nào rồi',
    ],
  ],
];

const byWords = new Map(
  commands.flatMap(([command, phrases]) => phrases.map((one) => [foldText(one), command])),
);
const numbered = /^(?:(?:xem|doc|noi|sang|den|toi|ve|quay lai|lam) )?buoc (?:thu )?(\d{1,2})$/;
const longest = 60;

/** The command, if the text contains nothing else. Pure. */
export function findStepCommand(text: string): StepCommand | undefined {
  const folded = foldText(text, longest + 1);
  if (folded.length > longest) return undefined;
  const words = folded.split(' ');
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) {
      const command = commandOf(words.slice(start, end).join(' '));
      if (command) return command;
      if (!polite.has(words[end - 1] ?? '')) break;
    }
    if (!polite.has(words[start] ?? '')) return undefined;
  }
  return undefined;
}

function commandOf(words: string): StepCommand | undefined {
  const step = numbered.exec(words)?.[1];
  return byWords.get(words) ?? (step ? { step: Number(step) } : undefined);
}

/** The text without its request for step-by-step help; undefined if there is no such request. */
export function withoutStepByStep(text: string): string | undefined {
  const rest = text
    .normalize('NFC')
    .replace(/(?<!\p{L})(?:từng bước|tung buoc|tưng bước)(?: (?:một|mot|1))?(?!\p{L})/iu, ' ');
  return rest === text.normalize('NFC') ? undefined : rest.trim();
}

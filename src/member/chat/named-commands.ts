import { isTitle } from '../names/find-by-name.ts';
import { isPolite, isWritten, type TicketCommand, ticketForms, toSyllables } from './command-words.ts';

/** "Xong Tùng", "xong 106, cụ Khang": a command with a name where others have a number, or behind it. */
export interface NamedCommand {
  kind: TicketCommand;
  number: number | undefined;
  /** Syllables in lower case. */
  name: string[];
}

const maxNameWords = 9;
/** Take effect at once: "trả lại mai" may be tomorrow, so the name needs a title or a second word. */
const atOnce: ReadonlySet<TicketCommand> = new Set(['give_back', 'pass_up', 'pause', 'wait']);
/** For tickets that the member does not have, so that no name is known. */
const byNumberOnly: ReadonlySet<TicketCommand> = new Set(['claim', 'decline']);
const lookUps = ['tìm', 'tìm tên', 'ai tên', 'có ai tên', 'xem tên'].map((form) => form.split(' '));

/** "Xong chưa bác", "xong 412 chưa" ask the resident; nobody is called so. */
const asking = new Set(['chưa', 'chua', 'không', 'khong', 'hả', 'chửa']);

/** The caller checks that the words are the name of a resident. Pure. */
export function readNamedCommand(text: string): NamedCommand | undefined {
  const syllables = toSyllables(text);
  if (syllables.slice(1).some((syllable) => asking.has(syllable))) return undefined;
  for (const { kind, syllables: form } of byLength) {
    if (byNumberOnly.has(kind) || !isWritten(syllables.slice(0, form.length), form)) continue;
    const [first = '', ...others] = syllables.slice(form.length);
    const digits = /^#?(\d{1,9})$/.exec(first)?.[1];
    const name = digits === undefined ? [first, ...others] : others;
    if (name.join('') === '' || name.length > maxNameWords) continue;
    if (atOnce.has(kind) && name.length === 1) continue;
    if (digits !== undefined && !isTitle(name[0] ?? '') && name.length > 2) continue;
    return { kind, number: digits === undefined ? undefined : Number(digits), name };
  }
  return undefined;
}

/** "Trả lại tổ" before "trả lại". */
const byLength = [...ticketForms].sort((a, b) => b.syllables.length - a.syllables.length);

/** The name of "tìm Lan", "ai tên Lan"; undefined for other texts. Pure. */
export function readLookUp(text: string): string[] | undefined {
  const syllables = toSyllables(text);
  const form = lookUps.findLast((words) => isWritten(syllables.slice(0, words.length), words));
  const name = form && syllables.slice(form.length);
  return name && name.length > 0 && name.length <= maxNameWords ? name : undefined;
}

const maxCalledWords = 4;

/**
 * Whether words look like a name even if no resident has it: "cô Mai", "Trần Văn Bình"; not "bác nhé". Pure.
 * @param name the last words of the text
 */
export function isNameShaped(text: string, name: readonly string[]): boolean {
  const [first = '', second] = name;
  if (isTitle(first)) return second !== undefined && name.length <= maxCalledWords && !isPolite(second);
  const written = text
    .normalize('NFC')
    .trim()
    .split(/[\s.,!?:;"'“”]+/);
  return written
    .filter(Boolean)
    .slice(-name.length)
    .every((word) => /^\p{Lu}/u.test(word));
}

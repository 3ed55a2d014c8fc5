import { foldInPlace } from '../../nlu/text/fold-in-place.ts';
import {
  type CommandWord,
  isPolite,
  isWritten,
  listForms,
  type TicketCommand,
  ticketForms,
  toSyllables,
  wordForms,
} from './command-words.ts';

/** A command word is never sent to a resident. */
export type Command =
  | { kind: TicketCommand; number: number | undefined }
  | { kind: CommandWord }
  | { kind: 'claim_several'; numbers: number[] }
  /** `until` as the member typed it; empty: until the end of the day. */
  | { kind: 'away'; until: string }
  | { kind: 'note'; number: number | undefined; text: string };

const awayWords = 'bận hôm nay|hôm nay bận|tôi bận hôm nay|bận';
const awayUntil = /^(?:bận|ban) (?:đến|den|tới|toi|hết|het) (.{1,40})$/;
const note = /^ghi chu(?:\s+#?(\d{1,9})(?=[\s:.,]))?\s*[:.,]?\s+(?=\S)/;
/** A note command without text. */
const bareNote = /^#?ghi chu(?:\s+#?(\d{1,9}))?[\s:.,]*$/;
const toTicket = /^#?(\d{1,9})(?=[\s:.,])\s*[:.,]?\s*(?=\S)/;

/**
 * The command that a whole message is, typed with or without marks or tapped on an old button; undefined for any other
 * text. Typed marks count: "đúng" is not "dừng", and "bạn" is not "bận".
 */
export function readCommand(text: string): Command | undefined {
  const written = text.normalize('NFC').trim();
  const bare = bareNote.exec(foldInPlace(written));
  if (bare) return { kind: 'note', number: toNumber(bare[1]), text: '' };
  const noted = note.exec(foldInPlace(written));
  if (noted) return { kind: 'note', number: toNumber(noted[1]), text: written.slice(noted[0].length).trim() };
  const syllables = toSyllables(written);
  const plain = syllables.join(' ');
  const word = wordForms.find(({ syllables: form }) => isWritten(syllables, form)) ?? readList(syllables);
  if (word) return { kind: word.kind };
  const numbered = readNumbered(syllables) ?? readSeveral(plain);
  if (numbered) return numbered;
  if (awayWords.split('|').some((form) => isWritten(syllables, form.split(' ')))) {
    return { kind: 'away', until: '' };
  }
  const until = awayUntil.exec(plain)?.[1];
  return until === undefined ? undefined : { kind: 'away', until };
}

/** "Cho em xem danh sách việc với ạ": a list among polite words. */
function readList(syllables: readonly string[]): { kind: CommandWord } | undefined {
  const begins = [0, ...syllables.keys()].filter((at) => syllables.slice(0, at).every(isPolite));
  return listForms.find(({ syllables: form }) =>
    begins.some((at) => {
      const rest = syllables.slice(at + form.length);
      return isWritten(syllables.slice(at, at + form.length), form) && rest.every(isPolite);
    }),
  );
}

/** "Nhận 105, 109 và 110". */
function readSeveral(plain: string): Command | undefined {
  const rest = /^nh(?:ận|an)(?: (?:việc|viec|yêu cầu|yeu cau))?((?: (?:và |va )?#?\d{1,9}){2,})$/.exec(
    plain,
  )?.[1];
  const numbers = rest?.match(/\d+/g)?.map(Number);
  return numbers && { kind: 'claim_several', numbers: [...new Set(numbers)] };
}

function readNumbered(syllables: string[]): Command | undefined {
  const number = /^#?(\d{1,9})$/.exec(syllables.at(-1) ?? '')?.[1];
  const rest = number === undefined ? syllables : syllables.slice(0, -1);
  const found = ticketForms.find(({ syllables: form }) => isWritten(rest, form));
  return found && { kind: found.kind, number: toNumber(number) };
}

/** "#412 …", "412: …" can only mean a ticket; shorter numbers may be a time, "7:30". */
const explicitNumber = /^(?:#\d{3,9}(?=[\s:.,])|\d{3,9}\s*:)/;

export interface Addressed {
  number: number;
  text: string;
  /** The notation can only mean a ticket number. */
  isExplicit: boolean;
}

/**
 * "412 nội dung", "412: nội dung", "#412 …": a number followed by text. The caller checks that the number is a ticket.
 */
export function readAddressed(text: string): Addressed | undefined {
  const written = text.normalize('NFC').trim();
  const match = toTicket.exec(written);
  if (!match) return undefined;
  const rest = written.slice(match[0].length).trim();
  return { number: Number(match[1]), text: rest, isExplicit: explicitNumber.test(written) };
}

/** "412" and nothing else. */
export function readNumber(text: string): number | undefined {
  return toNumber(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1]);
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

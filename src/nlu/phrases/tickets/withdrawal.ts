import { foldText } from '../../text/fold-text.ts';
import { asksSomething } from '../is-question.ts';
import { assents, negations, oneOf, softeners, speakers, staff, without } from '../lexicon.ts';

const kin = without(speakers, 'tui', 'con');
const no = oneOf(...negations, 'hong', 'hok', 'hem', 'khoi', 'chang', 'cha');
const lead = oneOf(
  ...[...assents, 'u', 'uh', 'ok', 'oke', 'y', 'thoi', 'the', 'may', 'vay', 'oi', 'hay la'],
  ...[...kin, 'tui', 'qua', 'e', 'c', 'nha', 'gia dinh', ...staff],
);
const end = oneOf(
  ...[...softeners, 'nghen', 'nghe', 'ha', 'di', 'dau', 'roi', 'r', 'luon', 'het', 'lam', 'oi', 'nua'],
  ...['cam on', 'nhieu', 'cac', 'may', 'ad', 'xa', 'ban', 'minh', 'u', ...without(kin, 'toi', 'minh'), 'con'],
);
/** What a resident no longer needs: to be helped, called, met. */
const help = '(?:giup|ho tro|goi|goi lai|gap|lam|phien|hoi|lo|tra loi|toi|den|xuong|dau|thiet|gi|cac|may|ai)';
/** "Không cần nữa", "khỏi gọi nữa", "thôi khỏi", "khỏi phiền các cháu". */
const needsNoMore =
  `(?:${no} (?:con )?(?:can|phien|thiet)(?: ${help})*(?: ${end})+|${no} (?:con )?can` +
  `|khoi(?: (?:can|${help}))*|${no} (?:can )?(?:goi|phien|gap|giup|xuong|den)(?: ${help})* nua)`;
const which = '(?:yeu cau|cai|viec|vu|cuoc|don)';
const mine = `cua (?:${oneOf(...speakers)})`;
/** "Hủy đi", "rút yêu cầu 412", "hủy hết cả hai". */
const callsOff =
  '(?:(?:(?:cho|xin|muon|can|nho) )*(?:huy|rut|cancel|bo)(?: (?:bo|lai|giup|ho|cho))*' +
  `(?: (?:het|ca|tat ca|hai|moi|may|${which}|so|do|nay|kia|ay|${mine}|\\d{3,9}))*)`;
const closing = new RegExp(`^(?:${lead} )*(?:${needsNoMore}|${callsOff})(?: ${end})*$`);
/** "Con tôi làm giúp rồi", "tự làm được rồi", "xong rồi", "có người chỉ rồi". */
const solved = new RegExp(
  `^(?:\\S+ ){0,6}(?:xong(?: xuoi)?|on|duoc|dc|lam|giup|ho|chi|giai quyet)(?: (?:het|ca|xong|duoc|giup|ho|viec))* (?:roi|r)(?: ${end})*$`,
);
/** The resident says how it was solved; must come with `solved` or `closing`. */
const solvedLoosely = / (?:duoc|dc|xong|roi|r)$/;
/** Only "all right", an answer to what was said. */
const acknowledges = new RegExp(`^(?:${lead} )*(?:duoc|dc|on) (?:roi|r)(?: ${end})*$`);
const courtesy = new RegExp(
  `^${oneOf(lead, end, 'thanks', 'tks', 'thank', 'you', 'xin', 'chao', 'phien', 'xin loi')}(?: ${oneOf(lead, end)})*$`,
);
const unsolved = /(?:^| )(?:chua|khong|ko|k|van|bi|sao|hong|nhung|ma)(?: |$)/;
const names = /(?:^| )(?:yeu cau|so) (\d{3,9})(?: |$)/;
const all = /(?:^| )(?:het|ca hai|tat ca|moi yeu cau)(?: |$)/;
const maxClauses = 4;
const maxWords = 24;

/**
 * The wish to end a ticket: `called-off` in so many words, or `solved`, which means it only while the talk is about the
 * ticket. Without a number it is the open one.
 */
export interface Withdrawal {
  how: 'called-off' | 'solved';
  ticket?: number;
  /** Every open ticket. */
  all?: boolean;
}

/** The wish to end a ticket, if the whole message is one, with at most its reason. Pure. */
export function findWithdrawal(text: string): Withdrawal | undefined {
  const clauses = text
    .split(/[,.;:!\n]+/)
    .map((clause) => foldText(clause))
    .filter(Boolean);
  if (clauses.length === 0 || clauses.length > maxClauses) return undefined;
  if (clauses.join(' ').split(' ').length > maxWords || asksSomething(text)) return undefined;
  const kinds = clauses.map(kindOf);
  const others = kinds.filter((kind) => kind === 'other').length;
  if (kinds.includes('closing') && others <= 1) return { how: 'called-off', ...scopeOf(clauses.join(' ')) };
  const isSolved =
    kinds.includes('solved') && clauses.every((clause, at) => kinds[at] !== 'other' || tells(clause));
  return isSolved ? { how: 'solved' } : undefined;
}

type Kind = 'closing' | 'solved' | 'courtesy' | 'other';

function kindOf(clause: string): Kind {
  const kind = kindOfWhole(clause);
  return kind === 'other' && isTwoInOne(clause) ? 'closing' : kind;
}

function kindOfWhole(clause: string): Kind {
  if (closing.test(clause)) return 'closing';
  if (courtesy.test(clause) || acknowledges.test(clause)) return 'courtesy';
  return solved.test(clause) && !unsolved.test(clause) ? 'solved' : 'other';
}

/** Without a comma: "không cần nữa tôi tự làm được rồi". */
function isTwoInOne(clause: string): boolean {
  const words = clause.split(' ');
  return words.some((_, at) => {
    const kinds = [words.slice(0, at), words.slice(at)].map((part) => kindOfWhole(part.join(' ')));
    return at > 0 && kinds.includes('closing') && !kinds.includes('other');
  });
}

const tells = (clause: string) => solvedLoosely.test(clause) && !unsolved.test(clause);

function scopeOf(folded: string): Pick<Withdrawal, 'ticket' | 'all'> {
  const number = names.exec(folded)?.[1];
  if (number !== undefined) return { ticket: Number(number) };
  return all.test(folded) ? { all: true } : {};
}

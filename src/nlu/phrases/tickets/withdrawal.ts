import { assents, juniors, negations, oneOf, softeners, speakers, staff, without } from '../lexicon.ts';

const kin = without(speakers, 'tui', 'con');
const lead = oneOf(...assents, 'u', 'thoi', 'the thoi', 'may', ...without(juniors, 'con'), ...staff, 'oi');
const end = oneOf('dau', ...softeners, 'roi', 'cam on', ...without(juniors, 'con'), 'ban', 'oi');

/** "Thôi không cần nữa": must be the whole message, so that "không cần nữa thì sao" stays a question. */
const withdraws = new RegExp(
  `^(?:${lead} )*(?:${oneOf(...kin)} )?${oneOf(...negations, 'hong', 'khoi', 'chang')} can ` +
    '(?:nua|giup nua|ho tro nua|goi nua|goi lai nua|gap nua|dau)' +
    `(?: ${oneOf(...without(kin, 'anh', 'chi'))} ?)?(?: (?:tu (?:giai quyet|lam)|hoi|xong|lam) (?:duoc )?roi)?(?: ${end})*$`,
);

/** "Rút yêu cầu 412 nhé, không cần nữa", "tôi hủy yêu cầu". */
const callsOff = new RegExp(
  `^(?:${oneOf(...assents, 'thoi', 'the thoi', 'cho', 'xin', 'muon', 'khong can nua', 'ko can nua', ...kin)} )*` +
    '(?:rut|huy)(?:(?: lai)? yeu cau(?: (\\d{3,9}))?|(?= (?:nhe|di|nha)(?: |$)))' +
    '(?: (?:nhe|a|nha|di|roi|nay|tu giai quyet duoc(?: roi)?|tu lam duoc(?: roi)?|khong can nua|ko can nua|khong can|' +
    'chau|em|ban|oi))*$',
);

/** The ticket to withdraw; without a number, the one that is open. */
export interface Withdrawal {
  ticket?: number;
}

/**
 * The withdrawal, if the whole message is one. Pure.
 * @param folded lower case, without diacritics and punctuation
 */
export function findWithdrawal(folded: string): Withdrawal | undefined {
  const calledOff = callsOff.exec(folded);
  if (!calledOff) return withdraws.test(folded) ? {} : undefined;
  const [, number] = calledOff;
  return number === undefined ? {} : { ticket: Number(number) };
}

import { normalise } from '../signals/normalise.ts';
import { foldText } from '../text/fold-text.ts';
import { oneOf } from './lexicon.ts';

const several = oneOf('\\d{1,2}', 'hai', 'ba', 'bon', 'nam', 'may', 'bao nhieu', '(?:ca )?chuc');
const turn = oneOf('lan', 'ban', 'buoi', 'bua', 'luot', 'chuyen', 'vong');
const long = '(?:ca|may|gan|tron|\\d{1,2}|hai|ba|bon) (?:thang|tuan|nam)(?: troi| nay| roi)?';
const no = oneOf('khong', 'chua', 'chang', 'cha');
const says = oneOf('bao', 'keu', 'bat', 'hen', 'doi', 'noi', 'thieu', 'tra', no);
const office = oneOf(
  'can bo',
  'mot cua',
  '1 cua',
  'xa',
  'quay',
  'uy ban',
  'ubnd',
  'tiep dan',
  'co o',
  'anh o',
  'chi o',
);
const anyApp = ['app', 'ung dung', 'phan mem', 'trang', 'cong', 'web', 'mang', 'he thong'];
const broken = oneOf(
  'loi',
  'sap',
  'treo',
  'dung',
  'lag',
  'vang',
  'quay',
  'thoat',
  'ngu',
  'hong',
  'khong vao duoc',
);
/** At most some words between two others. */
const upTo = (words: number) => `(?:\\S+ ){0,${words}}`;

/** Each alone tells that the resident is displeased; folded, short forms spelled out. */
const backAndForth = [
  `(?:di|len|ra|chay|den|nop|quay lai) ${upTo(3)}${several} ${turn} ${upTo(2)}(?:ma |lan nao |van |lai |roi |cu )+${upTo(3)}${says}`,
  `lan nao ${upTo(3)}cung ${says}`,
  '(?:bat|hanh|lam kho) (?:nguoi )?(?:dan|toi|em|ba con|nguoi gia) (?:phai )?(?:di (?:di )?lai|chay|cho)',
  ...[
    'chay di chay lai',
    'chay len chay xuong',
    'di len di xuong',
    'day qua day lai',
    'chi qua chi lai',
    'dun day',
  ],
  ...['da bong a', 'het (?:cho|noi|lan) nay (?:den|toi|sang) (?:cho|noi|lan) khac', 'chay nhu con thoi'],
  'ai cung (?:bao|noi|keu) (?:khong phai|khong biet|khong lien quan)',
];
const slow = [
  'lam an (?:kieu|the|nhu|chan|cham|cau tha|tac trach)(?! nao thi)',
  ...[
    `lam ${upTo(4)}cham nhu (?:rua|sen|oc)`,
    'cham (?:qua the|qua troi|the nay|khong chiu noi)',
    'qua cham',
    'ngam (?:ho so|giay)',
  ],
  ...[
    'lau (?:the|qua troi|khong chiu noi)(?: (?:nay|a|nhi|troi))*$',
    'cho (?:mon moi|mot moi|ra ram|dai co (?:ma|ra|khong|chang|cha|van|roi))',
  ],
  `(?:ma|cho|bat cho|doi|nop) ${upTo(4)}${long} ${upTo(3)}(?:${no} xong|${no} (?:thay )?ai (?:tra loi|noi|bao|goi|xuong|lam|giai quyet|dong|da dong)|van im|im re|im lim|bat vo am tin)`,
  `goi ${upTo(4)}${no} (?:co )?ai (?:\\S+ )?(?:nghe|bat may|nhac may)`,
];
const rude = [
  `thai do ${upTo(2)}(?:kho chiu|loi lom|coi thuong|kem|xac|te|khong tot|lanh nhat|hach|cau|vo)`,
  ...[
    'noi trong khong',
    'mat (?:mui )?cau co',
    'gat gong',
    'quat (?:nat|vao|toi|em|dan|thao)',
    'mat nang may nhe',
  ],
  ...['hoi thi (?:\\S+ )?(?:quat|gat|mang|cau)', `${no} ai (?:them|buon) (?:tiep|tra loi|nghe|giup|noi)`],
];
const failing = (app: string) => [
  `${app} ${upTo(6)}${broken} (?:suot|hoai|mai|lien tuc|lien mien|len xuong|tum lum)`,
  `${app} ${upTo(6)}(?:luc nao cung|(?<!an )toan|cu vao la) ${broken}`,
  `${app} ${upTo(6)}(?:nhu (?:hach|rua|cut|shit|cc)|qua te|te hai)`,
];
const angry = [
  ...['vo trach nhiem', 'tac trach', 'quan lieu', `that vong (?:ve|voi) ${office}`],
  `(?:chan|buc|buc minh|buc xuc|met) (?:\\S+ )?(?:voi|ve|vi) (?:\\S+ )?${office}`,
  `${office} ${upTo(3)}(?:lam viec|lam) (?:\\S+ )?(?:chan|te|kem|cham|vo van)`,
];
const english = new RegExp(
  `(?<![a-z])${oneOf(
    '(?:two|three|four|five|several|many|[2-9]) times (?:\\w+ ){0,4}(?:still|again|every time|each time)',
    ...[
      'never works',
      '(?:always|keeps) (?:failing|crashing|broken)',
      'sent (?:me )?(?:away|back and forth)',
    ],
    ...['waste (?:of|my) time', 'wasted my', 'ridiculous', 'unacceptable', '(?:so|was|were) rude'],
    ...['(?:waiting|waited) (?:for )?(?:weeks|months|a month|over a month)', 'nobody (?:answers|picks up)'],
  )}(?![a-z])`,
);
/** Praise, and neighbours, relatives and shops, who are no service of an office. */
const others =
  /(?<![a-z])(?:cam on|nhiet tinh|tan tinh|hang xom|anh em|ho hang|karaoke|chong toi|vo toi|facebook|shopee|tiktok|shipper)(?![a-z])/;

/** In characters of the text; the rest of a longer one is ignored. */
const maxLength = 600;

/**
 * Whether a resident complains of how an office or its app dealt with them: slow, sent back and forth, rude, always
 * failing. A delay or an error that is only told is no complaint. Pure.
 */
export type ComplainsOfService = (text: string) => boolean;

/** @param appNames the names of the office's apps, in any spelling */
export function createComplainsOfService(appNames: readonly string[]): ComplainsOfService {
  const app = oneOf(...anyApp, ...appNames.map((name) => foldText(name)));
  const signs = [...backAndForth, ...slow, ...rude, ...failing(app), ...angry];
  const vietnamese = new RegExp(`(?<![a-z0-9])(?:${signs.join('|')})(?![a-z0-9])`);
  return (text) => {
    const folded = normalise(text.slice(0, maxLength));
    return !others.test(folded) && (vietnamese.test(folded) || english.test(folded));
  };
}

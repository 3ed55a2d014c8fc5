import { normalise } from '../signals/normalise.ts';
import { oneOf } from './lexicon.ts';

const several = '(?:\\d{1,2}|hai|ba|bon|nam|may|bao nhieu|khong biet bao nhieu|chuc|ca chuc)';
const turn = oneOf('lan', 'ban', 'buoi', 'bua', 'hom', 'luot', 'chuyen', 'vong');
const long = '(?:(?:ca|may|gan|tron|\\d{1,2}|hai|ba|bon) (?:thang|tuan|nam)(?: troi| nay| roi)?)';
const saying = oneOf(
  'bao',
  'keu',
  'bat',
  'hen',
  'doi',
  'noi',
  'thieu',
  'tra',
  'khong',
  'chua',
  'chang',
  'cha',
);
const office = oneOf(
  'can bo',
  'mot cua',
  '1 cua',
  'xa',
  'quay',
  'cho nay',
  'uy ban',
  'ubnd',
  'tiep dan',
  'co o',
  'anh o',
  'chi o',
);
const app = oneOf(
  'app',
  'ung dung',
  'phan mem',
  'vneid',
  'ihanoi',
  'etax',
  'etax mobile',
  'vssid',
  'trang',
  'cong',
  'web',
  'mang',
  'he thong',
);
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

/** Each alone tells that the resident is displeased with how they were dealt with; folded, short forms spelled out. */
const signs = [
  // Sent back and forth.
  `(?:di|len|ra|chay|den|toi|nop|quay lai)(?: \\S+){0,3} ${several} ${turn}(?: \\S+){0,2} (?:ma |lan nao |van |lai |roi |cu )+(?:\\S+ ){0,3}${saying}`,
  `lan nao (?:\\S+ ){0,3}cung (?:bao|keu|thieu|hen|bat|doi|noi|khong)`,
  `(?:bat|hanh|lam kho) (?:nguoi )?(?:dan|toi|em|ba con|nguoi gia) (?:phai )?(?:di (?:di )?lai|chay|cho)`,
  '(?:chay di chay lai|chay len chay xuong|di len di xuong|di di lai lai|day qua day lai|chi qua chi lai|dun day|da bong a|het (?:cho|noi|lan) nay (?:den|toi|sang) (?:cho|noi|lan) khac|chay long toc|chay nhu con thoi)',
  'ai cung (?:bao|noi|keu) (?:khong phai|khong biet|khong lien quan)',
  // Slow.
  `lam an (?:kieu gi|kieu|the|nhu|gi|chan|cham|vo|cau tha|tac trach)(?! (?:dung|nao thi|nay thi))`,
  `cham (?:nhu (?:rua|sen|oc)|qua the|qua troi|the nay|khong chiu noi|khong the)|qua cham|lau (?:the|qua troi|khong chiu noi)(?: (?:nay|a|nhi|troi))*$|cho (?:dai co|mon moi|mot moi|muc xuong|ra ram)|ngam (?:ho so|giay)`,
  `(?:ma|cho|bat cho|doi|nop) (?:\\S+ ){0,4}${long} (?:\\S+ ){0,3}(?:khong xong|chua xong|chang thay ai|khong thay ai|khong ai|chua ai|van im|im re|im lim|bat vo am tin)`,
  `goi (?:\\S+ ){0,4}(?:khong|cha|chang|chua) (?:co )?ai (?:\\S+ )?(?:nghe|bat may|nhac may)`,
  // Rude.
  'thai do (?:\\S+ ){0,2}(?:kho chiu|loi lom|coi thuong|kem|xac|te|khong tot|lanh nhat|hach|cau|vo)|noi trong khong|cau co|gat gong|quat (?:nat|vao|toi|em|dan|thao)|hoi thi (?:\\S+ )?(?:quat|gat|mang|cau)|(?:khong|chang|cha) ai (?:them|buon) (?:tiep|tra loi|nghe|giup|noi)|mat nang may nhe',
  // The app.
  `${app}(?: \\S+){0,4} (?:(?:${broken}) (?:suot|hoai|mai|lien tuc|lien mien|len xuong|tum lum)|nhu (?:hach|rua|cut|shit|cc|do bo)|qua te|te hai|lom|luc nao cung (?:${broken})|toan (?:${broken})|cu vao la (?:${broken}))`,
  // Anger at the office.
  `vo trach nhiem|tac trach|quan lieu|khong (?:the )?chap nhan (?:duoc )?(?:noi )?(?:kieu|cach)|that vong (?:ve|voi) (?:${office})|(?:chan|buc|buc minh|buc xuc|met) (?:\\S+ )?(?:voi|ve|vi) (?:\\S+ )?(?:${office})|(?:${office}) (?:\\S+ ){0,3}(?:lam viec|lam) (?:\\S+ )?(?:chan|te|kem|cham|vo van)`,
];
const vietnamese = new RegExp(`(?<![a-z0-9])(?:${signs.join('|')})(?![a-z0-9])`);
const english =
  /(?<![a-z])(?:(?:two|three|four|five|several|many|[2-9]) times (?:\w+ ){0,4}(?:still|again|every time|each time)|never works|(?:always|keeps) (?:failing|crashing|broken)|sent (?:me )?(?:away|back and forth|from)|waste (?:of|my) time|wasted my|ridiculous|unacceptable|(?:waiting|waited) (?:for )?(?:weeks|months|a month|over a month)|so rude|was rude|were rude|nobody (?:answers|picks up))(?![a-z])/;
/** Praise, and neighbours, relatives and shops, who are no service of an office. */
const others =
  /(?<![a-z])(?:cam on|nhiet tinh|tan tinh|hang xom|karaoke|chong toi|vo toi|shopee|tiktok|shipper)(?![a-z])/;

/** In characters of the text; the rest of a longer one is ignored. */
const maxLength = 600;

/**
 * Whether a resident complains of how an office or its app dealt with them: slow, sent back and forth, rude, always
 * failing. A delay or an error that is only told is no complaint. Pure.
 */
export function complainsOfService(text: string): boolean {
  const folded = normalise(text.slice(0, maxLength));
  if (others.test(folded)) return false;
  return vietnamese.test(folded) || english.test(folded);
}

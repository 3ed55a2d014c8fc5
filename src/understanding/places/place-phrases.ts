import { assents, oneOf, softeners, speakers } from '../../nlu/phrases/lexicon.ts';

/**
 * How residents say where they live and ask where they belong, as patterns over words in their plain form: no marks,
 * one space between words, a final `y` after a consonant as `i` (see `team/written-words.ts`).
 */

/** These words repeat one after another, so none contains another: "nham roi" is "nham" and "roi". */
const lead =
  '(?:da|vang|a|u|uh|alo|thua|chao|xin chao|oi|ad|can bo|khong phai|khong|ko phai|k phai|nham|sai|roi|' +
  'hien|hien tai|nay|gio|bay gio|vi|neu|ma|nhung|chau|em|anh|chi|bac|co|chu|ong|ba|cu the)';
const self = `(?:(?:nha|gia dinh|ho khau|ca nha|vo chong) )?${oneOf(...speakers, 'to', 'chung toi')}|nha|gia dinh`;
const fill =
  '(?:hien|nay|tai|dang|van|gio|bay|deu|cung|vua|moi|da|song|sinh|cu|tru|tam|thuong|dinh|la|thi|chu|co)';
const at = '(?:o|tai|thuoc|ben|duoi|tren|nguoi|dan)(?: (?:o|tai|thuoc|ben|duoi|tren))*';
const moved = 'chuyen(?: (?:nha|cho o|noi o))?(?: (?:sang|ve|den|toi|xuong|len|ra|vao|qua|o|song))+';
const villageWord = '(?:thon|xom|lang|ap|to dan pho)';
export const home = new RegExp(
  `^(?:${lead} )*(?:(?:${self})(?: ${fill})* ${at}|(?:(?:${self}) )?(?:${fill} )*${moved})$`,
);
export const homeWithVillage = new RegExp(
  `${home.source.slice(0, -1)} ${villageWord}((?: \\S+){1,4}?)(?: (?:o|thuoc|cua))?$`,
);
/** Before a village that ends its clause: "tôi là Lan thôn Bến Mơ, …", "thôn Bến Mơ. Tôi 81 tuổi …". */
export const homeByVillage = new RegExp(`^(?:${lead} )*(?:${lead}|(?:${self})(?: la(?: \\S+){1,3})?)?$`);
/** "Tôi muốn gặp người của tổ ở …": whoever names the team of a place belongs there. */
export const wantsTeamOf = new RegExp(
  `^(?:${lead} )*(?:(?:${self}) )?(?:(?:muon|can|xin|cho|nho|de nghi)(?: (?:${self}))? )+gap (?:nguoi|can bo|anh chi|ai do)(?: (?:cua|trong|o|ben))? to(?: cong nghe(?: so)?)?(?: (?:o|cua|ben|tai))?$`,
);
export const homeUpToVillage = new RegExp(`${home.source.slice(0, -1)} ${villageWord}$`);

export const negated = /(?:^| )(?:khong|ko|k|chu khong) (?:phai|o|thuoc)(?: (?:la|o|thuoc))*$/;
/** Words without meaning in a message that is only about a place. */
export const small: ReadonlySet<string> = new Set([
  ...assents,
  ...softeners,
  ...speakers,
  ...`ah ak u nhi roi day oi e ad o tai thi sao the la ma cu moi dung thoi nham sai thuoc ha z xa thon huyen tp que dan
  nguoi vay nua có`.split(/\s+/),
]);
/** Words around the answer to "which village": whose home it is, and that another was wrong. */
export const aroundAnswers: ReadonlySet<string> = new Set(
  `bo me vo chong con cu nha ho khau gia dinh ai ay no hang xom cu dang hien nay gio bay voi cung ben co chu ca qua e c k ko
  khong phai y quen dung r roi nghen nghe nho that ra do day kia dau quen ghi lai doi thanh sang`.split(
    /\s+/,
  ),
);
/** "À nhầm, … cơ": what stands before and after a corrected place. */
export const correctionLead =
  /^(?:(?:a|y|u|da|vang|thoi|chet|em|anh|chi|bac|co|chu|chau|con|ong|ba|toi|e|c|xin loi|bi)[, ]+)*(?:nham|quen|sai|lon)(?: (?:roi|mat|r|day|ti|chut|nhe|a|oi|chau))*[,. ]+/;
export const correctionTail = /[, ]+(?:co|chu|day|moi dung|nghen|nhe|nha|a|ma|co chau|moi phai)[ .!]*$/;
export const smallPhrases = /(?:^| )(?:khong phai|ko phai|k phai|khong o|thanh pho)(?= |$)/g;
export const corrects = /(?:^| )(?:khong phai|ko phai|k phai|nham|sai)(?: |$)/;

export const asksUnit = new RegExp(
  '\\b(?:(?<!hop tac )xa|phuong|don vi|ten)(?: moi)?(?: la)? (?:nao|gi)\\b' +
    '|\\b(?:thuoc|ve|nhap|thanh|doi ten)(?: (?:vao|voi|ve|thanh|ten|la|xa))* (?:dau|gi|ai)\\b' +
    '|\\b(?:nay|gio|nhap)(?: (?:goi|ten|doi))*(?: la)? (?:gi|dau)\\b',
);
export const asksOther =
  /\b(?:tru so|uy ban|ubnd|dia chi|dien thoai|so|nop|lam|giay|khai|dang ki|tach|phan anh|gui|can cuoc|cccd|dan so|dien tich|gom|bao nhieu|chon|may|duong|cho nao|gap|cong an|thue|xin|tra cuu|ban do|ghi|cap|trang|ho so|huyen|khac)\b/;
export const asksOwn =
  /\b(?:toi|tui|minh|em|chau|con|bac|nha)(?: \S+){0,4} (?:thuoc|o|la|dan|cua)(?: \S+){0,3} xa(?: moi)? (?:nao|gi)\b/;

/** Words that end an unknown village name. */
export const afterVillage = new Set(
  'a xa huyen thi muon can gio nay bay hoi lam co khong nhe nha thuoc va o nop chua da dang bi cua moi minh toi em nao day'.split(
    ' ',
  ),
);
export const longestVillage = 4;
export const villageWords = new Set(['thon', 'xom', 'lang', 'ap', 'doi', 'khu']);
/** The kind of a village without a kind in its name; any other kind belongs to the name. */
export const usualVillageWord = 'thon';
/** "Don't know", "forgot", "never mind", a question, an age: not a village name. */
export const refuses =
  /\b(?:khong|ko|k|chua|quen|chiu|thoi|nao|gi|dau|sao|ai|biet|cam on|ok|muon|can|hoi|lam|xin|cho|giup|bao gio|bao lau|may gio|tra loi|goi (?:lai|dien|luon|di|ngay)|nhan lai|nhanh len|lien (?:he|lac)|\d+ ?(?:tuoi|ngay|tuan|thang|nam|lan|nguoi))\b/;
/** Words of sentences that no name contains: "đang nằm viện", "lâu thế", "tôi nhà một mình". */
export const inSentences =
  /\b(?:toi|dang|bi|roi|duoc|lau|bay gio|mot minh|danh|chay|nam vien|o nha|het|nua|luon|cu|qua|lam|that|voi)\b/;
/** Pointing words that name nothing: "cái đó", "ở đấy", "như trên". */
export const pointsOnly =
  /^(?:(?:da|vang|u|a|thi|la|o|ngay|chinh) )*(?:(?:cai|viec|chuyen|vu|cho|noi|nha|que) )?(?:do|day|kia|ay|nay|the|vay|no|nhu tren|nhu cu|nhu the|nhu vay)(?: (?:do|day|kia|ay|roi|thoi|a|chau|em|con))*$/;
/** In words; also bounds how many ways the patterns try on a long text. */
export const longestClause = 12;

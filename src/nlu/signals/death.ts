import {
  afterDied,
  between,
  closest,
  farBetween,
  kin,
  noEvent,
  plainlyDied,
  surely,
  thing,
} from './death-words.ts';
import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';

/** That somebody has died. */
export interface Death {
  /** Who, in the sender's word, folded ("ong ngoai"); undefined when nobody is named. */
  who?: string;
  /** Sympathy is for recent deaths; a death of years ago is a matter of papers. */
  when: 'recent' | 'long-ago';
}

const word = '(?<![a-z\\d])';
/** A person, then the event. "Mất" is also to lose: what stands between and what follows tell. */
/** What is lost belongs to somebody: "thẻ của bố", "sim bố em". */
const noOwner = '(?<!(?:cua|ten|cu|sim|the|cuoc|cccd|thoai|xe|so|giay|may|nick|zalo|app) )';
const personDied = new RegExp(`${noOwner}${word}(${kin})${between}${noEvent} mat${afterDied}`);
const personDiedAfterAll = new RegExp(
  `^(?:(?!(?:${thing})(?![a-z]))[a-z\\d]+ ){0,3}?${noOwner}(${kin})${farBetween}${noEvent}(?:${surely})${afterDied.replace('(?= *$', '(?=$')}`,
);
const ownerOfPaperDied = new RegExp(`${word}ten (?:cua )?(${kin})(?: (?:da|vua|moi))? mat${afterDied}`);
const personDiedPlainly = new RegExp(`${word}(${kin})(?: [a-z\\d]+){0,7}? (?:${plainlyDied})(?![a-z])`);
const notFigure =
  '(?! (?:duoc|mat|that|do|khiep|may|me|cha|la liet|sach|kho|trang|song|hang|yeu|chay|canh|ca|2|thi)(?![a-z]))';
const personKilled = new RegExp(
  `${word}(${kin})(?: (?!thi |ma |nguoi )[a-z\\d]+){0,5}? chet${notFigure}(?![a-z])`,
);
const killedPerson = new RegExp(`${word}(?:dam|giet|can|tong) chet (${kin})`);
const gone = new RegExp(`${word}(${kin}) (?:da )?khong con(?= *$| nua *$| tren doi)`);
/** "Tôi vừa mất bố": with whom after it. */
const lostPerson = new RegExp(
  `${word}(?:vua|moi|ms|toi|em|chau|con|minh|da) mat (${closest})(?= *$| (?:roi|hom|toi|ad|khong biet|luc|tu|nam|ca|nen|vi|do)(?![a-z]))`,
);

const mourning = createPhraseTable(
  `lam dam tang, dua tang, phat tang, em co tang, nha co tang, chiu tang, nha nguoi ta co dam, tang gia, ha huyet, hau su, dang liem, kham liem,
  dua ong ra dong, dua ba ra dong, dong quan tai, 100 ngay, tuan dau cho, cung tuan, xong 3 ngay cho, mo thay me, mo thay bo, thanh goa,
  chet luu, dat chon cho, gui tin cao pho, mat mat lon, le vieng, hien tang cho, bao tu cho,
  di nghe tin bo mat, nghe tin me mat,   bi tai nan chet, ngay chong mat, ngay vo mat, tu tuan truoc mo coi, thai luu, bi thai luu, say thai, di hoa tang, hoa than ve, hoa tang cho, tro cot cua, mang tro cot ve,
  viec hieu, co nguoi mat, moi chon, vua chon, da chon hom, xin vong hoa, di vieng, roi chua khai tu,
  ba ngay cho me, ba ngay cho bo, ruoc tro cot, mang tro cot`,
);
const orphaned = createPhraseTable(
  'mo coi cha, mo coi me, mo coi bo, mo coi ca, mo coi tu, chau mo coi, em mo coi, tre mo coi, be mo coi',
);
/** They make a word of mourning a death: somebody is named, or the sender's own house. */
const ofOurs = new RegExp(
  `${word}(?:${kin}|nha em|nha toi|nha co|nha chi|con|em|toi|tang gia|thai|bi)(?![a-z])`,
);
/** Euphemisms of going, which also just mean to go: only beside what people do after a death. */
const went = new RegExp(
  `${word}(${kin})(?: [a-z\\d]+){0,5}? (?:di roi|di luon|di luc|moi di|vua di|di hom|di truoc|di xong|bo chung em roi|cu di|vua ra di)(?![a-z])`,
);
const afterwards = createPhraseTable(
  `khai tu, bao tu, chung tu, hau su, vieng, ma chay, mai tang, chon, buon lam, the bhyt, bao hiem y te, om lau, nghia trang,   di luon, truoc toi, dot quy, giu lam ky niem`,
);

/** Figures of speech, jokes, other people's stories, and what has not happened. */
const isNoDeath = createPhraseTable(
  `neu toi, neu em, neu bo, neu me, phong khi, bao gio toi chet, khi toi chet, khi cu di, tuong di roi, ma lai tinh, van con song,
  con song gay, tin vit, vua gap, nhan vat, bo phim, bai hat, phim hom qua, lam bai tap, vo chet, chet duoc, lo chet, so chet, suyt,
  tuc chet, doi chet, nong chet, cuoi chet, thi toi chet, biet thi chet, thay thi chet, ten thi chet, chet dien, em chet me em, gio to, mat tich,
  dam xe nguoi ta, ghep anh, anh cao pho, chuyen cong tac`,
);
const beasts = createPhraseTable(
  `con cho chet, con meo e mat roi, con trau chet, con bo chet, dan ga, dan lon, lon chet, ga chet, vit chet, ca chet, ca van chet, bo bi benh chet,
  trau chet, cho chet, chet la liet, bong den, may chet`,
);

const longAgo = createPhraseTable(
  `liet si, thoi chien, thoi chong my, thoi chong phap, chong my, chong phap, khang chien, mat som, tu lau, da lau, mat lau,
  may chuc nam, chuc nam, tram nam, tu be, tu nho, hoi nho, truoc khi toi sinh, truoc khi em sinh, cu co, ong co, ba co, gia pha,
  bien gioi, doi truoc, nam nao, mo liet, boc mo, chuyen mo, truong son, vo truoc, chong truoc, mat nam kia, mat nam ngoai, chet nam ngoai, mat tu nam ngoai, mat nam bay`,
);
/** A death of long ago that is told by a grave or an old paper. */
const oldTraces = createPhraseTable(
  'giay bao tu cua bac, giay bao tu cua ong, mo ong noi, mo ba noi, mo cu, liet si chong, con liet si, vo liet si, bo la liet si, ong la liet si',
);
const yearsAgo = [
  /(?<![\d.a-z])(?:nam|hoi|tu|tu nam) (?:19\d\d|20[012]\d|[4-9]\d|0\d)(?![\d.])/,
  /(?<!\d)(?:19\d\d|200\d|201\d|202[0-4])(?!\d)/,
  /(?:mat|nui|doi|chet) (?:[2-9]|[1-9]\d|hai|bon|nam|may|chuc) nam(?= *$| (?:roi|nay|truoc|ba|so))/,
];
const justNow = createPhraseTable('vua, moi, hom qua, hom nay, tuan truoc, dem qua, sang nay, hom kia');

/** Reads a death that a message tells: a person and the event together, never "mất" alone. Pure, linear in the text. */
export function readDeath(text: string): Death | undefined {
  const whole = normalise(text);
  if (isNoDeath.isIn(whole)) return undefined;
  const who = text
    .split(/[.,;:!?\n()"“”]+/)
    .map((clause) => whoDied(normalise(clause), text))
    .find((found) => found !== undefined);
  const isOrphan = orphaned.isIn(whole);
  if (who === undefined && !isOrphan && !oldTraces.isIn(whole) && !isMourned(whole)) return undefined;
  const isOld =
    longAgo.isIn(whole) ||
    oldTraces.isIn(whole) ||
    yearsAgo.some((sign) => sign.test(whole)) ||
    (isOrphan && !justNow.isIn(whole));
  const when = isOld ? 'long-ago' : 'recent';
  return who ? { who, when } : { when };
}

const lossPatterns = [personDied, personDiedAfterAll, ownerOfPaperDied];
const plainPatterns = [personDiedPlainly, personKilled, killedPerson, gone];

/** Written with its marks, "mắt", "mặt" or "mật" is no "mất". */
function speaksOfEyes(text: string): boolean {
  const written = text.normalize('NFC').toLowerCase();
  return /m[ắặậá]t/.test(written) && !written.includes('mất');
}

function isMourned(whole: string): boolean {
  if (beasts.isIn(whole)) return false;
  return (mourning.isIn(whole) && ofOurs.test(whole)) || (went.test(whole) && afterwards.isIn(whole));
}

function whoDied(clause: string, text: string): string | undefined {
  if (beasts.isIn(clause)) return undefined;
  const patterns = speaksOfEyes(text) ? [...plainPatterns] : [...lossPatterns, ...plainPatterns];
  for (const pattern of patterns) {
    const who = pattern.exec(clause)?.[1];
    if (who !== undefined) return who;
  }
  if (speaksOfEyes(text)) return undefined;
  // Without diacritics "bo" is a father or a cow.
  return text.normalize('NFC').toLowerCase().includes('bò') ? undefined : lostPerson.exec(clause)?.[1];
}

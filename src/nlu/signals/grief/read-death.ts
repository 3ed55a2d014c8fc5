import type { WeighSignal } from '../learned-signal.ts';
import { normalise } from '../normalise.ts';
import { createPhraseTable } from '../phrase-table.ts';
import { weighClauses } from '../weigh-clauses.ts';
import { saysDeath, tellsDeath } from './says-death.ts';

/** Somebody close to the resident has died: lately, or long ago. */
export type Death = 'death' | 'death-long-ago';

/**
 * Condolence without a death hurts more than none after one. So the less the grammar of a message says, the surer the
 * model must be: a person and their death, the event without its person, neither.
 */
const minProbability = { death: 0.6, event: 0.9, nothing: 0.98 };

/** Nobody died: it was thought, told wrongly, asked in general; or somebody only went away. */
const nobodyDied = createPhraseTable(
  `khoa mat, kham mat, mo mat trai, mo mat phai, dau mat, do mat, tin vit, tin don, tin gia, van song, van con song, dang song day, vua gap, lai tinh, tinh lai roi, song lai,
  so cu mat, so dien thoai cu mat, sim cu mat, khong ai mat, khong ai chet, khong co ai mat, khong co ai chet, chua ai mat, chua ai chet, hoi de biet, hoi cho biet,
  hoi truoc, lam bai tap, bao nham, ghi nham la, giay ghi da mat, di dau mat, di lac, mat tich, biet tich, khi toi chet,
  sau nay toi, neu toi, neu bo, neu me, neu chong, neu vo, neu ong, neu ba, nho toi, lo toi, gio to, gio ho, ngay gio,
  co gio, gio cu nha em, suyt, mat goc, theo nguoi khac, theo trai, co bo, theo bo nhi, toi moi ve, toi ve, truoc khi mat cho con,
  hy sinh cho, hi sinh cho, hy sinh ngay, hy sinh thoi gian, hy sinh loi ich, mai nay me, mai nay bo`,
);
/** Animals die too, and are mourned; the office has other words for them. */
const animals = createPhraseTable(
  `con cho, cho nha, cho con, con meo, meo nha, meo em, meo cung, cun, boss, thu cung, con lon, lon nha, dan lon, con heo,
  con ga, ga nha, dan ga, con vit, dan vit, con trau, trau nha, con bo nha, bo nha em chet, nghe, con vet, con muc, con ven, con muop, ca chet, tom chet`,
);
/** A year or a time that is long past, or a war. */
const longAgo =
  /(?<!\d)(?:19\d\d|200\d|201\d)(?!\d)|(?:mat|chet|hy sinh|hi sinh) (?:tu )?nam (?:[4-9]\d)(?!\d)|liet si|chong my|chong phap|khang chien|thoi chien|(?:tu|hoi) (?:nho|be)(?! den)|truoc khi (?:toi|em|chau) sinh|chuc nam/;
/** "Lỡ xây trước mất rồi", "trót nộp mất": something was done too early; "mất" only says that it is done. */
const slippedUp =
  /(?<![a-z])(?:lo|trot|chot)(?: (?!(?:lang|lam|qua|so|bo|me|ong|ba|cu|chong|vo|con|chau|anh|chi|em|nguoi)(?![a-z]))[a-z]+){1,4} mat(?: roi| tieu| luon| thi|$)/;
/** "Giấy ra quân mất rồi": a paper or a thing was lost. No word that looks like another one: "ví" is "vì" too. */
const lostThing =
  /(?<![a-z])(?:giay|sim|hoa don|bien lai|ho so|bien ban|mat khau|dien thoai|chia khoa|can cuoc|ho chieu)(?: (?!(?:bo|me|ong|ba|cu|chong|vo|con|chau|anh|chi|em|co|chu|bac|nguoi)(?![a-z]))[a-z]+){0,3} mat roi(?![a-z])/;
/** "Mai tôi mới đi", "giờ mới bế con ra": the resident goes somewhere, or takes a child there. */
const goesThemselves =
  /(?<![a-z])(?:(?:toi|tui|minh|em|e) (?:(?:da|vua|moi|se|chua|dinh|tinh|phai) )*di(?! roi)|(?:be|dua|dat) (?:con|chau|be) (?:ra|ve|den|di))(?![a-z])/;
/** "Cháu nội tôi mới sinh tuần trước": somebody was born. */
const bornLately =
  /(?<![a-z])(?:(?:moi|vua|vua moi|da) (?:sinh|de|sanh|chao doi)|(?:sinh|de|sanh) (?:duoc|dc|con|chau|be|em be|mot|doi|thuong|mo|ra)|dau long|so sinh|khai sinh)(?![a-z])/;
const losing = /(?<![a-z])mat(?![a-z])/;

/** Reads a death as a relation between a person and an event. Pure, linear. */
export function createReadDeath(weigh: WeighSignal): (text: string) => Death | undefined {
  return (text) => {
    const folded = normalise(text);
    if (nobodyDied.isIn(folded) || slippedUp.test(folded) || lostThing.test(folded)) return undefined;
    const learned = weighClauses(weigh, text);
    const isSaid = learned ? learned.probability >= needed(text, folded) : saysDeath(text);
    if (!isSaid) return undefined;
    if (learned?.label !== 'death-long-ago' && !longAgo.test(folded)) return 'death';
    return tellsDeath(text) || saysDeath(text) || longAgo.test(folded) ? 'death-long-ago' : undefined;
  };
}

/** The probability that the model must give, 0..1; above 1: it is no death, whatever the model says. */
function needed(text: string, folded: string): number {
  if (saysDeath(text)) return minProbability.death;
  if (animals.isIn(folded)) return Number.POSITIVE_INFINITY;
  if (tellsDeath(text)) return minProbability.event;
  if (goesThemselves.test(folded) || bornLately.test(folded)) return Number.POSITIVE_INFINITY;
  // "Mất" before a thing: it was lost.
  return losing.test(folded) ? Number.POSITIVE_INFINITY : minProbability.nothing;
}

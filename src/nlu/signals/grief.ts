import { saysBereaved } from '../phrases/bereavement.ts';
import type { WeighSignal } from './learned-signal.ts';
import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';
import { weighClauses } from './weigh-clauses.ts';

/** Somebody close to the resident has died: lately, or long ago. */
export type Death = 'death' | 'death-long-ago';

/**
 * Condolence without a death hurts more than none after one: set so that hardly any near miss of the working set
 * passes.
 */
const minProbability = 0.7;

/** Nobody died: it was thought, told wrongly, asked in general; or somebody only went away. */
const nobodyDied = createPhraseTable(
  `tin vit, tin don, tin gia, van song, van con song, con song nhan, dang song day, vua gap, lai tinh, tinh lai roi,
  song lai, khong ai mat, khong ai chet, khong co ai mat, khong co ai chet, chua ai mat, chua ai chet, hoi de biet,
  hoi cho biet, hoi truoc, lam bai tap, bao nham, ghi nham la, di dau mat, di lac, mat tich, khi toi chet, sau nay toi,
  neu toi, neu bo, neu me, neu chong, neu vo, neu ong, neu ba, nho toi, lo toi, gio to, gio ho, ngay gio, co gio,
  suyt, mat goc`,
);
/** A year or a time that is long past, or a war. */
const longAgo =
  /(?<!\d)(?:19\d\d|200\d|201\d)(?!\d)|(?:mat|chet|hy sinh|hi sinh) (?:tu )?nam (?:[4-9]\d)(?!\d)|liet si|chong my|chong phap|khang chien|thoi chien|(?:tu|hoi) (?:nho|be)(?! den)|truoc khi (?:toi|em|chau) sinh|chuc nam/;

/**
 * Reads a death as a relation between a person and an event: by the grammar of sure phrases, else by what was learned.
 * Pure, linear.
 */
export function createReadDeath(weigh: WeighSignal | undefined): (text: string) => Death | undefined {
  return (text) => {
    const folded = normalise(text);
    if (nobodyDied.isIn(folded)) return undefined;
    const learned = weigh && weighClauses(weigh, text);
    const isSaid = saysBereaved(text) || (learned !== undefined && learned.probability >= minProbability);
    if (!isSaid) return undefined;
    return learned?.label === 'death-long-ago' || longAgo.test(folded) ? 'death-long-ago' : 'death';
  };
}

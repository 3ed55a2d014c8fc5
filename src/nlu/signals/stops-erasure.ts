import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';

/** "Đừng xoá", "không muốn xoá nữa", "huỷ lệnh xoá": a refusal, a few words that may stand between, the verb. */
const refuses = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:dung|khong|chang|khoi|khoan|hoan|ngung|huy|rut|bo|chua)' +
    '(?: (?:lai|di|co|muon|can|nen|dinh|phai|cho|bao|lenh|yeu cau|viec|cai|vu|voi|vang|dang ky|ai|em|cho phep|dong y)){0,3}' +
    ' (?:xoa|go bo|delete)(?![\\p{L}\\p{N}])',
  'u',
);
/** "Sao chưa xoá?", "xoá nhanh đi, đừng để tôi chờ xoá": asks for more haste, not for a stop. */
const urges = createPhraseTable(
  `chua xoa, van chua xoa, sao khong xoa, sao chang xoa, tai sao khong xoa, khong xoa a, khong xoa ha, khong xoa sao, co xoa khong,
  khong cho giu, dung giu, dung luu, khong dung xoa, dung quen xoa, nho xoa, khong duoc giu`,
);
const keeps = createPhraseTable(
  `giu lai, giu nguyen, de nguyen, cu de do, cu de vay, de lai cho, doi y, nghi lai, suy nghi lai, hoi lai roi, bam nham,
  bam lon, an nham, lo bam, lo tay bam, go nham, nham roi, khong phai y, dung xoa, dung co xoa, khoan xoa, khoan da, don toi delete,
  do not delete, dont delete, don toi erase, do not erase, keep my data, keep everything, keep it, stop the deletion, stop deleting,
  cancel the deletion, cancel the erasure, cancel that, cancel my request, changed my mind, i change my mind`,
);
/** A few words that mean it only as an answer to our own words about the erasure. */
const bare = createPhraseTable(
  `thoi, dung, dung lai, ngung, ngung lai, huy, huy di, huy nhe, huy yeu cau, huy bo, khong, khong nua, khong dau, thoi khong, thoi dung, thoi khoi,
  khoi, khoi di, khoan, tam dung, stop, cancel, no, undo, keep, bo qua di, giu, giu di`,
);
const maxBareWords = 5;
const maxKeepsWords = 14;

/** `named` says by itself that nothing shall be deleted; `bare` only right after our own words about it. */
export type ErasureStop = 'named' | 'bare';

/**
 * Whether a message tells this account not to delete. It matters only while an erasure waits; a wrong guess costs
 * little, since the resident is told and can ask again.
 */
export function findErasureStop(text: string): ErasureStop | undefined {
  const folded = normalise(withoutAssent(text));
  if (urges.isIn(folded)) return undefined;
  const count = folded.split(' ').length;
  if (refuses.test(folded) || (keeps.isIn(folded) && count <= maxKeepsWords)) return 'named';
  return count <= maxBareWords && bare.isIn(folded) ? 'bare' : undefined;
}

/** "Đúng, xoá đi" is told from "đừng xoá" by its marks alone, and so is "dùng". */
function withoutAssent(text: string): string {
  return text.normalize('NFC').replace(/(?<!\p{L})(?:đúng|dùng)(?!\p{L})/giu, ' ');
}

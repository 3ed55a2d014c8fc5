import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';

const stops = createPhraseTable(
  `dung xoa, khong xoa, ko xoa, thoi xoa, dung huy, khong huy, khoan, khoan da, tu tu, doi ti, cho ti, cho da, dung lai,
  doi y, thoi khong can, khong can nua, thoi khoi, khoi xoa, giu lai, giu nguyen, de nguyen, de lai, cu de, cu giu, luu lai,
  khong muon xoa, chua muon xoa, chua xoa, huy xoa, huy lenh, rut lai yeu cau, nham roi, bam nham, nhan nham, lo bam, thoi dung,
  dung co xoa, ngung, stop, cancel, keep, don t delete, do not delete, no don t, wait`,
);
/** Whole messages that say no by themselves. */
const refusals = new Set(
  'thoi,thoi nhe,thoi khong,khong,khong a,da khong,khong dau,dung,dung nhe,thoi vay,thoi bo qua,bo qua,huy,huy di,no,quay lai,thoat'.split(
    ',',
  ),
);

/** Whether a message takes back a wish to delete; asked only while one is pending. Pure. */
export function stopsErasure(text: string): boolean {
  const folded = normalise(text);
  return refusals.has(folded) || stops.isIn(folded);
}

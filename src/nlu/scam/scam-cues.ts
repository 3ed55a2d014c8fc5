import { createPhraseFinder } from '../emergency/phrase-finder.ts';
import type { MarkedWord } from '../emergency/read-words.ts';

/** What a resident does or suffers in a scam. */
const acts = {
  tap: 'bấm, ấn, nhấn, nhấp, vào link, vô link, mở link, mở file, quét, click, clicked',
  install:
    'cài, tải, đăng ký, cho phép, cấp quyền, bật, điều khiển, teamviewer, ultraview, ultraviewer, anydesk, installed, downloaded',
  give: 'đọc, đưa, cho nó, cho họ, cung cấp, khai, nhập, gõ, điền, chụp, gửi ảnh, gửi hình, gửi căn cước, gửi mã, gửi clip, quét mặt, quay mặt, cho mượn, cho thuê, nói mã, gave, told, typed',
  pay: 'chuyển, ck, chuyển khoản, nạp, nộp, đóng, cọc, đặt cọc, trả, đưa tiền, gửi tiền, gởi, góp, đầu tư, mua, paid, sent, transferred',
  lose: 'mất, bị trừ, bị rút, trừ, rút sạch, bay, sạch, bị lừa, biến mất, chặn, không rút được, lost',
  threaten: 'dọa, đe, hăm, tống tiền, đòi, ép, tung, đăng, ghép, chuộc, kiện, khởi tố, bắt giam, giữ',
};

/** How far the act has come, by a word before it: done, not done, going on, intended, asked for by others. */
const before = {
  done: 'đã, lỡ, trót, nhỡ, vừa, mới, bị, already, just',
  not: 'chưa, không, đừng, chẳng, không có, chớ',
  going: 'đang, vẫn, còn',
  intended: 'định, tính, sắp, có nên, nên, muốn, phải, should',
  asked: 'bảo, kêu, biểu, bắt, đòi, giục, hối, yêu cầu, xin, rủ, mời, dụ, hướng dẫn, nhờ, nói, dặn',
};
/** The same by a word after it: "chuyển rồi", "chuyển không". */
const after = {
  done: 'rồi, xong, mất, luôn, hết, nốt, mất rồi, sạch',
  asked: 'không, nhé, nha, chưa, hả, chứ, đi, được không, có sao không',
};
/** Words between the act and the word that says how far it has come. */
const farthestBefore = 3;
const farthestAfter = 5;

/** The finder numbers the names. */
const names = { acts: Object.keys(acts), before: Object.keys(before), after: Object.keys(after) };
const none = -1;

const findActs = createPhraseFinder(tableOf(acts));
/** Without its mark "mời" looks like "mới": "toi moi doc so the" has happened. */
const onlyMarked = new Set(['mời']);
const findBefore = createPhraseFinder(tableOf(before), onlyMarked);
const findAfter = createPhraseFinder(tableOf(after));

/** Each act of a scam in a text, with how far it has come: "act.before.after", "act.before", "act..after". */
export function scamCues(words: readonly MarkedWord[]): Set<string> {
  const cues = new Set<string>();
  const leading = findBefore(words);
  const trailing = findAfter(words);
  for (const { name: act, start, end } of findActs(words)) {
    const lead = leading.filter((one) => one.end <= start && start - one.end <= farthestBefore).at(-1);
    const trail = trailing.find((one) => one.start >= end && one.start - end <= farthestAfter);
    const name = names.acts[act];
    const [first, last] = [names.before[lead?.name ?? none] ?? '', names.after[trail?.name ?? none] ?? ''];
    cues.add(`${name}.${first}.${last}`);
    cues.add(`${name}.${first}`);
    cues.add(`${name}..${last}`);
  }
  return cues;
}

function tableOf(lists: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.split(', ')]));
}

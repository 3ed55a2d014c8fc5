import { hourMs, minuteMs } from '../../src/durations.ts';
import { createRandom } from '../../src/nlu/heads/random.ts';
import type { TalkWorld } from './talk-world.ts';
import { createTalkWatch, type TalkWatch } from './watch-talk.ts';

/** What a resident may do next, by how often. */
const says: [weight: number, texts: readonly string[]][] = [
  [
    6,
    [
      'làm căn cước cần giấy tờ gì',
      'quen mat khau etax',
      'chữ ký số là gì',
      'khai sinh cho con ở đâu',
      'lệ phí bao nhiêu',
      'thế bao lâu thì có',
      'em bị lừa chuyển tiền rồi',
      'bố em vừa mất',
      'lò vôi nhà bên khói mù mịt',
    ],
  ],
  [5, ['cho gặp cán bộ', 'toi muon gap nguoi that', 'chưa đúng ý tôi', 'hỏi cán bộ giúp tôi']],
  [4, ['gọi cho tôi', 'bảo cán bộ gọi lại cho bác nhé', 'goi dien cho toi voi']],
  [3, ['0912345678', 'số tôi 0987 654 321 nhé', 'không cho số đâu', 'mã otp của tôi là 482913']],
  [
    4,
    [
      'VILLAGE',
      'nhà tôi ở VILLAGE',
      'COMMUNE',
      'thôn Không Có Đâu',
      'nhầm, VILLAGE cơ',
      'không biết thôn nào',
    ],
  ],
  [4, ['có', 'không', 'ok', '1', '2', 'ừ', 'đồng ý', 'vâng ạ', 'thôi', 'chưa']],
  [2, ['cảm ơn', 'chào', 'lâu thế', 'bao giờ trả lời', 'yêu cầu của tôi đến đâu rồi', '5 điểm', 'bực quá']],
  [3, ['thôi không cần nữa', 'rút yêu cầu', 'tôi hủy yêu cầu', 'tự làm được rồi, không cần gọi nữa']],
  [
    4,
    ['xoá dữ liệu của tôi', 'xoá hết dữ liệu của tôi đi', 'Xoá dữ liệu của tôi', 'xoa lich su chat cho em'],
  ],
  [3, ['xoá', 'đúng rồi', 'ok xoá đi', 'bỏ', 'của tôi', 'chắc', 'xoá hết']],
  [3, ['đừng xoá', 'thôi, đừng xoá', 'hủy yêu cầu xoá', 'giữ lại']],
  [1, ['chồng đánh tôi chảy máu', 'đừng báo cho ai nhé']],
];
const pauses = [minuteMs, 11 * minuteMs, 40 * minuteMs, 3 * hourMs, 25 * hourMs];
const members = ['ha', 'hai', 'chi', 'xuan', 'tam'];

export interface TalkOutcome {
  /** Invariants that did not hold, with the talk up to there. */
  faults: string[];
}

/** One random talk of a resident, watched. The same seed makes the same talk. */
export async function runTalk(world: TalkWorld, seed: number): Promise<TalkOutcome> {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const weighted = says.flatMap(([weight, texts]) => Array.from({ length: weight }, () => texts));
  const personId = `resident-${seed}`;
  const watch = createTalkWatch(world, personId);

  const resident = async (): Promise<void> => {
    const buttons = world.buttons(personId);
    const isTap = buttons.length > 0 && random() < 0.35;
    if (isTap) return watch.tap(pick(buttons));
    const text = pick(pick(weighted));
    return watch.write(text.replace('VILLAGE', world.village).replace('COMMUNE', world.commune));
  };
  const steps = 5 + Math.floor(random() * 8);
  for (let step = 0; step < steps; step += 1) {
    const dice = random();
    if (dice < 0.7) await resident();
    else if (dice < 0.82) await watch.memberActs(pick(members), memberWords(watch, pick));
    else if (dice < 0.86) await watch.happen({ kind: 'contact-shared', phone: '84911222333' });
    else if (dice < 0.88) await watch.happen({ kind: pick(['withdrawn', 'opened', 'missed-call'] as const) });
    else await watch.pass(pick(pauses));
    if (watch.faults.length > 0) break;
  }
  return { faults: watch.faults.map((fault) => `seed ${seed}: ${fault}\n${watch.transcript()}`) };
}

function memberWords({ tickets }: TalkWatch, pick: <T>(items: readonly T[]) => T): string {
  const number = tickets.at(-1) ?? 1;
  return pick([
    `nhận việc ${number}`,
    `nhận việc ${number}`,
    `${number} mai cháu sang giúp bác nhé`,
    'gửi',
    `xong việc ${number}`,
    `trả lại ${number}`,
    `không nhận ${number}`,
  ]);
}

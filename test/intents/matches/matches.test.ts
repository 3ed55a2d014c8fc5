import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { freshState } from '../../../src/conversation/state.ts';
import { hourMs, minuteMs } from '../../../src/durations.ts';
import { emergencyMark } from '../../../src/intents/emergency/emergency-call.ts';
import { listFlows } from '../../../src/intents/registry.ts';
import { scamMark } from '../../../src/intents/scam/scam-call.ts';
import type { EmergencyReading } from '../../../src/nlu/emergency/emergency.ts';
import type { ScamReading } from '../../../src/nlu/scam/scam.ts';
import { type TalkBefore, talkAfter } from '../../fakes/talk.ts';
import { officeContent, understandText } from '../../fakes/understand.ts';

const content = officeContent();
const objects = createObjectDirectory(content.directory);
const flows = listFlows({ ...content, objects, contactImageUrl: '' });
const now = Date.parse('2026-10-07T08:00:00+07:00');

type Row = [text: string, called: string | undefined, before?: TalkBefore];

const emergencies: Record<string, EmergencyReading> = {
  'chồng đánh tôi': { level: 'sure', kind: 'domestic-violence', others: [], hasCue: true },
  'nó đang điều khiển máy tôi': { level: 'sure', kind: 'crime', others: [], hasCue: false },
  'nó đang cạy cửa': { level: 'sure', kind: 'crime', others: [], hasCue: true },
  'nó đang đốt máy': { level: 'sure', kind: 'fire', others: [], hasCue: false },
  'nó dọa đến nhà đánh tôi': { level: 'sure', kind: 'violence', others: [], hasCue: false },
};

const scams: Record<string, ScamReading> = {
  'nó đang bảo tôi đọc mã': { level: 'sure', stage: 'going-on' },
  'nó đang điều khiển máy tôi': { level: 'sure', stage: 'going-on' },
  'nó đang cạy cửa': { level: 'sure', stage: 'going-on' },
  'nó đang đốt máy': { level: 'sure', stage: 'going-on' },
  'nó dọa đến nhà đánh tôi': { level: 'sure', stage: 'threatened' },
  'chuyển 20 triệu rồi': { level: 'likely', stage: 'paid' },
  'tôi chưa cài': { level: 'likely', stage: 'about-to', isDenied: true },
  'bấm link mất 28 triệu': { level: 'sure', stage: 'about-to' },
  'Lỡ cài ứng dụng lạ thì làm gì ngay?': { level: 'sure', stage: 'installed' },
};

/** "intent", or "intent/step". */
function calledBy(name: string, [text, , before]: Row): string | undefined {
  const flow = flows.find((one) => one.name === name);
  if (!flow) throw new Error(`no flow ${name}`);
  const secrets = /\[số điện thoại\]/.test(text) ? (['phone'] as const) : [];
  const call = flow.matches?.(
    understandText(text, {
      secrets: [...secrets],
      emergency: emergencies[text],
      scam: scams[text],
    }),
    talkAfter(before),
  );
  return call && [call.intent, call.step].filter(Boolean).join('/');
}

const cheated = { lastAt: { [scamMark('about-to')]: now - 20 * minuteMs } };
const paid = { lastAt: { [scamMark('paid')]: now - 20 * minuteMs } };
const mark = emergencyMark('domestic-violence');
const afraid = { lastAt: { [mark]: now - 20 * minuteMs } };
const beaten = 'chồng đánh tôi';
const afterSteps = { intent: 'signature-mysign-register', answeredAgoMs: minuteMs };
const [stepped] = content.directory.topics
  .flatMap(({ topic }) => content.directory.listIntents(topic))
  .filter(({ steps }) => steps);
const afterStepped = { ...afterSteps, intent: stepped?.id ?? '' };
const guided = objects.find('birth-registration');
const afterGuide = { intent: guided?.intent ?? '', answeredAgoMs: minuteMs };

const tables: Record<string, Row[]> = {
  emergency: [
    [beaten, 'in-danger/help'],
    [beaten, 'in-danger/stay', afraid],
    ['nó đang điều khiển máy tôi', undefined],
    ['nó đang cạy cửa', 'in-danger/help'],
    ['nó đang đốt máy', 'in-danger/help'],
    ['nó dọa đến nhà đánh tôi', 'in-danger/help'],
    ['tôi sợ lắm', 'in-danger/stay', afraid],
    ['đừng báo cho ai nhé', 'in-danger/silence', afraid],
    ['anh ấy xin lỗi rồi', 'in-danger/forgiven', afraid],
    ['thôi không cần nữa', 'in-danger/stay', afraid],
    ['tôi sợ lắm', undefined],
    ['tôi sợ lắm', undefined, { lastAt: { [mark]: now - 2 * hourMs } }],
    ['điện thoại hết bảo hành', undefined],
  ],
  scam: [
    ['nó đang bảo tôi đọc mã', 'in-scam/tell'],
    ['chuyển 20 triệu rồi', undefined],
    ['chuyển 20 triệu rồi', 'in-scam/tell', cheated],
    ['chuyển 20 triệu rồi', 'in-scam/again', paid],
    ['bấm link mất 28 triệu', 'in-scam/tell'],
    ['bấm link mất 28 triệu', 'in-scam/again', paid],
    ['tôi chưa cài', undefined],
    ['tôi chưa cài', 'in-scam/undone', cheated],
    ['làm sao biết thuế thật gọi', undefined, cheated],
    ['giờ làm sao', 'in-scam/again', paid],
    ['giờ làm sao', undefined],
    ['giờ làm sao', undefined, { lastAt: { [scamMark('paid')]: now - 3 * hourMs } }],
    ['thủ tục làm căn cước cho con gái phải làm sao ạ', undefined, paid],
    ['Lỡ cài ứng dụng lạ thì làm gì ngay?', undefined],
  ],
  'secret-offer': [
    ['gửi mật khẩu nhé', 'secret-offer'],
    ['đăng nhập giùm bác', 'login-offer'],
    ['bác gửi ảnh căn cước được không', 'papers-offer'],
    ['mã otp không gửi về', undefined],
    ['nó bảo tôi đọc mã otp', undefined],
  ],
  grievance: [
    ['cán bộ hách dịch với dân quá', 'grievance/officer'],
    ['trưởng thôn ăn chặn tiền hỗ trợ bão', 'grievance/officer'],
    ['anh địa chính vòi tiền mới làm sổ', 'grievance/bribe-asked'],
    ['họ đòi bồi dưỡng mới ký', 'grievance/bribe-asked'],
    ['hàng xóm doạ giết tôi', 'grievance/threat'],
    ['cán bộ nhiệt tình lắm, không nhận phong bì', undefined],
    ['đường làng hỏng thì báo ai', undefined],
  ],
  menu: [['xem các mục', undefined]],
  language: [
    ['english please', 'english-please'],
    ['nói tiếng Việt đi', 'vietnamese-please'],
    ['giấy tờ tiếng Anh dịch ở đâu', undefined],
    ['tiếng Anh hay tiếng Việt', undefined],
  ],
  'small-talk': [
    ['?', 'nudge'],
    ['cho em hỏi với', 'greeting'],
    ['dạ vâng ạ', 'acknowledge'],
    ['cho em hỏi thuế đất', undefined],
    ['không cần nữa', undefined],
    ['1', undefined],
  ],
  place: [
    ['tôi ở An Mỹ', 'my-place/read'],
    ['an my', 'my-place/read'],
    ['giờ An Mỹ thuộc xã nào', 'my-place/read'],
    ['giờ tôi thuộc xã nào', 'my-place/read', { placeId: 'xa-cu-an-my' }],
    ['giờ tôi thuộc xã nào', undefined],
    ['tôi ở An Mỹ, làm khai sinh cần gì', undefined],
    ['mẹ tôi ở An Mỹ', undefined],
  ],
  handoff: [
    ['cho tôi gặp cán bộ', 'human'],
    ['số của tôi [số điện thoại]', 'call-me/number-typed'],
    ['[số điện thoại] là số của ai', undefined],
    ['gặp cán bộ ở đâu', undefined],
  ],
  'ticket-village': [
    ['nhầm, thôn Tế Tiêu', 'ticket-village/corrected', { lastAt: { ticket: now - minuteMs } }],
    ['cụ ở Tế Tiêu cơ', 'ticket-village/corrected', { lastAt: { ticket: now - minuteMs } }],
    ['thôn Tế Tiêu', undefined],
    ['thôn Tế Tiêu', undefined, { lastAt: { ticket: now - 3 * hourMs } }],
    ['thôn Tế Tiêu thuộc xã nào', undefined, { lastAt: { ticket: now - minuteMs } }],
  ],
  'ticket-actions': [
    ['thôi không cần nữa', 'ticket/withdraw-some'],
    ['hủy yêu cầu 101', 'ticket/withdraw-some'],
    ['không cần nữa thì sao', undefined],
  ],
  'ticket-status': [
    ['yêu cầu của tôi đến đâu rồi', 'ticket-status'],
    ['bao giờ trả lời', 'ticket-status', { lastAt: { ticket: now - minuteMs } }],
    ['bao giờ trả lời', undefined],
    ['gọi lại giúp em', undefined],
  ],
  media: [
    ['👍', 'media/sticker'],
    ['👎', 'not-helped'],
    ['ok 👍', undefined],
  ],
  privacy: [
    ['xoá hết dữ liệu của tôi đi', 'erase-data'],
    ['của tôi', undefined],
    ['đừng xoá dữ liệu của tôi', undefined],
    ['xoá đăng ký thường trú', undefined],
  ],
  'step-by-step': [
    ['từng bước', 'which-steps'],
    ['từng bước', `${stepped?.id}/walk`, afterStepped],
    ['bước 2', `${stepped?.id}/walk`, afterStepped],
    ['nhắc lại', stepped?.id, afterStepped],
    ['nhắc lại', `${guided?.intent}/tell`, { ...afterGuide, slot: 'fee' }],
    ['nhắc lại', undefined],
    ['tiếp', undefined, afterStepped],
  ],
  'object-answers': [
    ['thủ tục đăng ký khai sinh', 'object-birth-registration/tell'],
    ['còn lệ phí?', `${guided?.intent}/tell`, afterGuide],
    ['còn lệ phí?', undefined],
    ['còn lệ phí?', undefined, { ...afterGuide, answeredAgoMs: 5 * hourMs }],
    ['chào cháu', undefined, afterGuide],
  ],
};

describe.each(Object.entries(tables))('the flow %s', (name, rows) => {
  it.each(rows)('reads "%s" as %s', (...row) => {
    expect(calledBy(name, row)).toBe(row[1]);
  });
});

it('has a row for every flow that matches texts', () => {
  const matching = flows.filter(({ matches }) => matches).map(({ name }) => name);
  expect(matching.filter((name) => !(name in tables))).toEqual([]);
});

it('writes nothing, and finds the same a second time', () => {
  const state = Object.freeze({ ...freshState, lastAt: Object.freeze({}) });
  const u = understandText('tôi ở An Mỹ, làm khai sinh cần gì');
  const read = () => flows.map(({ matches }) => matches?.(u, { state, now }));
  expect(read()).toEqual(read());
});

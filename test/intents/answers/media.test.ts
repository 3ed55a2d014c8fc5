import { minuteMs } from '../../../src/durations.ts';
import { createMedia } from '../../../src/intents/answers/media.ts';
import type { TicketRequest } from '../../../src/intents/handoff/open-ticket.ts';
import type { AttachmentKind } from '../../../src/message.ts';
import { talkAfter } from '../../fakes/talk.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon } from '../../helpers/actor-fixture.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';

const opened: TicketRequest[] = [];
const media = createMedia(async (_ctx, matter) => {
  opened.push(matter);
});
const grandchild = { address: { you: 'bác', me: 'cháu' } };

type Given = Partial<Parameters<typeof handleTurn>[1]>;

const sends = (kind: AttachmentKind, given: Given = {}) =>
  handleTurn(media, {
    call: { intent: 'media', data: {} },
    ...given,
    message: { attachments: [{ kind }], ...given.message },
  });

beforeEach(() => {
  opened.length = 0;
});

describe('a voice note', () => {
  it('is offered to a person, in the resident’s known form of address', async () => {
    const { texts, buttons } = await sends('audio', { state: grandchild });
    expect(texts).toEqual(['Cháu chưa nghe được lời nói ạ. Bác muốn cán bộ nghe và trả lời không?']);
    expect(buttons).toEqual(['Gửi cho cán bộ nghe', 'Để tôi gõ chữ']);
  });

  it('is offered without a pronoun to a stranger', async () => {
    const { texts } = await sends('audio');
    expect(texts).toEqual(['Dạ chưa nghe được lời nói ạ. Có muốn cán bộ nghe và trả lời không ạ?']);
  });

  it('is never answered with a request to type', async () => {
    const { texts } = await sends('audio', { state: grandchild });
    expect(texts.join()).not.toMatch(/gõ|nhắn chữ|viết/);
  });

  it('goes to a person on a tap', async () => {
    await sends('audio', { call: { intent: 'media', step: 'send', data: {} } });
    expect(opened).toEqual([{ kind: 'media', cause: 'sent-on', words: 'handoff.media_sent' }]);
  });

  it('lets the resident type instead', async () => {
    const { texts } = await sends('audio', {
      call: { intent: 'media', step: 'type', data: {} },
      state: grandchild,
    });
    expect(texts).toEqual(['Dạ, bác cứ nhắn vài chữ, không dấu cũng được ạ.']);
  });
});

describe('a photo', () => {
  it('gets a question and the offer of a person, with a warning about cards', async () => {
    const { texts, buttons } = await sends('image', { state: grandchild });
    expect(texts).toEqual([
      'Cháu nhận được ảnh rồi ạ. Bác muốn hỏi gì về ảnh này? Bác nhắn thêm, hoặc gửi cho cán bộ xem.\n\n' +
        'Bác đừng gửi ảnh căn cước hay thẻ ngân hàng ạ.',
    ]);
    expect(buttons).toEqual(['Gửi cho cán bộ xem']);
  });

  it('among several gets one answer', async () => {
    const first = await sends('image');
    const second = await sends('image', { state: first.state, now: noon + 20_000 });
    expect(second.texts).toEqual([]);
    const later = await sends('image', { state: second.state, now: noon + 10 * minuteMs });
    expect(later.texts).toHaveLength(1);
  });

  it('sent while a ticket is open is added to it, and the bot says so once', async () => {
    const first = await sends('image', { openTickets: [412] });
    expect(first.texts).toEqual([expect.stringContaining('yêu cầu 412')]);
    expect(first.texts[0]).toMatch(/đừng gửi ảnh căn cước/);
    const second = await sends('image', { openTickets: [412], state: first.state, now: noon + 20_000 });
    expect(second.texts).toEqual([]);
  });
});

describe('a sticker', () => {
  const answered = (minutesAgo: number, outcome = 'answer') => ({
    message: {
      attachments: [{ kind: 'sticker' as const }],
      follows: { outcome, saidAt: noon - minutesAgo * minuteMs },
    },
  });

  it.each(['answer', 'handoff'])('right after an %s is thanks, in one short line', async (outcome) => {
    const { texts, buttons } = await sends('sticker', answered(3, outcome));
    expect(texts).toEqual(['Dạ không có gì ạ. Cần gì cứ nhắn lại ạ.']);
    expect(buttons).toEqual([]);
  });

  it('thanks at most once in 30 minutes', async () => {
    const first = await sends('sticker', answered(3));
    const again = await sends('sticker', { ...answered(1), state: first.state, now: noon + 29 * minuteMs });
    expect(again.texts).toEqual([]);
    const later = await sends('sticker', { ...answered(-30), state: first.state, now: noon + 31 * minuteMs });
    expect(later.texts).toHaveLength(1);
  });

  it.each([
    ['before anything was said', {}],
    ['after a question of ours', answered(1, 'clarify')],
    ['long after an answer', answered(24 * 60)],
  ])('%s is a greeting', async (_when, given) => {
    const { texts } = await sends('sticker', { ...given, state: grandchild });
    expect(texts).toEqual(['Dạ cháu chào bác ạ! Bác cần hỏi việc gì, cứ nhắn vào đây ạ.']);
  });

  it('greets at most once in 30 minutes', async () => {
    const first = await sends('sticker');
    const again = await sends('sticker', { state: first.state, now: noon + minuteMs });
    expect(again.texts).toEqual([]);
  });

  it('that is animated is still a sticker', async () => {
    expect((await sends('gif', answered(3))).texts).toEqual((await sends('sticker', answered(3))).texts);
  });
});

describe('other things', () => {
  it.each<[AttachmentKind, RegExp, string[]]>([
    ['file', /tệp/, ['Gửi cho cán bộ xem']],
    ['video', /video/, ['Gửi cho cán bộ xem']],
    ['link', /không mở đường dẫn/, []],
    ['location', /vị trí/, []],
    ['contact', /danh thiếp/, []],
  ])('%s: one fitting line', async (kind, line, buttons) => {
    const reply = await sends(kind);
    expect(reply.texts).toEqual([expect.stringMatching(line)]);
    expect(reply.buttons).toEqual(buttons);
  });
});

describe('a message of emoji and signs only', () => {
  it.each(['👍', '❤️❤️❤️', '🙏🏻', '/-heart', '/-strong /-strong', ':>', '🌹 🌹'])(
    '%s is read like a sticker',
    (text) => {
      expect(matched(text)).toEqual({ intent: 'media', step: 'sticker', data: {} });
    },
  );

  it.each(['1', '?', '...', 'ok 👍', 'cảm ơn ❤️', ''])('%j is not', (text) => {
    expect(matched(text)).toBeUndefined();
  });

  function matched(text: string) {
    return media.matches?.(understandText(text), talkAfter());
  }
});

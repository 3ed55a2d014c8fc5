import { createSmallTalk } from '../../../src/intents/answers/small-talk.ts';
import { talkAfter } from '../../fakes/talk.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon } from '../../helpers/actor-fixture.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const causes: string[] = [];
const smallTalk = createSmallTalk(officeKnowledge().directory, async (_ctx, { cause }) => {
  causes.push(cause);
});
const grandchild = { address: { you: 'bà', me: 'cháu' } };

type Given = Partial<Parameters<typeof handleTurn>[1]>;

const says = (intent: string, given: Given = {}) =>
  handleTurn(smallTalk, { call: { intent, data: {} }, ...given });

beforeEach(() => {
  causes.length = 0;
});

describe('small talk', () => {
  it('greets with the main topics and a person', async () => {
    const { texts, buttons } = await says('greeting', { state: grandchild });
    expect(texts).toEqual(['Dạ cháu chào bà ạ! Bà cần hỏi việc gì, cứ nhắn vào đây ạ.']);
    expect(buttons).toEqual(['Nộp hồ sơ qua mạng', 'iHanoi', 'Chữ ký số', 'Thuế, eTax Mobile', 'Gặp cán bộ']);
  });

  describe('while a ticket waits for an answer', () => {
    const promised = { team: 'Tổ Thử', dueAt: noon + 3 * 60 * 60_000 };
    const waiting = 'Yêu cầu 104 vẫn đang chờ, Tổ Thử sẽ trả lời trước 3 giờ chiều nay ạ.';

    it.each(['greeting', 'nudge'])('says so before anything else: %s', async (intent) => {
      const { texts, buttons } = await says(intent, { openTickets: [104], promised });
      expect(texts[0]).toMatch(new RegExp(`^${waiting}\n\n`));
      expect(buttons).toContain('Gặp cán bộ');
    });

    it('names each of several', async () => {
      const { texts } = await says('greeting', { openTickets: [104, 105], promised });
      expect(texts[0]).toMatch(new RegExp(`^${waiting}\nYêu cầu 105 vẫn`));
    });

    it('does not mention an answered ticket', async () => {
      const { texts } = await says('greeting', { openTickets: [104] });
      expect(texts[0]).not.toContain('104');
    });
  });

  it.each([
    ['greeting', 'Dạ chào ạ! Cần hỏi việc gì, cứ nhắn vào đây ạ.'],
    ['thanks', 'Dạ không có gì ạ. Cần gì cứ nhắn lại ạ.'],
    ['goodbye', 'Dạ chào ạ, chúc một ngày tốt lành!'],
    ['acknowledge', 'Dạ vâng ạ.'],
  ])('says %s without a pronoun to a stranger', async (intent, line) => {
    const { texts, outcome } = await says(intent);
    expect(texts).toEqual([line]);
    expect(outcome).toBe('smalltalk');
  });

  it.each(['thanks', 'goodbye', 'acknowledge'])('asks nothing more after %s', async (intent) => {
    expect((await says(intent)).buttons).toEqual([]);
  });

  it('admits that it is a machine', async () => {
    const { texts } = await says('who-are-you', { state: grandchild });
    expect(texts[0]).toContain('cháu là máy trả lời tự động');
    expect(texts[0]).toContain('không phải người');
  });

  it('apologises to an angry resident, and brings a person when they are angry again', async () => {
    const first = await says('complaint');
    expect(first.texts).toEqual(['Dạ xin lỗi vì chưa giúp được như ý ạ. Có muốn gặp cán bộ không ạ?']);
    expect(first.buttons).toEqual(['Gặp cán bộ', 'Xem các mục']);
    expect(causes).toEqual([]);
    await says('complaint', { state: first.state, now: noon + 60_000 });
    expect(causes).toEqual(['angry']);
  });

  it('apologises again to a resident who was angry yesterday', async () => {
    const { state } = await says('complaint');
    expect((await says('complaint', { state, now: noon + 24 * 60 * 60_000 })).texts).toHaveLength(1);
    expect(causes).toEqual([]);
  });

  it('does not greet twice in two minutes', async () => {
    const { state } = await says('greeting', { state: grandchild });
    const { texts } = await says('greeting', { state, now: noon + 60_000 });
    expect(texts).toEqual(['Dạ cháu đây ạ. Bà cần hỏi việc gì, cứ nhắn vài chữ, không dấu cũng được ạ.']);
  });

  it.each(['dạ', 'không', 'có', 'ừ'])('takes a bare %j as an acknowledgement', (text) => {
    expect(matched(text)).toEqual({ intent: 'acknowledge', data: {} });
  });
});

describe('a message of signs only', () => {
  it.each(['?', '??', '...', ' ? ', '!!!', '…', '?!'])('%j asks whether anyone is there', (text) => {
    expect(matched(text)).toEqual({ intent: 'nudge', data: {} });
  });

  it.each(['', ' ', '1', 'alo?', '10.', ':)'])('%j is none', (text) => {
    expect(matched(text)).toBeUndefined();
  });

  it('is answered with an offer of help', async () => {
    const { texts, buttons } = await says('nudge', { state: grandchild });
    expect(texts).toEqual(['Dạ cháu đây ạ. Bà cần hỏi việc gì, cứ nhắn vài chữ, không dấu cũng được ạ.']);
    expect(buttons).toEqual(['Gặp cán bộ', 'Xem các mục']);
  });

  it('after an answer means that something is unclear', async () => {
    const { texts } = await says('nudge', { state: { lastAt: { answer: noon - 60_000 } } });
    expect(texts).toEqual(['Dạ, có chỗ nào chưa rõ ạ? Cứ nhắn chỗ ấy, hoặc gặp cán bộ ạ.']);
  });
});

function matched(text: string) {
  return smallTalk.matches?.(understandText(text), talkAfter());
}

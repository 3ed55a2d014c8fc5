import { pickOption, replyButtons } from '../../../src/conversation/numbered-options.ts';
import { hourMs, minuteMs } from '../../../src/durations.ts';
import { createPrivacy } from '../../../src/intents/answers/privacy.ts';
import { noon } from '../../helpers/actor-fixture.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const directory = officeKnowledge().directory;
const privacy = createPrivacy(directory);
const uncle = { address: { you: 'chú', me: 'cháu' } };

const wants = (intent: string, step?: string) =>
  handleTurn(privacy, { call: { intent, step, data: {} }, state: uncle });

const asksToErase = (text: string) =>
  handleTurn(privacy, { call: { intent: 'erase-data' }, message: { text }, state: uncle });

/** Confirmed two hours ago. */
const waiting = { ...uncle, lastAt: { 'erasure-confirmed': noon - 2 * hourMs } };

/** Taps the confirmation so long after the question. */
const confirms = (afterMs: number) =>
  handleTurn(privacy, {
    call: { intent: 'erase-data', step: 'sure', data: {} },
    state: { ...uncle, lastAt: { 'erasure-asked': noon - afterMs } },
  });

describe('privacy', () => {
  it('says what is kept, who reads it, what is never asked for and how to be forgotten', async () => {
    const { texts } = await wants('privacy');
    expect(texts).toHaveLength(1);
    for (const part of [
      /giữ lại những tin chú nhắn/,
      /cán bộ đọc/,
      /che đi/,
      /không.*hỏi mã OTP|Không ai.*OTP/,
      /"xoá dữ liệu của tôi"/,
    ]) {
      expect(texts[0]).toMatch(part);
    }
    expect(texts[0]).toContain(directory.local.office.name);
  });

  it('asks before anything is erased', async () => {
    const { texts, buttons, erasureAsked } = await asksToErase('xoá hết dữ liệu của tôi đi');
    expect(texts[0]).toContain('không lấy lại được');
    expect(buttons).toEqual(['Xoá dữ liệu của tôi', 'Giữ lại']);
    expect(erasureAsked).toBe(false);
  });

  it.each(['của tôi', 'dữ liệu của tôi', 'xoá', 'đừng xoá'])(
    'asks nothing and erases nothing after "%s": it says what is kept',
    async (text) => {
      const { texts, buttons, erasureAsked } = await asksToErase(text);
      expect(texts[0]).toMatch(/giữ lại những tin chú nhắn/);
      expect(buttons).toEqual([]);
      expect(erasureAsked).toBe(false);
    },
  );

  it('takes only a tap or the exact words for the confirmation, never a bare number or "có"', async () => {
    const { drafts } = await asksToErase('xoá hết dữ liệu của tôi đi');
    const content = drafts[0]?.content;
    if (content?.kind !== 'text') throw new Error('no text was said');
    expect(pickOption('1', content)).toBeUndefined();
    expect(replyButtons(content).find(({ says }) => says === 'yes')).toBeUndefined();
  });

  it('says which open requests will be lost', async () => {
    const { texts } = await handleTurn(privacy, {
      call: { intent: 'erase-data' },
      message: { text: 'xoá hết dữ liệu của tôi đi' },
      openTickets: [412, 415],
    });
    expect(texts[0]).toContain('412, 415');
  });

  it('requests the erasure once that is confirmed within ten minutes, and says when and how to stop it', async () => {
    const { texts, buttons, erasureAsked, state } = await confirms(9 * minuteMs);
    expect(erasureAsked).toBe(true);
    expect(texts[0]).toContain('sẽ được xoá sau 12 giờ trưa mai');
    expect(texts[0]).toContain('"đừng xoá"');
    expect(buttons).toEqual(['Đừng xoá']);
    expect(state.lastAt).toEqual({ 'erasure-confirmed': noon });
  });

  it('asks again when the exact words come after the resident chose to keep everything', async () => {
    const kept = await handleTurn(privacy, {
      call: { intent: 'erase-data', step: 'keep', data: {} },
      state: { ...uncle, lastAt: { 'erasure-asked': noon - minuteMs } },
    });
    const again = await handleTurn(privacy, {
      call: { intent: 'erase-data', step: 'sure', data: {} },
      state: kept.state,
    });
    expect(again.erasureAsked).toBe(false);
    expect(again.texts[0]).toContain('không lấy lại được');
  });

  it.each(['stop', 'keep'])('stops an erasure that waits: %s', async (step) => {
    const { texts, erasureStopped, state } = await handleTurn(privacy, {
      call: { intent: 'erase-data', step, data: {} },
      state: waiting,
      erasureWaits: true,
    });
    expect(erasureStopped).toBe(true);
    expect(texts).toEqual(['Dạ đã dừng, không xoá gì nữa. Mọi thứ vẫn giữ như cũ ạ.']);
    expect(state.lastAt).toEqual({});
  });

  it('says so when there is nothing left to stop', async () => {
    const { texts } = await handleTurn(privacy, {
      call: { intent: 'erase-data', step: 'stop', data: {} },
      state: waiting,
    });
    expect(texts).toEqual(['Dạ lúc này không có gì đang chờ xoá ạ.']);
  });

  it('repeats when the erasure is due to a resident who asks for it a second time', async () => {
    const { texts, erasureAsked } = await handleTurn(privacy, {
      call: { intent: 'erase-data' },
      message: { text: 'xoá hết dữ liệu của tôi đi' },
      state: waiting,
    });
    expect(erasureAsked).toBe(false);
    expect(texts[0]).toContain('sẽ được xoá sau 10 giờ sáng mai');
  });

  it('does not erase on an older button: it says what is kept', async () => {
    const { erasureAsked } = await confirms(11 * minuteMs);
    expect(erasureAsked).toBe(false);
  });

  it('keeps everything for a resident who changes their mind', async () => {
    const { texts, erasureAsked } = await wants('erase-data', 'keep');
    expect(erasureAsked).toBe(false);
    expect(texts).toEqual(['Dạ vẫn giữ như cũ ạ.']);
  });
});

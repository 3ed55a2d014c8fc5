import { createTopicDirectory } from '../../../src/content/topic-directory.ts';
import { createPrivacy } from '../../../src/intents/answers/privacy.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';

const directory = createTopicDirectory('locales/vi');
const privacy = createPrivacy(directory);
const uncle = { address: { you: 'chú', me: 'cháu' } };

const wants = (intent: string, step?: string) =>
  handleTurn(privacy, { call: { intent, step, data: {} }, state: uncle });

describe('privacy', () => {
  it('says what is stored, who reads it, what the bot never asks for and how to have it erased', async () => {
    const { texts } = await wants('privacy');
    expect(texts).toHaveLength(1);
    for (const part of [
      /giữ lại những tin chú nhắn/,
      /cán bộ đọc/,
      /che đi/,
      /không.*hỏi mã OTP|Không ai.*OTP/,
      /"xoá dữ liệu"/,
    ]) {
      expect(texts[0]).toMatch(part);
    }
    expect(texts[0]).toContain(directory.local.office.name);
  });

  it('asks before it erases anything', async () => {
    const { texts, buttons, erasureAsked } = await wants('erase-data');
    expect(texts[0]).toContain('không lấy lại được');
    expect(buttons).toEqual(['Xoá dữ liệu của tôi', 'Giữ lại']);
    expect(erasureAsked).toBe(false);
  });

  it('erases everything after the resident confirms, and says when', async () => {
    const { texts, erasureAsked } = await wants('erase-data', 'sure');
    expect(erasureAsked).toBe(true);
    expect(texts[0]).toMatch(/sẽ được xoá trong \d+ ngày/);
  });

  it('keeps everything when the resident changes their mind', async () => {
    const { texts, erasureAsked } = await wants('erase-data', 'keep');
    expect(erasureAsked).toBe(false);
    expect(texts).toEqual(['Dạ vẫn giữ như cũ ạ.']);
  });
});

import { findStepCommand } from '../../src/nlu/phrases/step-commands.ts';
import { useResident } from '../helpers/use-resident.ts';

const { says } = useResident();

describe('step-by-step commands', () => {
  it.each([
    ['từng bước', 'start'],
    ['tung buoc mot', 'start'],
    ['cháu chỉ từng bước cho bà với', 'start'],
    ['nói chậm thôi cháu', 'start'],
    ['Tiếp', 'next'],
    ['tiep di chau', 'next'],
    ['xong rồi làm gì nữa', 'next'],
    ['rồi sao nữa ạ', 'next'],
    ['quay lại', 'back'],
    ['bước trước ạ', 'back'],
    ['đọc lại cho bà', 'again'],
    ['nhắc lại', 'again'],
    ['bước 3', { step: 3 }],
    ['quay lai buoc 2', { step: 2 }],
  ])('%s', (text, command) => {
    expect(findStepCommand(text)).toEqual(command);
  });

  it.each(['tiếp tục nộp thuế thế nào', 'xong hồ sơ rồi nộp ở đâu', 'bước nào cũng khó', 'cảm ơn', ''])(
    'are not found in: %s',
    (text) => {
      expect(findStepCommand(text)).toBeUndefined();
    },
  );
});

describe('going step by step', () => {
  it('moves on, back, again and to the end with typed words', async () => {
    await says('đăng ký tạm trú thế nào');
    expect((await says('từng bước')).text).toMatch(/^Bước 1\/4: Mở VNeID/);
    expect((await says('tiep')).text).toMatch(/^Bước 2\/4/);
    expect((await says('xong roi lam gi nua')).text).toMatch(/^Bước 3\/4/);
    expect((await says('doc lai')).text).toMatch(/^Bước 3\/4/);
    expect((await says('quay lại')).text).toMatch(/^Bước 2\/4/);
    expect((await says('bước 4')).text).toMatch(/^Bước 4\/4/);
    const end = await says('tiếp đi cháu');
    expect(end.text).toContain('Chủ nhà không dùng VNeID');
    expect(end.text).toContain('Thế là xong các bước');
  });

  it('moves on with buttons', async () => {
    await says('đăng ký tạm trú thế nào');
    const first = await says('Từng bước một');
    expect(first.buttons).toEqual(['Tiếp', 'Chưa giúp được']);
    expect((await says('Tiếp')).buttons).toEqual(['Tiếp', 'Quay lại', 'Chưa giúp được']);
  });

  it('starts at once if the question asks for it', async () => {
    expect((await says('chỉ bà từng bước đăng ký chữ ký số trên vneid')).text).toMatch(/^Bước 1\/5/);
  });

  it('starts from the guide of a procedure', async () => {
    await says('thủ tục tách hộ');
    expect((await says('tung buoc')).text).toMatch(/^Bước 1\/3: Bàn trước/);
  });

  it('stops for another question, and resumes with the button', async () => {
    await says('đăng ký tạm trú thế nào');
    await says('từng bước');
    await says('Tiếp');
    expect((await says('lệ phí bao nhiêu')).text).toContain('15.000 đồng');
    expect((await says('tiếp')).text).toMatch(/^Bước 3\/4/);
  });

  it('asks for the topic if there was none before', async () => {
    expect((await says('từng bước')).text).toContain('Muốn đi từng bước việc nào');
  });

  it('repeats the last answer', async () => {
    const answer = await says('đăng ký tạm trú thế nào');
    expect((await says('nói lại bà nghe')).text).toBe(answer.text);
  });
});

import { readLooseCommand } from '../../../src/member/chat/loose-commands.ts';

describe('a command among polite words', () => {
  test.each([
    ['nhận luôn 103 nhé', { kind: 'claim', number: 103 }],
    ['103 nhận nhé', { kind: 'claim', number: 103 }],
    ['cho em nhận việc 103 với ạ', { kind: 'claim', number: 103 }],
    ['trả lại 107 giúp em', { kind: 'give_back', number: 107 }],
    ['tra lai 107 giup em', { kind: 'give_back', number: 107 }],
    ['412 xong', { kind: 'done', number: 412 }],
    ['#412 xong rồi ạ', { kind: 'done', number: 412 }],
    ['dạ xong việc 412 rồi', { kind: 'done', number: 412 }],
    ['tam dung 107 nhe', { kind: 'pause', number: 107 }],
    ['gọi 412 luôn', { kind: 'phone', number: 412 }],
    ['em không nhận được 103 ạ', { kind: 'decline', number: 103 }],
  ])('is read in %j', (text, command) => {
    expect(readLooseCommand(text)?.command).toEqual(command);
  });

  test.each([
    ['412 trả lại nhé', { step: 'give_back', ticket: 412 }],
    ['nhận luôn nhé', { step: 'claim', ticket: undefined }],
    ['xong nhé', { step: 'done', ticket: undefined }],
    ['chuyển 102 cho Nga', { step: 'pass' }],
    ['gửi nhầm r', { step: 'wrong_send' }],
    ['hôm nay em bận', { step: 'away_today' }],
    ['mai em nghỉ', { step: 'away_tomorrow' }],
    ['mai toi ban, khong truc', { step: 'away_tomorrow' }],
    ['ghi chú107 abc', undefined],
  ])('may be %j, so the bot asks', (text, suggestion) => {
    const read = readLooseCommand(text);
    expect(read).toBeDefined();
    expect(read?.command).toBeUndefined();
    expect(read?.suggestion).toEqual(suggestion);
  });

  test.each([
    'bác chuyển tiền chưa ạ',
    'xong bước đó thì bác bấm tiếp nhé',
    'cháu nhận được ảnh rồi ạ',
    'bác nghỉ ngơi đi ạ',
    'chào bác, bác gửi lại giúp cháu tấm ảnh với nhé',
    '412 xong chưa bác',
    'đúng nhé',
  ])('is not found in %j', (text) => {
    expect(readLooseCommand(text)).toBeUndefined();
  });
});

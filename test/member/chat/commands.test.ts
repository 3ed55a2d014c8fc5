import { readAddressed, readCommand, readNumber } from '../../../src/member/chat/commands.ts';

describe('a member command', () => {
  test.each([
    ['việc của tôi', { kind: 'mine' }],
    ['viec cua toi', { kind: 'mine' }],
    ['#Việc của tôi', { kind: 'mine' }],
    ['Viec của tôi!', { kind: 'mine' }],
    ['việc của tôi'.normalize('NFD'), { kind: 'mine' }],
    ['việc mới', { kind: 'new' }],
    ['VIEC MOI', { kind: 'new' }],
    ['bận hôm nay', { kind: 'away', until: '' }],
    ['ban hom nay', { kind: 'away', until: '' }],
    ['bận đến thứ Hai', { kind: 'away', until: 'thứ hai' }],
    ['ban den thu hai', { kind: 'away', until: 'thu hai' }],
    ['nghỉ', { kind: 'rest' }],
    ['nghi', { kind: 'rest' }],
    ['trực', { kind: 'on_duty' }],
    ['truc', { kind: 'on_duty' }],
    ['Trực hôm nay', { kind: 'on_duty' }],
    ['giúp', { kind: 'help' }],
    ['giup', { kind: 'help' }],
    ['hỏi như người dân', { kind: 'ask_as_resident' }],
    ['hoi nhu nguoi dan', { kind: 'ask_as_resident' }],
    ['Gửi nhầm', { kind: 'wrong_send' }],
    ['gui', { kind: 'send' }],
    ['Không gửi', { kind: 'dont_send' }],
    ['#Nhận việc 412', { kind: 'claim', number: 412 }],
    ['nhan viec 412', { kind: 'claim', number: 412 }],
    ['xong', { kind: 'done', number: undefined }],
    ['Xong 412.', { kind: 'done', number: 412 }],
    ['xong #412', { kind: 'done', number: 412 }],
    ['tam dung 412', { kind: 'pause', number: 412 }],
    ['khong nhan duoc 412', { kind: 'decline', number: 412 }],
    ['chuyển 412', { kind: 'pass', number: 412 }],
    ['gọi', { kind: 'phone', number: undefined }],
    ['goi dien 412', { kind: 'phone', number: 412 }],
    ['mẫu', { kind: 'canned', number: undefined }],
    ['mau 412', { kind: 'canned', number: 412 }],
    ['ghi chú nhà xa, phải đi xe', { kind: 'note', number: undefined, text: 'nhà xa, phải đi xe' }],
    ['ghi chú', { kind: 'note', number: undefined, text: '' }],
    ['Ghi chu 412:', { kind: 'note', number: 412, text: '' }],
    ['Ghi chu 412: hẹn chiều thứ Năm', { kind: 'note', number: 412, text: 'hẹn chiều thứ Năm' }],
  ])('is read in %j', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });

  test.each([
    'xong việc này bác nhé',
    'đúng',
    'bạn',
    'bạn hôm nay có nhà không',
    'giúp tôi với',
    'nghĩ',
    'gói',
    'nhận được rồi bác ạ',
    'việc của tôi là gọi bác',
    'chuyển 412 triệu',
    '',
    '412',
  ])('is not found in other text: %j', (text) => {
    expect(readCommand(text)).toBeUndefined();
  });
});

describe('a number before text', () => {
  test.each([
    ['412 bác mang căn cước nhé', { number: 412, text: 'bác mang căn cước nhé', isExplicit: false }],
    ['412: chiều cháu qua', { number: 412, text: 'chiều cháu qua', isExplicit: true }],
    ['#412 vâng ạ', { number: 412, text: 'vâng ạ', isExplicit: true }],
    ['412, vâng', { number: 412, text: 'vâng', isExplicit: false }],
    ['412\nhai dòng', { number: 412, text: 'hai dòng', isExplicit: false }],
  ])('names a ticket in %j', (text, read) => {
    expect(readAddressed(text)).toEqual(read);
  });

  test.each(['412', '412nghìn', 'số 412 ạ', '4120000000000 đồng', ''])('names no ticket in %j', (text) => {
    expect(readAddressed(text)).toBeUndefined();
  });

  test('with two digits may be the hour', () => {
    expect(readAddressed('7:30 cháu qua')).toMatchObject({ isExplicit: false });
  });

  test('may be the whole message', () => {
    expect([readNumber(' #412 '), readNumber('412 a'), readNumber('')]).toEqual([412, undefined, undefined]);
  });
});

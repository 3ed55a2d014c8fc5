import { checkClaims } from '../../../../src/content/checks/claims/claims.ts';
import { type Change, type Fault, findingOf, readSample } from '../../../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';
const inTopic = (from: string, to: string): Change => ({ in: topic, from, to });
const borrows = (to: string) => inTopic('Mượn ở nhà văn hóa ạ, trả trong 3 ngày.', to);
const returns = (to: string) => inTopic('Trả tại quầy, xem giờ mở cửa ở xedap.vn ạ.', to);

const faults: [string, Fault][] = [
  [
    'a deadline that no fact gives',
    {
      change: borrows('Mượn ở nhà văn hóa ạ, trả trong 4 ngày.'),
      message: 'borrow-bicycle: "4 ngày" stands in none of its facts',
    },
  ],
  [
    'a deadline in words',
    {
      change: borrows('Mượn ở nhà văn hóa ạ, trả trong hai tuần.'),
      message: 'borrow-bicycle: "2 tuần" stands in none of its facts',
    },
  ],
  [
    'a fee in a closing line',
    {
      change: inTopic('Phí mượn 5.000 đồng.', 'Phí mượn 6.000 đồng.'),
      message: 'borrow-bicycle: "6000 đồng" stands in none of its facts',
    },
  ],
  [
    'a phone number in a step',
    {
      change: inTopic('gọi 0900.111.222.', 'gọi 0900.111.223.'),
      message: 'borrow-bicycle: "0900.111.223" stands in none of its facts',
      at: '0900.111.223',
    },
  ],
  [
    'a short number to call',
    {
      change: inTopic('gọi 0900.111.222.', 'gọi 0900.111.222 hoặc 113.'),
      message: 'borrow-bicycle: "113" stands in none of its facts',
      at: 'hoặc 113',
    },
  ],
  [
    'an amount in a title',
    {
      change: inTopic('title: Trả xe thế nào?', 'title: Trả xe trễ phạt 20.000 đồng?'),
      message: 'return-bicycle: "20000 đồng" stands in none of its facts',
    },
  ],
  [
    'an amount on a button',
    {
      change: inTopic('- title: Giờ mở cửa', '- title: Mở từ 7 giờ'),
      message: 'return-bicycle: "7 giờ" stands in none of its facts',
    },
  ],
  [
    'a web address in an answer',
    {
      change: returns('Trả tại quầy, xem xedapcu.vn ạ.'),
      message: 'return-bicycle: xedapcu.vn stands in none of its facts',
      at: 'xedapcu.vn',
    },
  ],
  [
    'a link whose fact does not give its host',
    {
      change: inTopic('https://xedap.vn/gio', 'https://m.xedap.vn/gio'),
      message: 'return-bicycle: m.xedap.vn stands in none of its facts',
      at: '- title: Giờ mở cửa',
    },
  ],
  [
    'something called free without a fact',
    {
      change: inTopic('Mang thẻ đến quầy.', 'Mang thẻ đến quầy, mượn miễn phí.'),
      message: 'borrow-bicycle: none of its facts says that it is free',
      at: 'miễn phí',
    },
  ],
  [
    'a number known from a fact marked C alone',
    {
      change: inTopic(
        'facts: [B02]\n    reviewBy',
        'after: Có 40 chiếc xe.\n    facts: [B02, C01]\n    reviewBy',
      ),
      message: 'return-bicycle: "40" rests only on a fact marked C',
    },
  ],
  [
    'a figure of the old programme without its date',
    {
      change: inTopic(
        'facts: [B02]\n    reviewBy',
        'after: Đã có 1.200 người mượn.\n    facts: [B02, S01]\n    reviewBy',
      ),
      message: 'return-bicycle: "1200 người" is an old figure: the answer must say that it is of 9/2024',
    },
  ],
  [
    'a limit in an answer that is not marked as one',
    {
      change: inTopic('    facts: [B01, B02]\n    hardLimit: true', '    facts: [B01, B02]'),
      message: 'borrow-bicycle: speaks of an amount, age or deadline, so needs hardLimit: true',
      at: 'title: Mượn xe đạp ở đâu?',
    },
  ],
  [
    'an answer without facts',
    {
      change: inTopic('facts: [B02]\n    reviewBy', 'facts: []\n    reviewBy'),
      message: 'return-bicycle: rests on no fact',
      at: 'title: Trả xe thế nào?',
    },
  ],
];

describe('claims in answers', () => {
  it('finds nothing where every claim stands in a fact', () => {
    expect(checkClaims(readSample())).toEqual([]);
  });

  it.each(faults)('finds %s', (_, fault) => {
    expect(checkClaims(readSample(fault.change))).toContainEqual(findingOf(fault));
  });

  it('warns of a name in quotation marks that no fact gives', () => {
    const change = inTopic('Mang thẻ đến quầy.', 'Bấm "Mượn ngay".');
    expect(checkClaims(readSample(change))).toEqual([
      findingOf({
        change,
        level: 'warning',
        message: 'borrow-bicycle: "Mượn ngay" is quoted but stands in none of its facts',
      }),
    ]);
  });

  it('accepts an old figure beside its date', () => {
    const change = inTopic(
      'facts: [B02]\n    reviewBy',
      'after: Tính đến 9/2024 có 1.200 người mượn.\n    facts: [B02, S01]\n    reviewBy',
    );
    expect(checkClaims(readSample(change))).toEqual([]);
  });

  it('accepts an answer without facts if it only says where to ask', () => {
    const change = inTopic('facts: [B02]\n    reviewBy', 'facts: []\n    referral: true\n    reviewBy');
    const said = checkClaims(readSample(change)).map(({ message }) => message);
    expect(said).not.toContain('return-bicycle: rests on no fact');
  });

  it('does not accept the fact of another answer as proof', () => {
    const change = inTopic('facts: [B01, B02]', 'facts: [B02]');
    const said = checkClaims(readSample(change)).map(({ message }) => message);
    expect(said).toEqual([
      'borrow-bicycle: "3 ngày" stands in none of its facts',
      'borrow-bicycle: "0900.111.222" stands in none of its facts',
      'borrow-bicycle: "5000 đồng" stands in none of its facts',
    ]);
  });
});

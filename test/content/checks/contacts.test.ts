import { checkContacts } from '../../../src/content/checks/contacts.ts';
import { type Fault, findingOf, readSample } from '../../intents/checks/sample-content.ts';

const greeting = 'text: Dạ chào ạ!';

const faults: [string, Fault][] = [
  [
    'a strange address in an answer',
    {
      change: {
        in: 'topics/bicycles.yaml',
        from: 'giờ mở cửa ở xedap.vn ạ',
        to: 'giờ mở cửa ở xedapcu.com ạ',
      },
      message: 'xedapcu.com is not among the official hosts',
      at: 'xedapcu.com',
    },
  ],
  [
    'a strange address behind a button',
    {
      change: {
        in: 'topics/bicycles.yaml',
        from: 'https://xedap.vn/gio',
        to: 'https://xedap.vn.example.com/',
      },
      message: 'xedap.vn.example.com is not among the official hosts',
      at: 'xedap.vn.example.com',
    },
  ],
  [
    "a strange address in the bot's own words",
    {
      change: { in: 'bot.yaml', from: greeting, to: 'text: Xem chao.info ạ' },
      message: 'chao.info is not among the official hosts',
    },
  ],
  [
    "a number to call in the bot's own words that the office has not named",
    {
      change: { in: 'bot.yaml', from: greeting, to: 'text: Gọi 0912 345 678 ạ' },
      message: '0912 345 678 is none of the help lines of local.yaml',
    },
  ],
  [
    'an unnamed service number',
    {
      change: { in: 'bot.yaml', from: greeting, to: 'text: Gọi 19001234 ạ' },
      message: '19001234 is none of the help lines of local.yaml',
    },
  ],
];

describe('addresses and phone numbers', () => {
  it('finds nothing if the office lists all of them', () => {
    const change = { in: 'bot.yaml' as const, from: greeting, to: 'text: Gọi 0900111222, xem xedap.vn ạ' };
    expect(checkContacts(readSample(change))).toEqual([]);
  });

  it.each(faults)('finds %s', (_, fault) => {
    expect(checkContacts(readSample(fault.change))).toEqual([findingOf(fault)]);
  });

  it('ignores the examples of residents', () => {
    const change = {
      in: 'topics/bicycles.yaml' as const,
      from: '- trả xe ở đâu',
      to: '- gọi 0912345678 trả xe hay vào traxe.com',
    };
    expect(checkContacts(readSample(change))).toEqual([]);
  });
});

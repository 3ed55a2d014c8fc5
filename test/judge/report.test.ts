import { report } from '../../tools/judge/report.ts';
import { toTalk } from '../../tools/judge/talk-line.ts';

const reply = (label: string, more: object = {}) => ({ id: '1', label, kind: 'how-to', ...more });

describe('the report of judged replies', () => {
  const lines = [
    ...Array.from({ length: 6 }, () => reply('RIGHT')),
    reply('ASK_OK'),
    reply('PARTLY', { cause: 'content' }),
    reply('WRONG', { cause: 'content', kind: 'trouble' }),
    reply('FALSE', { cause: 'wording', kind: 'trouble' }),
    { id: '2', talk: true, reached: true },
    { id: '3', talk: true, reached: false },
  ];
  const told = report(lines, 'judged.jsonl');

  it('tells each share with its interval', () => {
    expect(told).toMatch(/^RIGHT\s+6\s+60\.0 %\s+31\.3 % – 83\.2 %/m);
    expect(told).toMatch(/^RIGHT \+ ASK_OK\s+7\s+70\.0 %/m);
    expect(told).toMatch(/^WRONG \+ FALSE\s+2\s+20\.0 %/m);
  });

  it('tells them by kind, and why replies are not right', () => {
    expect(told).toMatch(/^how-to\s+8\s+75\.0 %/m);
    expect(told).toMatch(/^content\s+2\s+20\.0 %/m);
  });

  it('counts the talks that reached their purpose', () => {
    expect(told).toContain('1 of 2, 50.0 %');
  });

  it('names the line that is no judgement', () => {
    expect(() => report([reply('RIGHT'), { id: '4', label: 'GOOD' }], 'judged.jsonl')).toThrow(
      /^judged\.jsonl:2 /,
    );
  });
});

describe('a line of talks', () => {
  it('is one message or several turns', () => {
    expect(toTalk({ id: 'a', text: 'chào' }, 'f:1').turns).toEqual(['chào']);
    expect(toTalk({ id: 'a', turns: ['chào', 'hỏi'], need: 'sổ đỏ' }, 'f:1')).toMatchObject({
      turns: ['chào', 'hỏi'],
      about: { need: 'sổ đỏ' },
    });
  });

  it.each([[{ id: 'a' }], [{ id: 'a', text: 'x', turns: ['y'] }], [{ text: 'x' }]])('refuses %j', (line) => {
    expect(() => toTalk(line, 'talks.jsonl:3')).toThrow(/^talks\.jsonl:3: /);
  });
});

import { forTerminal } from '../../src/cli/commands/for-terminal.ts';
import { formatTable } from '../../src/cli/format-table.ts';
import { runCommand } from '../../src/cli/run-command.ts';

test('a terminal is shown control and direction signs, and obeys none', () => {
  expect(forTerminal('a\u001b]0;title\u0007\u202eb\r\u200b')).toBe(
    'a\\u001b]0;title\\u0007\\u202eb\\u000d\\u200b',
  );
  expect(forTerminal('Hạng mục\t1\nxong 👨‍👩‍👧'.replaceAll('\u200d', ''))).toBe('Hạng mục\t1\nxong 👨👩👧');
});

test('JSON stays JSON', () => {
  const rows = [{ text: 'a\u007f\u202eb' }];
  expect(JSON.parse(forTerminal(JSON.stringify(rows)))).toEqual(rows);
});

test('every command shows people its texts that way', async () => {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  await runCommand(['no-such\u001b[31m'], { open: () => Promise.reject(new Error('not opened')), write });
  expect(written).toContain('no-such\\u001b[31m');
});

test('a cell of a table is one line', () => {
  expect(formatTable(['text', 'times'], [['thôn\nĐoài', '1']]).split('\n')).toHaveLength(2);
});

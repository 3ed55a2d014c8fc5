import { Readable } from 'node:stream';
import { readSecretArguments } from '../../src/cli/read-secret-arguments.ts';

const read = (args: string[], ...lines: string[]) =>
  readSecretArguments(args, { input: Readable.from(lines), prompt: () => undefined });

test.each([
  [['oa:add', '--refresh-token', '-'], ['R1\n'], ['oa:add', '--refresh-token', 'R1']],
  [
    ['oa:add', '--refresh-token=-', '--name', '-'],
    ['R1'],
    ['oa:add', '--refresh-token', 'R1', '--name', '-'],
  ],
  [
    ['oa:add', '--access-token', '-', '--refresh-token', '-'],
    ['A1\r\n', ' R1 \n'],
    ['oa:add', '--access-token', 'A1', '--refresh-token', 'R1'],
  ],
  [['oa:add', '--refresh-token', 'R1'], ['not read'], ['oa:add', '--refresh-token', 'R1']],
])('%j with %j on the standard input become %j', async (args, lines, filled) => {
  expect(await read(args, ...lines)).toEqual(filled);
});

test('input without a line is an error', async () => {
  await expect(read(['oa:add', '--refresh-token', '-'])).rejects.toThrow('--refresh-token - reads a line');
  await expect(read(['oa:add', '--refresh-token', '-'], '\n')).rejects.toThrow('none came');
});

test('a user at a keyboard is prompted', async () => {
  const input = Object.assign(Readable.from(['R1\n']), { isTTY: true });
  const asked: string[] = [];
  await readSecretArguments(['--refresh-token', '-'], { input, prompt: (text) => asked.push(text) });
  expect(asked).toEqual([expect.stringContaining('--refresh-token')]);
});

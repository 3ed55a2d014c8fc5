import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detectSecrets } from '../../src/nlu/secrets/detect-secrets.ts';
import { createSecretEvaluators } from '../../tools/safety-evaluate/evaluators/secret.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';

/** The rules alone: a bot masks with them until its model is trained. */
const evaluators = createSecretEvaluators(() => undefined);

describe.each(evaluators)('masking of real messages by the rules: $name', ({ name, evaluate }) => {
  const file = fileURLToPath(new URL(`${name}.jsonl`, import.meta.url));
  const { figures, faults } = evaluate(readLines(readFileSync(file, 'utf8'), file));

  test.each(figures)('meets its guarantee: $name, $counted', ({ share, floor = 0, ceiling = 1 }) => {
    const broken = share < floor || share > ceiling ? faults : [];
    expect(broken).toEqual([]);
  });
});

describe('the detectors', () => {
  const textOf = (unit: string, length: number) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  test.each([
    '1',
    '1 ',
    '1 .-',
    '1/',
    'A1',
    'a1@',
    'otp ',
    'mã 1 ',
    'mk ',
    'mk: ',
    'mật khẩu là ',
    'mk chữ ',
    'hai ',
    'một hai ',
    'nửa đầu 448 ',
    'cccd đầu 001 đuôi ',
    '9704 ',
    'vcb ',
    '12/26 ',
    'thẻ 12/26 ',
    'bê a cờ số 1 mk ',
    'anhyeuem',
    'A1B2C ',
    '"',
    '"mk "',
    'http://',
    'a.b',
    'x=',
    ': ',
    '1 | ',
    'o t p ',
    'o 1 ',
    'không ',
    'một 1 ',
    '1 rồi ',
    '1 nè ',
    'bốn~',
    'ba số bốn ',
    'idvnm1',
    'mã 4 (',
    'dn 4 ',
    'b 1 ',
    '①',
    '１ ',
    'đầu 27 ',
    'cccd 038 là mã tỉnh ',
    '0912345678 bhyt ',
    'tức là 4871 otp ',
    'mk chữ viết liền ',
    '"mk a 1" ',
    'lộc phát ',
    'sáu số tám ',
    'tk vcb a1234567 ',
    'pin: a1 ',
    '02371234567 ubnd ',
    '370\n',
    '711A ',
    'ma xac thuc a1b ',
    '\n',
  ])(
    'come to an end within the time limit for 20,000 characters of %j: no pattern backtracks without bound',
    (unit) => {
      expect(() => detectSecrets(textOf(unit, 20_000))).not.toThrow();
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { shrinkImage } from '../../src/media/shrink-image.ts';

const plain = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } });

describe('a picture on its way to another OA', () => {
  test('becomes a JPEG, whatever format a phone has sent', async () => {
    const sent = [plain().png(), plain().webp(), plain().gif(), plain(3000, 2000).jpeg()];
    for (const picture of sent) {
      const shrunk = await shrinkImage(await picture.toBuffer());
      expect((await sharp(shrunk).metadata()).format).toBe('jpeg');
    }
  }, 60_000);

  test.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')],
    [
      'an SVG behind an XML head',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['no picture', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_what, bytes) => {
    expect(await shrinkImage(bytes)).toBeUndefined();
  });

  test('is refused when it is an AVIF or a TIFF, whatever its name', async () => {
    expect(await shrinkImage(await plain().avif().toBuffer())).toBeUndefined();
    expect(await shrinkImage(await plain().tiff().toBuffer())).toBeUndefined();
  });

  test('is refused when it only begins like one', async () => {
    const cut = (await plain().png().toBuffer()).subarray(0, 40);
    expect(await shrinkImage(cut)).toBeUndefined();
  });

  test('is given up when it takes too long, and its process is ended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cau-noi-shrink-'));
    const entry = join(folder, 'endless.js');
    writeFileSync(entry, "process.on('message', () => { for (;;); });");
    const startedAt = performance.now();
    expect(await shrinkImage(await plain().png().toBuffer(), { limitMs: 300, entry })).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    rmSync(folder, { recursive: true });
  });
});

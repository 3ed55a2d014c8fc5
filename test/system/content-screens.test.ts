import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawContent, tallestAnswerPx } from '../../tools/screens/main.ts';
import { describeInChromium, findChromium } from '../helpers/chromium.ts';

describeInChromium('every answer on a phone of 360 px', () => {
  it('a resident reads it on at most two screens', async () => {
    const { screens } = await drawContent({ chromium: findChromium() });
    const tooTall = screens
      .filter(({ heightPx }) => heightPx > tallestAnswerPx)
      .map(({ topic, id, heightPx }) => `${topic} / ${id}: ${heightPx} px`);
    expect(tooTall).toEqual([]);
    expect(screens.length).toBeGreaterThan(300);
    expect(new Set(screens.map(({ topic }) => topic)).size).toBeGreaterThan(20);
  });

  it('the contact sheet shows it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'screens-'));
    const { screens, sheets } = await drawContent({
      topic: 'village-wifi',
      out: folder,
      chromium: findChromium(),
    });
    expect(screens.length).toBeGreaterThan(0);
    expect(sheets).toEqual([join(folder, 'village-wifi.png')]);
    expect((await stat(sheets[0] ?? '')).size).toBeGreaterThan(10_000);
    await rm(folder, { recursive: true });
  });
});

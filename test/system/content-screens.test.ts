import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawContent, tallestAnswerPx } from '../../src/cli/content-screens.ts';
import { describeInChromium, findChromium } from '../helpers/chromium.ts';

describeInChromium('every answer on a phone of 360 px', () => {
  it('is read on at most two screens, and stands on a contact sheet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'screens-'));
    const { screens, sheets } = await drawContent({ out: folder, chromium: findChromium() });
    const tooTall = screens
      .filter(({ heightPx }) => heightPx > tallestAnswerPx)
      .map(({ topic, id, heightPx }) => `${topic} / ${id}: ${heightPx} px`);
    expect(tooTall).toEqual([]);
    expect(screens.length).toBeGreaterThan(300);
    expect(new Set(screens.map(({ topic }) => topic)).size).toBeGreaterThan(20);
    expect(sheets.filter((sheet) => !existsSync(sheet))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

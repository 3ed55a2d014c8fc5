import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Screen } from './take-screens.ts';

const columns = 5;
const perSheet = 20;
const cellWidth = 372;

/** Lays the pictures out on sheets to leaf through, one file per sheet. @returns the paths written */
export async function writeContactSheets(
  browser: Browser,
  screens: readonly Screen[],
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: columns * cellWidth + 24, height: 900 } });
  const paths: string[] = [];
  for (const [topic, ofTopic] of byTopic(screens)) {
    for (let from = 0; from < ofTopic.length; from += perSheet) {
      const number = ofTopic.length > perSheet ? `-${from / perSheet + 1}` : '';
      const path = join(folder, `${topic}${number}.png`);
      await page.setContent(sheetHtml(ofTopic.slice(from, from + perSheet)), { waitUntil: 'load' });
      await writeFile(path, await page.screenshot({ fullPage: true }));
      paths.push(path);
    }
  }
  await page.close();
  return paths;
}

function byTopic(screens: readonly Screen[]): Map<string, Screen[]> {
  const groups = new Map<string, Screen[]>();
  for (const screen of screens) groups.set(screen.topic, [...(groups.get(screen.topic) ?? []), screen]);
  return groups;
}

function sheetHtml(screens: readonly Screen[]): string {
  const figures = screens.map(
    ({ id, heightPx, png }) =>
      `<figure><figcaption>${id} · ${heightPx} px</figcaption>` +
      `<img src="data:image/png;base64,${png?.toString('base64') ?? ''}"></figure>`,
  );
  return `<style>
    body { margin: 12px; font: 14px system-ui, sans-serif; background: #e8eaee; }
    main { columns: ${columns}; column-gap: 12px; }
    figure { margin: 0 0 16px; break-inside: avoid; }
    figcaption { padding: 4px 0; }
    img { width: 100%; display: block; background: #fff; }
  </style><main>${figures.join('')}</main>`;
}

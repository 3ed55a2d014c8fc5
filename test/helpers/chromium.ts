import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns the path of a Chromium on this machine, undefined where there is none */
export function findChromium(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** A headless Chromium; whoever starts it closes it. @throws Error where none is found */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on this machine');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** `describe` where there is a browser; elsewhere a printed line says what was left out. */
export function describeInChromium(title: string, tests: () => void): void {
  if (findChromium()) return describe(title, tests);
  process.stdout.write(`Skipped without Chromium (set CHROMIUM_PATH to one): ${title}\n`);
  describe.skip(title, tests);
}

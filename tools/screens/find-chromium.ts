import { existsSync } from 'node:fs';
import { OperatorError } from '../../src/errors.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @throws OperatorError when this machine has no browser */
export function findChromium(given?: string): string {
  const path = [given, ...places].find((place) => place !== undefined && existsSync(place));
  if (!path)
    throw new OperatorError('No Chromium found. Install one, or name it: --chromium /path/to/chromium');
  return path;
}

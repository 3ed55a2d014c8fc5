import type { Browser, Locator } from 'playwright-core';
import type { AnswersOnPhone } from './answers-on-phone.ts';
import type { Answer } from './list-answers.ts';

/** The smallest supported phone width, in CSS pixels. */
const phoneWidth = 360;
/** Tall enough to show any answer whole; the answer's own height does not depend on it. */
const phoneHeight = 1600;

/** An answer as it looks on the phone. */
export interface Screen {
  topic: string;
  id: string;
  /** Height with the buttons, CSS pixels. */
  heightPx: number;
  /** Absent when the caller asked only for heights. */
  png?: Buffer;
}

interface TakeScreensOptions {
  answers: readonly Answer[];
  /** Pictures take most of the time. */
  withPictures: boolean;
}

/**
 * Draws the answers one below the other in the phone's chat, measures each, and takes pictures if asked to.
 */
export async function takeScreens(
  browser: Browser,
  phone: AnswersOnPhone,
  { answers, withPictures }: TakeScreensOptions,
): Promise<Screen[]> {
  const page = await browser.newPage({
    viewport: { width: phoneWidth, height: phoneHeight },
    locale: 'vi-VN',
    bypassCSP: true,
    colorScheme: 'light',
  });
  try {
    await page.goto(await phone.showAnswers(answers));
    const rows = page.locator('.messages .row.theirs');
    await rows.nth(answers.length - 1).waitFor();
    // The button back to the newest message would cover the picture.
    await page.addStyleTag({ content: '.jump { visibility: hidden; }' });
    const screens: Screen[] = [];
    for (const [at, { topic, id }] of answers.entries()) {
      screens.push({ topic, id, ...(await takeScreen(rows.nth(at), withPictures)) });
    }
    return screens;
  } finally {
    await page.close();
  }
}

async function takeScreen(row: Locator, withPicture: boolean): Promise<Pick<Screen, 'heightPx' | 'png'>> {
  const box = await row.boundingBox();
  if (!box) throw new Error('an answer is not to be seen');
  const heightPx = Math.ceil(box.height);
  return withPicture ? { heightPx, png: await row.screenshot({ animations: 'disabled' }) } : { heightPx };
}

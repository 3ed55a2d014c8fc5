import type { Page } from 'playwright-core';
import { findFaults } from './find-faults.ts';

/** Buttons and fields lower than 44 px; links within a line of text do not count. */
const smallTargets = `[...document.querySelectorAll('button, select, input:not([type=hidden], [type=checkbox], [type=radio]), textarea, summary, .button, .check, .row, .tabs a, .bar a, .broken a')]
  .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 100))`;

/** What is wrong with how a page of the console looks: faults that axe finds, sideways scrolling, small targets. */
export async function checkConsolePage(page: Page, picture?: string): Promise<string[]> {
  if (picture) await page.screenshot({ path: picture, fullPage: true });
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  const faults = (await findFaults(page)).map((fault) => JSON.stringify(fault));
  const small = (await page.evaluate(smallTargets)) as string[];
  return [...faults, ...small, ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : [])];
}

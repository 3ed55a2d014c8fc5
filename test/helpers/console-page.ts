import type { Browser, Page } from 'playwright-core';
import type { MemberPhone } from './member-phones.ts';
import type { WholeBot } from './whole-bot.ts';

export interface ConsoleLook {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
}

/** What every page must fit: a cheap phone and a wide screen, light and dark. */
export const consoleLooks = [
  ['phone', { width: 360, height: 740, colorScheme: 'light' }],
  ['phone', { width: 360, height: 740, colorScheme: 'dark' }],
  ['wide', { width: 1280, height: 800, colorScheme: 'light' }],
  ['wide', { width: 1280, height: 800, colorScheme: 'dark' }],
] as const satisfies readonly [string, ConsoleLook][];

/** The console in a real browser. */
export interface ConsoleWindow {
  page: Page;
  /** Opens a path below `/console`. */
  open(path: string): Promise<void>;
  /** Errors of the pages so far, dialogs among them; none on healthy pages. */
  problems: string[];
  close(): Promise<void>;
}

export async function openConsole(
  browser: Browser,
  whole: WholeBot,
  { width = 360, height = 740, ...look }: ConsoleLook = {},
): Promise<ConsoleWindow> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', ...look });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A refused form answers 409 with a page.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) problems.push(message.text());
  });
  return {
    page,
    problems,
    open: async (path) => void (await page.goto(`${whole.botUrl}/console${path}`)),
    close: () => context.close(),
  };
}

/** Signs in as people do: the code of the page goes to the OA, and the tap signs the page in. */
export async function signInByPhone(window: ConsoleWindow, phone: MemberPhone): Promise<void> {
  await window.open('/sign-in');
  const code = (await window.page.locator('.code').textContent())?.trim() ?? '';
  await phone.news();
  await phone.write(code);
  await phone.news();
  await phone.tap('Đúng là tôi');
  await window.page.locator('nav.tabs').waitFor();
}

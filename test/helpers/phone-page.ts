import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export interface PhoneLook {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Screenshot pixels per page pixel. */
  scale?: number;
  /** The account whose chat to open; by default the first one. */
  userId?: string;
}

/** The simulated phone as a person uses it. Every step waits until its element is visible. */
export interface PhonePage {
  page: Page;
  context: BrowserContext;
  /** Types a text and sends it. */
  write(text: string): Promise<void>;
  /** Taps the newest button of a message with this title. */
  tap(title: string): Promise<void>;
  /** The OA's newest bubble with this text. */
  waitForBubble(text: string | RegExp): Promise<Locator>;
  /** The resident's newest bubble with this text. */
  waitForOwnBubble(text: string | RegExp): Promise<Locator>;
  sendSamplePhoto(name: string): Promise<void>;
  sendSampleVoice(seconds: 7 | 20): Promise<void>;
  sendSticker(name: string): Promise<void>;
  /** Sends an item of the tray of other things: "Vị trí", "Danh thiếp", "Tệp mẫu", "Liên kết". */
  sendOther(title: string): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Errors of the page so far; none on a healthy page. */
  problems: string[];
  close(): Promise<void>;
}

/** Opens the phone of the simulator at `url`, 360 × 740 by default. */
export async function openPhone(browser: Browser, url: string, look: PhoneLook = {}): Promise<PhonePage> {
  const { width = 360, height = 740, colorScheme = 'light', scale = 1, userId } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const problems = watch(page);
  await page.goto(userId ? `${url}/#${userId}` : url);
  await page.locator('.screen').waitFor();
  return { page, context, problems, ...actionsOf(page), close: () => context.close() };
}

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const fetching = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !fetching) problems.push(message.text());
  });
  return problems;
}

function actionsOf(page: Page) {
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const bubble = async (side: string, text: string | RegExp) => {
    const found = page.locator(`.row.${side} .bubble`, { hasText: text }).last();
    await found.waitFor();
    return found;
  };
  return {
    button,
    async write(text: string) {
      await page.getByLabel('Soạn tin nhắn').fill(text);
      // A message may have a button with the same name; the composer comes after all messages.
      await button('Gửi').last().click();
    },
    async tap(title: string) {
      const named = page.locator('.messages .button', { hasText: title }).last();
      await named.click();
    },
    waitForBubble: (text: string | RegExp) => bubble('theirs', text),
    waitForOwnBubble: (text: string | RegExp) => bubble('own', text),
    async sendSamplePhoto(name: string) {
      await button('Gửi ảnh').click();
      await button(`Ảnh mẫu: ${name}`).click();
    },
    async sendSampleVoice(seconds: 7 | 20) {
      await button('Ghi âm').click();
      await button(`Gửi lời mẫu ${seconds} giây`).click();
    },
    async sendSticker(name: string) {
      await button('Nhãn dán').click();
      await button(`Nhãn dán: ${name}`).click();
    },
    async sendOther(title: string) {
      await button('Gửi thứ khác').click();
      await button(title).click();
    },
  };
}

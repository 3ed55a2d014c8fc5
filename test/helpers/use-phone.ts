import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { openPhone, type PhoneLook, type PhonePage } from './phone-page.ts';
import { type ScriptedOa, startScriptedOa } from './scripted-oa.ts';

export interface PhoneInTest {
  browser: Browser;
  oa: ScriptedOa;
  /** Bác Lành's account at the first OA, with its chat open. */
  userId: string;
  phone: PhonePage;
  /** The resident writes first, which opens the window; then the OA sends these messages. */
  receive(...messages: object[]): Promise<void>;
}

/**
 * Gives every test of a `describe` a fresh platform, an OA and a phone; a test fails when the page reports an
 * error.
 */
export function usePhone(look: PhoneLook = {}): PhoneInTest {
  const at = {
    async receive(...messages: object[]) {
      await at.phone.write('chào');
      await at.oa.waitFor('user_send_text');
      for (const message of messages) expect((await at.oa.send(at.userId, message)).error).toBe(0);
    },
  } as PhoneInTest;
  beforeAll(async () => {
    at.browser = await launchChromium();
  });
  afterAll(() => at.browser.close());
  beforeEach(async () => {
    at.oa = await startScriptedOa();
    at.userId = await at.oa.addUser();
    at.phone = await openPhone(at.browser, at.oa.url, look);
  });
  afterEach(async () => {
    const { problems } = at.phone;
    await at.phone.close();
    await at.oa.close();
    expect(problems).toEqual([]);
  });
  return at;
}

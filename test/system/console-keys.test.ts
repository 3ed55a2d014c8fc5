import type { Browser } from 'playwright-core';
import { minuteMs } from '../../src/durations.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { type ConsoleWindow, openConsole, signInByPhone } from '../helpers/console-page.ts';
import { findFaults } from '../helpers/find-faults.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describeInChromium('the console by keyboard, and several tickets at once', () => {
  let browser: Browser;
  let whole: WholeBot;
  let office: StaffedOffice;
  let lead: MemberPhone;
  let window: ConsoleWindow;
  const numbers: number[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ settings: { SESSION_SECRET: 's'.repeat(40) } });
    office = await staffOffice(whole);
    lead = await linkPhone(whole, members.village[0] ?? '');
    await whole.advance(minuteMs);
    for (const name of ['Bà Lan', 'Ông Tư', 'Cô Mai']) {
      numbers.push(await askForHelp(await whole.newResident(name), office.village.name));
    }
    window = await openConsole(browser, whole, { width: 1280, height: 800 });
    await signInByPhone(window, lead);
  }, 180_000);
  afterAll(async () => {
    await window.close();
    await browser.close();
    await whole.stop();
  });

  /** The address of the link that has the focus. */
  const focused = () => window.page.evaluate('document.activeElement.getAttribute("href")');
  const rows = () =>
    window.page.locator('.row').evaluateAll((all) => all.map((row) => row.getAttribute('href')));
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => window.page.keyboard.press(key)), Promise.resolve());

  test('j and k move through the tickets, and Enter opens one', async () => {
    await window.open('?list=new');
    const [first, second, third] = await rows();
    await press('j');
    expect(await focused()).toBe(first);
    await press('j', 'j', 'j');
    expect(await focused()).toBe(third);
    await press('k');
    expect(await focused()).toBe(second);
    await press('Enter');
    await window.page.waitForURL(`**${second}`);
  }, 60_000);

  test('a claims, r goes to the answer box, e to what was done', async () => {
    await window.open(`/tickets/${numbers[0]}`);
    await press('r', 'e');
    expect(await window.page.evaluate('document.activeElement === document.body')).toBe(true);
    await press('a');
    await window.page.getByLabel('Trả lời bà con').waitFor();
    expect(await office.ticket(numbers[0] ?? 0)).toMatchObject({ assignee_id: members.village[0] });
    await press('r', 'a', 'e', 'j', '?');
    const box = window.page.getByLabel('Trả lời bà con');
    expect(await box.inputValue()).toBe('aej?');
    expect(await window.page.locator('dialog').isVisible()).toBe(false);
    await box.evaluate('document.activeElement.blur()');
    await press('e');
    expect(await window.page.evaluate('document.activeElement.name')).toBe('done');
    await window.page.locator(':focus').evaluate('document.activeElement.blur()');
    await press('a');
    expect(await window.page.evaluate('document.activeElement.name')).toBe('member');
  }, 60_000);

  test('? shows a help that axe finds nothing in; with the keys switched off, no key does anything', async () => {
    await window.open('?list=new');
    await press('?');
    const help = window.page.getByRole('dialog', { name: 'Phím tắt' });
    await help.waitFor();
    expect(await findFaults(window.page)).toEqual([]);
    await press('j', 'Escape');
    await help.waitFor({ state: 'hidden' });
    await window.page.getByRole('button', { name: 'Phím tắt' }).click();
    await help.getByLabel('Dùng phím tắt').uncheck();
    await help.getByRole('button', { name: 'Đóng' }).click();
    await window.open('?list=new');
    await press('j', '?');
    expect(await focused()).toBeNull();
    expect(await help.isVisible()).toBe(false);
    await window.page.getByRole('button', { name: 'Phím tắt' }).click();
    await help.getByLabel('Dùng phím tắt').check();
    await help.getByRole('button', { name: 'Đóng' }).click();
    await press('j');
    expect(await focused()).not.toBeNull();
  }, 60_000);

  test('ticks stay when the list changes under them, and the ticked tickets are given away', async () => {
    await window.open('?list=new');
    const number = numbers[2] ?? 0;
    await window.page.getByLabel(`Chọn yêu cầu ${number}`).check();
    const late = await askForHelp(await whole.newResident('Bác Sáu'), office.village.name);
    await window.page.locator(`#ticket-${late}`).waitFor();
    expect(await window.page.getByLabel(`Chọn yêu cầu ${number}`).isChecked()).toBe(true);
    expect(await window.page.locator('.tick :checked').count()).toBe(1);
    await window.page.getByLabel('Giao việc đã chọn cho').selectOption(`member:${members.village[1]}`);
    await window.page.getByRole('button', { name: 'Giao', exact: true }).click();
    await window.page.getByText('Xong 1 trong 1 việc').waitFor();
    expect(await findFaults(window.page)).toEqual([]);
    expect(await office.ticket(number)).toMatchObject({ assignee_id: members.village[1] });
    expect(window.problems).toEqual([]);
  }, 60_000);
});

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launchChromium } from '../test/helpers/chromium.ts';
import { openPhone, type PhoneLook, type PhonePage } from '../test/helpers/phone-page.ts';

/**
 * Takes the screenshots of these pages from a running demo: `npx tsx docs/make-screenshots.ts
 * http://localhost:3001`. Adds one invented resident to the demo.
 */
const [url = 'http://localhost:3001'] = process.argv.slice(2);
const folder = fileURLToPath(new URL('./images/', import.meta.url));
const question = 'Bác muốn phản ánh cái ổ gà ở đầu làng';

async function newResident(name: string): Promise<string> {
  const response = await fetch(`${url}/sim/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return ((await response.json()) as { userId: string }).userId;
}

/** A greeting, a question and its answer. */
async function converse(phone: PhonePage): Promise<void> {
  const answers = phone.page.locator('.row.theirs');
  await phone.button('Quan tâm').click();
  await answers.nth(0).waitFor();
  await phone.write(question);
  await answers.nth(1).waitFor();
}

/** The size of a current phone: a question and its answer fit. */
const phoneSize = { width: 390, height: 900, scale: 2 };

/** Receipts and the state panel update shortly after the answer. */
const settlingMs = 1_500;

async function takePicture(name: string, phone: PhonePage): Promise<void> {
  await phone.page.mouse.move(1, 1);
  await phone.page.evaluate('document.activeElement.blur()');
  await phone.page.waitForTimeout(settlingMs);
  const picture = await phone.page.screenshot({ caret: 'hide' });
  await sharp(picture).png({ palette: true, compressionLevel: 9, effort: 10 }).toFile(`${folder}${name}.png`);
  process.stdout.write(`docs/images/${name}.png\n`);
}

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  const userId = await newResident('Bác Lành');
  const pictures: [string, PhoneLook][] = [
    ['phone-light', { ...phoneSize, colorScheme: 'light' }],
    ['phone-dark', { ...phoneSize, colorScheme: 'dark' }],
    ['wide', { width: 1280, height: 800 }],
  ];
  for (const [index, [name, look]] of pictures.entries()) {
    const phone = await openPhone(browser, url, { ...look, userId });
    if (index === 0) await converse(phone);
    await takePicture(name, phone);
    await phone.close();
  }
} finally {
  await browser.close();
}

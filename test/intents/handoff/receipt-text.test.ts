import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { BotContext } from '../../../src/intents/flow/bot-context.ts';
import { receiptText } from '../../../src/intents/handoff/receipt-text.ts';
import type { TicketReceipt } from '../../../src/ticket/resident-ticket-types.ts';
import { noon } from '../../helpers/actor-fixture.ts';

const ctx = { t: (key: string) => key, now: noon } as unknown as BotContext;
const receipt = { number: 412, team: 'Tổ Thử', dueAt: noon, hasPhone: false } as TicketReceipt;

/** Every text of a language by its key, without the variants for a known form of address. */
function textsOf(language: string): [key: string, text: string][] {
  const file = load(readFileSync(`locales/${language}/bot.yaml`, 'utf8')) as Record<string, object>;
  return Object.entries(file).flatMap(([group, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => typeof text === 'string' && !key.endsWith('_known'))
      .map(([key, text]): [string, string] => [`${group}.${key}`, text]),
  );
}

const promises = [
  ...textsOf('vi').filter(([, text]) => /\}\} sẽ gọi/.test(text)),
  ...textsOf('en').filter(([, text]) => /\}\} will call/.test(text)),
].map(([key]) => key);

describe('a text that promises a call', () => {
  it.each([...new Set(promises)])('%s is refused for a ticket without a number', (key) => {
    expect(() => receiptText(ctx, key, receipt)).toThrow('without a number');
    expect(receiptText(ctx, key, { ...receipt, hasPhone: true })).toBe(key);
  });

  it('is known: there are such texts', () => {
    expect(promises).toContain('handoff.call_me');
  });

  it.each(['handoff.call_wanted', 'handoff.opened'])('is none of: %s', (key) => {
    expect(receiptText(ctx, key, receipt)).toBe(key);
  });
});

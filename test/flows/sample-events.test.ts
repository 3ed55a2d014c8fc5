import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { textEvent } from '../helpers/deliveries.ts';
import { questions } from '../helpers/load-content.ts';
import { sampleEffects } from '../helpers/sample-effects.ts';
import {
  residentId,
  type SampleWorld,
  shortlyAfter,
  startSampleWorld,
  visitorConversationId,
  visitorId,
} from '../helpers/sample-world.ts';
import { sampleBody, sampleJson, sampleNames, sampleSignatures } from '../zalo/sample-events.ts';

const fourHoursMs = 4 * 60 * 60_000;

let world: SampleWorld;
beforeAll(async () => {
  world = await startSampleWorld();
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.reset());

const signatures = sampleSignatures();

describe('a sample body from Zalo', () => {
  test('is listed in the table', () => {
    expect(new Set(Object.keys(sampleEffects))).toEqual(new Set(sampleNames));
    expect(sampleNames).toHaveLength(53);
  });

  test.each(Object.entries(sampleEffects))(
    '%s has its effect, once, and stores no phone number',
    async (name, effect) => {
      if (effect.earlierMessage) await world.addOaMessage(effect.earlierMessage);
      expect(await world.deliver(sampleBody(name), signatures.get(name))).toBe(200);
      await effect.check(world, name);
      const before = await world.records();
      expect(before.events).toHaveLength(1);
      expect(JSON.stringify(before)).not.toMatch(/8490000000\d/);
      const calls = world.calls().length;

      expect(await world.deliver(sampleBody(name), signatures.get(name))).toBe(200);
      expect(await world.records()).toEqual(before);
      expect(world.calls()).toHaveLength(calls);
    },
  );

  test('is dropped when its signature covers re-serialised JSON', async () => {
    const forged = 'mac=6b429486986be2b00fd26be4725e3c4f01508a40c555216aff8cb3ba7bcd65ca';
    expect(await world.deliver(sampleBody('user_send_text_unicode'), forged)).toBe(200);
    expect((await world.records()).events).toEqual([]);
    expect(world.calls()).toEqual([]);
  });
});

/** A sample body with changed fields and a new signature. */
const changed = (name: string, changes: object) => JSON.stringify(sampleJson(name, changes));

const write = (text: string, changes: object = {}) =>
  world.deliver(textEvent({ personId: residentId, text, messageId: `m${text}`, at: shortlyAfter }, changes));

describe('texts', () => {
  const button = {
    kind: 'reply' as const,
    title: 'Tra cứu',
    text: '#TRA_CUU_HO_SO',
    meaning: { intent: 'ticket-status' },
  };

  test('a tap triggers the action of our button', async () => {
    await world.addOaMessage({ content: { kind: 'text', text: 'Chọn', buttons: [button] } });
    await world.deliver(sampleBody('user_send_text_button_tap'));
    expect((await world.records()).outgoing.at(-1)).toMatchObject({ intent: 'ticket-status', state: 'sent' });
  });

  test('the same text without such a button is read as typed', async () => {
    await world.deliver(sampleBody('user_send_text_button_tap'));
    expect((await world.records()).outgoing).toMatchObject([{ state: 'sent' }]);
  });

  test('a quoted answer is the context of the message', async () => {
    await world.addOaMessage({ zaloMessageId: 'quoted', intent: 'sound-1' });
    await world.addOaMessage({ zaloMessageId: 'later', intent: 'menu' });
    await write('gặp cán bộ', { message: { msg_id: 'm1', text: 'gặp cán bộ', quote_msg_id: 'quoted' } });
    expect((await world.records()).tickets).toMatchObject([{ kind: 'question', topic: 'animals' }]);
  });
});

describe('media', () => {
  test.each(['image', 'gif', 'video', 'audio', 'file', 'location', 'business_card'])(
    'a %s joins the open ticket',
    async (kind) => {
      await write('gặp cán bộ');
      await world.deliver(sampleBody(`user_send_${kind}`));
      expect((await world.replies()).at(-1)?.text).toContain('yêu cầu 101');
      expect((await world.records()).tickets).toHaveLength(1);
    },
  );

  test('a link gets an answer and is never fetched', async () => {
    let visits = 0;
    const site = createServer((_request, response) => {
      visits += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => site.once('listening', resolve));
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/thu-tuc`;
    const attachments = [{ type: 'link', payload: { url, thumbnail: url, description: 'Thủ tục' } }];
    await world.deliver(changed('user_send_link', { message: { msg_id: 'm1', text: url, attachments } }));
    expect(await world.replies()).toHaveLength(1);
    expect(visits).toBe(0);
    site.close();
  });
});

describe('people', () => {
  test.each(['user_submit_info', 'user_submit_info_legacy'])(
    '%s is accepted with thanks after the bot asked for it',
    async (name) => {
      await write('gọi lại cho tôi');
      const { tickets } = await world.records();
      expect(tickets).toMatchObject([{ kind: 'call-back', phone_encrypted: null }]);
      await write((await world.replies()).at(-1)?.buttons[0]?.payload as string);
      const heard = (await world.replies()).length;
      await world.deliver(sampleBody(name));
      const [ticket] = (await world.records()).tickets;
      expect(world.whole.bot.dependencies.sealer.open(ticket?.phone_encrypted ?? '')).toBe('84900000002');
      expect((await world.replies()).slice(heard)).toHaveLength(1);
      expect((await world.records()).events.at(-1)).toMatchObject({
        outcome: 'handoff',
        phone_encrypted: null,
      });
    },
  );

  test('a missed call opens a call-back ticket and sends one message', async () => {
    const missed = changed('user_call_oa', { talk_time: 0, call_duration: 20_000 });
    await world.deliver(missed);
    const { tickets, outgoing } = await world.records();
    expect(tickets).toMatchObject([{ kind: 'call-back', status: 'new' }]);
    expect(outgoing[0]).toMatchObject({ state: 'sent', outcome: 'handoff' });
    await world.deliver(missed);
    expect((await world.records()).outgoing).toEqual(outgoing);
  });

  test('a visitor who asks for a person is told where to write, and no ticket is opened', async () => {
    const event = sampleJson('anonymous_send_text', {
      message: { conversation_id: visitorConversationId, text: 'cho tôi gặp cán bộ', msg_id: 'm1' },
    });
    await world.deliver(JSON.stringify(event));
    expect(await world.replies(visitorId)).toHaveLength(1);
    expect((await world.records()).tickets).toEqual([]);
  });

  test('an echo with an id of its own confirms the message with the same text', async () => {
    const text = sampleJson('oa_send_text').message as { text: string };
    await world.addOaMessage({ zaloMessageId: 'another-id', content: { kind: 'text', text: text.text } });
    await world.deliver(sampleBody('oa_send_text'));
    expect((await world.records()).outgoing).toMatchObject([{ echoed_at: 1_790_132_725_175 }]);
  });
});

describe('as time passes', () => {
  const until = (at: number) => world.whole.advance(at - world.whole.clock.now());

  test('the bot is silent for four hours after staff wrote by hand, then speaks again', async () => {
    await world.deliver(sampleBody('oa_send_text_admin'));
    await write(questions[0]?.text ?? '');
    expect(await world.replies()).toEqual([]);
    expect((await world.records()).events.at(-1)).toMatchObject({ outcome: 'muted' });

    await until(1_790_132_786_182 + fourHoursMs);
    await write(questions[1]?.text ?? '');
    // Besides the line that names the assignee.
    const answers = (await world.replies()).filter(({ text }) => text.startsWith('Tiếng '));
    expect(answers).toHaveLength(1);
  });

  test('people are welcomed once for follow and chat-now together, and again a day later', async () => {
    await world.deliver(sampleBody('follow'));
    await world.deliver(sampleBody('user_click_chatnow'));
    expect(await world.replies()).toHaveLength(1);

    await world.whole.advance(24 * 60 * 60_000);
    await world.deliver(changed('follow', { timestamp: String(world.whole.clock.now()) }));
    expect(await world.replies()).toHaveLength(2);
  });
});

import { createAdjustableClock } from '../../../src/clock.ts';
import type { MessageSender } from '../../../src/conversation/message-sender.ts';
import { createLogger } from '../../../src/logger.ts';
import type { OutgoingContent } from '../../../src/message.ts';
import { createOpenApi } from '../../../src/zalo/api/open-api.ts';
import { createRateLimiter } from '../../../src/zalo/api/rate-limiter.ts';
import { createZaloClient } from '../../../src/zalo/api/zalo-client.ts';
import { NeedsAuthorisation } from '../../../src/zalo/api/zalo-error.ts';
import { createZaloHttp, type ZaloHttp } from '../../../src/zalo/api/zalo-http.ts';
import { createZaloSender } from '../../../src/zalo/send/zalo-sender.ts';
import { fakeTokens } from '../fakes.ts';
import {
  hangUp,
  inTurn,
  json,
  type LocalServer,
  ok,
  refused,
  silence,
  startLocalServer,
} from '../local-server.ts';

const now = Date.UTC(2026, 9, 5, 3, 0, 30);
const clock = createAdjustableClock({ now: () => now });
const resident = { oaId: '1', personId: '6934410285517730946' };
const visitor = { oaId: '1', personId: '77', anonymousConversationId: 'c41f' };
const greeting: OutgoingContent = { kind: 'text', text: 'Chào bà' };
const menu: OutgoingContent = {
  kind: 'text',
  text: 'Bà cần gì ạ?',
  buttons: [
    { kind: 'reply', title: 'Hộ tịch', text: '#Hộ tịch', meaning: { intent: 'civil-status' } },
    { kind: 'open-url', title: 'Trang', url: 'https://xa.example.vn' },
    { kind: 'call', title: 'Gọi', phone: '84900000001' },
  ],
};

let server: LocalServer;
let http: ZaloHttp;
let tokens: ReturnType<typeof fakeTokens>;
let logged: string[];
let sender: MessageSender;

beforeEach(async () => {
  server = await startLocalServer(
    ok({ message_id: 'm1', sent_time: '1790131444999', quota: { quota_type: 'reply' } }),
  );
  http = createZaloHttp({ baseUrl: server.url, timeoutMs: 300 });
  tokens = fakeTokens();
  logged = [];
  sender = senderWith({});
});

afterEach(async () => {
  http.close();
  await server.close();
});

function senderWith(options: { buttonTemplateType?: string }): MessageSender {
  const api = createOpenApi({ http, tokens, limiter: createRateLimiter({ clock }) });
  const logger = createLogger('trace', { write: (line) => void logged.push(line) });
  return createZaloSender({ client: createZaloClient({ api, ...options }), clock, logger });
}

const sentBody = () => JSON.parse(server.received[0]?.body ?? '{}');

describe('a sent message', () => {
  test.each<[string, OutgoingContent, object]>([
    ['text', greeting, { text: 'Chào bà' }],
    [
      'a quote',
      { ...greeting, quotedMessageId: 'q1' } as OutgoingContent,
      { text: 'Chào bà', quote_message_id: 'q1' },
    ],
    ['no buttons', { ...greeting, buttons: [] } as OutgoingContent, { text: 'Chào bà' }],
    [
      'buttons, with nothing but buttons in the payload',
      menu,
      {
        text: 'Bà cần gì ạ?',
        attachment: {
          type: 'template',
          payload: {
            buttons: [
              { title: 'Hộ tịch', type: 'oa.query.show', payload: '#Hộ tịch' },
              { title: 'Trang', type: 'oa.open.url', payload: { url: 'https://xa.example.vn' } },
              { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84900000001' } },
            ],
          },
        },
      },
    ],
    [
      'an image by its address',
      { kind: 'image', text: 'Mẫu', url: 'https://x/1.jpg' },
      {
        text: 'Mẫu',
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type: 'image', url: 'https://x/1.jpg' }] },
        },
      },
    ],
    [
      'an uploaded image',
      { kind: 'image', attachmentId: 'a1', url: 'https://x/1.jpg' },
      {
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'a1' }] },
        },
      },
    ],
    ['a file', { kind: 'file', token: 't1' }, { attachment: { type: 'file', payload: { token: 't1' } } }],
    [
      'the contact card',
      { kind: 'request-contact', title: 'T', subtitle: 'S', imageUrl: 'https://x/i.png' },
      {
        attachment: {
          type: 'template',
          payload: {
            template_type: 'request_user_info',
            elements: [{ title: 'T', subtitle: 'S', image_url: 'https://x/i.png' }],
          },
        },
      },
    ],
  ])('%s', async (_title, content, message) => {
    await sender.send(resident, content);
    expect(server.received[0]).toMatchObject({ method: 'POST', path: '/v3.0/oa/message/cs' });
    expect(sentBody()).toEqual({ recipient: { user_id: resident.personId }, message });
  });

  test('has the template type of buttons when one is set', async () => {
    await senderWith({ buttonTemplateType: 'button' }).send(resident, menu);
    expect(sentBody().message.attachment.payload.template_type).toBe('button');
  });

  test('answers a visitor by both ids through the older endpoint', async () => {
    await sender.send(visitor, greeting);
    expect(server.received[0]?.path).toBe('/v2.0/oa/message');
    expect(sentBody().recipient).toEqual({ anonymous_id: '77', conversation_id: 'c41f' });
  });
});

describe('the outcome of a send', () => {
  test('is sent, with id, time and the allowance that paid', async () => {
    expect(await sender.send(resident, greeting)).toEqual({
      kind: 'sent',
      messageId: 'm1',
      sentAt: 1790131444999,
      quota: 'reply',
    });
  });

  test('is sent without time and quota: our time, and charged', async () => {
    server.respond = ok({ message_id: 'm2' });
    expect(await sender.send(resident, greeting)).toEqual({ kind: 'sent', messageId: 'm2', sentAt: now });
  });

  test('is one sent message after one refresh of a dead token', async () => {
    server.respond = inTurn(refused(-216), ok({ message_id: 'm1' }));
    expect(await sender.send(resident, greeting)).toMatchObject({ kind: 'sent' });
    expect(tokens.refreshes).toEqual(['token-0']);
  });

  test.each([
    ['buttons refused', -201, menu, { kind: 'refused', reason: 'buttons' }],
    ['buttons not supported', -233, menu, { kind: 'refused', reason: 'buttons' }],
    ['window closed', -230, greeting, { kind: 'refused', reason: 'window-closed', code: -230 }],
    ['blocked', -244, greeting, { kind: 'refused', reason: 'blocked' }],
    ['unknown person', -213, greeting, { kind: 'refused', reason: 'unknown-person' }],
    ['too many calls', -32, greeting, { kind: 'later', retryAt: Date.UTC(2026, 9, 5, 3, 1) }],
    ['failed without a reason', -200, greeting, { kind: 'later', code: -200 }],
    ['not authorised', -223, greeting, { kind: 'operator', code: -223 }],
    ['a token refused twice', -216, greeting, { kind: 'later', code: -216 }],
  ] as [string, number, OutgoingContent, object][])('%s', async (_title, code, content, outcome) => {
    server.respond = refused(code, 'reason');
    expect(await sender.send(resident, content)).toMatchObject(outcome);
  });

  test.each([
    ['no answer in time', silence],
    ['a dropped connection', hangUp],
    ['a 500', json({}, 500)],
    ['a success of another shape', json({ error: 0, data: 'fine' })],
  ])('is unknown after %s', async (_title, respond) => {
    server.respond = respond;
    expect(await sender.send(resident, greeting)).toMatchObject({ kind: 'unknown' });
  });

  test('is certainly later without a connection', async () => {
    await server.close();
    http.close();
    expect(await sender.send(resident, greeting)).toMatchObject({ kind: 'later' });
  });

  test('is for an operator without a grant', async () => {
    tokens.getAccessToken = async () => Promise.reject(new NeedsAuthorisation('1'));
    expect(await sender.send(resident, greeting)).toMatchObject({ kind: 'operator' });
    expect(server.received).toEqual([]);
  });

  test('leaves no text, person or token in the log', async () => {
    for (const respond of [refused(-230), silence, hangUp, refused(-216)]) {
      server.respond = respond;
      await sender.send(resident, greeting);
    }
    expect(logged).toHaveLength(4);
    expect(logged.join()).not.toMatch(/Chào|6934410285517730946|token-\d/);
  });
});

describe('the record of a conversation', () => {
  test('lists who wrote what, newest first, and skips unreadable messages', async () => {
    server.respond = ok([
      { src: 0, time: 1790131444999, type: 'text', message: 'Chào bà', message_id: 'm2', from_id: '1' },
      { src: 1, time: '1790131444000', message: 'Alo', message_id: 'm1' },
      { src: 1, type: 'photo' },
    ]);
    expect(await sender.recentMessages(resident, now)).toEqual([
      { messageId: 'm2', at: 1790131444999, text: 'Chào bà', fromPerson: false },
      { messageId: 'm1', at: 1790131444000, text: 'Alo', fromPerson: true },
    ]);
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/v2.0/oa/conversation' });
    expect(JSON.parse(server.received[0]?.query.get('data') ?? '')).toEqual({
      user_id: resident.personId,
      offset: 0,
      count: 10,
    });
  });

  test('is read page by page, back to the requested time', async () => {
    const page = (from: number) =>
      Array.from({ length: 10 }, (_, at) => ({ src: 1, time: now - from - at, message_id: `m${from + at}` }));
    server.respond = inTurn(ok(page(0)), ok(page(10)), ok(page(20)));
    expect(await sender.recentMessages(resident, now - 15)).toHaveLength(20);
    const offsets = server.received.map(({ query }) => JSON.parse(query.get('data') ?? '').offset);
    expect(offsets).toEqual([0, 10]);
  });

  test('is unknown when Zalo refuses, is silent, or the person is a visitor', async () => {
    server.respond = refused(-201);
    expect(await sender.recentMessages(resident, now)).toBeUndefined();
    server.respond = hangUp;
    expect(await sender.recentMessages(resident, now)).toBeUndefined();
    expect(await sender.recentMessages(visitor, now)).toBeUndefined();
  });
});

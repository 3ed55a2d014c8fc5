import type { IncomingEvent } from '../../../src/message.ts';
import { parseDelivery } from '../../../src/zalo/events/parse-delivery.ts';
import { WrongShapeError } from '../../../src/zalo/events/wrong-shape-error.ts';
import { sampleJson, sampleNames, sampleOaId, sampleResidentId } from '../sample-events.ts';

const options = { isConnectedOa: (id: string) => id === sampleOaId };
const visitor = { personId: '7712049935516620384', anonymousConversationId: 'c41f8e02a97b5d630e18' };
const resident = { personId: sampleResidentId };
const groupId = 'f07c5513ab20e9d4471b';

/** The expected event of each sample body: its kind and the important fields. */
const expected: Record<string, object> = {
  user_send_text: {
    kind: 'message',
    ...resident,
    messageId: 'f2171f2ff2100cb32e10',
    text: 'Cho tôi hỏi thủ tục đăng ký khai sinh cho con cần giấy tờ gì ạ?',
    occurredAt: 1790131261007,
    attachments: [],
  },
  user_send_text_quote: { kind: 'message', quotedMessageId: '5f0c9d7ae14b8826d3c1' },
  user_send_text_button_tap: { kind: 'message', text: '#TRA_CUU_HO_SO' },
  user_send_text_unicode: {
    kind: 'message',
    text: expect.stringContaining('Xã Hương Sơn 👍🏽 "hỏi/đáp"\nMã HS: H26.18-260922-0007 \\ <b>&</b>'),
  },
  user_send_image: {
    kind: 'message',
    text: 'Đường liên thôn bị sạt lở',
    attachments: [
      { kind: 'image', url: expect.stringContaining('zdn.vn'), thumbnailUrl: expect.any(String) },
    ],
  },
  user_send_gif: { kind: 'message', attachments: [expect.objectContaining({ kind: 'gif' })] },
  user_send_link: {
    kind: 'message',
    attachments: [expect.objectContaining({ kind: 'link', description: 'Đăng ký khai sinh' })],
  },
  user_send_audio: {
    kind: 'message',
    attachments: [{ kind: 'audio', url: expect.stringMatching(/\.amr$/) }],
  },
  user_send_video: { kind: 'message', attachments: [expect.objectContaining({ kind: 'video' })] },
  user_send_sticker: { kind: 'message', attachments: [expect.objectContaining({ kind: 'sticker' })] },
  user_send_location: {
    kind: 'message',
    attachments: [{ kind: 'location', latitude: 20.683451, longitude: 105.74192 }],
  },
  user_send_file: {
    kind: 'message',
    attachments: [{ kind: 'file', name: 'Đơn đề nghị.pdf', sizeBytes: 183204, url: expect.any(String) }],
  },
  user_send_business_card: {
    kind: 'message',
    attachments: [
      expect.objectContaining({ kind: 'contact', name: 'Nguyễn Văn Mẫu', description: '84900000001' }),
    ],
  },
  follow: { kind: 'opened', how: 'follow', ...resident },
  unfollow: { kind: 'left', ...resident },
  user_submit_info: { kind: 'contact-shared', ...resident, name: 'Trần Thị Ví Dụ', phone: '84900000002' },
  user_submit_info_legacy: {
    kind: 'contact-shared',
    ...resident,
    name: 'Trần Thị Ví Dụ',
    phone: '84900000002',
  },
  user_click_chatnow: { kind: 'opened', how: 'chat-now', ...resident },
  user_received_message: {
    kind: 'receipt',
    state: 'delivered',
    ...resident,
    messageIds: ['289baceb51a15e6b2ea3'],
  },
  user_received_message_zns: { kind: 'counted', eventName: 'user_received_message_zns' },
  user_seen_message: {
    kind: 'receipt',
    state: 'seen',
    ...resident,
    messageIds: ['d2d01bae488cd9a3de32', '58c9bf4ae4eee69faba7'],
  },
  user_reacted_message: { kind: 'reaction', ...resident, messageId: '094ac015f13bd4171bcc', icon: '/-heart' },
  oa_reacted_message: { kind: 'counted' },
  oa_send_text: { kind: 'echo', ...resident, messageId: 'b69f3c973beeec9c2662', text: expect.any(String) },
  oa_send_text_admin: { kind: 'echo', ...resident, staffId: '2990144518835706612' },
  oa_send_image: { kind: 'echo', attachments: [expect.objectContaining({ kind: 'image' })] },
  oa_send_gif: { kind: 'echo', attachments: [expect.objectContaining({ kind: 'gif' })] },
  oa_send_list: {
    kind: 'echo',
    attachments: [
      expect.objectContaining({ kind: 'link', name: 'Hộ tịch' }),
      expect.objectContaining({ kind: 'link', name: 'Đất đai' }),
    ],
  },
  oa_send_file: { kind: 'echo', attachments: [expect.objectContaining({ kind: 'file' })] },
  oa_send_sticker: { kind: 'echo', attachments: [expect.objectContaining({ kind: 'sticker' })] },
  anonymous_send_text: { kind: 'message', ...visitor, text: 'Ủy ban làm việc thứ bảy không?' },
  anonymous_send_image: {
    kind: 'message',
    ...visitor,
    attachments: [expect.objectContaining({ kind: 'image' })],
  },
  anonymous_send_file: {
    kind: 'message',
    ...visitor,
    attachments: [expect.objectContaining({ kind: 'file' })],
  },
  anonymous_send_sticker: {
    kind: 'message',
    ...visitor,
    attachments: [expect.objectContaining({ kind: 'sticker' })],
  },
  oa_send_anonymous_text: { kind: 'counted' },
  user_call_oa: { kind: 'counted', ...resident },
  oa_call_user: { kind: 'counted', ...resident },
  oa_send_consent: { kind: 'counted' },
  user_reply_consent: { kind: 'counted' },
  add_user_to_tag: { kind: 'counted', ...resident },
  remove_user_from_tag: { kind: 'counted', ...resident },
  remove_tag: { kind: 'counted' },
  update_user_info: { kind: 'counted', ...resident },
  user_withdraw: { kind: 'withdrawn', ...resident },
  widget_interaction_accepted: { kind: 'counted', ...resident },
  widget_failed_to_sync_user_external_id: { kind: 'counted', ...resident },
  create_group: { kind: 'group', groupId, present: true },
  user_join_group: { kind: 'group', groupId, present: true },
  user_send_group_text: { kind: 'counted', ...resident },
  user_click_response_button: { kind: 'counted' },
  user_feedback: { kind: 'counted' },
  change_oa_daily_quota: { kind: 'counted' },
  change_template_status: { kind: 'counted' },
};

function parse(name: string, changes: object = {}): IncomingEvent {
  return parseDelivery(sampleJson(name, changes), options);
}

function messageOf(name: string, changes: object): Record<string, unknown> {
  return { message: { ...(sampleJson(name).message as object), ...changes } };
}

describe('the sample bodies', () => {
  test.each(sampleNames)('%s becomes the expected event', (name) => {
    expect(parse(name)).toMatchObject({ oaId: sampleOaId, ...expected[name] });
    expect(parse(name).deliveryKey).toBe(parse(name).deliveryKey);
  });

  test('no two of them share a delivery key', () => {
    expect(new Set(sampleNames.map((name) => parse(name).deliveryKey)).size).toBe(sampleNames.length);
  });

  test('only the shared contact and the contact card contain a phone number', () => {
    const withPhone = sampleNames.filter((name) => /849000/.test(JSON.stringify(parse(name))));
    expect(withPhone).toEqual(['user_send_business_card', 'user_submit_info', 'user_submit_info_legacy']);
  });

  test('birthday, gender and address of a shared contact are left out', () => {
    expect(JSON.stringify([parse('user_submit_info'), parse('user_submit_info_legacy')])).not.toMatch(
      /1987|Nữ|Thôn|Hà Nội|Mỹ Đức/,
    );
  });
});

describe('variants of the bodies', () => {
  test('times and small ids may be numbers', () => {
    expect(parse('follow', { timestamp: 1790132054098, follower: { id: 42 } })).toMatchObject({
      occurredAt: 1790132054098,
      personId: '42',
    });
  });

  test('a number too large to be exact is refused as an id, because it would name another person', () => {
    const json = JSON.parse('{"id":6934410285517730946}');
    expect(() => parse('follow', { follower: json })).toThrow(WrongShapeError);
  });

  test('a reversed receipt finds the OA by comparing both ids', () => {
    const reversed = { sender: { id: sampleResidentId }, recipient: { id: sampleOaId } };
    expect(parse('user_received_message', reversed)).toMatchObject({
      oaId: sampleOaId,
      personId: sampleResidentId,
    });
  });

  test('an unanswered call is a missed call', () => {
    expect(parse('user_call_oa', { talk_time: 0 })).toMatchObject({
      kind: 'missed-call',
      callId: 'kd81mzq0',
    });
    expect(parse('user_call_oa', { talk_time: '0' })).toMatchObject({ kind: 'missed-call' });
    expect(parse('user_call_oa', { talk_time: 0, user_id: undefined, phone: '84900000001' }).kind).toBe(
      'counted',
    );
  });

  test("a message whose sender is our OA never counts as a resident's", () => {
    expect(parse('user_send_text', { sender: { id: sampleOaId } }).kind).toBe('counted');
  });

  test('a visitor without a conversation id cannot be answered and is counted', () => {
    expect(
      parse('anonymous_send_text', messageOf('anonymous_send_text', { conversation_id: null })).kind,
    ).toBe('counted');
  });

  test('coordinates may be numbers; nonsense leaves the location without them', () => {
    const at = (coordinates: unknown) =>
      messageOf('user_send_location', { attachments: [{ type: 'location', payload: { coordinates } }] });
    expect(parse('user_send_location', at({ latitude: 20.5, longitude: 105 }))).toMatchObject({
      attachments: [{ kind: 'location', latitude: 20.5, longitude: 105 }],
    });
    expect(parse('user_send_location', at({ latitude: 'north', longitude: '' }))).toMatchObject({
      attachments: [{ kind: 'location' }],
    });
  });

  test.each([
    ['quote_msg_id', ''],
    ['quote_msg_id', { id: 'm' }],
    ['conversation_id', ''],
    ['attachments', 'none'],
    ['attachments', [7, null]],
  ])('a message whose %s is %j is still a message', (field, value) => {
    const event = parse('user_send_text', messageOf('user_send_text', { [field]: value }));
    expect(event).toEqual(parse('user_send_text'));
  });

  test('an attachment of a wrong shape takes no other with it', () => {
    const image = { type: 'image', payload: { url: 'https://photo.zdn.vn/a.jpg' } };
    const changes = messageOf('user_send_image', { attachments: [null, image] });
    expect(parse('user_send_image', changes)).toMatchObject({ attachments: [{ url: image.payload.url }] });
  });

  test('a text with an empty id of a member of staff is the echo of our own send', () => {
    const sender = { id: sampleOaId, admin_id: '' };
    expect(parse('oa_send_text', { sender })).toEqual(parse('oa_send_text'));
  });

  test('media without its attachment has the kind from the event name', () => {
    const changes = messageOf('user_send_audio', { attachments: undefined });
    expect(parse('user_send_audio', changes)).toMatchObject({ attachments: [{ kind: 'audio' }] });
  });

  test.each(['{"phone":', 'null', '7', '{"phone":{}}', ''])(
    'a contact card with the description %p is still a card',
    (description) => {
      const changes = messageOf('user_send_business_card', {
        attachments: [{ type: 'link', payload: { description } }],
      });
      expect(parse('user_send_business_card', changes)).toMatchObject({
        attachments: [{ kind: 'contact', name: 'Nguyễn Văn Mẫu' }],
      });
    },
  );

  test('the OA leaving a group, or the end of the group, makes it absent', () => {
    const out = { event_name: 'user_out_group', users: [{ id: sampleOaId }] };
    expect(parse('user_join_group', out)).toMatchObject({ present: false });
    expect(parse('user_join_group', { event_name: 'user_out_group' })).toMatchObject({ present: true });
    expect(parse('create_group', { event_name: 'delete_group' })).toMatchObject({ present: false });
  });

  test.each(['+84 900 000 002', '0900000002', 84900000002, '84900000002'])(
    'the phone %p becomes 84…',
    (phone) => {
      expect(parse('user_submit_info', { info: { name: 'A', phone } })).toMatchObject({
        phone: '84900000002',
      });
    },
  );

  test.each(['1900', 'none', '', '84', null])('%p is not a phone', (phone) => {
    expect(parse('user_submit_info', { info: { name: 'A', phone } })).not.toHaveProperty('phone');
  });
});

describe('unknown event names', () => {
  test.each(['user_send_contact', 'user_click_button', 'reaction_message', 'constructor', '__proto__'])(
    '%s is stored with its name, ids and time, and no text',
    (name) => {
      const event = parse('user_send_text', { event_name: name });
      expect(event).toEqual({
        kind: 'unsupported',
        deliveryKey: expect.any(String),
        eventName: name,
        oaId: sampleOaId,
        personId: sampleResidentId,
        occurredAt: 1790131261007,
      });
    },
  );
});

describe('strange text', () => {
  const textOf = (text: string) =>
    (parse('user_send_text', messageOf('user_send_text', { text })) as { text?: string }).text;

  test('NUL is dropped and a lone surrogate replaced, anywhere in the event', () => {
    expect(textOf('a\0b\uD83Dc\uDE00d👍')).toBe('ab\uFFFDc\uFFFDd👍');
    const event = parse('user_send_text', {
      event_name: 'x\0\uD800',
      ...messageOf('user_send_text', { msg_id: 'm\0' }),
    });
    expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud800/i);
  });

  test('emoji and decomposed letters stay unchanged', () => {
    const text = '👨‍👩‍👧 👩🏽‍🌾 ❤️‍🔥 tie\u0302\u0301ng Vie\u0323\u0302t\n\tabc';
    expect(textOf(text)).toBe(text);
  });

  test.each([
    ['signs that turn the direction', '\u202Ea\u2066b\u2069\u200Fc\u061c'],
    ['signs that are not seen', 'a\u200bb\u2060\u00adc\ufeff\u200d'],
    ['control characters', 'a\u001bb\u0007\u009bc\u007f'],
  ])('%s are dropped', (_what, text) => {
    expect(textOf(text)).toBe('abc');
  });

  test('line ends of all kinds become line feeds', () => {
    expect(textOf('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  });

  test('100,000 characters are cut to 10,000 with a mark, never inside a pair', () => {
    expect(textOf('x'.repeat(100_000))).toBe(`${'x'.repeat(10_000)}…`);
    expect(textOf(`${'x'.repeat(9_999)}👍${'y'.repeat(10)}`)).toBe(`${'x'.repeat(9_999)}…`);
  });

  test('an empty text is no text', () => {
    expect(textOf('')).toBeUndefined();
  });
});

describe('delivery keys', () => {
  const keyOf = (name: string, changes: object) => parse(name, changes).deliveryKey;

  test("two bodies of the console's Test button differ although they share a message id", () => {
    const test = messageOf('user_send_text', { msg_id: 'This is message id' });
    expect(keyOf('user_send_text', { ...test, timestamp: '1' })).not.toBe(
      keyOf('user_send_text', { ...test, timestamp: '2' }),
    );
  });

  test("one message has one key whatever its time, and another sender's has another", () => {
    expect(keyOf('user_send_text', { timestamp: '1' })).toBe(keyOf('user_send_text', {}));
    expect(keyOf('user_send_text', { sender: { id: '5' } })).not.toBe(keyOf('user_send_text', {}));
  });

  test('delivered, seen and reacted are three deliveries about one message', () => {
    const about = { message: { msg_id: 'm1', msg_ids: ['m1'], react_icon: '/-heart' }, timestamp: '7' };
    const names = [
      'user_received_message',
      'user_seen_message',
      'user_reacted_message',
      'oa_reacted_message',
    ];
    expect(new Set(names.map((name) => keyOf(name, about))).size).toBe(4);
  });

  test('a long list of seen messages still gives a key that an index accepts', () => {
    const many = Array.from({ length: 500 }, (_, index) => `id-${index}`);
    const key = keyOf('user_seen_message', { message: { msg_ids: many } });
    expect(key.length).toBeLessThan(300);
    expect(key).not.toBe(keyOf('user_seen_message', { message: { msg_ids: many.slice(1) } }));
  });
});

describe('bodies that are not events', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['a text', 'hello'],
    ['an empty object', {}],
    ['no time', sampleJson('follow', { timestamp: undefined })],
    ['a time that is no number', sampleJson('follow', { timestamp: 'soon' })],
    ['no OA', sampleJson('remove_tag', { oa_id: undefined })],
    [
      'text that is a number',
      { ...sampleJson('user_send_text'), ...messageOf('user_send_text', { text: 5 }) },
    ],
    ['an id of 10,000 characters', sampleJson('follow', { oa_id: '9'.repeat(10_000) })],
  ])('%s is refused with the one clear error', (_title, json) => {
    expect(() => parseDelivery(json, options)).toThrow(WrongShapeError);
  });

  test('the error names fields and never their values', () => {
    const secret = 'my phone is 0900000009';
    expect(() => parse('user_send_text', messageOf('user_send_text', { msg_id: { secret } }))).toThrow(
      /^message\.msg_id: \w+$/,
    );
  });
});

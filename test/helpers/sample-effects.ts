import { sampleJson } from '../zalo/sample-events.ts';
import { residentId, type SampleWorld, visitorConversationId, visitorId } from './sample-world.ts';
import { oaId } from './whole-bot.ts';

const fourHoursMs = 4 * 60 * 60_000;
const csPath = '/v3.0/oa/message/cs';

export interface Effect {
  /** The OA's messages before the event. */
  earlierMessage?: Parameters<SampleWorld['addOaMessage']>[0];
  check(world: SampleWorld, name: string): Promise<void>;
}

/** One turn and one ordinary reply; no work for a person. */
const answered: Effect = { check: (world) => checkAnswered(world) };

async function checkAnswered(world: SampleWorld, outcome?: string): Promise<void> {
  expect(await world.replies()).toMatchObject([{ from: 'oa', text: expect.stringMatching(/\S/) }]);
  const { events, outgoing, tickets } = await world.records();
  expect(outgoing).toMatchObject([{ state: 'sent', answers_event_id: events[0]?.id }]);
  expect(events[0]?.outcome).toBe(outcome ?? outgoing[0]?.outcome);
  expect(tickets).toEqual([]);
  expect(world.calls().map(({ path }) => path)).toEqual([csPath]);
}

/** The event is stored and counted under its own name; nothing else happens. */
const counted: Effect = {
  async check(world, name) {
    const { events, ...rest } = await world.records();
    const eventName = name.endsWith('_zns') ? name : (sampleJson(name).event_name as string);
    expect(events).toMatchObject([{ kind: 'counted', outcome: 'counted', event_name: eventName }]);
    for (const rows of Object.values(rest)) expect(rows).toEqual([]);
    expect(await world.figure(`cau_noi_events_total{event="${eventName}"}`)).toBeGreaterThan(0);
    expect([world.calls(), await world.wakes()]).toEqual([[], 0]);
  },
};

/** The event marks its message; it wakes no actor and causes no reply. */
function marks(
  zaloMessageId: string,
  mark: object,
  content?: NonNullable<Effect['earlierMessage']>['content'],
): Effect {
  return {
    earlierMessage: { zaloMessageId, ...(content && { content }) },
    async check(world) {
      const { events, outgoing, conversations } = await world.records();
      expect(events).toMatchObject([{ outcome: 'matched' }]);
      expect(outgoing).toMatchObject([mark]);
      expect(conversations).toMatchObject([{ human_until: null, last_interaction_at: null }]);
      expect([world.calls(), await world.wakes()]).toEqual([[], 0]);
    },
  };
}

const echoed = (zaloMessageId: string) => marks(zaloMessageId, { echoed_at: expect.any(Number) });

const welcomed: Effect = {
  async check(world) {
    await checkAnswered(world, 'welcomed');
    expect((await world.replies())[0]?.buttons).not.toEqual([]);
  },
};

const dropped: Effect = {
  async check(world) {
    const { events, outgoing } = await world.records();
    expect(events).toMatchObject([{ outcome: 'dropped', phone_encrypted: null }]);
    expect(JSON.stringify(events)).not.toContain('Trần Thị Ví Dụ');
    expect(outgoing).toEqual([]);
  },
};

const group: Effect = {
  async check(world) {
    const { groups, outgoing, conversations } = await world.records();
    expect(groups).toMatchObject([{ oa_id: oaId, group_id: 'f07c5513ab20e9d4471b', left_at: null }]);
    expect([outgoing, conversations]).toEqual([[], []]);
  },
};

/**
 * The reply goes through the endpoint for people without a Zalo identity, with both ids, and opens no ticket.
 */
const visitorAnswered: Effect = {
  async check(world) {
    expect(await world.replies(visitorId)).toHaveLength(1);
    expect(world.calls()).toMatchObject([
      {
        path: '/v2.0/oa/message',
        request: { recipient: { anonymous_id: visitorId, conversation_id: visitorConversationId } },
      },
    ]);
    expect((await world.records()).tickets).toEqual([]);
  },
};

/** The effect of each of Zalo's sample bodies, by event name. */
export const sampleEffects: Record<string, Effect> = {
  user_send_text: answered,
  user_send_text_unicode: answered,
  user_send_text_quote: answered,
  user_send_text_button_tap: answered,
  user_send_image: answered,
  user_send_gif: answered,
  user_send_link: answered,
  user_send_audio: answered,
  user_send_video: answered,
  user_send_sticker: answered,
  user_send_location: answered,
  user_send_file: answered,
  user_send_business_card: answered,
  follow: welcomed,
  user_click_chatnow: welcomed,
  unfollow: {
    async check(world) {
      const { conversations, outgoing } = await world.records();
      expect(conversations).toMatchObject([{ left_at: 1_790_132_115_105 }]);
      expect(outgoing).toEqual([]);
    },
  },
  user_submit_info: dropped,
  user_submit_info_legacy: dropped,
  user_received_message: marks('289baceb51a15e6b2ea3', { delivered_at: 1_790_132_359_133, seen_at: null }),
  user_seen_message: marks('58c9bf4ae4eee69faba7', { seen_at: 1_790_132_542_154 }),
  user_reacted_message: marks('094ac015f13bd4171bcc', { reaction: '/-heart' }),
  user_received_message_zns: counted,
  oa_reacted_message: counted,
  oa_send_text: echoed('b69f3c973beeec9c2662'),
  oa_send_image: echoed('01e41adc845593cc5374'),
  oa_send_gif: echoed('15ca55d151b4b78d42df'),
  oa_send_list: echoed('0a6a9cbd25f59d69a8ee'),
  oa_send_file: echoed('22645257eddd609e0d5c'),
  oa_send_sticker: echoed('0ec1d5d3560aa585d78f'),
  oa_send_text_admin: {
    async check(world) {
      const { conversations, outgoing } = await world.records();
      expect(conversations).toMatchObject([{ human_until: 1_790_132_786_182 + fourHoursMs }]);
      expect(outgoing).toEqual([]);
    },
  },
  anonymous_send_text: visitorAnswered,
  anonymous_send_image: visitorAnswered,
  anonymous_send_file: visitorAnswered,
  anonymous_send_sticker: visitorAnswered,
  oa_send_anonymous_text: counted,
  /** In this sample staff took the call; the missed call is below. */
  user_call_oa: counted,
  oa_call_user: counted,
  oa_send_consent: counted,
  user_reply_consent: counted,
  user_withdraw: {
    earlierMessage: { state: 'pending' },
    async check(world) {
      const { erasures, outgoing } = await world.records();
      expect(erasures).toMatchObject([{ oa_id: oaId, person_id: residentId, done_at: null }]);
      expect(outgoing).toMatchObject([{ state: 'failed', failure: 'consent-withdrawn' }]);
      expect(await world.replies()).toEqual([]);
    },
  },
  create_group: group,
  user_join_group: group,
  user_send_group_text: counted,
  add_user_to_tag: counted,
  remove_user_from_tag: counted,
  remove_tag: counted,
  update_user_info: counted,
  widget_interaction_accepted: counted,
  widget_failed_to_sync_user_external_id: counted,
  user_click_response_button: counted,
  user_feedback: counted,
  change_oa_daily_quota: counted,
  change_template_status: counted,
};

import { createHexId } from './ids.ts';

/** An event's fields beyond its envelope when the caller gives none: invented, in the shape of Zalo's. */
type ExtraFields = (at: number) => object;

const hash = '0f6e2ab1c4d3987755aa10e2c9b8d764';
const media = (host: string, extension: string): string =>
  `http://f6.${host}.talk.zdn.vn/${createHexId()}/${createHexId()}.${extension}`;

/** Payload of one attachment, by the last word of `user_send_…`. Every field is text. */
const attachmentSamples: Record<string, () => { type: string; payload: object }> = {
  image: () => picture('image', media('photo', 'jpg')),
  gif: () => picture('gif', media('photo', 'gif')),
  link: () => ({
    type: 'link',
    payload: { thumbnail: 'https://example.vn/og.jpg', description: 'Example', url: 'https://example.vn/' },
  }),
  audio: () => ({ type: 'audio', payload: { url: media('voice', 'amr') } }),
  video: () => ({
    type: 'video',
    payload: { thumbnail: media('video', 'jpg'), description: '', url: media('video', 'mp4') },
  }),
  sticker: () => ({
    type: 'sticker',
    payload: { id: '23311', url: 'https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=23311&size=130' },
  }),
  location: () => ({
    type: 'location',
    payload: { coordinates: { latitude: '20.683451', longitude: '105.741920' } },
  }),
  file: () => ({
    type: 'file',
    payload: { url: media('file', 'pdf'), size: '183204', name: 'example.pdf', checksum: hash, type: 'pdf' },
  }),
  business_card: () => ({
    type: 'link',
    payload: {
      thumbnail: 'https://s120-ava-talk.zadn.vn/example.jpg',
      description: JSON.stringify({ phone: '84900000001', qrCodeUrl: 'https://qr-talk.zdn.vn/example.jpg' }),
      url: 'https://zaloapp.com/profile/example',
    },
  }),
};

/** Media whose event has a `text` even when the person wrote none. */
const captioned: Record<string, string> = {
  image: '',
  link: 'https://example.vn/',
  business_card: 'Example',
};

function picture(type: string, url: string): { type: string; payload: object } {
  return { type, payload: { thumbnail: url.replace('http://', 'http://t.'), url } };
}

/**
 * @param kind `text`, `image`, … as in `user_send_image`
 * @param omitMediaText leave out the text of media without a caption
 */
export function sampleMessage(kind: string, omitMediaText: boolean): object {
  const sample = attachmentSamples[kind];
  if (!sample) return { text: '' };
  const caption = captioned[kind];
  return {
    ...(caption === undefined || (caption === '' && omitMediaText) ? {} : { text: caption }),
    attachments: [sample()],
  };
}

const ms = (at: number): string => String(at);
const day = 86_400_000;
const call = (at: number, talkTime: number) => ({
  call_id: createHexId().slice(0, 8),
  call_type: 'AUDIO',
  init_time: ms(at - 30_000 - talkTime),
  call_duration: 30_000 + talkTime,
  waiting_time: 30,
  talk_time: talkTime,
  status_code: talkTime > 0 ? 0 : 1,
});
const phone = '84900000004';
const tag = () => ({ tag: { user_ids: [] as string[], name: 'example' } });

/** Events that are not messages between a person and the OA. */
export const managementExtras: Record<string, ExtraFields> = {
  follow: () => ({ source: 'oa_profile' }),
  unfollow: () => ({ source: 'oa_profile' }),
  user_call_oa: (at) => call(at, 0),
  oa_call_user: (at) => call(at, 0),
  oa_send_consent: (at) => ({
    phone,
    request_type: 'SENT',
    create_time: ms(at),
    expired_time: ms(at + day),
  }),
  user_reply_consent: (at) => ({
    phone,
    user_consent: 'ALLOW',
    confirmed_time: ms(at),
    expired_time: '0',
  }),
  add_user_to_tag: tag,
  remove_user_from_tag: tag,
  remove_tag: () => ({ tag: { name: 'example' } }),
  update_user_info: () => ({ data: { method: 'dynamic_url' } }),
  user_click_response_button: (at) => ({
    msg_id: createHexId(),
    message: { data: 'example', button_type: 'response', tracking_id: 'example', submit_time: ms(at) },
  }),
  user_feedback: (at) => ({
    message: {
      msg_id: createHexId(),
      rate: 4,
      note: '',
      feedbacks: [],
      submit_time: ms(at),
      tracking_id: 'example',
    },
  }),
  widget_interaction_accepted: () => ({
    data: { user_id: '', user_external_id: 'example', url: 'https://example.vn/' },
  }),
  widget_failed_to_sync_user_external_id: () => ({
    data: { user_id: '', user_external_id: 'example', message: 'user already has user_external_id' },
  }),
  change_template_status: () => ({
    template_id: '318207',
    status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' },
    reason: '',
  }),
  change_oa_daily_quota: () => ({ quota: { prev_value: '500', new_value: '5000' } }),
};

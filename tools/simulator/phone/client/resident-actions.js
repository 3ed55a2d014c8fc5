import { call, upload } from './api.js';

/**
 * The actions of a resident on the phone, in the platform's terms. Every function resolves to Zalo's message
 * id.
 */
export function createResidentActions(user) {
  const path = `sim/users/${user.userId}`;
  const prefix = user.anonymousConversationId ? 'anonymous' : 'user';
  const act = (eventName, fields = {}) =>
    call('POST', `${path}/events`, { event_name: eventName, ...fields });
  const send = (kind, attachment, more = {}) =>
    act(`${prefix}_send_${kind}`, { message: { ...more, attachments: [attachment] } });

  return {
    act,
    write: (text, quoteMessageId) =>
      call('POST', `${path}/messages`, { text, ...(quoteMessageId ? { quoteMessageId } : {}) }),
    tap: (payload) => call('POST', `${path}/taps`, { payload }),
    react: (messageId, icon) =>
      act('user_reacted_message', { message: { msg_id: messageId, react_icon: icon } }),
    markSeen: (messageIds) => act('user_seen_message', { message: { msg_ids: messageIds } }),
    call: () => act('user_call_oa'),
    change: (fields) => call('PATCH', path, fields),
    speakAsStaff: (text) => call('POST', `${path}/staff`, { text }),
    async sendPhoto(blob, name) {
      const { url } = await upload(blob, name);
      return send('image', { type: 'image', payload: { thumbnail: url, url } });
    },
    async sendVoice(blob) {
      const { url } = await upload(blob, 'voice.wav');
      return send('audio', { type: 'audio', payload: { url } });
    },
    async sendFile(blob, name) {
      const { url } = await upload(blob, name);
      const type = name.split('.').at(-1) ?? '';
      const checksum = '0'.repeat(32);
      const payload = { url, size: String(blob.size), name, checksum, type };
      return send('file', { type: 'file', payload });
    },
    async sendVideo(blob, name) {
      const { url } = await upload(blob, name);
      return send('video', { type: 'video', payload: { thumbnail: '', description: '', url } });
    },
    sendSticker: (id) => send('sticker', { type: 'sticker', payload: { id, url: stickerUrl(id) } }),
    sendLocation: ({ latitude, longitude }) =>
      send('location', { type: 'location', payload: { coordinates: { latitude, longitude } } }),
    sendLink: ({ url, title }) =>
      send('link', { type: 'link', payload: { thumbnail: '', description: title, url } }, { text: url }),
    sendCard: ({ name, phone }) =>
      send(
        'business_card',
        {
          type: 'link',
          payload: {
            thumbnail: '',
            description: JSON.stringify({ phone, qrCodeUrl: '' }),
            url: 'https://zaloapp.com/profile/example',
          },
        },
        { text: name },
      ),
  };
}

/** Where Zalo stores a sticker; the page draws its own stickers itself. */
export function stickerUrl(id) {
  return `https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=${encodeURIComponent(id)}&size=130`;
}

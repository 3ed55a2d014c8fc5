import { stickerUrl } from './resident-actions.js';
import { sampleFile } from './sample-file.js';
import { samplePhoto } from './sample-photo.js';
import { sampleVoice } from './sample-voice.js';
import { t, wordsAt } from './words.js';

const maxFileBytes = 10 * 1024 * 1024;

/**
 * Everything that a resident can send, each as a bubble that shows at once and updates when it has arrived.
 */
export function createSending({ outbox, user, resident, announcer, onPost }) {
  const post = (letter) => {
    const posted = outbox.post(user.userId, { text: '', ...letter });
    onPost();
    return posted;
  };

  function postFile(kind, file, send) {
    if (file.size > maxFileBytes) return announcer.show(t('attach.too_large'));
    const preview = { title: file.name, sizeBytes: file.size, previewUrl: URL.createObjectURL(file) };
    return post({ kind, preview, send });
  }

  return {
    text: (text, quotedMessageId) =>
      post({ text, quotedMessageId, send: () => resident.write(text, quotedMessageId) }),
    tap: (payload) => post({ text: payload, send: () => resident.tap(payload) }),
    /** This tap never shows in the chat. */
    hiddenTap: (payload) => resident.tap(payload).catch(() => announcer.show(wordsAt('chat.states').failed)),
    photo: (file) => postFile('image', file, () => resident.sendPhoto(file, file.name || 'photo.jpg')),
    async samplePhoto(name) {
      const blob = await samplePhoto(name);
      return postFile('image', blob, () => resident.sendPhoto(blob, `${name}.jpg`));
    },
    voice(seconds) {
      const blob = sampleVoice(seconds);
      const preview = { previewUrl: URL.createObjectURL(blob), seconds };
      return post({ kind: 'audio', preview, send: () => resident.sendVoice(blob) });
    },
    file: (file) => postFile('file', file, () => resident.sendFile(file, file.name)),
    sampleFile() {
      const file = new File([sampleFile()], t('samples.file_name'), { type: 'application/pdf' });
      return postFile('file', file, () => resident.sendFile(file, file.name));
    },
    video: (file) => postFile('video', file, () => resident.sendVideo(file, file.name)),
    sticker: (id) =>
      post({ kind: 'sticker', preview: { url: stickerUrl(id) }, send: () => resident.sendSticker(id) }),
    location() {
      const place = wordsAt('samples.location');
      return post({ kind: 'location', preview: place, send: () => resident.sendLocation(place) });
    },
    link() {
      const link = wordsAt('samples.link');
      return post({ text: link.url, kind: 'link', preview: link, send: () => resident.sendLink(link) });
    },
    card() {
      const card = wordsAt('samples.card');
      const preview = { description: JSON.stringify(card) };
      return post({ text: card.name, kind: 'link', preview, send: () => resident.sendCard(card) });
    },
  };
}

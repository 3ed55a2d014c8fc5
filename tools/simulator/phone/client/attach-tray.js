import { el, icon } from './dom.js';
import { paintPhoto, samplePhotoNames } from './sample-photo.js';
import { t, wordsAt } from './words.js';

/**
 * The tray of things to send beside text: photos from the machine or samples, files, places, cards and more.
 */
export function createAttachTray({ sending, callOa, onDone, photosOnly = false, anonymous = false }) {
  const then = (send) => () => {
    onDone();
    void send();
  };
  const photos = el(
    'div',
    { class: 'photo-row', role: 'group', 'aria-label': t('attach.photos') },
    chooser(
      { name: 'image', label: t('attach.choose_photo'), accept: 'image/*', className: 'photo-tile choose' },
      (file) => {
        onDone();
        void sending.photo(file);
      },
    ),
    samplePhotoNames.map((name) =>
      photoTile(
        name,
        then(() => sending.samplePhoto(name)),
      ),
    ),
  );
  if (photosOnly) return el('div', { class: 'tray' }, photos);
  const tile = (name, label, send) =>
    el(
      'button',
      { type: 'button', class: 'tile', onClick: then(send) },
      el('span', { class: `tile-icon tile-${name}` }, icon(name)),
      label,
    );
  const tiles = [
    chooser({ name: 'file', label: t('attach.file'), className: 'tile' }, (file) => {
      onDone();
      void sending.file(file);
    }),
    tile('copy', t('attach.sample_file'), sending.sampleFile),
    tile('pin', t('attach.location'), sending.location),
    tile('card', t('attach.business_card'), sending.card),
    tile('link', t('attach.link'), sending.link),
    chooser({ name: 'video', label: t('attach.video'), accept: 'video/*', className: 'tile' }, (file) => {
      onDone();
      void sending.video(file);
    }),
    !anonymous && tile('phone', t('attach.call'), callOa),
  ];
  return el(
    'div',
    { class: 'tray' },
    photos,
    el('div', { class: 'tiles', role: 'group', 'aria-label': t('attach.title') }, tiles),
  );
}

/** A button that opens the machine's own file dialog. */
function chooser({ name, label, accept, className }, onFile) {
  const input = el('input', { type: 'file', accept, hidden: true, tabindex: '-1' });
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) onFile(file);
  });
  const button = el(
    'button',
    { type: 'button', class: className, onClick: () => input.click() },
    el('span', { class: `tile-icon tile-${name}` }, icon(name)),
    label,
  );
  return [button, input];
}

function photoTile(name, onClick) {
  const canvas = paintPhoto(name);
  canvas.setAttribute('aria-hidden', 'true');
  const label = t('attach.sample_photo', { name: wordsAt(`samples.photos.${name}.name`) });
  return el(
    'button',
    { type: 'button', class: 'photo-tile', 'aria-label': label, title: label, onClick },
    canvas,
  );
}

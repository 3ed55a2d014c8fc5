import { sameOrigin, webAddress } from './api.js';
import { el, icon, svg } from './dom.js';
import { minutesAndSeconds } from './phone-time.js';
import { t } from './words.js';

/** A voice note that can be played, with its length. */
export function voiceView({ url, previewUrl, seconds = 0 }) {
  const audio = el('audio', { src: previewUrl ?? sameOrigin(webAddress(url) ?? ''), preload: 'metadata' });
  const time = el('span', { class: 'voice-time' }, minutesAndSeconds(seconds));
  const button = el('button', { type: 'button', class: 'voice-play' }, icon('play'));
  const view = el('div', { class: 'voice', role: 'group' }, button, waveform(url), time, audio);
  const label = () => {
    button.setAttribute(
      'aria-label',
      audio.paused ? t('voice.play', { time: time.textContent }) : t('voice.pause'),
    );
    button.replaceChildren(icon(audio.paused ? 'play' : 'pause'));
    view.setAttribute('aria-label', t('voice.label', { time: time.textContent }));
    view.classList.toggle('playing', !audio.paused);
  };
  button.addEventListener('click', () => (audio.paused ? void audio.play().catch(label) : audio.pause()));
  for (const name of ['play', 'pause', 'ended']) audio.addEventListener(name, label);
  audio.addEventListener('loadedmetadata', () => {
    if (Number.isFinite(audio.duration)) time.textContent = minutesAndSeconds(audio.duration);
    label();
  });
  label();
  return view;
}

/** Bars that look like speech and are stable for the same note. */
function waveform(seed) {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7);
  const bars = Array.from({ length: 24 }, (_one, index) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const height = 4 + ((state >>> 16) % 15) * (0.55 + 0.45 * Math.sin(index / 2.2));
    return svg('rect', { x: index * 5, y: 12 - height / 2, width: 3, height, rx: 1.5 });
  });
  return svg('svg', { class: 'waveform', viewBox: '0 0 118 24', 'aria-hidden': 'true' }, ...bars);
}

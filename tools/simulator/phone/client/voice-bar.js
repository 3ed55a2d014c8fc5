import { el, iconButton } from './dom.js';
import { minutesAndSeconds } from './phone-time.js';
import { t } from './words.js';

const samples = [7, 20];
const longestSeconds = 60;

/** Records as a phone does. The sound is a generated one of the same length. */
export function createVoiceBar({ sending, onDone }) {
  const startedAt = performance.now();
  const seconds = () => Math.min(longestSeconds, (performance.now() - startedAt) / 1_000);
  const time = el('span', { class: 'voice-time' }, '0:00');
  const timer = setInterval(() => {
    // The resident left the chat: discard the recording.
    if (!element.isConnected) return clearInterval(timer);
    time.textContent = minutesAndSeconds(Math.floor(seconds()));
    if (seconds() >= longestSeconds) finish(longestSeconds);
  }, 250);

  function stop() {
    clearInterval(timer);
    onDone();
  }

  function finish(length) {
    stop();
    void sending.voice(length);
  }

  const element = el(
    'div',
    { class: 'bar voice-bar', role: 'group', 'aria-label': t('composer.voice') },
    iconButton('trash', t('voice.discard'), { onClick: stop }),
    el('span', { class: 'recording' }, el('span', { class: 'recording-dot' }), time),
    el(
      'span',
      { class: 'voice-samples', role: 'group', 'aria-label': t('voice.samples') },
      samples.map((length) =>
        el(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-label': t('voice.sample', { seconds: length }),
            onClick: () => finish(length),
          },
          t('voice.sample_short', { seconds: length }),
        ),
      ),
    ),
    iconButton('send', t('voice.send'), { class: 'send', onClick: () => finish(Math.max(1, seconds())) }),
  );
  element.addEventListener('keydown', ({ key }) => key === 'Escape' && stop());
  return element;
}

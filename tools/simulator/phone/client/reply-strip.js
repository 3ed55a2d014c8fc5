import { el, icon, iconButton } from './dom.js';
import { summaryOf } from './summary.js';
import { t } from './words.js';

/** The strip over the typing box with the quoted message. */
export function createReplyStrip() {
  const element = el('div', { class: 'reply-strip', hidden: true });
  const strip = {
    element,
    /** The message that the next text quotes. */
    quoted: undefined,
    show(message, oaName) {
      strip.quoted = message;
      const author = message.from === 'oa' ? oaName : t('composer.yourself');
      element.hidden = false;
      element.replaceChildren(
        icon('reply'),
        el(
          'span',
          { class: 'reply-words' },
          el('span', { class: 'reply-who' }, t('composer.replying', { who: author })),
          el('span', { class: 'reply-text' }, summaryOf(message)),
        ),
        iconButton('close', t('composer.stop_replying'), { onClick: strip.clear }),
      );
    },
    clear() {
      strip.quoted = undefined;
      element.hidden = true;
      element.replaceChildren();
    },
  };
  return strip;
}

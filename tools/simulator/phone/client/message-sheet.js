import { el, icon } from './dom.js';
import { reactionFaces } from './reactions.js';
import { openSheet } from './sheet.js';
import { summaryOf } from './summary.js';
import { t, wordsAt } from './words.js';

/** The actions for one message: react (to the OA's), answer, copy. */
export function openMessageSheet({ phone, message, onReact, onReply, announcer }) {
  openSheet(phone, {
    title: t('message.title'),
    content: (close) => {
      const then = (act) => () => {
        close();
        act();
      };
      return [
        el('p', { class: 'excerpt' }, summaryOf(message)),
        message.from === 'oa' && reactions(message, (code) => then(() => onReact(code))()),
        row('reply', t('message.reply'), then(onReply)),
        message.text &&
          row(
            'copy',
            t('message.copy'),
            then(() => copy(message.text, announcer)),
          ),
      ];
    },
  });
}

function reactions(message, onReact) {
  const faces = Object.entries(reactionFaces).map(([code, face]) => {
    const chosen = message.reaction === code;
    return el(
      'button',
      {
        type: 'button',
        class: 'face',
        'aria-label': wordsAt('message.icons')[code],
        'aria-pressed': String(chosen),
        onClick: () => onReact(chosen ? '/-remove' : code),
      },
      face,
    );
  });
  return el('div', { class: 'faces', role: 'group', 'aria-label': t('message.reactions') }, faces);
}

function row(name, label, onClick) {
  return el('button', { type: 'button', class: 'sheet-row', onClick }, icon(name), label);
}

function copy(text, announcer) {
  void navigator.clipboard?.writeText(text).then(() => announcer.show(t('message.copied')));
}

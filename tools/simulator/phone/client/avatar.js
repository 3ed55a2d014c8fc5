import { el, icon, unseen } from './dom.js';
import { t } from './words.js';

const hues = [212, 168, 28, 340, 265, 195, 140, 8];
/** Hues that stand out from the blue header. */
const officialHues = [168, 340, 265, 140];

/** A round avatar: initials on a colour derived from the name. */
export function avatar(name, { official = false, size = 'medium' } = {}) {
  const choices = official ? officialHues : hues;
  const hue = choices[[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % choices.length];
  return el(
    'span',
    { class: `avatar avatar-${size} hue-${hue} ${official ? 'avatar-oa' : ''}`, 'aria-hidden': 'true' },
    initialsOf(name),
  );
}

/** The last word for people ("Bác Lành" → L), the last two for offices. */
function initialsOf(name) {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 2 ? words.slice(-2) : words.slice(-1);
  return picked.map((word) => word.charAt(0).toUpperCase()).join('') || '?';
}

/** The badge of an OA whose office Zalo has verified. */
export function verified() {
  return el('span', { class: 'verified' }, icon('check'), unseen(t('inbox.verified')));
}

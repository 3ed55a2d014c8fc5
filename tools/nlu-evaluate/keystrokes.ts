/** Keystrokes of a word, as sent by a Vietnamese input method that is switched off. */

interface Layout {
  /** Combining mark → key; the key of a circumflex may depend on the vowel. */
  circumflex(vowel: string): string;
  breve: string;
  horn: string;
  stroke: string;
  /** Keys for acute, grave, hook, tilde, dot below. */
  tones: readonly [string, string, string, string, string];
}

const telex: Layout = {
  circumflex: (vowel) => vowel,
  breve: 'w',
  horn: 'w',
  stroke: 'd',
  tones: ['s', 'f', 'r', 'x', 'j'],
};

const vni: Layout = {
  circumflex: () => '6',
  breve: '8',
  horn: '7',
  stroke: '9',
  tones: ['1', '2', '3', '4', '5'],
};

const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** "đăng" → "ddawng", the tone key last, as most people type. */
export function toTelex(word: string): string {
  return toKeys(word, telex);
}

/** "đăng" → "d9a8ng". */
export function toVni(word: string): string {
  return toKeys(word, vni);
}

function toKeys(word: string, layout: Layout): string {
  let keys = '';
  let tone = '';
  for (const part of word.normalize('NFD')) {
    const toneNumber = toneMarks.indexOf(part);
    if (toneNumber >= 0) tone = layout.tones[toneNumber] as string;
    else if (part === '\u0302') keys += layout.circumflex((keys.at(-1) ?? '').toLowerCase());
    else if (part === '\u0306') keys += layout.breve;
    else if (part === '\u031b') keys += layout.horn;
    else if (part === 'đ' || part === 'Đ') keys += (part === 'đ' ? 'd' : 'D') + layout.stroke;
    else keys += part;
  }
  return keys + tone;
}

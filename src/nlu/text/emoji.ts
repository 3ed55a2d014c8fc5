/** An emoji with its skin tone and joined parts, a Zalo sticker code (`/-heart`), or a typed emoticon. */
const sign =
  /\p{Extended_Pictographic}(?:[\u{FE0F}\u{1F3FB}-\u{1F3FF}]|\u{200D}\p{Extended_Pictographic})*|\/-[a-z]+|[:;=8&][-~']*[()>3bdpovzh$|*]+|\^_*\^/giu;
const unhappy = /[\u{1F44E}\u{1F620}\u{1F621}\u{1F92C}]|\/-(?:weak|no|break)(?![a-z])|:-h/u;

/** The mood of a message that consists only of emoji and emoticons; undefined for any other text. Pure. */
export function readEmoji(text: string): 'friendly' | 'unhappy' | undefined {
  const rest = text.replaceAll(sign, '');
  if (rest === text || /\S/.test(rest)) return undefined;
  return unhappy.test(text) ? 'unhappy' : 'friendly';
}

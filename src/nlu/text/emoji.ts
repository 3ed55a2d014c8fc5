/** One picture sign with its tone of skin and whatever it is joined to, a sign of Zalo's (`/-heart`), or a typed face. */
const sign =
  /\p{Extended_Pictographic}(?:[\u{FE0F}\u{1F3FB}-\u{1F3FF}]|\u{200D}\p{Extended_Pictographic})*|\/-[a-z]+|[:;=8&][-~']*[()>3bdpovzh$|*]+|\^_*\^/giu;
const unhappy = /[\u{1F44E}\u{1F620}\u{1F621}\u{1F92C}]|\/-(?:weak|no|break)(?![a-z])|:-h/u;

/**
 * What a message of faces and signs only says, without a word or number beside them; undefined for any other text.
 * Pure.
 */
export function readEmoji(text: string): 'friendly' | 'unhappy' | undefined {
  const rest = text.replaceAll(sign, '');
  if (rest === text || /\S/.test(rest)) return undefined;
  return unhappy.test(text) ? 'unhappy' : 'friendly';
}

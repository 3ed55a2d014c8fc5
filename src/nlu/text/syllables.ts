/**
 * The grammar of Vietnamese syllables without tones and diacritics: an optional onset and a rime. It
 * distinguishes a word from raw keystrokes ("ddawng", "sos") without a dictionary.
 */

const onsets = new Set(words('b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'));
const longestOnset = 3;

const rimes = new Set(
  words(`
  a ac ach ai am an ang anh ao ap at au ay
  e ec ech em en eng enh eo ep et eu
  i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot
  u ua uac uai uan uang uanh uao uat uau uay uc ue uech uen uenh ueo uet ui um un ung uoc uoi uom uon uong uop uot uou
  uo up ut uu uy uya uych uyen uyet uynh uyt uyu
  y yem yen yeng yet yeu
  `),
);

/** Whether a token can be a Vietnamese syllable in plain lower-case letters. */
export function isSyllable(token: string): boolean {
  if (token.length > 7) return false;
  if (rimes.has(token)) return true;
  for (let length = 1; length <= longestOnset; length++) {
    if (onsets.has(token.slice(0, length)) && rimes.has(token.slice(length))) return true;
  }
  return token === 'gi' || token === 'gin' || token === 'giet';
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Whatever may come again and again is never made of others that may, or long messages are tried in endless ways. */
const yes =
  /^(?:(?:da|vang|u|uh|um|uhm|o|a) )*(?:co|vang|da|u|uh|um|uhm|o|ok|oke|oki|okie|okay|duoc|dong y|phai|dung|dung roi|dung the|chinh no|yes|yep|sure)(?: (?:a|chau|em|con|nhe|nha|roi|di|day|ban|anh|chi|can bo|gui|please))*$/;
const no =
  /^(?:(?:da|vang|thoi|a) )*(?:khong|ko|k|hong|hok|thoi|khoi|khong can|ko can|khong phai|ko phai|khong dau|chua|no|nope)(?: (?:a|chau|em|con|nhe|nha|dau|ban|anh|chi|can bo|cam on|thanks))*$/;

/** "Ở nhà", at home, folds to the same letters as "ờ nha". */
const atHome = /^o nha$/;

/**
 * Whether a text is a bare yes or no and nothing else. Pure.
 * @param folded lower case, no marks, no punctuation
 */
export function parseYesNo(folded: string): 'yes' | 'no' | undefined {
  if (yes.test(folded) && !atHome.test(folded)) return 'yes';
  return no.test(folded) ? 'no' : undefined;
}

const whom =
  /\b(?:goi|bao|keu|nho|tim)(?: cho)? (?:ai|so nao|so may|dau)\b|\bso nao (?:de )?goi\b|\b(?:co|cho|xin)(?: \w+)? so (?:nao|may|dien thoai)\b/;

/**
 * Whether who is in trouble asks whom to call: "gọi ai bây giờ", "có số nào gọi không".
 * @param folded without diacritics
 */
export function asksWhomToCall(folded: string): boolean {
  return whom.test(folded);
}

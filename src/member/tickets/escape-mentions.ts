/** In relayed text "[@…]" would mention people in a group: a space disables it and keeps it readable. */
export function escapeMentions(text: string): string {
  return text.replaceAll(/\[\s*@/g, '[ @');
}

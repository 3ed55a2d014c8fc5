/** In relayed words "[@…]" would call people in a group: a space takes its power and leaves it readable. */
export function escapeMentions(text: string): string {
  return text.replaceAll(/\[\s*@/g, '[ @');
}

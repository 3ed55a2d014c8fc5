import { webAddress } from './api.js';
import { el } from './dom.js';

/**
 * Written-out addresses, and bare names under the domains that people use; never the tail of a mail address.
 */
const addresses =
  /https?:\/\/[^\s<>"']+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:vn|com|net|org)(?![\w-])(?:\/[^\s<>"']*)?/gi;
const afterAddress = /[.,;:!?)\]}”’"']+$/;

/** Splits a text into plain pieces and addresses: `{ text, href? }`. */
export function splitLinks(text) {
  const pieces = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(addresses)) {
    const address = match.replace(afterAddress, '');
    const href = webAddress(/^https?:/i.test(address) ? address : `https://${address}`);
    if (!href) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The nodes of a bubble's text. Everything stays text; only web addresses can be tapped. */
export function linkedText(text) {
  return splitLinks(text).map(({ text: piece, href }) =>
    href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, piece) : piece,
  );
}

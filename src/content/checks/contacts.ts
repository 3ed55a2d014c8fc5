import type { Content } from '../read-content.ts';
import { hostsInText } from './claims/claims-in-text.ts';
import type { Finding } from './finding.ts';
import { type LocaleText, textsOf } from './parts.ts';

/**
 * Phone numbers, too long to be anything else; the short ones (113, 1022) are checked against the facts of
 * their answer.
 */
const phonePattern =
  /(?<![\d.,/])(?:1[89]00[ .]?\d{4,6}|0\d{1,4}(?:[ .]\d{3,4}){1,3}|0\d{8,10})(?![\d\p{L}])/gu;

/** A text may only name web addresses and phone numbers that the office lists. */
export function checkContacts(content: Content): Finding[] {
  return [...content.topics, ...content.objects, content.faults, content.knows, ...content.otherTexts]
    .flatMap(textsOf)
    .flatMap((part) => [...foreignHosts(part, content), ...unknownPhones(part, content)]);
}

function foreignHosts({ file, path, text }: LocaleText, { local }: Content): Finding[] {
  return [...hostsInText(text)]
    .filter((host) => !local.value.officialHosts.includes(host))
    .map((host) => ({
      level: 'error',
      file: file.file,
      line: file.lineOf(path),
      message: `${host} is not among the official hosts`,
    }));
}

function unknownPhones({ file, path, text }: LocaleText, { local }: Content): Finding[] {
  const phones = /\d{3}/.test(text) && text.match(phonePattern);
  if (!phones) return [];
  const known = new Set(Object.values(local.value.helpLines).map(({ call }) => digitsOf(call)));
  return phones
    .filter((phone) => !known.has(digitsOf(phone)))
    .map((phone) => ({
      level: 'error',
      file: file.file,
      line: file.lineOf(path),
      message: `${phone} is none of the help lines of local.yaml`,
    }));
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}

import type { Content } from '../../read-content.ts';
import { checkClaims } from '../claims/claims.ts';
import { checkContacts } from '../contacts.ts';
import type { Finding } from '../finding.ts';
import { checkPhrases } from '../phrases.ts';
import { checkObjects } from './check-objects.ts';

/** All checks of one object, for a writer who waits for them; the other files are only read for what it names. Pure. */
export function checkObject(content: Content, id: string): Finding[] {
  const own = content.objects.filter(({ value }) => value.object === id);
  const alone: Content = { ...content, topics: [], objects: own, otherTexts: [] };
  const files = new Set(own.map(({ file }) => file));
  return [
    ...checkObjects(content),
    ...[checkClaims, checkContacts, checkPhrases].flatMap((check) => check(alone)),
  ].filter(({ file }) => files.has(file));
}

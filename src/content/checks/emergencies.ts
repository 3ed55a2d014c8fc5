import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';

const addresses = new Set(['you', 'You', 'me', 'Me']);
const mark = /\{\{\s*([^}]*?)\s*\}\}/g;

/**
 * The texts of every kind must name its help lines and no other number: help lines rest on facts, but minutes
 * or degrees in an instruction would not.
 */
export function checkEmergencies(content: Content): Finding[] {
  const translated = content.translations.flatMap(({ emergencies }) => emergencies ?? []);
  return [content.emergencies, ...translated].flatMap((file) =>
    Object.entries(file.value.kinds).flatMap(([kind, { first, next, ...more }]) => {
      const original = content.emergencies.value.kinds[kind];
      const at = (path: PropertyKey[], message: string): Finding => ({
        level: 'error',
        file: file.file,
        line: file.lineOf(['kinds', kind, ...path]),
        message: `${kind}: ${message}`,
      });
      if (!original) return [at([], 'is no kind of the original')];
      const known = 'firstKnown' in more ? more.firstKnown : undefined;
      const texts: { path: PropertyKey[]; text: string }[] = [
        { path: ['first'], text: first },
        ...(typeof known === 'string' ? [{ path: ['firstKnown'], text: known }] : []),
        ...next.map((text, index) => ({ path: ['next', index], text })),
      ];
      return [
        ...original.call
          .filter((name) => !(name in content.local.value.helpLines))
          .map((name) => at(['call'], `${name} is no help line`)),
        ...original.alike
          .filter((other) => content.emergencies.value.kinds[other]?.call[0] === undefined)
          .map((other) => at(['alike'], `${other} is no kind`)),
        ...(first.includes(`{{${original.call[0]}}}`)
          ? []
          : [at(['first'], 'does not say whom to call first')]),
        ...texts.flatMap(({ path, text }) => [
          ...[...text.matchAll(mark)]
            .filter(([, name = '']) => !original.call.includes(name) && !isAddress(path, name))
            .map(([whole]) => at(path, `${whole} is not among the lines to call`)),
          ...(/\d/.test(text) ? [at(path, 'a number that is no help line')] : []),
        ]),
      ];
    }),
  );
}

function isAddress([field]: readonly PropertyKey[], name: string): boolean {
  return field === 'firstKnown' && addresses.has(name);
}

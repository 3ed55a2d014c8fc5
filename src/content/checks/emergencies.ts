import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';

const mark = /\{\{\s*([^}]*?)\s*\}\}/g;

/**
 * The texts of every kind must name its help lines and no other number: help lines rest on facts, but minutes
 * or degrees in an instruction would not.
 */
export function checkEmergencies(content: Content): Finding[] {
  const translated = content.translations.flatMap(({ emergencies }) => emergencies ?? []);
  return [content.emergencies, ...translated].flatMap((file) =>
    Object.entries(file.value.kinds).flatMap(([kind, { first, next }]) => {
      const original = content.emergencies.value.kinds[kind];
      const at = (path: PropertyKey[], message: string): Finding => ({
        level: 'error',
        file: file.file,
        line: file.lineOf(['kinds', kind, ...path]),
        message: `${kind}: ${message}`,
      });
      if (!original) return [at([], 'is no kind of the original')];
      const texts = [{ path: ['first'] as PropertyKey[], text: first }].concat(
        next.map((text, index) => ({ path: ['next', index], text })),
      );
      return [
        ...original.call
          .filter((name) => !(name in content.local.value.helpLines))
          .map((name) => at(['call'], `${name} is no help line`)),
        ...(first.includes(`{{${original.call[0]}}}`)
          ? []
          : [at(['first'], 'does not say whom to call first')]),
        ...texts.flatMap(({ path, text }) => [
          ...[...text.matchAll(mark)]
            .filter(([, name = '']) => !original.call.includes(name))
            .map(([whole]) => at(path, `${whole} is not among the lines to call`)),
          ...(/\d/.test(text) ? [at(path, 'a number that is no help line')] : []),
        ]),
      ];
    }),
  );
}

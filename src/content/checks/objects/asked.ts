import { basename } from 'node:path';
import { foldText } from '../../../nlu/text/fold-text.ts';
import type { Content } from '../../read-content.ts';
import type { AskedFile } from '../../schema/asked.ts';
import type { YamlFile } from '../../yaml-file.ts';
import type { Finding } from '../finding.ts';

/** With fewer messages the classifier hardly knows the object. */
const minMessages = 10;

type Asked = YamlFile<AskedFile>;

/**
 * Finds objects of which the classifier learns too little, files whose object is missing, and messages that stand under
 * two objects, with or without diacritics. Pure.
 */
export function checkAsked({ objects }: Content, asked: readonly Asked[]): Finding[] {
  const known = new Set(asked.map(objectOf));
  const without = objects.filter(({ value }) => !known.has(value.object));
  return [
    ...without.map(({ file, value, lineOf }): Finding => {
      const message = `${value.object}: nothing in asked/, so the classifier learns nothing about it`;
      return { level: 'warning', file, line: lineOf(['object']), message };
    }),
    ...asked.filter((one) => !objects.some(({ value }) => value.object === objectOf(one))).map(withoutObject),
    ...asked.flatMap(tooFew),
    ...underTwoObjects(asked),
  ];
}

function withoutObject(one: Asked): Finding {
  const message = `${objectOf(one)}: no object of this name in objects/`;
  return { level: 'error', file: one.file, line: 1, message };
}

function tooFew(one: Asked): Finding[] {
  const count = Object.values(one.value).flat().length;
  const message = `${objectOf(one)}: ${count} messages, better at least ${minMessages}`;
  return count < minMessages ? [{ level: 'warning', file: one.file, line: 1, message }] : [];
}

function underTwoObjects(asked: readonly Asked[]): Finding[] {
  const owners = new Map<string, string>();
  return asked.flatMap((one) =>
    Object.entries(one.value).flatMap(([heading, messages]) =>
      messages.flatMap((text, index): Finding[] => {
        const object = objectOf(one);
        const owner = owners.get(foldText(text)) ?? object;
        owners.set(foldText(text), owner);
        if (owner === object) return [];
        const message = `${object}: "${text}" also stands under ${owner}`;
        return [{ level: 'warning', file: one.file, line: one.lineOf([heading, index]), message }];
      }),
    ),
  );
}

function objectOf({ file }: Asked): string {
  return basename(file, '.yaml');
}

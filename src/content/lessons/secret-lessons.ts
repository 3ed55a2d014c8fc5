import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretKind } from '../../message.ts';
import type { LearnedSecret, SecretLesson } from '../../nlu/learned-secrets/learned-secrets.ts';
import { withPlainDigits } from '../../nlu/secrets/plain-digits.ts';
import { secretLessonsFile } from '../schema/signals.ts';
import { readYamlFile } from '../yaml-file.ts';

const mark = /⟦([a-z-]+) ([^⟧]+)⟧/g;

/**
 * What a locale teaches about secrets in `<folder>/signals/secrets.yaml`, with what residents ask as harmless messages;
 * undefined without that file.
 */
export function readSecretLessons(folder: string, ordinary: readonly string[]): SecretLesson[] | undefined {
  const file = join(folder, 'signals', 'secrets.yaml');
  if (!existsSync(file)) return undefined;
  const { some, none } = readYamlFile(file, secretLessonsFile).value;
  return [...[...some, ...none].map(readLesson), ...ordinary.map((text) => ({ text, secrets: [] }))];
}

function readLesson(line: string): SecretLesson {
  const secrets: LearnedSecret[] = [];
  let text = '';
  let copiedTo = 0;
  const marked = withPlainDigits(line);
  for (const { 0: whole, 1: kind, 2: value = '', index } of marked.matchAll(mark)) {
    text += marked.slice(copiedTo, index);
    secrets.push({ kind: kind as SecretKind, start: text.length, end: text.length + value.length });
    text += value;
    copiedTo = index + whole.length;
  }
  return { text: text + marked.slice(copiedTo), secrets };
}

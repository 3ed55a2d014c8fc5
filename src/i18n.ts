import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInstance, type i18n, type Resource } from 'i18next';
import { CORE_SCHEMA, load } from 'js-yaml';

export type Language = 'vi' | 'en';

export const languages: readonly Language[] = ['vi', 'en'];

/**
 * The words of one language, or of the one in `lng` among the values. A missing key is a bug and throws, so that no
 * resident reads a key.
 */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words and content of this installation, unless another folder is given. */
export const localesFolder = fileURLToPath(new URL('../locales/', import.meta.url));

const wordFiles = ['bot', 'member', 'operator', 'simulator', 'demo', 'pages', 'console'];

export interface Words {
  in(language: Language): Translate;
}

/**
 * Loads `<folder>/<language>/{bot,member,operator,simulator,demo,pages,console}.yaml`; keys are `bot:menu.title`. Falls back to
 * Vietnamese where another language has no translation.
 */
export function loadWords(folder: string = localesFolder): Words {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const resources: Resource = Object.fromEntries(
    languages.map((language) => [language, readWordFiles(join(folder, language))]),
  );
  const instance: i18n = createInstance();
  void instance.init({
    initAsync: false,
    resources,
    lng: 'vi',
    fallbackLng: 'vi',
    ns: wordFiles,
    defaultNS: 'bot',
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    returnedObjectHandler: (key) => {
      throw new Error(`${key} holds several texts, not one`);
    },
    missingKeyHandler: (_languages, namespace, key) => {
      throw new Error(`no words for ${namespace}:${key}`);
    },
  });
  return { in: (language) => instance.getFixedT(language) as unknown as Translate };
}

function readWordFiles(folder: string): Record<string, Record<string, unknown>> {
  const files = readdirSync(folder).filter((file) => wordFiles.includes(file.replace(/\.yaml$/, '')));
  return Object.fromEntries(
    files.map((file) => {
      const words = load(readFileSync(join(folder, file), 'utf8'), { schema: CORE_SCHEMA });
      return [file.replace(/\.yaml$/, ''), words as Record<string, unknown>];
    }),
  );
}

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { LunarHolidays } from '../calendar/public-holidays.ts';
import { OperatorError } from '../errors.ts';
import { type Areas, areasFile } from '../team/areas/area-schema.ts';
import { type AspectsFile, aspectsFile, noAspects } from './schema/aspects.ts';
import { type CannedFile, cannedFile } from './schema/canned.ts';
import { type EmergenciesFile, emergenciesFile } from './schema/emergencies.ts';
import { type FaultsFile, faultsFile } from './schema/faults.ts';
import { type InsteadFile, insteadFile } from './schema/instead.ts';
import { type KnowsFile, knowsFile } from './schema/knows.ts';
import { type Local, localFile } from './schema/local.ts';
import { lunarHolidaysFile } from './schema/lunar-holidays.ts';
import { type ObjectFile, objectFile } from './schema/object.ts';
import { type Facts, factsFile, type TopicFile, topicFile } from './schema/topic.ts';
import { readTranslations, type Translation } from './translation.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from './yaml-file.ts';

/** The contents of one locale folder, with the line numbers of each file. */
export interface Content {
  topics: YamlFile<TopicFile>[];
  /** Apps, procedures, benefits and other things with their cells; none for an office without them. */
  objects: YamlFile<ObjectFile>[];
  /** How residents ask about objects. */
  aspects: YamlFile<AspectsFile>;
  /** What to do about faults that every app can have. */
  faults: YamlFile<FaultsFile>;
  /** Who knows what the objects do not tell. */
  knows: YamlFile<KnowsFile>;
  /** Canned replies for members; empty for an office without them. */
  canned: YamlFile<CannedFile>;
  /** Texts for people in danger; empty for an office without them. */
  emergencies: YamlFile<EmergenciesFile>;
  /** Who helps with what no answer covers; empty for an office without it. */
  instead: YamlFile<InsteadFile>;
  facts: YamlFile<Facts>;
  local: YamlFile<Local>;
  areas: YamlFile<Areas>;
  lunarHolidays: YamlFile<Record<string, LunarHolidays>>;
  /** The same answers in other languages, from the sibling folders. */
  translations: Translation[];
  /** Other texts that people read: texts of the bot and for operators, translated topics; of any shape. */
  otherTexts: YamlFile<unknown>[];
}

/**
 * Reads a locale folder such as `locales/vi`.
 * @throws OperatorError with file and line if a file does not match its schema
 */
export function readContent(folder: string): Content {
  refuseFormerFile(join(folder, 'procedures.yaml'));
  const own = new Set([
    ...['facts.yaml', 'local.yaml', 'areas.yaml', 'lunar-holidays.yaml'],
    ...['aspects.yaml', 'faults.yaml', 'knows.yaml'],
  ]);
  const translations = readTranslations(folder);
  return {
    topics: yamlFilesIn(join(folder, 'topics')).map((file) => readYamlFile(file, topicFile)),
    objects: yamlFilesIn(join(folder, 'objects')).map((file) => readYamlFile(file, objectFile)),
    aspects: readOptional(join(folder, 'aspects.yaml'), aspectsFile, noAspects),
    faults: readOptional(join(folder, 'faults.yaml'), faultsFile, { faults: {} }),
    knows: readOptional(join(folder, 'knows.yaml'), knowsFile, {}),
    canned: readOptional(join(folder, 'canned.yaml'), cannedFile, {}),
    emergencies: readOptional(join(folder, 'emergencies.yaml'), emergenciesFile, { kinds: {} }),
    instead: readOptional(join(folder, 'instead.yaml'), insteadFile, {}),
    facts: readYamlFile(join(folder, 'facts.yaml'), factsFile),
    local: readYamlFile(join(folder, 'local.yaml'), localFile),
    areas: readYamlFile(join(folder, 'areas.yaml'), areasFile),
    lunarHolidays: readYamlFile(join(folder, 'lunar-holidays.yaml'), lunarHolidaysFile),
    translations,
    otherTexts: [
      ...yamlFilesIn(folder)
        .filter((file) => !own.has(basename(file)))
        .map((file) => readYamlFile(file, z.unknown())),
      ...translations.flatMap(({ topics }) => topics),
    ],
  };
}

/** Its content would silently be gone. */
function refuseFormerFile(file: string): void {
  if (!existsSync(file)) return;
  throw new OperatorError(
    `${file}: is no longer read. Write each procedure as a file of objects/, how residents ask into aspects.yaml, and delete it; see CHANGELOG.md`,
  );
}

/** A file that an office may do without. */
function readOptional<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  without: z.output<Schema>,
): YamlFile<z.output<Schema>> {
  return existsSync(file) ? readYamlFile(file, schema) : { file, value: without, lineOf: () => 1 };
}

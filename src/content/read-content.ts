import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { LunarHolidays } from '../calendar/public-holidays.ts';
import { type Areas, areasFile } from '../team/areas/area-schema.ts';
import { type CannedFile, cannedFile } from './schema/canned.ts';
import { type EmergenciesFile, emergenciesFile } from './schema/emergencies.ts';
import { type InsteadFile, insteadFile } from './schema/instead.ts';
import { type Local, localFile } from './schema/local.ts';
import { lunarHolidaysFile } from './schema/lunar-holidays.ts';
import { noProcedures, type ProceduresFile, proceduresFile } from './schema/procedure.ts';
import { type Facts, factsFile, type TopicFile, topicFile } from './schema/topic.ts';
import { readTranslations, type Translation } from './translation.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from './yaml-file.ts';

/** The contents of one locale folder, with the line numbers of each file. */
export interface Content {
  topics: YamlFile<TopicFile>[];
  /** The procedure guide; empty for an office without one. */
  procedures: YamlFile<ProceduresFile>;
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
  const own = new Set(['facts.yaml', 'local.yaml', 'areas.yaml', 'procedures.yaml', 'lunar-holidays.yaml']);
  const translations = readTranslations(folder);
  return {
    topics: yamlFilesIn(join(folder, 'topics')).map((file) => readYamlFile(file, topicFile)),
    procedures: readProcedures(join(folder, 'procedures.yaml')),
    canned: readCanned(join(folder, 'canned.yaml')),
    emergencies: readEmergencies(join(folder, 'emergencies.yaml')),
    instead: readInstead(join(folder, 'instead.yaml')),
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

function readCanned(file: string): YamlFile<CannedFile> {
  return existsSync(file) ? readYamlFile(file, cannedFile) : { file, value: {}, lineOf: () => 1 };
}

function readEmergencies(file: string): YamlFile<EmergenciesFile> {
  return existsSync(file)
    ? readYamlFile(file, emergenciesFile)
    : { file, value: { kinds: {} }, lineOf: () => 1 };
}

function readInstead(file: string): YamlFile<InsteadFile> {
  return existsSync(file) ? readYamlFile(file, insteadFile) : { file, value: {}, lineOf: () => 1 };
}

function readProcedures(file: string): YamlFile<ProceduresFile> {
  return existsSync(file)
    ? readYamlFile(file, proceduresFile)
    : { file, value: noProcedures, lineOf: () => 1 };
}

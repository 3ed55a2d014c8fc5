import { emergencyMeanings } from './schema/emergencies.ts';
import { readYamlFile } from './yaml-file.ts';

/** Reads a file of synonyms: one line per meaning, with comma-separated phrases. */
export function readMeanings(file: string): Record<string, string[]> {
  const { meanings } = readYamlFile(file, emergencyMeanings).value;
  return Object.fromEntries(
    Object.entries(meanings).map(([name, phrases]) => [name, phrases.split(',').map((one) => one.trim())]),
  );
}

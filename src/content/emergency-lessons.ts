import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../nlu/classifier/classifier.ts';
import type { EmergencyLessons } from '../nlu/emergency/emergency.ts';
import { readMeanings } from './read-meanings.ts';
import { emergencyExamples } from './schema/emergencies.ts';
import type { TopicDirectory } from './topic-directory.ts';
import { readYamlFile } from './yaml-file.ts';

/** Every sixth ordinary message is enough to represent everyday messages. */
const everyOrdinary = 6;

/**
 * What a locale teaches about emergencies: the examples in `<folder>/emergencies/`, the cues of each kind,
 * and every sixth ordinary message as a negative example. Undefined for an office without them.
 */
export function readEmergencyLessons(
  folder: string,
  { emergencies }: Pick<TopicDirectory, 'emergencies'>,
  ordinary: readonly Example[],
): EmergencyLessons | undefined {
  const own = join(folder, 'emergencies');
  if (!existsSync(own)) return undefined;
  const read = (name: string) =>
    Object.entries(readYamlFile(join(own, `${name}.yaml`), emergencyExamples).value.examples);
  const kinds = Object.entries(emergencies);
  const none = [
    ...read('near-misses').flatMap(([, texts]) => texts),
    ...kinds.flatMap(([, { near }]) => near),
    ...ordinary.filter((_, at) => at % everyOrdinary === 0).map(({ text }) => text),
  ];
  return {
    examples: [
      ...read('examples').flatMap(([kind, texts]) => texts.map((text) => ({ text, kind }))),
      ...kinds.flatMap(([kind, { cues }]) => cues.map((text) => ({ text, kind }))),
      ...none.map((text) => ({ text, kind: undefined })),
    ],
    meanings: readMeanings(join(own, 'meanings.yaml')),
    cues: Object.fromEntries(kinds.map(([kind, { cues }]) => [kind, cues])),
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../nlu/classifier/classifier.ts';
import type { EmergencyLessons } from '../../nlu/emergency/emergency.ts';
import { readMeanings } from '../read-meanings.ts';
import { emergencyExamples, emergencyNearMisses } from '../schema/emergencies.ts';
import type { TopicDirectory } from '../topic-directory.ts';
import { readYamlFile } from '../yaml-file.ts';

/**
 * What a locale teaches about emergencies: the examples in `<folder>/emergencies/`, the cues of each kind,
 * and every ordinary message as a negative example. Undefined for an office without them.
 */
export function readEmergencyLessons(
  folder: string,
  { emergencies }: Pick<TopicDirectory, 'emergencies'>,
  ordinary: readonly Example[],
): EmergencyLessons | undefined {
  const own = join(folder, 'emergencies');
  if (!existsSync(own)) return undefined;
  const { examples } = readYamlFile(join(own, 'examples.yaml'), emergencyExamples).value;
  const near = readYamlFile(join(own, 'near-misses.yaml'), emergencyNearMisses).value;
  const maybe = new Set(near.exceptIntents);
  const kinds = Object.entries(emergencies);
  const none = [
    ...Object.values(near.examples).flat(),
    ...kinds.flatMap(([, { near }]) => near),
    ...ordinary.filter(({ intent }) => !maybe.has(intent)).map(({ text }) => text),
  ];
  return {
    examples: [
      ...Object.entries(examples).flatMap(([kind, texts]) => texts.map((text) => ({ text, kind }))),
      ...kinds.flatMap(([kind, { cues }]) => cues.map((text) => ({ text, kind }))),
      ...none.map((text) => ({ text, kind: undefined })),
    ],
    meanings: readMeanings(join(own, 'meanings.yaml')),
    cues: Object.fromEntries(kinds.map(([kind, { cues }]) => [kind, cues])),
  };
}

import type { EmergencyLessons } from '../../nlu/emergency/emergency.ts';
import type { ScamLessons } from '../../nlu/scam/scam.ts';

interface Lessons {
  emergencies: EmergencyLessons | undefined;
  scams: ScamLessons | undefined;
}

/**
 * Scams are learned as no emergency, and emergencies as no scam: "nó đang trong máy tôi" and "nó đang trong nhà tôi"
 * differ by one word. A scammer's threat is left out, as it may be both.
 */
export function teachApart({ emergencies, scams }: Lessons): Lessons {
  if (!emergencies || !scams) return { emergencies, scams };
  const cheated = scams.examples.filter(({ label }) => label !== 'none' && label !== 'threatened');
  const inDanger = emergencies.examples.filter(({ kind }) => kind !== undefined);
  return {
    emergencies: {
      ...emergencies,
      examples: [...emergencies.examples, ...cheated.map(({ text }) => ({ text, kind: undefined }))],
    },
    scams: {
      ...scams,
      examples: [...scams.examples, ...inDanger.map(({ text }) => ({ text, label: 'none' as const }))],
    },
  };
}

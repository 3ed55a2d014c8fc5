import { z } from 'zod';
import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { createEmergencyDetector } from '../../../src/nlu/emergency/create-emergency-detector.ts';
import type { DetectEmergency, EmergencyReading } from '../../../src/nlu/emergency/emergency.ts';
import { trainEmergency } from '../../../src/nlu/emergency/train-emergency.ts';
import type { Evaluator, Figure, Report } from '../evaluator.ts';

const line = z.object({
  text: z.string(),
  label: z.enum(['emergency', 'none']),
  kind: z.string(),
});

type Line = z.infer<typeof line>;
type Judged = Line & { reading: EmergencyReading };

/** Recall of emergencies, and false alarms. */
export const emergencyEvaluator: Evaluator = {
  name: 'emergency',
  line: '{"text", "label": "emergency" or "none", "kind"}',
  evaluate: (lines) =>
    reportOf(
      lines.map((one) => line.parse(one)),
      learnDetector(),
    ),
};

function learnDetector(): DetectEmergency {
  const { emergencies } = readTrainingContent().data;
  return createEmergencyDetector(trainEmergency(emergencies ?? { examples: [], meanings: {}, cues: {} }))
    .detect;
}

/** Evaluates a detector on labelled lines. */
export function reportOf(lines: readonly Line[], detect: DetectEmergency): Report {
  const judged = lines.map((one) => ({ ...one, reading: detect(one.text) }));
  const real = judged.filter(({ label }) => label === 'emergency');
  const none = judged.filter(({ label }) => label === 'none');
  return {
    figures: [
      figure('heard', real, isHeard, { floor: 0.97 }),
      figure('sure', real, isSure, { floor: 0.85 }),
      figure('of the right kind', real, ({ reading, kind }) => reading.kind === kind, {}),
      figure('false sure', none, isSure, { ceiling: 0.01 }),
      figure('false likely', none, ({ reading }) => reading.level === 'likely', { ceiling: 0.04 }),
    ],
    tables: [
      { title: 'Emergencies', heads: ['kind', 'heard', 'sure', 'right kind'], rows: rowsOf(real) },
      {
        title: 'Near misses',
        heads: ['reason', 'heard', 'sure'],
        rows: rowsOf(none).map((row) => row.slice(0, 3)),
      },
    ],
    faults: judged
      .filter((one) => isHeard(one) !== (one.label === 'emergency'))
      .map(({ reading, label, kind, text }) => `${reading.level}, but ${label} (${kind}): ${text}`),
  };
}

function isHeard({ reading }: Judged): boolean {
  return reading.level !== 'none';
}

function isSure({ reading }: Judged): boolean {
  return reading.level === 'sure';
}

function figure(
  name: string,
  judged: readonly Judged[],
  counts: (one: Judged) => boolean,
  goal: Pick<Figure, 'floor' | 'ceiling'>,
): Figure {
  const count = judged.filter(counts).length;
  return {
    name,
    share: count / Math.max(1, judged.length),
    counted: `${count} of ${judged.length}`,
    ...goal,
  };
}

function rowsOf(judged: readonly Judged[]): string[][] {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort((a, b) => a.localeCompare(b));
  return kinds.map((kind) => {
    const own = judged.filter((one) => one.kind === kind);
    const count = (counts: (one: Judged) => boolean) => `${own.filter(counts).length}/${own.length}`;
    return [kind, count(isHeard), count(isSure), count(({ reading }) => reading.kind === kind)];
  });
}

import { z } from 'zod';
import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import {
  chooseFirstWords,
  type EmergencyKinds,
  isRightFor,
} from '../../../src/intents/emergency/first-words.ts';
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
  evaluate(lines) {
    const { data, directory } = readTrainingContent();
    const lessons = data.emergencies ?? { examples: [], meanings: {}, cues: {} };
    const { detect } = createEmergencyDetector(trainEmergency(lessons));
    return reportOf(
      lines.map((one) => line.parse(one)),
      detect,
      directory.emergencies,
    );
  },
};

/** Evaluates a detector on labelled lines, and the first words of the bot for what it detects. */
export function reportOf(lines: readonly Line[], detect: DetectEmergency, kinds: EmergencyKinds): Report {
  const judged = lines.map((one) => ({ ...one, reading: detect(one.text) }));
  const real = judged.filter(({ label }) => label === 'emergency');
  const none = judged.filter(({ label }) => label === 'none');
  const isFirstLineRight = ({ reading, kind }: Judged) => firstLineIsRight(reading, kind, kinds);
  return {
    figures: [
      figure('heard', real, isHeard, { floor: 0.97 }),
      figure('sure', real, isSure, { floor: 0.85 }),
      figure('of the right kind', real, ({ reading, kind }) => reading.kind === kind, {}),
      figure('first line right (of those heard)', real.filter(isHeard), isFirstLineRight, { floor: 1 }),
      figure(
        'for one kind alone (of those heard)',
        real.filter(isHeard),
        ({ reading }) => isOneLine(reading, kinds),
        {},
      ),
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
      .map(({ reading, label, kind, text }) => `${reading.level}, but ${label} (${kind}): ${text}`)
      .concat(
        real
          .filter((one) => isHeard(one) && !isFirstLineRight(one))
          .map(
            ({ reading, kind, text }) => `line for ${candidatesOf(reading).join(', ')}, but ${kind}: ${text}`,
          ),
      ),
  };
}

/**
 * Whether the first line that the bot says is right for the true kind. A line for one kind: it is that kind's own, or
 * the reviewed table (`alike` in emergencies.yaml) says that it has the number of the true kind and an instruction that
 * does no harm there. A line for several kinds: the first number of the true kind is among its numbers; its instruction
 * is right for any.
 */
function firstLineIsRight(reading: EmergencyReading, kind: string, kinds: EmergencyKinds): boolean {
  const { fitting, first } = chooseFirstWords(candidatesOf(reading), kinds);
  return fitting === undefined
    ? first.includes(kinds[kind]?.call[0] ?? '')
    : isRightFor(fitting, kind, kinds);
}

function isOneLine(reading: EmergencyReading, kinds: EmergencyKinds): boolean {
  return chooseFirstWords(candidatesOf(reading), kinds).fitting !== undefined;
}

function candidatesOf({ kind, others }: EmergencyReading): string[] {
  return kind === undefined ? [] : [kind, ...others];
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

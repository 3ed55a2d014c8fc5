import { z } from 'zod';
import type { Evaluator, Figure, Report } from '../evaluator.ts';

const line = z.object({ text: z.string(), label: z.string() });
const none = 'none';

interface LabelTest {
  name: string;
  /** The labels of the file that count as another one, or as none. */
  same?: Record<string, string>;
  /** Called once for a file: what learns first learns here. */
  createReader: () => (text: string) => string | undefined;
  /** Lines with a label that are read as that label, at least. */
  floor: number;
  /** Lines of nothing that are read as something, at most. */
  ceiling: number;
}

/** Judges a reader that gives a text one label, or none. */
export function createLabelEvaluator({
  name,
  same = {},
  createReader,
  floor,
  ceiling,
}: LabelTest): Evaluator {
  return {
    name,
    line: '{"text": "…", "label": "…"}',
    evaluate(lines) {
      const read = createReader();
      const judged = lines.map((one) => {
        const { text, label } = line.parse(one);
        return { text, label: same[label] ?? label, read: read(text) ?? none };
      });
      return reportOf(judged, { floor, ceiling });
    },
  };
}

interface Judged {
  text: string;
  label: string;
  read: string;
}

function reportOf(
  judged: readonly Judged[],
  { floor, ceiling }: Pick<LabelTest, 'floor' | 'ceiling'>,
): Report {
  const something = judged.filter(({ label }) => label !== none);
  const nothing = judged.filter(({ label }) => label === none);
  return {
    figures: [
      { ...figure('label right', something, ({ label, read }) => label === read), floor },
      figure('something heard', something, ({ read }) => read !== none),
      { ...figure('heard where there is nothing', nothing, ({ read }) => read !== none), ceiling },
    ],
    tables: [confusions(judged)],
    faults: judged
      .filter(({ label, read }) => label !== read)
      .map(({ text, label, read }) => `${label} → ${read}  ${text}`),
  };
}

function figure(name: string, lines: readonly Judged[], holds: (one: Judged) => boolean): Figure {
  const count = lines.filter(holds).length;
  return {
    name,
    share: lines.length === 0 ? 0 : count / lines.length,
    counted: `${count} of ${lines.length}`,
  };
}

function confusions(judged: readonly Judged[]): Report['tables'][number] {
  const labels = [...new Set(judged.flatMap(({ label, read }) => [label, read]))].sort((a, b) =>
    a.localeCompare(b),
  );
  const count = (label: string, read: string) =>
    judged.filter((one) => one.label === label && one.read === read).length;
  return {
    title: 'Label (row) as it was read (column)',
    heads: ['', ...labels],
    rows: labels.map((label) => [label, ...labels.map((read) => String(count(label, read) || ''))]),
  };
}
